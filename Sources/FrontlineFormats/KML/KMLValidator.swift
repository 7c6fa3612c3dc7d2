internal import Foundation
internal import FrontlineXML

/// What is wrong in a KML document.
public struct KMLFault: Hashable, Sendable, CustomStringConvertible {
  /// 1-based; 0 where unknown.
  public var line: Int
  public var element: String?
  /// `doctype`, `well-formed`, `root`, `schema`, or the number of an abstract test of OGC 14-068r2 (`ATC 6`).
  public var check: String
  public var message: String

  /// `line: <element>: message [check]`.
  public var description: String {
    let at = element.map { "<\($0)>: " } ?? ""
    return "\(line): error: \(at)\(message) [\(check)]"
  }
}

/// The answer to "is this valid KML?".
public enum KMLVerdict: Hashable, Sendable {
  case valid
  case invalid([KMLFault])
  /// The document could not be judged: never taken for valid.
  case cannotJudge(String)
}

/// Judges KML: no DOCTYPE, well-formed, the right root, the schema, and then what a schema cannot say.
///
/// The schema is compiled once; one validator serves any number of threads.
public struct KMLValidator: Sendable {
  private let schema: XMLSchema
  private static let namespace = "http://www.opengis.net/kml/2.2"

  /// With the schema of OGC KML 2.2 that is part of the binary.
  public init() throws {
    schema = try KMLSchema.compile()
  }

  /// With another schema, whose imports are read relative to it; nothing is fetched.
  ///
  /// - Throws: A message for a person if the file is not there or does not compile.
  public init(schemaFile path: String) throws {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw XMLError(what: "\(path): the schema cannot be read; check the path")
    }
    schema = try XMLSchema(file: path)
  }

  /// - Parameter schemaOnly: Stop after the schema's verdict.
  public func validate(_ bytes: [UInt8], schemaOnly: Bool) -> KMLVerdict {
    if !schemaOnly, bytes.withUnsafeBytes({ isClean(XMLSource($0)) }) { return .valid }
    return explain(bytes, schemaOnly: schemaOnly)
  }

  /// Judges a file of any size, which is never held in memory as a whole unless something is wrong with it.
  public func validate(file path: String) -> KMLVerdict {
    guard let file = FileHandle(forReadingAtPath: path) else {
      return .cannotJudge("\(path): the file cannot be read")
    }
    defer { try? file.close() }
    if isClean(XMLSource(file)) { return .valid }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      return .cannotJudge("\(path): the file cannot be read")
    }
    return explain(Array(bytes), schemaOnly: false)
  }

  /// Whether nothing at all is odd about a document, in one reading that keeps nothing of it.
  private func isClean(_ source: XMLSource) -> Bool {
    let checks = KMLStreamChecks()
    return schema.accepts(source, visitor: checks) && checks.isClean
  }

  /// The verdict with its reasons, from the tree of the whole document.
  private func explain(_ bytes: [UInt8], schemaOnly: Bool) -> KMLVerdict {
    let document: XMLDocument
    do {
      document = try XMLDocument(bytes)
    } catch let error as XMLError {
      if error.isDoctype { return .invalid([Self.doctype]) }
      let fault = error.faults.first { !$0.isWarning }
      return .invalid([
        KMLFault(
          line: fault?.line ?? 0, element: nil, check: "well-formed",
          message: fault?.message ?? error.what)
      ])
    } catch {
      return .cannotJudge("\(error)")
    }
    guard let root = document.root() else {
      return .cannotJudge("the document has no root element")
    }
    if let fault = Self.rootFault(root) { return .invalid([fault]) }
    do {
      let faults = try schema.faults(in: document).map(Self.fault)
      if !faults.isEmpty { return .invalid(faults) }
    } catch {
      return .cannotJudge("\(error)")
    }
    let semantic = schemaOnly ? [] : KMLChecks.faults(in: root)
    return semantic.isEmpty ? .valid : .invalid(semantic)
  }

  private static let doctype = KMLFault(
    line: 1, element: nil, check: "doctype",
    message:
      "the document declares a DOCTYPE, which can make a reader fetch files or run out of memory; remove it"
  )

  private static func rootFault(_ root: XMLElement) -> KMLFault? {
    guard root.name != "kml" || root.namespace != namespace else { return nil }
    let found = root.namespace.isEmpty ? "no namespace" : "the namespace '\(root.namespace)'"
    return KMLFault(
      line: root.line, element: root.name, check: "root",
      message: "the root element is <\(root.name)> in \(found); it must be <kml> in '\(namespace)'")
  }

  private static func fault(_ fault: XMLFault) -> KMLFault {
    KMLFault(line: fault.line, element: fault.element, check: "schema", message: fault.message)
  }
}

extension XMLSource {
  /// - Parameter bytes: Good as long as the source is read.
  fileprivate init(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    self.init { buffer in
      let count = min(buffer.count, bytes.count - offset)
      guard count > 0 else { return 0 }
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
      offset += count
      return count
    }
  }

  fileprivate init(_ file: FileHandle) {
    let descriptor = file.fileDescriptor
    self.init { buffer in Foundation.read(descriptor, buffer.baseAddress, buffer.count) }
  }
}
