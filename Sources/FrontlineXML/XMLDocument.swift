import CLibXML2

/// A parsed document. Owns libxml2's tree and frees it once; used by one thread at a time.
///
/// A document with a DOCTYPE is refused where it begins, so no entity is ever defined, let alone expanded, and
/// nothing is fetched.
public final class XMLDocument {
  let pointer: xmlDocPtr

  /// - Throws: ``XMLError`` with the faults where the text is not well-formed, or `isDoctype`.
  public init(_ bytes: [UInt8]) throws {
    _ = LibXML.ready
    let log = FaultLog()
    guard let context = xmlNewParserCtxt() else { throw XMLError(what: "libxml2 is out of memory") }
    defer { xmlFreeParserCtxt(context) }
    guard bytes.count < Int(Int32.max) else {
      throw XMLError(what: "the document is larger than 2 GB")
    }
    let options =
      Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_HUGE.rawValue)
      | Int32(XML_PARSE_BIG_LINES.rawValue)
    let parsed: xmlDocPtr? = withExtendedLifetime(log) {
      context.pointee._private = log.pointer
      context.pointee.sax.pointee.serror = FaultLog.parserCallback
      context.pointee.sax.pointee.internalSubset = FaultLog.doctypeCallback
      return bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          xmlCtxtReadMemory(context, $0.baseAddress, Int32(bytes.count), nil, nil, options)
        }
      }
    }
    if log.sawDoctype {
      if let parsed { xmlFreeDoc(parsed) }
      throw XMLError(what: "the document declares a DOCTYPE", isDoctype: true)
    }
    guard let parsed else {
      throw XMLError(what: "not well-formed XML", faults: log.faults)
    }
    pointer = parsed
  }

  deinit { xmlFreeDoc(pointer) }

  /// The root element as a value; nil for a document without one.
  public func root() -> XMLElement? {
    xmlDocGetRootElement(pointer).map { XMLElement($0) }
  }
}

/// An element, its attributes and children, as plain values.
public struct XMLElement: Hashable, Sendable {
  public var name: String
  /// The namespace's name; empty if there is none.
  public var namespace: String
  /// By name; attributes of another namespace as `prefix:name`.
  public var attributes: [String: String]
  /// The text right inside the element, children's text left out.
  public var text: String
  /// 1-based.
  public var line: Int
  public var children: [XMLElement]
  /// All inside the element as XML text, where it holds XHTML in a document of another kind (RFC 4287, 3.1.1.3);
  /// nil for all others.
  public var markup: String?

  /// The children of a name.
  public func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// Visits the element and all below it, in document order.
  public func walk(_ visit: (XMLElement) -> Void) {
    visit(self)
    for child in children { child.walk(visit) }
  }

  init(_ node: xmlNodePtr) {
    name = XMLText.string(node.pointee.name)
    namespace = node.pointee.ns.map { XMLText.string($0.pointee.href) } ?? ""
    line = Int(xmlGetLineNo(node))
    attributes = [:]
    text = ""
    children = []
    var attribute = node.pointee.properties
    while let current = attribute {
      let prefix =
        current.pointee.ns.flatMap { $0.pointee.prefix }.map { XMLText.string($0) + ":" } ?? ""
      attributes[prefix + XMLText.string(current.pointee.name)] = XMLText.content(
        of: current.pointee.children)
      attribute = current.pointee.next
    }
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: children.append(XMLElement(current))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: text += XMLText.string(current.pointee.content)
      default: break
      }
      child = current.pointee.next
    }
    let isOutside = namespace != Self.xhtml
    if isOutside, children.contains(where: { $0.namespace == Self.xhtml }) {
      markup = XMLText.markup(inside: node)
    }
  }

  private static let xhtml = "http://www.w3.org/1999/xhtml"
}

/// libxml2's strings as Swift's.
enum XMLText {
  static func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer else { return "" }
    return String(cString: pointer)
  }

  /// One of libxml2's messages without its line breaks.
  static func line(_ message: UnsafePointer<CChar>?) -> String {
    guard let message else { return "unknown error" }
    return String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What is inside a node, written as XML.
  static func markup(inside node: xmlNodePtr) -> String {
    guard let buffer = xmlBufferCreate() else { return "" }
    defer { xmlBufferFree(buffer) }
    var child = node.pointee.children
    while let current = child {
      xmlNodeDump(buffer, node.pointee.doc, current, 0, 0)
      child = current.pointee.next
    }
    return string(xmlBufferContent(buffer))
  }

  /// The text of an attribute's nodes.
  static func content(of first: xmlNodePtr?) -> String {
    var text = ""
    var node = first
    while let current = node {
      if current.pointee.type == XML_TEXT_NODE { text += string(current.pointee.content) }
      node = current.pointee.next
    }
    return text
  }
}
