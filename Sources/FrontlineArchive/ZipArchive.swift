/// A ZIP archive held in memory, read by its central directory (PKWARE APPNOTE 6.3).
///
/// Nothing is unpacked until asked for, and then no further than the caller's limit. What the directory says of
/// sizes is checked, never trusted. Encrypted entries, ZIP64 and methods other than stored and deflate are refused.
public struct ZipArchive: Sendable {
  /// One file or folder of the archive, as the central directory describes it.
  public struct Entry: Hashable, Sendable {
    /// With forward slashes as written; may be anything, also unsafe.
    public var name: String
    /// Bytes after and before unpacking, as declared.
    public var size: Int
    public var compressedSize: Int
    public var checksum: UInt32
    public var isDeflated: Bool
    /// Where the entry's own header begins.
    var offset: Int

    public var isFolder: Bool { name.hasSuffix("/") }
  }

  /// In the order of the central directory.
  public let entries: [Entry]
  let bytes: [UInt8]

  /// More files than this are taken for an attack.
  public static let mostEntries = 65_535

  /// Whether bytes begin as a ZIP archive does.
  public static func isArchive(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Reads the directory.
  ///
  /// - Throws: ``ZipError`` `not-zip`, `damaged`, `zip64`, `encrypted` or `method`, and `overlap` where two entries
  ///   share bytes, as in archives made to unpack to far more than they hold.
  public init(_ bytes: [UInt8]) throws(ZipError) {
    let directory = try ZipDirectory(bytes)
    self.bytes = bytes
    entries = directory.entries
    try refuseOverlaps(before: directory.start)
  }

  /// The first entry of a name.
  public func entry(named name: String) -> Entry? { entries.first { $0.name == name } }

  /// The unpacked bytes of an entry, their checksum proven.
  ///
  /// - Parameter limit: The most bytes to unpack.
  public func contents(of entry: Entry, limit: Int) throws(ZipError) -> [UInt8] {
    let reader = try ZipEntryReader(entry, in: self, limit: limit)
    var result: [UInt8] = []
    result.reserveCapacity(min(entry.size, limit, 1 << 24))
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try reader.read(into: &piece)
      if count == 0 { return result }
      result.append(contentsOf: piece[..<count])
    }
  }

  /// Where the packed bytes of an entry are, by its own header.
  func packedRange(of entry: Entry) throws(ZipError) -> Range<Int> {
    let start = entry.offset
    guard start + 30 <= bytes.count, bytes.word32(start) == 0x0403_4B50 else {
      throw .damaged(entry.name, "its header is not where the directory says")
    }
    let first = start + 30 + bytes.word16(start + 26) + bytes.word16(start + 28)
    guard first + entry.compressedSize <= bytes.count else {
      throw .damaged(entry.name, "it runs over the end of the archive")
    }
    return first..<first + entry.compressedSize
  }

  private func refuseOverlaps(before directory: Int) throws(ZipError) {
    var end = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      let range = try packedRange(of: entry)
      guard entry.offset >= end, range.upperBound <= directory else {
        throw ZipError(
          code: "overlap", entry: entry.name,
          what: "it shares bytes with another part of the archive")
      }
      end = range.upperBound
    }
  }
}

/// The central directory while it is read.
private struct ZipDirectory {
  var entries: [ZipArchive.Entry] = []
  let start: Int

  init(_ bytes: [UInt8]) throws(ZipError) {
    let end = try Self.endRecord(of: bytes)
    let count = bytes.word16(end + 10)
    start = bytes.word32(end + 16)
    guard count != 0xFFFF, start != 0xFFFF_FFFF else { throw .zip64 }
    guard start + bytes.word32(end + 12) <= end else {
      throw .damaged(nil, "the archive's directory is not where its end record says")
    }
    var position = start
    for _ in 0..<count { entries.append(try Self.entry(of: bytes, at: &position, before: end)) }
  }

  /// The last end record: 22 bytes and a comment that reaches the end of the file.
  private static func endRecord(of bytes: [UInt8]) throws(ZipError) -> Int {
    var position = bytes.count - 22
    let first = max(0, position - 0xFFFF)
    while position >= first {
      if bytes.word32(position) == 0x0605_4B50,
        position + 22 + bytes.word16(position + 20) == bytes.count
      {
        return position
      }
      position -= 1
    }
    throw .notAnArchive
  }

  private static func entry(
    of bytes: [UInt8], at position: inout Int, before end: Int
  ) throws(ZipError) -> ZipArchive.Entry {
    let at = position
    guard at + 46 <= end, bytes.word32(at) == 0x0201_4B50 else {
      throw .damaged(nil, "the archive's directory breaks off")
    }
    let nameEnd = at + 46 + bytes.word16(at + 28)
    position = nameEnd + bytes.word16(at + 30) + bytes.word16(at + 32)
    guard position <= end else { throw .damaged(nil, "the archive's directory breaks off") }
    let name = String(decoding: bytes[(at + 46)..<nameEnd], as: UTF8.self)
    let (method, flags) = (bytes.word16(at + 10), bytes.word16(at + 8))
    let (packed, size) = (bytes.word32(at + 20), bytes.word32(at + 24))
    let offset = bytes.word32(at + 42)
    guard packed != 0xFFFF_FFFF, size != 0xFFFF_FFFF, offset != 0xFFFF_FFFF else { throw .zip64 }
    guard flags & 1 == 0 else {
      throw ZipError(code: "encrypted", entry: name, what: "it is encrypted")
    }
    guard method == 0 || method == 8 else {
      throw ZipError(
        code: "method", entry: name,
        what: "it is packed by method \(method); only stored (0) and deflate (8) are read")
    }
    return ZipArchive.Entry(
      name: name, size: size, compressedSize: packed, checksum: UInt32(bytes.word32(at + 16)),
      isDeflated: method == 8, offset: offset)
  }
}

extension [UInt8] {
  /// Two bytes, the lower first.
  fileprivate func word16(_ at: Int) -> Int { Int(self[at]) | Int(self[at + 1]) << 8 }
  /// Four bytes, the lower first.
  fileprivate func word32(_ at: Int) -> Int { word16(at) | word16(at + 2) << 16 }
}
