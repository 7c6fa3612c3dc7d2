/// An element that has ended, as checks look at it. Good until its reading goes on.
struct KMLNode {
  let tree: KMLTree
  let index: Int

  private var element: KMLTree.Element { tree.elements[index] }

  var name: KMLName { element.name }
  /// As the file has it, without its prefix.
  var word: String { tree.words[Int(element.word)].text }
  var line: Int { Int(element.line) }
  /// Whether there is anything in it at all, be it white space or a comment.
  var hasNodes: Bool { element.hasNodes }
  var isInUpdate: Bool { element.isInUpdate }

  var parent: KMLNode? { element.parent < 0 ? nil : tree.node(Int(element.parent)) }

  /// The children, of all namespaces.
  var children: [KMLNode] {
    var children: [KMLNode] = []
    forEachChild { children.append($0) }
    return children
  }

  func children(_ name: KMLName) -> [KMLNode] { children.filter { $0.name == name } }

  func child(_ name: KMLName) -> KMLNode? {
    var next = index + 1
    let end = Int(element.end)
    while next < end {
      if tree.elements[next].name == name { return tree.node(next) }
      next = Int(tree.elements[next].end)
    }
    return nil
  }

  func has(_ name: KMLName) -> Bool { child(name) != nil }

  /// How many children are elements of KML.
  var countOfKMLChildren: Int {
    var count = 0
    forEachChild { count += $0.name.isOfKML ? 1 : 0 }
    return count
  }

  /// All below it of a name, in document order.
  func descendants(_ name: KMLName) -> [KMLNode] {
    (index + 1..<max(index + 1, Int(element.end))).filter { tree.elements[$0].name == name }
      .map(tree.node)
  }

  func hasAncestor(_ name: KMLName) -> Bool {
    var next = parent
    while let node = next {
      if node.name == name { return true }
      next = node.parent
    }
    return false
  }

  private func forEachChild(_ visit: (KMLNode) -> Void) {
    var next = index + 1
    let end = Int(element.end)
    while next < end {
      visit(tree.node(next))
      next = Int(tree.elements[next].end)
    }
  }

  // MARK: Values

  /// An attribute without a namespace.
  func attribute(_ key: KMLTree.Attribute) -> String? { tree.attribute(key, of: index) }

  /// The text as it stands.
  var rawText: String { tree.withText(of: index) { String(decoding: $0, as: UTF8.self) } }

  /// The text without XML's white space around it.
  var text: String { tree.withText(of: index) { String(decoding: $0.trimmed, as: UTF8.self) } }

  /// The text of the first child of a name; nil if there is none.
  func text(_ name: KMLName) -> String? { child(name)?.text }

  /// The number in a child, if there is a child and a number in it.
  func number(_ name: KMLName) -> Double? { text(name).flatMap { Double($0) } }

  /// Whether a child says true; without one it says no.
  func isOn(_ name: KMLName) -> Bool { ["1", "true"].contains(text(name) ?? "") }

  /// What a child says of heights: `clampToGround` if there is none.
  var altitudeMode: String {
    text(.altitudeMode) ?? (tree.allowsGX ? text(.gxAltitudeMode) : nil) ?? "clampToGround"
  }

  var isClamped: Bool { altitudeMode == "clampToGround" }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without XML's white space at either end.
  var trimmed: UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, count)
    while start < end, self[start].isXMLSpace { start += 1 }
    while end > start, self[end - 1].isXMLSpace { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }
}

extension UInt8 {
  /// Space, tab, line feed, carriage return.
  var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
