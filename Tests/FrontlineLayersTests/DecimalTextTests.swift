import FrontlineLayers
import Testing

@Suite struct DecimalTextTests {
  private func check(
    _ value: Double, _ decimals: Int, gives expected: String?,
    location: SourceLocation = #_sourceLocation
  ) {
    #expect(DecimalText.string(value, decimals: decimals) == expected, sourceLocation: location)
  }

  @Test func `trailing zeros and a bare point are left out`() {
    check(69.5, 6, gives: "69.5")
    check(70, 6, gives: "70")
    check(100, 0, gives: "100")
    check(0.1, 15, gives: "0.1")
    check(-12.340, 3, gives: "-12.34")
  }

  @Test func `zero has no sign`() {
    check(0, 6, gives: "0")
    check(-0.0, 6, gives: "0")
    check(-0.000_000_4, 6, gives: "0")
    check(-.leastNonzeroMagnitude, 15, gives: "0")
  }

  @Test func `the nearest decimal of the exact value is taken and ties go away from zero`() {
    check(0.5, 0, gives: "1")
    check(-0.5, 0, gives: "-1")
    check(2.5, 0, gives: "3")
    check(0.125, 2, gives: "0.13")
    check(-0.125, 2, gives: "-0.13")
    // Stored as 1.00499999999999989… and 8.3450000000000006…
    check(1.005, 2, gives: "1")
    check(-1.005, 2, gives: "-1")
    check(8.345, 2, gives: "8.35")
    check(0.49999999999999994, 0, gives: "0")
    check(0.999_999_5, 6, gives: "1")
  }

  @Test func `no number is written with an exponent`() {
    check(1e-7, 6, gives: "0")
    check(1e-7, 7, gives: "0.0000001")
    check(1e16, 0, gives: "10000000000000000")
    check(1.5e21, 2, gives: "1500000000000000000000")
    check(-1e22, 6, gives: "-10000000000000000000000")
    check(4_503_599_627.370_497, 6, gives: "4503599627.370497")
    check(9_999_999_999_999.996, 2, gives: "10000000000000")
    check(123_456_789_012_345.67, 1, gives: "123456789012345.7")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `what is no number has no text`(value: Double) {
    check(value, 6, gives: nil)
  }

  /// Halves, quarters … are exact, so the digits can be worked out in whole numbers.
  @Test(arguments: 0..<400)
  func `sixteenths agree with arithmetic on whole numbers`(seed: Int) {
    let sixteenths = (seed * 7919) % 6_000_000 - 3_000_000
    let tenThousandths = sixteenths * 625
    for decimals in 0...4 {
      let unit = [10_000, 1_000, 100, 10, 1][decimals]
      let magnitude = (abs(tenThousandths) + unit / 2) / unit
      let padded = String(repeating: "0", count: 5) + String(magnitude)
      var expected = String(padded.dropLast(decimals)) + "." + padded.suffix(decimals)
      while expected.hasSuffix("0") { expected.removeLast() }
      if expected.hasSuffix(".") { expected.removeLast() }
      while expected.hasPrefix("0"), expected != "0", !expected.hasPrefix("0.") {
        expected.removeFirst()
      }
      if sixteenths < 0, expected != "0" { expected = "-" + expected }
      check(Double(sixteenths) / 16, decimals, gives: expected)
    }
  }

  @Test(arguments: 0..<200)
  func `what is read back is written the same`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let value = Double.random(in: -180...180, using: &generator)
    for decimals in 0...12 {
      let text = try #require(DecimalText.string(value, decimals: decimals))
      let read = try #require(Double(text))
      #expect(DecimalText.string(read, decimals: decimals) == text)
      #expect(abs(read - value) <= 0.5000001 * decimalUnit(decimals))
    }
  }

  private func decimalUnit(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { unit, _ in unit / 10 }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
