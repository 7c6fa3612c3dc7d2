internal import FrontlineFormats
internal import FrontlineLayers

/// A JSON value with its members in a fixed order.
public enum JSONValue: Sendable {
  case null
  case text(String)
  case flag(Bool)
  case integer(Int)
  /// Written with six decimals at most.
  case decimal(Double)
  /// Written with as many digits as it takes to read it back; null if it is not finite.
  case number(Double)
  case list([JSONValue])
  case object([(String, JSONValue)])

  static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
  static func optional(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }
  static func optional(_ value: Double?) -> JSONValue { value.map { .decimal($0) } ?? .null }

  /// - Parameter indent: Spaces a level, on lines of their own; nil for one line.
  public func written(indent: Int? = nil) -> String {
    var out = ""
    write(into: &out, indent: indent, level: 0)
    return out
  }

  private func write(into out: inout String, indent: Int?, level: Int) {
    switch self {
    case .null: out += "null"
    case .text(let text): out += JSONText.quoted(text)
    case .flag(let flag): out += flag ? "true" : "false"
    case .integer(let number): out += String(number)
    case .decimal(let value): out += DecimalText.string(value, decimals: 6) ?? "null"
    case .number(let value): out += value.isFinite ? value.description : "null"
    case .list(let items):
      Self.bracket("[", "]", items.count, &out, indent, level) { index, out in
        items[index].write(into: &out, indent: indent, level: level + 1)
      }
    case .object(let members):
      Self.bracket("{", "}", members.count, &out, indent, level) { index, out in
        out += JSONText.quoted(members[index].0)
        out += indent == nil ? ":" : ": "
        members[index].1.write(into: &out, indent: indent, level: level + 1)
      }
    }
  }

  private static func bracket(
    _ open: String, _ close: String, _ count: Int, _ out: inout String, _ indent: Int?,
    _ level: Int, _ item: (Int, inout String) -> Void
  ) {
    out += open
    for index in 0..<count {
      if index > 0 { out += "," }
      if let indent { out += "\n" + String(repeating: " ", count: indent * (level + 1)) }
      item(index, &out)
    }
    if let indent, count > 0 { out += "\n" + String(repeating: " ", count: indent * level) }
    out += close
  }
}
