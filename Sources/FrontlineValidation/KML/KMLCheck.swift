/// An abstract test case of OGC 07-134r2 as it is made here.
struct KMLCheck: Sendable {
  /// What a check looks at.
  enum Rule: Sendable {
    /// Each element of some names once it has ended; says what is wrong with it, or nil.
    case element(@Sendable (KMLNode) -> String?)
    /// What an element refers to, judged when the document has been read.
    case reference(@Sendable (KMLNode) -> KMLReference?)
    /// The document as a whole: made by ``KMLValidator`` itself.
    case document
  }

  let id: CheckID
  /// 1 must hold, 2 should, 3 is good to have. Every level takes in those before it.
  let level: Int
  let title: String
  let names: [KMLName]
  /// Whether elements inside an `Update`, which are patches of others, are left alone.
  let skipsUpdate: Bool
  let rule: Rule

  private init(
    _ number: Int, _ id: String, _ title: String, _ names: [KMLName], skipsUpdate: Bool,
    _ rule: Rule
  ) {
    self.id = CheckID(id, number: number)
    level = Int(id.dropFirst("level-".count).prefix(1)) ?? 1
    self.title = title
    self.names = names
    self.skipsUpdate = skipsUpdate
    self.rule = rule
  }

  /// A check of each element by itself, in an `Update` too.
  static func every(
    _ number: Int, _ id: String, _ title: String, _ names: [KMLName],
    _ rule: @escaping @Sendable (KMLNode) -> String?
  ) -> KMLCheck {
    KMLCheck(number, id, title, names, skipsUpdate: false, .element(rule))
  }

  /// A check of each element by itself, but for those in an `Update`.
  static func whole(
    _ number: Int, _ id: String, _ title: String, _ names: [KMLName],
    _ rule: @escaping @Sendable (KMLNode) -> String?
  ) -> KMLCheck {
    KMLCheck(number, id, title, names, skipsUpdate: true, .element(rule))
  }

  static func reference(
    _ number: Int, _ id: String, _ title: String, _ names: [KMLName], skipsUpdate: Bool = false,
    _ rule: @escaping @Sendable (KMLNode) -> KMLReference?
  ) -> KMLCheck {
    KMLCheck(number, id, title, names, skipsUpdate: skipsUpdate, .reference(rule))
  }

  static func document(_ number: Int, _ id: String, _ title: String) -> KMLCheck {
    KMLCheck(number, id, title, [], skipsUpdate: false, .document)
  }
}

extension KMLCheck {
  static let rootElement = document(1, "level-1/RootElement", "the root is kml of KML 2.2")
  static let schema = document(
    2, "level-1/XmlSchemaConstraints", "the document is valid by the schema")

  /// All 77, by number.
  static let all: [KMLCheck] =
    ([rootElement, schema] + ofDocuments + ofFeatures + ofTimes + ofData + ofGeometries + ofModels
    + ofLinks + ofStyles + ofOverlays + ofViews).sorted {
      ($0.id.number ?? 0) < ($1.id.number ?? 0)
    }
}

extension KMLNode {
  /// What is missing of some children, for a message; nil if nothing is.
  func missing(_ names: KMLName...) -> String? {
    let missing = names.filter { !has($0) }
    return missing.isEmpty
      ? nil : "it has no " + missing.map { "<\($0.rawValue)>" }.joined(separator: " and no ")
  }

  /// A message unless there is one of some children.
  func lackingAny(of names: KMLName...) -> String? {
    names.contains(where: has)
      ? nil : "it has none of " + names.map { "<\($0.rawValue)>" }.joined(separator: ", ")
  }

  /// A message unless an element of KML is in it.
  var lackingContent: String? { countOfKMLChildren == 0 ? "it is empty" : nil }
}
