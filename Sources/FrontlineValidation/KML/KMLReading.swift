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
  private(set) var ids = KMLIDs()
  private(set) var root: KMLRoot?
  private var references: [KMLReference: Int] = [:]
  private var places: [Place] = []
  /// Texts of `styleUrl` that are known to be good.
  private var goodStyles: Set<String> = []

  init(_ options: Options) {
    self.options = options
    tree = KMLTree(checks: options.checks, allowsGX: options.allowsGX)
  }

  // MARK: Reading

  func open(_ tag: XMLTag) {
    if root == nil { root = KMLRoot(tag) }
    let element = tree.enter(tag)
    let name = tree.elements[element].name
    guard tag.hasAttributes, name.isOfKML else { return }
    // An id given twice is that of the element that has it first.
    if ids.add(tree, element), name == .style || name == .styleMap,
      let id = tree.attribute(.id, of: element)
    {
      index.styles.insert(id)
    }
    if tree.elements[element].isInUpdate, let target = tree.attribute(.targetId, of: element) {
      index.targets.insert(target)
    }
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
    guard tree.words[Int(tree.elements[parent.index].word)].isContainer else { return }
    checkAll(from: element)
    tree.drop(element)
  }

  /// Checks an element that has ended and what is below it, but for what was checked before: only now are the
  /// neighbours of each known.
  private func checkAll(from first: Int) {
    for index in first..<tree.elements.count where !tree.elements[index].isChecked {
      for check in tree.words[Int(tree.elements[index].word)].checks {
        make(check, at: tree.node(index))
      }
      tree.markChecked(index)
    }
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

/// The ids of a document, as hashes: which of them seem to occur twice.
struct KMLIDs {
  private var seen: Set<Int> = []
  private(set) var repeated: Set<Int> = []

  /// Says whether the element has an id that none before it has.
  @discardableResult
  mutating func add(_ tree: KMLTree, _ element: Int) -> Bool {
    guard let hash = Self.hash(tree, element) else { return false }
    if seen.insert(hash).inserted { return true }
    repeated.insert(hash)
    return false
  }

  static func hash(_ tree: KMLTree, _ element: Int) -> Int? {
    tree.withAttribute(.id, of: element) { bytes in
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      return hasher.finalize()
    }
  }
}

/// Looks at the root and the ids of a document and at nothing else.
final class KMLOutline: XMLVisitor {
  private let tree = KMLTree()
  private(set) var ids = KMLIDs()
  private(set) var root: KMLRoot?

  func open(_ tag: XMLTag) {
    if root == nil { root = KMLRoot(tag) }
    guard tag.hasAttributes else { return }
    let element = tree.enter(tag)
    if tree.elements[element].name.isOfKML { ids.add(tree, element) }
    tree.removeAll()
  }

  func close() {}
  func add(_ text: UnsafeBufferPointer<UInt8>) {}
  func passComment() {}
}

/// Finds which ids of some a document has.
final class KMLTargets: XMLVisitor {
  private(set) var missing: Set<String>
  private let tree = KMLTree()

  init(_ ids: Set<String>) {
    missing = ids
  }

  func open(_ tag: XMLTag) {
    guard tag.hasAttributes else { return }
    let element = tree.enter(tag)
    if tree.elements[element].name.isOfKML, let id = tree.attribute(.id, of: element) {
      missing.remove(id)
    }
    tree.removeAll()
  }

  func close() {}
  func add(_ text: UnsafeBufferPointer<UInt8>) {}
  func passComment() {}
}

/// A root element as the file has it; its namespace empty if it has none.
struct KMLRoot: Hashable {
  let name: String
  let namespace: String
  let line: Int

  init(_ tag: XMLTag) {
    name = String(cString: tag.name)
    namespace = tag.namespace.map { String(cString: $0) } ?? ""
    line = tag.line
  }
}

/// Finds the ids of a document that are given twice, in a second reading.
final class KMLRepeatedIDs: XMLVisitor {
  private let hashes: Set<Int>
  private let tree = KMLTree()
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
    guard node.name.isOfKML, let hash = KMLIDs.hash(tree, element), hashes.contains(hash),
      let id = node.attribute(.id)
    else { return }
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
