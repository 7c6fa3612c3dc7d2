/// Checks of what features carry along: `ExtendedData` and its schemas.
extension KMLCheck {
  static let ofData: [KMLCheck] = [
    .every(25, "level-1/Schema", "a Schema has an id", [.schema]) {
      ($0.attribute(.id) ?? "").isEmpty ? "it has no id, so nothing can refer to it" : nil
    },
    .every(
      26, "level-1/Schema-SimpleField", "a field has a name and a type of the list",
      [.simpleField], simpleField),
    .reference(
      27, "level-1/ExtendedData-SchemaData", "data fit the Schema they refer to", [.schemaData]
    ) { .schemaData(KMLSchemaData($0)) },
    .every(
      28, "level-1/ExtendedData-Data", "names of Data differ", [.extendedData], dataNames),
    .every(49, "level-2/Data", "Data has a name and a value", [.data]) {
      ($0.attribute(.name) ?? "").isEmpty ? "it has no name" : $0.missing(.value)
    },
    .every(59, "level-2/ExtendedData", "ExtendedData is not empty", [.extendedData]) {
      $0.hasNodes ? nil : "it is empty"
    },
  ]

  @Sendable private static func simpleField(_ node: KMLNode) -> String? {
    guard !(node.attribute(.name) ?? "").isEmpty else { return "it has no name" }
    let type = node.attribute(.type) ?? ""
    guard KMLFieldType(type, prefixes: node.tree.typePrefixes) == nil else { return nil }
    let types = KMLFieldType.allCases.map(\.rawValue).joined(separator: ", ")
    return "its type '\(type)' is none of \(types)"
  }

  @Sendable private static func dataNames(_ node: KMLNode) -> String? {
    var seen: Set<String> = []
    for data in node.children(.data) {
      guard let name = data.attribute(.name) else { continue }
      if !seen.insert(name).inserted { return "two of its Data have the name '\(name)'" }
    }
    return nil
  }
}

/// The types a field can have (07-147r2, 9.9.4.2).
enum KMLFieldType: String, CaseIterable, Sendable {
  case string, int, unsignedInt, short, unsignedShort, float, double, boolean

  /// - Parameter prefixes: Those that stand for the namespace of XML Schema.
  init?(_ text: String, prefixes: Set<String>) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 1 || parts.count == 2 && prefixes.contains(parts[0]) else { return nil }
    self.init(rawValue: parts[parts.count - 1])
  }

  /// Whether a value without white space around it is one of the type, as XML Schema writes it.
  func accepts(_ value: String) -> Bool {
    switch self {
    case .string: true
    case .int: Int32(value) != nil
    case .unsignedInt: UInt32(value) != nil
    case .short: Int16(value) != nil
    case .unsignedShort: UInt16(value) != nil
    case .float, .double:
      ["INF", "-INF", "NaN"].contains(value)
        || value.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
          && Double(value) != nil
    case .boolean: ["true", "false", "1", "0"].contains(value)
    }
  }
}

/// A `SchemaData` and its values, kept until its `Schema` is known.
struct KMLSchemaData: Hashable, Sendable {
  var url: String
  var values: [(name: String, value: String)]

  init(_ node: KMLNode) {
    url = node.attribute(.schemaUrl) ?? ""
    values = node.descendants(.simpleData).map { ($0.attribute(.name) ?? "", $0.text) }
  }

  static func == (left: Self, right: Self) -> Bool {
    left.url == right.url && left.values.elementsEqual(right.values, by: ==)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(url) }

  /// What is wrong with the values by a schema's fields; nil if nothing is.
  func fault(by fields: [String: KMLFieldType?]) -> String? {
    for (name, value) in values {
      guard let field = fields[name] else { return "the schema has no field '\(name)'" }
      guard let type = field else {
        return "the field '\(name)' has no type that KML knows, so no value fits it"
      }
      if !type.accepts(value) { return "'\(value)' for '\(name)' is no \(type.rawValue)" }
    }
    return nil
  }
}
