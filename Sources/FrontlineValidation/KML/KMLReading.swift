internal import FrontlineXML

/// Makes the checks while a document is read.
final class KMLReading: XMLVisitor {
  struct Options {
    /// By the names of the elements they look at.
    var checks: [KMLName: [KMLCheck]]
    /// For a root that is not kml, which every check of kml would miss.
    var rootChecks: [KMLCheck] = []
    var allowsGX: Bool

    init(checks: [KMLCheck], allowsGX: Bool) {
      self.allowsGX = allowsGX
      self.checks = [:]
      for check in checks {
        for name in check.names { self.checks[name, default: []].append(check) }
      }
      rootChecks = checks.filter { $0.names == [.kml] }
    }
  }

  /// A reference in the document, judged once for all places it stands in.
  private struct Place {
    let check: CheckID
    let line: Int
    let word: String
    let reference: Int
  }

  private let options: Options
  private let tree: KMLTree
  private(set) var faults: [ValidationFault] = []
  private(set) var index = KMLDocumentIndex()
  /// Hashes of ids, and of those that seem to occur twice.
  private var ids: Set<Int> = []
  private(set) var repeatedIDs: Set<Int> = []
  /// The root as the file has it; its namespace empty if it has none.
  private(set) var root: (name: String, namespace: String, line: Int)?
  private var references: [KMLReference: Int] = [:]
  private var places: [Place] = []
  /// Texts of `styleUrl` that are known to be good.
  private var goodStyles: Set<String> = []

  init(_ options: Options) {
    self.options = options
    tree = KMLTree(allowsGX: options.allowsGX)
  }

  // MARK: Reading

  func open(_ tag: XMLTag) {
    if root == nil {
      let namespace = tag.namespace.map { String(cString: $0) } ?? ""
      root = (String(cString: tag.name), namespace, tag.line)
    }
    let element = tree.enter(tag)
    guard let id = tree.attribute(.id, of: element) else { return }
    note(id, of: tree.elements[element].name)
  }

  func add(_ text: UnsafeBufferPointer<UInt8>) { tree.add(text) }
  func passComment() { tree.passComment() }

  func close() {
    guard let element = tree.leave() else { return }
    let node = tree.node(element)
    if node.name == .schema { noteSchema(node) }
    guard let parent = node.parent else {
      checkAll(from: element)
      if node.name != .kml { for check in options.rootChecks { make(check, at: node) } }
      return
    }
    guard Self.dropping.contains(parent.name) else { return }
    checkAll(from: element)
    tree.drop(element)
  }

  /// Checks an element that has ended and what is below it, but for what was checked before: only now are the
  /// neighbours of each known.
  private func checkAll(from first: Int) {
    for index in first..<tree.elements.count where !tree.elements[index].isChecked {
      let node = tree.node(index)
      for check in options.checks[node.name] ?? [] { make(check, at: node) }
      tree.markChecked(index)
    }
  }

  /// What ends in one of these is checked and done with.
  private static let dropping: Set<KMLName> = [
    .kml, .document, .folder, .create, .change, .delete,
  ]

  private func note(_ id: String, of name: KMLName) {
    if name == .style || name == .styleMap { index.styles.insert(id) }
    guard name.isOfKML else { return }
    let hash = id.hashValue
    if !ids.insert(hash).inserted { repeatedIDs.insert(hash) }
  }

  private func noteSchema(_ node: KMLNode) {
    guard let id = node.attribute(.id), index.schemas[id] == nil else { return }
    var fields: [String: KMLFieldType?] = [:]
    for field in node.descendants(.simpleField) {
      fields[field.attribute(.name) ?? ""] = .some(
        KMLFieldType(field.attribute(.type) ?? "", prefixes: tree.typePrefixes))
    }
    index.schemas[id] = fields
  }

  private func make(_ check: KMLCheck, at node: KMLNode) {
    if check.skipsUpdate && node.isInUpdate { return }
    switch check.rule {
    case .document: break
    case .element(let rule):
      if let message = rule(node) { add(check.id, node.line, node.word, message) }
    case .reference(let rule):
      guard let reference = rule(node), !isKnownToBeGood(reference) else { return }
      let number = references[reference, default: references.count]
      references[reference] = number
      places.append(Place(check: check.id, line: node.line, word: node.word, reference: number))
    }
  }

  /// Styles and schemas mostly come before what refers to them, and need not be remembered then.
  private func isKnownToBeGood(_ reference: KMLReference) -> Bool {
    switch reference {
    case .style(let text):
      if goodStyles.contains(text) { return true }
      guard text.hasPrefix("#"), let id = KMLAddress(text)?.fragment, index.styles.contains(id)
      else { return false }
      goodStyles.insert(text)
      return true
    case .schemaData(let data):
      guard data.url.hasPrefix("#"), let fields = index.schemas[String(data.url.dropFirst())] else {
        return false
      }
      return data.fault(by: fields) == nil
    default: return false
    }
  }

  private func add(_ check: CheckID, _ line: Int, _ word: String, _ message: String) {
    faults.append(ValidationFault(line: line, element: word, check: check, message: message))
  }

  // MARK: References

  /// Judges what the document refers to, once all of it is known.
  func judgeReferences(in surroundings: KMLSurroundings) {
    var judge = KMLReferenceJudge(index: index, surroundings: surroundings)
    let ordered = references.sorted { $0.value < $1.value }
    let judgements = ordered.map { judge.judge($0.key) }
    var unknown: [CheckID: (line: Int, count: Int, why: String)] = [:]
    for place in places {
      switch judgements[place.reference] {
      case .good: break
      case .fault(let message): add(place.check, place.line, place.word, message)
      case .outside(let reference):
        add(
          CheckID("kmz/link"), place.line, place.word,
          "'\(reference)' leads out of the archive; put the file into it")
      case .unknown(let why):
        unknown[place.check, default: (place.line, 0, why)].count += 1
      }
    }
    for (check, found) in unknown.sorted(by: { ($0.key.number ?? 0) < ($1.key.number ?? 0) }) {
      let what = found.count == 1 ? "a reference was" : "\(found.count) references were"
      faults.append(
        ValidationFault(
          .note, line: found.line, check: check, message: "\(what) not followed: \(found.why)"))
    }
  }
}

/// Finds the ids of a document that are given twice, in a second reading.
final class KMLRepeatedIDs: XMLVisitor {
  private let hashes: Set<Int>
  private let tree = KMLTree(allowsGX: false)
  private var seen: [String: (word: String, line: Int)] = [:]
  private(set) var faults: [ValidationFault] = []

  /// - Parameter hashes: Of the ids in question.
  init(_ hashes: Set<Int>) {
    self.hashes = hashes
  }

  func open(_ tag: XMLTag) {
    let element = tree.enter(tag)
    defer { tree.removeAll() }
    let node = tree.node(element)
    guard node.name.isOfKML, let id = node.attribute(.id), hashes.contains(id.hashValue) else {
      return
    }
    if let first = seen[id] {
      faults.append(
        ValidationFault(
          line: node.line, element: node.word, check: KMLCheck.schema.id,
          message: "the id '\(id)' is that of <\(first.word)> in line \(first.line) already"))
    } else {
      seen[id] = (node.word, node.line)
    }
  }

  func close() {}
  func add(_ text: UnsafeBufferPointer<UInt8>) {}
  func passComment() {}
}
