import CLibXML2

/// Follows a document while it is read, element by element; nothing is kept of it.
///
/// Pointers are good for the time of the call only. Names and namespaces end with a zero.
public protocol XMLVisitor: AnyObject {
  /// - Parameters:
  ///   - name: Without its prefix.
  ///   - namespace: Nil if there is none.
  func open(
    _ name: UnsafePointer<UInt8>, in namespace: UnsafePointer<UInt8>?, attributes: XMLAttributes)
  func close()
  /// Text right inside the element opened last, perhaps a part of it.
  func add(_ text: UnsafeBufferPointer<UInt8>)
}

/// The attributes of an element while it is read.
public struct XMLAttributes {
  private let first: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let count: Int

  fileprivate init(_ first: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
    self.first = first
    self.count = count
  }

  /// The bytes of an attribute without a namespace; nil if there is none.
  public func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let first else { return nil }
    // Five pointers each: name, prefix, namespace, the value's first byte, and the one after its last.
    for index in 0..<count {
      let at = first + 5 * index
      guard at[2] == nil, let found = at[0], found.isName(name),
        let start = at[3], let end = at[4]
      else { continue }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
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
}

extension XMLSchema {
  /// Whether a document is well-formed, without a DOCTYPE, and as the schema has it, but for what only the
  /// whole document shows: that values of the type `ID` are unique, which is for the visitor to check.
  ///
  /// The document is never held as a whole, so its size costs time and no memory. Where this says no,
  /// ``faults(in:)`` says why.
  public func accepts(_ source: XMLSource, visitor: any XMLVisitor) -> Bool {
    _ = LibXML.ready
    let reading = StreamReading(source, visitor)
    guard let parser = xmlNewParserCtxt() else { return false }
    defer { xmlFreeParserCtxt(parser) }
    guard let validation = xmlSchemaNewValidCtxt(pointer) else { return false }
    defer { xmlSchemaFreeValidCtxt(validation) }
    return withExtendedLifetime(reading) { reading.run(parser, validation) }
  }
}

/// One reading of a document; handed to C as an unretained pointer and kept alive by the caller.
private final class StreamReading {
  private let source: XMLSource
  private let visitor: any XMLVisitor
  private var parser: xmlParserCtxtPtr?
  private var sawDoctype = false

  init(_ source: XMLSource, _ visitor: any XMLVisitor) {
    self.source = source
    self.visitor = visitor
  }

  func run(_ parser: xmlParserCtxtPtr, _ validation: xmlSchemaValidCtxtPtr) -> Bool {
    self.parser = parser
    guard let own = parser.pointee.sax else { return false }
    own.pointee = Self.handler
    xmlSchemaSetValidStructuredErrors(validation, { _, _ in }, nil)
    var isUnplugged = false
    // The parser talks to the schema, which passes everything on to the handler; libxml2 writes to both
    // places once more when it is unplugged.
    withUnsafeMutablePointer(to: &parser.pointee.sax) { sax in
      withUnsafeMutablePointer(to: &parser.pointee.userData) { userData in
        userData.pointee = Unmanaged.passUnretained(self).toOpaque()
        guard let plug = xmlSchemaSAXPlug(validation, sax, userData) else { return }
        sax.pointee?.pointee.serror = { _, _ in }
        read(with: parser)
        isUnplugged = xmlSchemaSAXUnplug(plug) == 0
      }
    }
    // Without a tree the parser gives no document even if all is well.
    let isWellFormed = parser.pointee.wellFormed == 1 && parser.pointee.errNo == 0
    return isUnplugged && isWellFormed && !sawDoctype && xmlSchemaIsValid(validation) == 1
  }

  private func read(with parser: xmlParserCtxtPtr) {
    let options =
      Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_HUGE.rawValue)
      | Int32(XML_PARSE_BIG_LINES.rawValue)
    let document = xmlCtxtReadIO(
      parser, Self.readCallback, nil, Unmanaged.passUnretained(self).toOpaque(), nil, nil, options)
    if let document { xmlFreeDoc(document) }
  }

  private static func reading(_ pointer: UnsafeMutableRawPointer?) -> StreamReading? {
    pointer.map { Unmanaged<StreamReading>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let readCallback: xmlInputReadCallback = { owner, buffer, most in
    guard let reading = StreamReading.reading(owner), let buffer else { return -1 }
    return Int32(
      reading.source.read(UnsafeMutableRawBufferPointer(start: buffer, count: Int(most))))
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { owner, name, _, namespace, _, _, count, _, attributes in
      guard let reading = StreamReading.reading(owner), let name else { return }
      reading.visitor.open(
        name, in: namespace, attributes: XMLAttributes(attributes, count: Int(count)))
    }
    handler.endElementNs = { owner, _, _, _ in StreamReading.reading(owner)?.visitor.close() }
    handler.characters = { owner, text, count in
      StreamReading.reading(owner)?.visitor.add(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    handler.internalSubset = { owner, _, _, _ in
      guard let reading = StreamReading.reading(owner) else { return }
      reading.sawDoctype = true
      xmlStopParser(reading.parser)
    }
    return handler
  }
}
