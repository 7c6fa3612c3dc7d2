/// What a layer's table holds: its columns, with type, unit and meaning.
public struct LayerSchema: Hashable, Sendable {
  /// The file and layer name.
  public var name: String
  /// The shapes of its features, in words.
  public var shape: String
  /// What one feature is, in a sentence.
  public var meaning: String
  /// The columns of a per-date file, in order; the first one is `date`.
  public var columns: [PropertyColumn]

  public init(name: String, shape: String, meaning: String, columns: [PropertyColumn]) {
    self.name = name
    self.shape = shape
    self.meaning = meaning
    self.columns = columns
  }

  /// The columns of a file of many dates: without `date`.
  public var timelineColumns: [PropertyColumn] {
    columns.filter { $0.name != "date" }
  }

  /// The columns as a Markdown table under a heading, for the README.
  public func markdown() -> String {
    var lines = ["### `\(name)`", "", "\(shape). \(meaning)", ""]
    lines += ["| property | type | unit | meaning |", "|---|---|---|---|"]
    lines += columns.map {
      "| `\($0.name)` | \($0.typeInWords) | \($0.unit) | \($0.meaning) |"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All layers' tables, one after the other.
  public static func markdown(_ schemas: [LayerSchema] = all) -> String {
    schemas.map { $0.markdown() }.joined(separator: "\n")
  }
}

extension PropertyColumn {
  fileprivate var typeInWords: String {
    switch kind {
    case .text: "text"
    case .integer: "integer"
    case .number: "number, \(decimals) decimal\(decimals == 1 ? "" : "s")"
    case .day: "date"
    case .dateTime: "date and time"
    }
  }
}
