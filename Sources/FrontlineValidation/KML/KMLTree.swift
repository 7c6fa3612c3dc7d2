internal import FrontlineXML

/// The elements of a KML document that are open, and what is below them and still of use.
///
/// A feature that has ended is checked and dropped, but for one of each name in every container; so a document of any
/// size needs no more room than its largest feature, its styles and its schemas.
///
/// A class, so that nodes can look at it without copying it; it belongs to one reading on one thread.
final class KMLTree {
  struct Element {
    var name: KMLName
    /// Which of ``KMLTree/words`` it is called.
    var word: Int32
    var parent: Int32
    /// Just past its last descendant; known once it has ended.
    var end: Int32
    var line: Int32
    var textStart: Int
    var textEnd: Int
    var attributeStart: Int32
    /// Whether there is anything in it at all, be it white space or a comment.
    var hasNodes = false
    var hasChildren = false
    var isChecked = false
    var isInUpdate: Bool
  }

  /// A name as it occurs in the document, with what is done at elements of it.
  struct Word {
    let text: String
    let name: KMLName
    let checks: [KMLCheck]
    /// Whether what ends in such an element is checked and done with.
    let isContainer: Bool
  }

  /// Attributes that checks look at.
  enum Attribute: String, CaseIterable {
    case id, targetId, name, type, schemaUrl, rel
  }

  private(set) var elements: [Element] = []
  private(set) var words: [Word] = []
  private var text: [UInt8] = []
  private var attributes: [(key: Attribute, value: Range<Int>)] = []
  /// The bytes of attributes.
  private var values: [UInt8] = []
  private var open: [Int32] = []
  /// By address: libxml2 keeps one copy of each name of a document.
  private var known: [Address: Int32] = [:]
  /// Before that, by some bits of the address; most documents have few names.
  private var recent = [Recent?](repeating: nil, count: 256)
  private var knownAttributes: [UnsafePointer<UInt8>: Attribute?] = [:]
  /// Prefixes that stand for the namespace of XML Schema's types.
  private(set) var typePrefixes: Set<String> = []

  private let checks: [KMLName: [KMLCheck]]
  /// Whether Google's elements are known, where they stand for one of KML.
  let allowsGX: Bool

  /// - Parameter checks: To be made, by the names of elements.
  init(checks: [KMLName: [KMLCheck]] = [:], allowsGX: Bool = false) {
    self.checks = checks
    self.allowsGX = allowsGX
  }

  private var lastCoordinates: (index: Int, coordinates: KMLCoordinates)?

  private struct Address: Hashable {
    let name: UnsafePointer<UInt8>
    let namespace: UnsafePointer<UInt8>?
  }

  private struct Recent {
    let address: Address
    let word: Int32
  }

  static let kml: StaticString = "http://www.opengis.net/kml/2.2"
  private static let atom: StaticString = "http://www.w3.org/2005/Atom"
  private static let gx: StaticString = "http://www.google.com/kml/ext/2.2"
  private static let types: StaticString = "http://www.w3.org/2001/XMLSchema"

  // MARK: Reading

  /// The index of the new element.
  func enter(_ tag: XMLTag) -> Int {
    let word = word(of: tag)
    let name = words[Int(word)].name
    let parent = open.last.map(Int.init)
    if let parent {
      if !elements[parent].hasChildren { elements[parent].textEnd = text.count }
      elements[parent].hasNodes = true
      elements[parent].hasChildren = true
    }
    let isInUpdate = parent.map { elements[$0].isInUpdate || elements[$0].name == .update } ?? false
    let index = elements.count
    elements.append(
      Element(
        name: name, word: word, parent: parent.map(Int32.init) ?? -1, end: 0,
        line: Int32(clamping: tag.line), textStart: text.count, textEnd: text.count,
        attributeStart: Int32(attributes.count), isInUpdate: isInUpdate))
    open.append(Int32(index))
    addAttributes(of: tag)
    return index
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let index = open.last.map(Int.init) else { return }
    elements[index].hasNodes = true
    if !elements[index].hasChildren { text.append(contentsOf: bytes) }
  }

  func passComment() {
    if let index = open.last { elements[Int(index)].hasNodes = true }
  }

  /// Ends the element opened last and says which it was.
  func leave() -> Int? {
    guard let index = open.popLast().map(Int.init) else { return nil }
    elements[index].end = Int32(elements.count)
    if !elements[index].hasChildren { elements[index].textEnd = text.count }
    return index
  }

  /// Drops what is below an element that has ended last, and the element too if its parent has another of its name.
  func drop(_ index: Int) {
    lastCoordinates = nil
    let element = elements[index]
    var kept = index + 1
    text.removeLast(text.count - element.textStart)
    if hasEarlierSibling(index) { kept = index }
    dropAttributes(from: Int(element.attributeStart))
    elements.removeLast(elements.count - kept)
    guard kept > index else { return }
    elements[index].end = Int32(kept)
    elements[index].textEnd = element.textStart
  }

  private func dropAttributes(from first: Int) {
    guard first < attributes.count else { return }
    values.removeLast(values.count - attributes[first].value.lowerBound)
    attributes.removeLast(attributes.count - first)
  }

  func markChecked(_ index: Int) { elements[index].isChecked = true }

  /// Forgets all elements, open ones too.
  func removeAll() {
    elements.removeAll(keepingCapacity: true)
    dropAttributes(from: 0)
    text.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    lastCoordinates = nil
  }

  private func hasEarlierSibling(_ index: Int) -> Bool {
    let (name, parent) = (elements[index].name, Int(elements[index].parent))
    guard parent >= 0 else { return false }
    var next = parent + 1
    while next < index {
      if elements[next].name == name { return true }
      next = Int(elements[next].end)
    }
    return false
  }

  private func word(of tag: XMLTag) -> Int32 {
    let address = Address(name: tag.name, namespace: tag.namespace)
    let slot = Int(bitPattern: tag.name) >> 3 & 0xFF
    if let recent = recent[slot], recent.address == address { return recent.word }
    let word = known[address] ?? newWord(tag)
    known[address] = word
    recent[slot] = Recent(address: address, word: word)
    return word
  }

  private func newWord(_ tag: XMLTag) -> Int32 {
    let text = String(cString: tag.name)
    let name = Self.name(text, in: tag.namespace)
    words.append(
      Word(
        text: text, name: name, checks: checks[name] ?? [],
        isContainer: [.kml, .document, .folder, .create, .change, .delete].contains(name)))
    return Int32(words.count - 1)
  }

  private static func name(_ text: String, in namespace: UnsafePointer<UInt8>?) -> KMLName {
    guard let namespace else { return .foreign }
    if namespace.isName(kml) { return KMLName(named: text) }
    let name: KMLName =
      if namespace.isName(atom) {
        KMLName(named: "atom:" + text)
      } else if namespace.isName(gx) {
        KMLName(named: "gx:" + text)
      } else {
        .foreign
      }
    return name == .other ? .foreign : name
  }

  private func addAttributes(of tag: XMLTag) {
    if tag.hasNamespaces { typePrefixes.formUnion(tag.prefixes(of: Self.types)) }
    guard tag.hasAttributes else { return }
    tag.forEachAttribute { name, value in
      let key: Attribute?
      if let known = knownAttributes[name] {
        key = known
      } else {
        key = Attribute(rawValue: String(cString: name))
        knownAttributes[name] = .some(key)
      }
      guard let key else { return }
      attributes.append((key, values.count..<values.count + value.count))
      values.append(contentsOf: value)
    }
  }

  // MARK: Looking

  /// What a `coordinates` element holds; the last one asked for is remembered, as several checks look at it.
  func coordinates(of index: Int) -> KMLCoordinates {
    if let last = lastCoordinates, last.index == index { return last.coordinates }
    let parent = Int(elements[index].parent)
    let isRing = parent >= 0 && elements[parent].name == .linearRing
    let coordinates = KMLCoordinates(of: node(index), keepsPositions: isRing)
    lastCoordinates = (index, coordinates)
    return coordinates
  }

  func node(_ index: Int) -> KMLNode { KMLNode(tree: self, index: index) }

  func attribute(_ key: Attribute, of index: Int) -> String? {
    withAttribute(key, of: index) { XMLTag.text($0) }
  }

  /// The bytes of an attribute as libxml2 hands them on.
  func withAttribute<Result>(
    _ key: Attribute, of index: Int, _ look: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    let start = Int(elements[index].attributeStart)
    let end =
      index + 1 < elements.count ? Int(elements[index + 1].attributeStart) : attributes.count
    for attribute in attributes[start..<end] where attribute.key == key {
      return values.withUnsafeBufferPointer {
        look(UnsafeBufferPointer(rebasing: $0[attribute.value]))
      }
    }
    return nil
  }

  /// The bytes of an element's text, up to its first child.
  func withText<Result>(
    of index: Int, _ look: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = elements[index].textStart..<elements[index].textEnd
    return text.withUnsafeBufferPointer { look(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
