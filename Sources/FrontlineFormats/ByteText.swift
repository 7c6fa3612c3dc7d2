import FrontlineGeometry
import FrontlineLayers

/// Text written byte by byte: no string is made of what goes into a file.
extension [UInt8] {
  mutating func add(_ text: String) {
    append(contentsOf: text.utf8)
  }

  mutating func add(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func add(_ ascii: Unicode.Scalar) {
    append(UInt8(ascii: ascii))
  }

  /// `longitude,latitude`, as both formats write a position of a grid geometry.
  mutating func add(_ position: Position) {
    add(degrees: position.longitude)
    add(",")
    add(degrees: position.latitude)
  }

  /// One coordinate; positions of a grid geometry are finite.
  mutating func add(degrees: Double) {
    if !DecimalText.append(degrees, decimals: GridGeometry.decimals, to: &self) { add("0") }
  }
}
