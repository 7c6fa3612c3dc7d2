internal import FrontlineArchive
internal import FrontlineXML

/// Judges KMZ: an archive that can be unpacked without harm, one KML document at its root and first, and every
/// document in it as KML.
struct KMZValidator: Sendable {
  let kml: KMLValidator

  /// The most bytes that an archive may unpack to. Documents are read piece by piece and never held; of other files the
  /// size they say they have is believed, since nothing here unpacks them.
  private static let mostUnpacked = 1 << 30

  func validate(_ bytes: [UInt8]) -> ValidationReport {
    let archive: ZipArchive
    do {
      archive = try ZipArchive(bytes)
    } catch {
      return Self.report(on: error)
    }
    var faults = layoutFaults(of: archive)
    var budget = Self.mostUnpacked
    var omitted: [ValidationReport.Omission] = []
    for entry in archive.entries where Self.isDocument(entry.name) {
      let report = validate(entry, of: archive, budget: &budget)
      if let reason = report.reason {
        return .cannotJudge(.kmz, "'\(entry.name)': \(reason)")
      }
      omitted += report.omitted
      for var fault in report.faults {
        fault.member = entry.name
        faults.append(fault)
      }
    }
    var report = ValidationReport(kind: .kmz, all: faults)
    report.omitted += omitted
    return report
  }

  private static func report(on error: ZipError) -> ValidationReport {
    switch error.code {
    // It may be a fine archive, but one that we cannot look into.
    case "zip64", "encrypted", "method", "memory": return .cannotJudge(.kmz, error.description)
    default:
      return ValidationReport(
        kind: .kmz, all: [fault("kmz/zip", member: error.entry, error.what)])
    }
  }

  private static func isDocument(_ name: String) -> Bool { name.lowercased().hasSuffix(".kml") }

  private static func fault(
    _ check: String, member: String? = nil, _ message: String
  ) -> ValidationFault {
    ValidationFault(member: member, line: 0, check: CheckID(check), message: message)
  }

  // MARK: Layout

  private func layoutFaults(of archive: ZipArchive) -> [ValidationFault] {
    var faults: [ValidationFault] = []
    var seen: Set<String> = []
    for entry in archive.entries {
      if let fault = ZipPath.fault(of: entry.name) {
        faults.append(
          Self.fault("kmz/path", member: entry.name, "\(fault), so unpacking it is not safe"))
      }
      if !seen.insert(entry.name).inserted {
        faults.append(
          Self.fault("kmz/duplicate", member: entry.name, "the archive has two files of the name"))
      }
    }
    let others = archive.entries.filter { !Self.isDocument($0.name) }
    let size = others.reduce(0) { $0.addingReportingOverflow($1.size).partialValue }
    if others.contains(where: { $0.size > Self.mostUnpacked }) || size > Self.mostUnpacked {
      faults.append(
        Self.fault(
          "kmz/size", "its files unpack to more than \(Self.mostUnpacked >> 20) MiB"))
    }
    return faults + documentFaults(of: archive)
  }

  /// Viewers show the first document they meet, so there must be no doubt which one that is.
  private func documentFaults(of archive: ZipArchive) -> [ValidationFault] {
    let roots = archive.entries.filter { Self.isDocument($0.name) && !$0.name.contains("/") }
    guard let root = roots.first else {
      return [
        Self.fault("kmz/root", "there is no .kml at the root of the archive; put doc.kml there")
      ]
    }
    var faults: [ValidationFault] = []
    for other in roots.dropFirst() {
      faults.append(
        Self.fault(
          "kmz/root", member: other.name,
          "'\(root.name)' is at the root of the archive too; only one .kml may be"))
    }
    if let first = archive.firstName, first != root.name {
      faults.append(
        Self.fault("kmz/first", member: root.name, "it must come first, but '\(first)' does"))
    }
    return faults
  }

  // MARK: Documents

  private func validate(
    _ entry: ZipArchive.Entry, of archive: ZipArchive, budget: inout Int
  ) -> ValidationReport {
    let failure = Failure()
    let limit = budget
    let report = kml.validate(in: .archive(archive, member: entry.name)) {
      Self.source(of: entry, archive, limit: limit, failure)
    }
    budget -= min(budget, entry.size)
    guard let error = failure.error else { return report }
    let check = error.code == "too-large" ? "kmz/size" : "kmz/zip"
    return ValidationReport(kind: .kmz, all: [Self.fault(check, error.what)])
  }

  /// Where the reader leaves the error that made it stop: libxml2 only hears that there is no more.
  private final class Failure {
    var error: ZipError?
  }

  private static func source(
    of entry: ZipArchive.Entry, _ archive: ZipArchive, limit: Int, _ failure: Failure
  ) -> XMLSource? {
    do throws(ZipError) {
      let reader = try ZipEntryReader(entry, in: archive, limit: limit)
      return XMLSource { buffer in
        do throws(ZipError) { return try reader.read(into: buffer) } catch {
          failure.error = error
          return -1
        }
      }
    } catch {
      failure.error = error
      return nil
    }
  }
}
