/// Why a ZIP archive cannot be read or written.
public struct ZipError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Short and stable, such as `truncated` or `too-large`.
  public var code: String
  /// The name of the entry concerned; nil for the archive as a whole.
  public var entry: String?
  public var what: String

  public init(code: String, entry: String? = nil, what: String) {
    self.code = code
    self.entry = entry
    self.what = what
  }

  public var description: String { entry.map { "'\($0)': \(what)" } ?? what }
}

extension ZipError {
  static let notAnArchive = ZipError(
    code: "not-zip", what: "this is no ZIP archive: its end record is missing; was it cut short?")

  static let zip64 = ZipError(
    code: "zip64",
    what: "the archive is in the ZIP64 form, which is not read; keep it below 4 GB and 65,535 files"
  )

  static func damaged(_ entry: String? = nil, _ what: String) -> ZipError {
    ZipError(code: "damaged", entry: entry, what: what)
  }

  static func tooLarge(_ entry: String, limit: Int) -> ZipError {
    ZipError(
      code: "too-large", entry: entry,
      what: "it unpacks to more than \(limit) bytes; reading stopped there")
  }

  static let outOfMemory = ZipError(code: "memory", what: "zlib is out of memory")
}
