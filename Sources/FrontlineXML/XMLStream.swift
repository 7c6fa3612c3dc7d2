import CLibXML2

/// Follows a document while it is read, element by element; nothing is kept of it.
///
/// Pointers are good for the time of the call only. Names and namespaces end with a zero.
public protocol XMLVisitor: AnyObject {
  func open(_ tag: XMLTag)
  func close()
  /// Text right inside the element opened last, perhaps a part of it.
  func add(_ text: UnsafeBufferPointer<UInt8>)
  /// A comment or processing instruction.
  func passComment()
}

/// A start tag while it is read.
public struct XMLTag {
  /// Without its prefix. The same name has the same address throughout a document.
  public let name: UnsafePointer<UInt8>
  /// Nil if there is none; the same namespace has the same address.
  public let namespace: UnsafePointer<UInt8>?
  /// Where the tag ends; 1-based.
  public let line: Int
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  fileprivate let attributeCount: Int
  fileprivate let namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  fileprivate let namespaceCount: Int

  public var hasAttributes: Bool { attributeCount > 0 }
  /// Whether prefixes are bound in it.
  public var hasNamespaces: Bool { namespaceCount > 0 }

  /// Visits the attributes without a namespace: name and value.
  ///
  /// An ampersand stands in the value as `&#38;`, as libxml2 hands it on; ``XMLTag/text(_:)`` undoes that.
  public func forEachAttribute(
    _ visit: (UnsafePointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard let attributes else { return }
    // Five pointers each: name, prefix, namespace, the value's first byte, and the one after its last.
    for index in 0..<attributeCount {
      let at = attributes + 5 * index
      guard at[2] == nil, let name = at[0], let start = at[3], let end = at[4] else { continue }
      visit(name, UnsafeBufferPointer(start: start, count: end - start))
    }
  }

  /// The prefixes that the tag binds to a namespace; empty for the default one.
  public func prefixes(of namespace: StaticString) -> [String] {
    guard let namespaces else { return [] }
    return (0..<namespaceCount).compactMap { index in
      guard let name = namespaces[2 * index + 1], name.isName(namespace) else { return nil }
      return XMLText.string(namespaces[2 * index])
    }
  }

  /// The value of an attribute as text.
  public static func text(_ value: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: value, as: UTF8.self)
    return value.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
  }
}

extension UnsafePointer<UInt8> {
  /// Whether the text up to its zero is this one.
  public func isName(_ name: StaticString) -> Bool { xmlStrEqual(self, name.utf8Start) == 1 }
}

/// Where a document's bytes come from, in order.
public struct XMLSource {
  /// Fills the start of a buffer and says how many bytes that were; 0 at the end, negative on failure.
  public let read: (UnsafeMutableRawBufferPointer) -> Int

  public init(read: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
    self.read = read
  }

  /// - Parameter bytes: Good as long as the source is read.
  public init(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    self.init { buffer in
      let count = min(buffer.count, bytes.count - offset)
      guard count > 0 else { return 0 }
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
      offset += count
      return count
    }
  }
}

/// How the reading of a document ended.
public struct XMLReading: Sendable {
  public enum Ending: Hashable, Sendable {
    case complete
    /// Stopped where a document type declaration begins, at this line; nothing in it was read.
    case doctype(line: Int)
    /// Not well-formed, namespaces included.
    case malformed(XMLFault)
    /// libxml2 could not do its work.
    case failed(String)
  }

  public var ending: Ending
  /// What the schema has to say, in document order, up to a thousand faults; but for ids that are not unique, which
  /// is for the visitor to see.
  public var schemaFaults: [XMLFault]
  /// How many more there were.
  public var moreSchemaFaults: Int
}

extension XMLSource {
  /// Reads a document once, past a schema and a visitor; neither keeps it, so its size costs time and no memory.
  ///
  /// No entity is ever defined, nothing is fetched, and a document with a DOCTYPE is refused where it begins.
  ///
  /// - Parameter schema: Nil for well-formedness alone.
  public func read(schema: XMLSchema?, visitor: any XMLVisitor) -> XMLReading {
    _ = LibXML.ready
    let reading = StreamReading(self, visitor)
    guard let parser = xmlNewParserCtxt() else { return reading.failed("libxml2 is out of memory") }
    defer { xmlFreeParserCtxt(parser) }
    return withExtendedLifetime((reading, schema)) {
      guard let schema else { return reading.run(parser) }
      guard let validation = xmlSchemaNewValidCtxt(schema.pointer) else {
        return reading.failed("libxml2 is out of memory")
      }
      defer { xmlSchemaFreeValidCtxt(validation) }
      return reading.run(parser, validation)
    }
  }
}

/// One reading of a document; handed to C as an unretained pointer and kept alive by the caller.
private final class StreamReading {
  private let source: XMLSource
  private let visitor: any XMLVisitor
  private var parser: xmlParserCtxtPtr?
  private var doctypeLine: Int?
  private var malformed: XMLFault?
  private var open: [(name: UnsafePointer<xmlChar>, line: Int)] = []
  /// The element that opened or closed last: what the schema complains of.
  private var current: (name: UnsafePointer<xmlChar>, line: Int)?
  private var schemaFaults: [XMLFault] = []
  private var moreSchemaFaults = 0
  private static let mostFaults = 1000

  init(_ source: XMLSource, _ visitor: any XMLVisitor) {
    self.source = source
    self.visitor = visitor
  }

  private var address: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  func failed(_ what: String) -> XMLReading {
    XMLReading(ending: .failed(what), schemaFaults: [], moreSchemaFaults: 0)
  }

  /// Without a schema.
  func run(_ parser: xmlParserCtxtPtr) -> XMLReading {
    guard prepare(parser) else { return failed("libxml2 gave no parser") }
    parser.pointee.userData = address
    read(with: parser)
    return result(parser)
  }

  func run(_ parser: xmlParserCtxtPtr, _ validation: xmlSchemaValidCtxtPtr) -> XMLReading {
    guard prepare(parser) else { return failed("libxml2 gave no parser") }
    xmlSchemaSetValidStructuredErrors(validation, Self.schemaCallback, address)
    var isPlugged = false
    // The parser talks to the schema, which passes everything on to the handler; libxml2 writes to both
    // places once more when it is unplugged.
    withUnsafeMutablePointer(to: &parser.pointee.sax) { sax in
      withUnsafeMutablePointer(to: &parser.pointee.userData) { userData in
        userData.pointee = address
        guard let plug = xmlSchemaSAXPlug(validation, sax, userData) else { return }
        sax.pointee?.pointee.serror = Self.parserCallback
        read(with: parser)
        isPlugged = xmlSchemaSAXUnplug(plug) == 0
      }
    }
    guard isPlugged else { return failed("libxml2 could not validate while reading") }
    var result = result(parser)
    let isValid = xmlSchemaIsValid(validation) == 1
    if result.ending == .complete, isValid != result.schemaFaults.isEmpty {
      result.ending = .failed("libxml2 contradicts itself about the schema")
    }
    return result
  }

  private func prepare(_ parser: xmlParserCtxtPtr) -> Bool {
    self.parser = parser
    parser.pointee._private = address
    guard let own = parser.pointee.sax else { return false }
    own.pointee = Self.handler
    return true
  }

  private func read(with parser: xmlParserCtxtPtr) {
    let options =
      Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_HUGE.rawValue)
      | Int32(XML_PARSE_BIG_LINES.rawValue)
    let document = xmlCtxtReadIO(parser, Self.readCallback, nil, address, nil, nil, options)
    if let document { xmlFreeDoc(document) }
  }

  private func result(_ parser: xmlParserCtxtPtr) -> XMLReading {
    let ending: XMLReading.Ending
    if let doctypeLine {
      ending = .doctype(line: doctypeLine)
    } else if let malformed {
      ending = .malformed(malformed)
    } else if parser.pointee.wellFormed == 0 || current == nil {
      ending = .malformed(XMLFault(line: 1, message: "the document is empty or breaks off"))
    } else {
      ending = .complete
    }
    return XMLReading(
      ending: ending, schemaFaults: schemaFaults, moreSchemaFaults: moreSchemaFaults)
  }

  // MARK: What libxml2 calls

  private static func reading(_ pointer: UnsafeMutableRawPointer?) -> StreamReading? {
    pointer.map { Unmanaged<StreamReading>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let readCallback: xmlInputReadCallback = { owner, buffer, most in
    guard let reading = StreamReading.reading(owner), let buffer else { return -1 }
    return Int32(
      reading.source.read(UnsafeMutableRawBufferPointer(start: buffer, count: Int(most))))
  }

  private static let schemaCallback: xmlStructuredErrorFunc = { owner, error in
    guard let reading = StreamReading.reading(owner), let error,
      error.pointee.level != XML_ERR_WARNING
    else { return }
    reading.addSchemaFault(XMLText.line(error.pointee.message))
  }

  private func addSchemaFault(_ message: String) {
    guard schemaFaults.count < Self.mostFaults else {
      moreSchemaFaults += 1
      return
    }
    schemaFaults.append(
      XMLFault(
        line: current?.line ?? 0, element: current.map { XMLText.string($0.name) },
        message: message))
  }

  /// Only the first fault counts: libxml2 goes on after a prefix that is bound to nothing, and we do not.
  ///
  /// What libxml2 hands over first is the handler's data, which is the schema's while one is plugged in; the parser
  /// stands in the error itself.
  private static let parserCallback: xmlStructuredErrorFunc = { _, error in
    guard let error, let context = error.pointee.ctxt else { return }
    let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
    guard let reading = StreamReading.reading(parser.pointee._private) else { return }
    let isOfNamespaces = error.pointee.domain == Int32(XML_FROM_NAMESPACE.rawValue)
    let isFatal = error.pointee.level == XML_ERR_FATAL
    let isUnbound = isOfNamespaces && StreamReading.namespaceErrors.contains(error.pointee.code)
    guard isFatal || isUnbound, reading.malformed == nil else { return }
    reading.malformed = XMLFault(
      line: Int(error.pointee.line), message: XMLText.line(error.pointee.message))
    if isUnbound { xmlStopParser(parser) }
  }

  /// Prefixes bound to nothing, bound twice or to nothing allowed; a namespace that is no URI is let pass.
  private static let namespaceErrors =
    Int32(
      XML_NS_ERR_XML_NAMESPACE.rawValue)...Int32(XML_NS_ERR_COLON.rawValue)

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.serror = parserCallback
    handler.startElementNs = { owner, name, _, namespace, bound, bindings, count, _, attributes in
      guard let reading = StreamReading.reading(owner), let name else { return }
      reading.opened(
        XMLTag(
          name: name, namespace: namespace, line: reading.line, attributes: attributes,
          attributeCount: Int(count), namespaces: bindings, namespaceCount: Int(bound)))
    }
    handler.endElementNs = { owner, _, _, _ in StreamReading.reading(owner)?.closed() }
    handler.characters = { owner, text, count in
      StreamReading.reading(owner)?.visitor.add(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    handler.comment = { owner, _ in StreamReading.reading(owner)?.visitor.passComment() }
    handler.processingInstruction = { owner, _, _ in
      StreamReading.reading(owner)?.visitor.passComment()
    }
    handler.internalSubset = { owner, _, _, _ in
      guard let reading = StreamReading.reading(owner) else { return }
      reading.doctypeLine = reading.line
      xmlStopParser(reading.parser)
    }
    return handler
  }

  private var line: Int { parser?.pointee.input.map { Int($0.pointee.line) } ?? 0 }

  private func opened(_ tag: XMLTag) {
    let element = (tag.name, tag.line)
    open.append(element)
    current = element
    visitor.open(tag)
  }

  private func closed() {
    current = open.popLast() ?? current
    visitor.close()
  }
}
