import Testing

@testable import FrontlineEvaluation

struct PrecisionRecallTests {
  @Test func `rates follow from the counts`() {
    let counts = PrecisionRecall(right: 6, wrong: 2, missed: 4)
    #expect([counts.precision, counts.recall] == [0.75, 0.6])
    #expect(fourDecimals(counts.f1) == 0.6667)
  }

  @Test func `finding nothing is right only where there is nothing`() {
    let nothing = PrecisionRecall()
    #expect([nothing.precision, nothing.recall, nothing.f1] == [1, 1, 1])
    let missed = PrecisionRecall(missed: 3)
    #expect([missed.precision, missed.recall, missed.f1] == [0, 0, 0])
  }

  /// As Python's `round(value, 4)` has it.
  @Test(
    arguments: [
      (0.03125, 0.0312), (0.28125, 0.2812), (0.00625, 0.0063), (2.0 / 3, 0.6667), (1, 1), (0, 0),
      (0.12345, 0.1235), (0.56785, 0.5678),
    ] as [(Double, Double)])
  func `four decimals are the nearest ones`(value: Double, rounded: Double) {
    #expect(fourDecimals(value) == rounded)
  }
}
