import CLibXML2

/// Collects what libxml2 reports during one call. Handed to C as an unretained pointer, so the caller keeps it
/// alive with `withExtendedLifetime`; used by one thread at a time because each call makes its own.
final class FaultLog {
  private(set) var faults: [XMLFault] = []
  /// Whether the parser was stopped at a document type declaration.
  private(set) var sawDoctype = false
  /// More would help nobody, and a broken file of any size can give one a line.
  private static let most = 1000

  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// The structured error callback: `owner` is the log.
  static let callback: xmlStructuredErrorFunc = { owner, error in
    guard let owner, let error else { return }
    Unmanaged<FaultLog>.fromOpaque(owner).takeUnretainedValue().add(error.pointee)
  }

  /// The same for a parser context that carries the log as its private data.
  static let parserCallback: xmlStructuredErrorFunc = { context, error in
    guard let context, let error else { return }
    let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
    guard let owner = parser.pointee._private else { return }
    Unmanaged<FaultLog>.fromOpaque(owner).takeUnretainedValue().add(error.pointee)
  }

  /// Called where a document type declaration begins, before anything in it is read.
  static let doctypeCallback: internalSubsetSAXFunc = { context, _, _, _ in
    guard let context else { return }
    let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
    if let owner = parser.pointee._private {
      Unmanaged<FaultLog>.fromOpaque(owner).takeUnretainedValue().sawDoctype = true
    }
    xmlStopParser(parser)
  }

  private func add(_ error: CLibXML2.xmlError) {
    guard faults.count < Self.most else { return }
    let text = error.message.map { String(cString: $0) } ?? "unknown error"
    let node = error.node.map { $0.assumingMemoryBound(to: xmlNode.self) }
    let lineOfNode = node.map { xmlGetLineNo($0) } ?? 0
    let element = node.flatMap { $0.pointee.type == XML_ELEMENT_NODE ? $0.pointee.name : nil }
    faults.append(
      XMLFault(
        line: lineOfNode > 0 ? Int(lineOfNode) : Int(error.line),
        element: element.map {
          String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
        },
        message: Self.oneLine(text), isWarning: error.level == XML_ERR_WARNING))
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// libxml2, started once before any use: compiling the first schema is otherwise a race.
enum LibXML {
  static let ready: Void = {
    xmlInitParser()
    xmlSchemaInitTypes()
    MemoryFiles.register()
  }()
}
