/// An element of an XML file that is written whole.
struct XMLNode {
  private let name: String
  private let attributes: [(name: String, value: String)]
  private let text: String?
  private let children: [XMLNode]

  init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [XMLNode] = []
  ) {
    self.init(name, pairs: attributes.map { ($0.key, $0.value) }, children)
  }

  init(_ name: String, pairs: [(String, String)], _ children: [XMLNode] = []) {
    self.name = name
    attributes = pairs.map { (name: $0.0, value: $0.1) }
    self.children = children
    text = nil
  }

  /// An element with text and nothing else in it.
  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
    self.name = name
    self.attributes = attributes.map { (name: $0.key, value: $0.value) }
    self.text = text
    children = []
  }

  func append(to out: inout String, depth: Int = 0) {
    let indent = String(repeating: " ", count: depth)
    out += indent + "<" + name
    for attribute in attributes {
      out += " \(attribute.name)=\"\(XMLText.escaped(attribute.value))\""
    }
    if let text {
      out += ">\(XMLText.escaped(text))</\(name)>\n"
    } else if children.isEmpty {
      out += "/>\n"
    } else {
      out += ">\n"
      for child in children { child.append(to: &out, depth: depth + 1) }
      out += indent + "</\(name)>\n"
    }
  }

  func written() -> String {
    var text = ""
    append(to: &text)
    return text
  }
}
