/// Numbers as plain decimals: no exponent, no locale, no `-0`, no trailing zeros.
public enum DecimalText {
  /// The decimal nearest to a number, with at most so many decimals; nil for NaN and infinities.
  ///
  /// The number is taken at its exact binary value, and an exact tie goes away from zero. From
  /// 2^52 / 10^`decimals` on, its shortest decimal form is rounded instead.
  ///
  /// - Parameter decimals: 0…15.
  public static func string(_ value: Double, decimals: Int) -> String? {
    var bytes: [UInt8] = []
    guard append(value, decimals: decimals, to: &bytes) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same at the end of some text; false, and nothing appended, for NaN and infinities.
  package static func append(
    _ value: Double, decimals: Int, to bytes: inout [UInt8]
  ) -> Bool {
    guard value.isFinite else { return false }
    guard let scaled = scaled(value, decimals: decimals) else {
      bytes.append(contentsOf: fromShortestForm(value, decimals: decimals).utf8)
      return true
    }
    append(units: scaled, decimals: decimals, to: &bytes)
    return true
  }

  /// The number that `string` writes: what a reader of the text gets.
  package static func rounded(_ value: Double, decimals: Int) -> Double {
    guard let scaled = scaled(value, decimals: decimals) else { return value }
    return Double(scaled) / powersOfTen[decimals]
  }

  /// The value in units of the last decimal; nil if that is too large to be exact.
  private static func scaled(_ value: Double, decimals: Int) -> Int? {
    precondition(powersOfTen.indices.contains(decimals), "decimals are 0…15")
    let factor = powersOfTen[decimals]
    let product = value * factor
    guard abs(product) < 0x1p52 else { return nil }
    // What the multiplication rounded away; it decides where the product looks like a tie.
    let lost = (-product).addingProduct(value, factor)
    let nearest = product.rounded(.toNearestOrAwayFromZero)
    let beyond = nearest - product
    if beyond == 0.5 && lost < 0 { return Int(nearest) - 1 }
    if beyond == -0.5 && lost > 0 { return Int(nearest) + 1 }
    return Int(nearest)
  }

  /// Whole part, point and fraction of a number of units of the last decimal.
  private static func append(units: Int, decimals: Int, to bytes: inout [UInt8]) {
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    var left = units.magnitude
    var places = decimals
    while places > 0, left % 10 == 0 {
      left /= 10
      places -= 1
    }
    let start = bytes.count
    var count = 0
    while left > 0 || count <= places {
      if count == places, places > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(zero + UInt8(truncatingIfNeeded: left % 10))
      left /= 10
      count += 1
    }
    // The digits came last first.
    bytes[start...].reverse()
  }

  /// For large numbers: reads the digits and the exponent out of Swift's own description.
  private static func fromShortestForm(_ value: Double, decimals: Int) -> String {
    let parts = value.magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
    let mantissa = parts[0].split(separator: UInt8(ascii: "."))
    var exponent = parts.count > 1 ? Int(Substring(parts[1])) ?? 0 : 0
    var digits = Array(mantissa[0])
    if mantissa.count > 1 {
      digits += mantissa[1]
      exponent -= mantissa[1].count
    }
    let surplus = -exponent - decimals
    if surplus > 0 {
      let roundsUp = digits[digits.count - surplus] >= UInt8(ascii: "5")
      digits.removeLast(surplus)
      if roundsUp { increment(&digits) }
    } else {
      digits += Array(repeating: zero, count: -surplus)
    }
    return assembled(negative: value < 0, digits: digits, decimals: decimals)
  }

  private static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      if digits[index] < UInt8(ascii: "9") {
        digits[index] += 1
        return
      }
      digits[index] = zero
    }
    digits.insert(UInt8(ascii: "1"), at: 0)
  }

  /// Sets the point and the sign; `digits` has at least one digit before the point.
  private static func assembled(negative: Bool, digits: [UInt8], decimals: Int) -> String {
    let whole = digits.dropLast(decimals)
    var fraction = digits.suffix(decimals)
    while fraction.last == zero { fraction.removeLast() }
    let isZero = fraction.isEmpty && whole.allSatisfy { $0 == zero }
    var bytes: [UInt8] = negative && !isZero ? [UInt8(ascii: "-")] : []
    bytes += whole
    if !fraction.isEmpty { bytes += [UInt8(ascii: ".")] + fraction }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let zero = UInt8(ascii: "0")

  /// Powers of ten up to 10^15 are exact as doubles.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
