import CLibXML2
import Synchronization

/// A compiled XML schema (XSD 1.0).
///
/// `@unchecked Sendable`: libxml2 documents a compiled schema as read-only during validation; each call makes its
/// own validation context, and the pointer is freed once, when the last owner goes.
public final class XMLSchema: @unchecked Sendable {
  let pointer: xmlSchemaPtr
  private static let counter = Mutex(0)

  /// Compiles a schema from memory, with what it imports.
  ///
  /// - Parameter files: Texts by the location under which the schema imports them; the first is the schema.
  /// - Throws: ``XMLError`` where it does not compile.
  public convenience init(_ files: [(location: String, text: String)]) throws {
    _ = LibXML.ready
    // Names of our own for this call, so that two schemas never see each other's files.
    let number = Self.counter.withLock { count in
      count += 1
      return count
    }
    let folder = "\(MemoryFiles.scheme)//\(number)/"
    for file in files { MemoryFiles.add(Array(file.text.utf8), as: folder + file.location) }
    defer { for file in files { MemoryFiles.remove(folder + file.location) } }
    try self.init(opening: folder + (files.first?.location ?? ""))
  }

  /// Compiles a schema from a file; its imports are read relative to it. Nothing is fetched.
  public convenience init(file path: String) throws {
    _ = LibXML.ready
    try self.init(opening: path)
  }

  private init(opening location: String) throws {
    let log = FaultLog()
    guard let context = xmlSchemaNewParserCtxt(location) else {
      throw XMLError(what: "libxml2 is out of memory")
    }
    defer { xmlSchemaFreeParserCtxt(context) }
    let compiled: xmlSchemaPtr? = withExtendedLifetime(log) {
      xmlSchemaSetParserStructuredErrors(context, FaultLog.callback, log.pointer)
      xmlSetStructuredErrorFunc(log.pointer, FaultLog.callback)
      defer { xmlSetStructuredErrorFunc(nil, nil) }
      return xmlSchemaParse(context)
    }
    let errors = log.faults.filter { !$0.isWarning }
    guard let compiled else {
      throw XMLError(what: "the schema does not compile", faults: log.faults)
    }
    guard errors.isEmpty else {
      xmlSchemaFree(compiled)
      throw XMLError(what: "the schema does not compile", faults: errors)
    }
    pointer = compiled
  }

  deinit { xmlSchemaFree(pointer) }

  /// The faults of a document, in document order; empty if it is valid.
  ///
  /// - Throws: ``XMLError`` if libxml2 could not judge.
  public func faults(in document: XMLDocument) throws -> [XMLFault] {
    let log = FaultLog()
    guard let context = xmlSchemaNewValidCtxt(pointer) else {
      throw XMLError(what: "libxml2 is out of memory")
    }
    defer { xmlSchemaFreeValidCtxt(context) }
    let status = withExtendedLifetime((log, document)) {
      xmlSchemaSetValidStructuredErrors(context, FaultLog.callback, log.pointer)
      return xmlSchemaValidateDoc(context, document.pointer)
    }
    guard status >= 0 else {
      throw XMLError(what: "libxml2 could not validate", faults: log.faults)
    }
    let errors = log.faults.filter { !$0.isWarning }
    if status > 0 && errors.isEmpty {
      return [XMLFault(line: 0, message: "libxml2 calls the document invalid without saying why")]
    }
    return status == 0 ? [] : errors
  }
}
