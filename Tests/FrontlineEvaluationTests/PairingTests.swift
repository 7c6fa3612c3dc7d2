import Testing

@testable import FrontlineEvaluation

struct PairingTests {
  private func check(
    _ fits: [[Int]], gives partner: [Int: Int], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(Pairing.largest(fits) == partner, sourceLocation: sourceLocation)
  }

  @Test func `nobody is paired where nobody fits`() {
    check([], gives: [:])
    check([[], []], gives: [:])
  }

  @Test func `each takes part in one pair at most`() {
    check([[0], [0], [0]], gives: [0: 0])
    check([[0, 1, 2]], gives: [0: 0])
  }

  @Test func `the first comer gives way where it has another partner`() {
    check([[0, 1], [0]], gives: [0: 1, 1: 0])
    check([[0, 1], [1, 2], [0]], gives: [0: 2, 1: 0, 2: 1])
  }
}
