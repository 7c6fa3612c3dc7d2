internal import Foundation
internal import FrontlineXML

/// Judges KML: no DOCTYPE, well-formed, the right root, the schema, and OGC's abstract tests, in one reading.
///
/// The schema is compiled once; one validator serves any number of threads. A document is never held as a whole: it
/// takes the room of its largest feature, its ids and what it refers to.
public struct KMLValidator: Sendable {
  /// How much of OGC 07-134r2 is asked: each level takes in those before it.
  public enum Level: Int, CaseIterable, Hashable, Sendable {
    /// Nothing beyond the root and the schema.
    case schemaOnly = 0
    /// What the standard demands.
    case required = 1
    /// And what it recommends.
    case recommended = 2
    /// And what makes for a good document: nothing deprecated, nothing half said.
    case thorough = 3
  }

  private let schema: XMLSchema
  private let level: Level
  private let options: KMLReading.Options

  /// With our schema of KML 2.2, which is part of the binary.
  ///
  /// - Parameters:
  ///   - level: Which checks are made.
  ///   - allowsGX: Whether elements of Google's extension may stand where Google has them.
  public init(level: Level = .thorough, allowsGX: Bool = false) throws {
    self.init(try KMLSchema.compile(allowsGX: allowsGX), level, allowsGX)
  }

  /// With another schema, whose imports are read relative to it; nothing is fetched.
  ///
  /// - Throws: A message for a person if the file is not there or does not compile.
  public init(schemaFile path: String, level: Level = .thorough, allowsGX: Bool = false) throws {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw XMLError(what: "\(path): the schema cannot be read; check the path")
    }
    self.init(try XMLSchema(file: path), level, allowsGX)
  }

  private init(_ schema: XMLSchema, _ level: Level, _ allowsGX: Bool) {
    self.schema = schema
    self.level = level
    options = KMLReading.Options(
      checks: KMLCheck.all.filter { $0.level <= level.rawValue }, allowsGX: allowsGX)
  }

  /// The identifiers and titles of OGC's 77 abstract tests, by number.
  public static var checks: [(id: CheckID, level: Int, title: String)] {
    KMLCheck.all.map { ($0.id, $0.level, $0.title) }
  }

  /// Judges a document that stands nowhere: what it refers to in other files is not looked at.
  public func validate(_ bytes: [UInt8]) -> ValidationReport {
    validate(bytes, in: .nowhere)
  }

  /// Judges a file of any size and what it refers to on the same disk.
  public func validate(file path: String) -> ValidationReport {
    let folder =
      path.contains("/") ? String(path[...(path.lastIndex(of: "/") ?? path.startIndex)]) : ""
    return validate(in: .folder(folder)) { KMLValidator.source(ofFile: path) }
  }

  func validate(_ bytes: [UInt8], in surroundings: KMLSurroundings) -> ValidationReport {
    bytes.withUnsafeBytes { buffer in validate(in: surroundings) { XMLSource(buffer) } }
  }

  /// - Parameter open: Gives the document from its start, nil if it cannot be read; asked again where ids repeat.
  func validate(in surroundings: KMLSurroundings, open: () -> XMLSource?) -> ValidationReport {
    guard let source = open() else { return .cannotJudge(.kml, "the file cannot be read") }
    guard level != .schemaOnly else {
      let outline = KMLOutline()
      let result = source.read(schema: schema, visitor: outline)
      return report(result, outline.root, outline.ids, open) { [] }
    }
    let reading = KMLReading(options)
    let result = source.read(schema: schema, visitor: reading)
    return report(result, reading.root, reading.ids, open) {
      reading.judgeReferences(in: surroundings)
      return reading.faults
    }
  }

  private func report(
    _ result: XMLReading, _ root: KMLRoot?, _ ids: KMLIDs, _ open: () -> XMLSource?,
    faults: () -> [ValidationFault]
  ) -> ValidationReport {
    switch result.ending {
    case .failed(let reason): return .cannotJudge(.kml, reason)
    case .doctype(let line): return ValidationReport(kind: .kml, all: [Self.doctype(line)])
    case .malformed(let fault):
      return ValidationReport(
        kind: .kml,
        all: [ValidationFault(line: fault.line, check: .wellFormed, message: fault.message)])
    case .complete: break
    }
    var all = Self.rootFault(root) + result.schemaFaults.map(Self.fault)
    if !ids.repeated.isEmpty {
      guard let again = open() else { return .cannotJudge(.kml, "the file cannot be read twice") }
      let repeated = KMLRepeatedIDs(ids.repeated)
      _ = again.read(schema: nil, visitor: repeated)
      all += repeated.faults
    }
    var report = ValidationReport(kind: .kml, all: all + faults())
    report.add(result.moreSchemaFaults, of: KMLCheck.schema.id)
    return report
  }

  private static func source(ofFile path: String) -> XMLSource? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    // The handle lives as long as the source that reads from it, and closes itself.
    return XMLSource { buffer in read(file.fileDescriptor, buffer.baseAddress, buffer.count) }
  }

  // MARK: Messages

  private static func doctype(_ line: Int) -> ValidationFault {
    ValidationFault(
      line: line, check: .doctype,
      message:
        "the document declares a DOCTYPE, which can make a reader fetch files or run out of memory; remove it"
    )
  }

  private static func rootFault(_ root: KMLRoot?) -> [ValidationFault] {
    let namespace = "http://www.opengis.net/kml/2.2"
    guard let root, root.name != "kml" || root.namespace != namespace else {
      return []
    }
    let found = root.namespace.isEmpty ? "no namespace" : "the namespace '\(root.namespace)'"
    return [
      ValidationFault(
        line: root.line, element: root.name, check: KMLCheck.rootElement.id,
        message:
          "the root element is <\(root.name)> in \(found); it must be <kml> in '\(namespace)'")
    ]
  }

  /// libxml2's sentence without the element, which stands before it, and with prefixes for namespaces.
  private static func fault(_ fault: XMLFault) -> ValidationFault {
    var message = fault.message
    for (namespace, prefix) in prefixes {
      message = message.replacing("{\(namespace)}", with: prefix)
    }
    // The complaint may be about the element around the one that was read last.
    var element = fault.element
    if let named = message.wholeMatch(of: /Element '(?:\w+:)?([^']*)': (.*)/) {
      element = String(named.1)
      message = String(named.2)
    }
    if message.hasSuffix(".") { message.removeLast() }
    return ValidationFault(
      line: fault.line, element: element, check: KMLCheck.schema.id, message: message)
  }

  private static let prefixes = [
    ("http://www.opengis.net/kml/2.2", ""), ("http://www.google.com/kml/ext/2.2", "gx:"),
    ("http://www.w3.org/2005/Atom", "atom:"),
    ("urn:oasis:names:tc:ciq:xsdschema:xAL:2.0", "xal:"),
  ]
}

extension ValidationReport {
  /// Counts faults that were found and not kept.
  fileprivate mutating func add(_ count: Int, of check: CheckID) {
    guard count > 0 else { return }
    if let index = omitted.firstIndex(where: { $0.check == check }) {
      omitted[index].count += count
    } else {
      omitted.append(Omission(check: check, count: count))
    }
  }
}
