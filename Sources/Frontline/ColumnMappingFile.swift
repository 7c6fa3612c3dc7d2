public import FrontlineEventTables
internal import Yams

/// Reads the YAML of a mapping from somebody's columns to ours.
public struct ColumnMappingFile: Sendable {
  private let file: String

  /// - Parameter file: Its name for messages.
  public init(file: String) {
    self.file = file
  }

  /// - Throws: ``TheatreError`` for the first thing that is wrong, with its line.
  public func read(_ text: String) throws -> ColumnMapping {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw self.error(
        nil, "not readable as YAML", "mend the file; quote values that hold ':' or '#'")
    }
    let top = try pairs(root, "the mapping")
    let known = ["dataset", "date_format", "columns", "constants", "values"]
    for (key, node) in top where !known.contains(key) {
      throw error(
        node, "a mapping has no key '\(key)'", "known keys: \(known.joined(separator: ", "))")
    }
    func node(_ key: String) -> Node? { top.first { $0.key == key }?.node }
    let columns = try texts(node("columns"), "columns", keys: ColumnMapping.ourColumns)
    guard !columns.isEmpty else {
      throw error(root, "the mapping names no columns", "add 'columns:' with lines 'ours: theirs'")
    }
    return ColumnMapping(
      dataset: try dataset(node("dataset")), columns: columns,
      constants: try texts(node("constants"), "constants", keys: ColumnMapping.ourColumns),
      values: try values(node("values")), dateFormat: try format(node("date_format")))
  }

  private func dataset(_ node: Node?) throws -> String {
    guard let node else { return "own" }
    let text = node.scalar?.string ?? ""
    guard NCName.isValid(text) else {
      throw error(
        node, "dataset '\(text)' has characters an id cannot have",
        "use letters, digits, '-', '_' and '.', a letter first")
    }
    return text
  }

  private func format(_ node: Node?) throws -> EventDate.Format? {
    guard let node else { return nil }
    let text = node.scalar?.string ?? ""
    guard let format = EventDate.Format(text) else {
      throw error(
        node, "date_format '\(text)' does not say where year, month and day stand",
        "write it as DD/MM/YYYY, MM/DD/YYYY or YYYY-MM-DD")
    }
    return format
  }

  private func values(_ node: Node?) throws -> [String: [String: String]] {
    var values: [String: [String: String]] = [:]
    for (column, words) in try pairs(node, "values") {
      guard ColumnMapping.ourColumns.contains(column) else { throw unknownColumn(column, words) }
      values[column] = try texts(words, column, keys: nil)
    }
    return values
  }

  private func texts(_ node: Node?, _ what: String, keys: [String]?) throws -> [String: String] {
    var texts: [String: String] = [:]
    for (key, value) in try pairs(node, what) {
      if let keys, !keys.contains(key) { throw unknownColumn(key, value) }
      guard let text = value.scalar?.string else {
        throw error(
          value, "'\(key)' of \(what) is not a single value", "write one word or a quoted text")
      }
      texts[key] = text
    }
    return texts
  }

  private func pairs(_ node: Node?, _ what: String) throws -> [(key: String, node: Node)] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      throw error(node, "\(what) is not a mapping", "write 'key: value' lines")
    }
    return mapping.map { ($0.key.scalar?.string ?? "", $0.value) }
  }

  private func unknownColumn(_ name: String, _ node: Node) -> TheatreError {
    error(
      node, "we have no column '\(name)'",
      "our columns: \(ColumnMapping.ourColumns.joined(separator: ", "))")
  }

  private func error(_ node: Node?, _ message: String, _ remedy: String) -> TheatreError {
    TheatreError(file: file, line: node?.mark?.line, message: message, remedy: remedy)
  }
}
