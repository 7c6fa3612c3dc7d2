import CLibXML2

/// What a person reads on a web page, and what the page says of itself.
public struct HTMLText: Hashable, Sendable {
  public var title: String?
  /// Paragraphs parted by blank lines; scripts, styles, navigation and forms left out.
  public var text: String
  /// The day of publication as the page writes it (`article:published_time`, `<time datetime>`, Dublin Core).
  public var published: String?
  public var url: String?
  public var siteName: String?

  public init(
    title: String? = nil, text: String, published: String? = nil, url: String? = nil,
    siteName: String? = nil
  ) {
    self.title = title
    self.text = text
    self.published = published
    self.url = url
    self.siteName = siteName
  }

  /// Reads HTML of any quality with libxml2's HTML parser. Nothing is fetched.
  ///
  /// - Throws: ``XMLError`` if there is nothing to read.
  public static func read(_ bytes: [UInt8]) throws -> HTMLText {
    _ = LibXML.ready
    guard !bytes.isEmpty, bytes.count < Int(Int32.max) else {
      throw XMLError(what: "the page is empty or too large")
    }
    let options =
      Int32(HTML_PARSE_RECOVER.rawValue) | Int32(HTML_PARSE_NOERROR.rawValue)
      | Int32(HTML_PARSE_NOWARNING.rawValue) | Int32(HTML_PARSE_NONET.rawValue)
    // A page without a charset is taken for Latin-1 by libxml2; most are UTF-8, and that can be told.
    let encoding = String(validating: bytes, as: UTF8.self) != nil ? "UTF-8" : nil
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        htmlReadMemory($0.baseAddress, Int32(bytes.count), nil, encoding, options)
      }
    }
    guard let document else { throw XMLError(what: "libxml2 finds no page in the file") }
    defer { xmlFreeDoc(document) }
    var reader = PageReader()
    if let root = xmlDocGetRootElement(document) { reader.read(root) }
    return reader.page()
  }
}

/// Walks the tree of a page without recursion, so that no nesting is too deep.
private struct PageReader {
  private var lines: [String] = []
  private var line = ""
  private var pageTitle: String?
  private var meta: [String: String] = [:]
  private var firstTime: String?
  private var canonical: String?

  private static let skipped: Set<String> = [
    "script", "style", "noscript", "nav", "header", "footer", "aside", "form", "button", "iframe",
    "svg", "template", "select",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol",
    "blockquote", "figure", "figcaption", "table", "tr", "pre", "dl", "dt", "dd", "body",
  ]

  mutating func read(_ root: xmlNodePtr) {
    var node: xmlNodePtr? = root
    while let current = node {
      let name = XMLText.string(current.pointee.name)
      let isElement = current.pointee.type == XML_ELEMENT_NODE
      if isElement { open(current, name) } else { add(current) }
      if isElement, !Self.skipped.contains(name), name != "title",
        let child = current.pointee.children
      {
        node = child
        continue
      }
      node = next(after: current, below: root)
    }
    endLine()
  }

  /// The node after a finished one: its sibling, or that of the nearest ancestor, closing what ends.
  private mutating func next(after node: xmlNodePtr, below root: xmlNodePtr) -> xmlNodePtr? {
    var current = node
    while true {
      if current.pointee.type == XML_ELEMENT_NODE,
        Self.blocks.contains(XMLText.string(current.pointee.name))
      {
        endLine()
      }
      if current == root { return nil }
      if let sibling = current.pointee.next { return sibling }
      guard let parent = current.pointee.parent else { return nil }
      current = parent
    }
  }

  private mutating func open(_ node: xmlNodePtr, _ name: String) {
    switch name {
    case "title": pageTitle = pageTitle ?? text(inside: node)
    case "meta":
      if let key = attribute(node, "property") ?? attribute(node, "name"),
        let content = attribute(node, "content")
      {
        meta[key.lowercased()] = meta[key.lowercased()] ?? content
      }
    case "link" where attribute(node, "rel") == "canonical": canonical = attribute(node, "href")
    case "time": firstTime = firstTime ?? attribute(node, "datetime")
    case "br": endLine()
    default: if Self.blocks.contains(name) { endLine() }
    }
  }

  private mutating func add(_ node: xmlNodePtr) {
    guard node.pointee.type == XML_TEXT_NODE else { return }
    line += XMLText.string(node.pointee.content)
  }

  private mutating func endLine() {
    let words = line.split { $0.isWhitespace }
    if !words.isEmpty { lines.append(words.joined(separator: " ")) }
    line = ""
  }

  private func text(inside node: xmlNodePtr) -> String? {
    let words = XMLText.content(of: node.pointee.children).split { $0.isWhitespace }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func attribute(_ node: xmlNodePtr, _ name: String) -> String? {
    var attribute = node.pointee.properties
    while let current = attribute {
      if XMLText.string(current.pointee.name) == name {
        let text = XMLText.content(of: current.pointee.children)
        return text.isEmpty ? nil : text
      }
      attribute = current.pointee.next
    }
    return nil
  }

  func page() -> HTMLText {
    let dates = [
      "article:published_time", "datepublished", "dc.date", "dcterms.created", "date", "pubdate",
    ]
    return HTMLText(
      title: meta["og:title"] ?? pageTitle, text: lines.joined(separator: "\n\n"),
      published: dates.lazy.compactMap { meta[$0] }.first ?? firstTime,
      url: canonical ?? meta["og:url"], siteName: meta["og:site_name"])
  }
}
