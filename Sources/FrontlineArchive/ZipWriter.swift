internal import CZlib

/// Writes a ZIP archive in memory. The same entries give the same bytes: every date is 1 January 1980, the first
/// that ZIP knows.
///
/// ```swift
/// var writer = ZipWriter()
/// try writer.add("doc.kml", kml)
/// try writer.add("files/legend.png", png, isStored: true)
/// let bytes = try writer.finish()
/// ```
public struct ZipWriter: Sendable {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var names: Set<String> = []

  public init() {}

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: With forward slashes, relative, without `..`, and not there yet.
  ///   - isStored: Not packed, as suits what is packed already, such as PNG.
  /// - Throws: ``ZipError`` `name` for another name, and `zip64` where the archive would pass 4 GB.
  public mutating func add(
    _ name: String, _ bytes: [UInt8], isStored: Bool = false
  ) throws(ZipError) {
    try take(name)
    if isStored {
      try append(name, bytes, size: bytes.count, checksum: crc32(0, bytes, uInt(bytes.count)))
    } else {
      let deflater = try Deflater()
      try deflater.add(bytes[...])
      try deflater.finish()
      // What does not get smaller is stored.
      if deflater.packed.count < bytes.count {
        try append(name, deflater)
      } else {
        try append(name, bytes, size: bytes.count, checksum: deflater.checksum)
      }
    }
  }

  /// Adds a file that is given in pieces, packed; only what it packs to is held.
  ///
  /// - Parameter give: Gives the pieces to the closure it is given.
  /// - Throws: ``ZipError`` as the other, and what `give` throws.
  public mutating func add(
    _ name: String, _ give: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) throws {
    try take(name)
    let deflater = try Deflater()
    try give { try deflater.add($0) }
    try deflater.finish()
    try append(name, deflater)
  }

  private mutating func take(_ name: String) throws(ZipError) {
    guard ZipPath.fault(of: name) == nil, !name.hasSuffix("/"), names.insert(name).inserted else {
      throw ZipError(
        code: "name", entry: name, what: "an entry needs a name of its own, relative, without '..'")
    }
  }

  private mutating func append(_ name: String, _ deflater: Deflater) throws(ZipError) {
    try append(
      name, deflater.packed, size: deflater.count, checksum: deflater.checksum, isDeflated: true)
  }

  private mutating func append(
    _ name: String, _ data: [UInt8], size: Int, checksum: UInt, isDeflated: Bool = false
  ) throws(ZipError) {
    guard size < 0xFFFF_FFFF, body.count + data.count < 0xFFFF_FFFF, names.count < 0xFFFF
    else { throw .zip64 }
    let offset = body.count
    let text = Array(name.utf8)
    var facts: [UInt8] = []
    facts.append16(20)
    facts.append16(0x0800)  // names are UTF-8
    facts.append16(isDeflated ? 8 : 0)
    facts.append16(0)
    facts.append16(0x0021)  // 1980-01-01
    facts.append32(Int(checksum))
    facts.append32(data.count)
    facts.append32(size)
    facts.append16(text.count)
    body.append32(0x0403_4B50)
    body += facts
    body.append16(0)
    body += text
    body += data
    directory.append32(0x0201_4B50)
    // Made by version 2.0 on Unix, so that names are UTF-8 to all.
    directory.append16(0x0314)
    directory += facts
    directory.append16(0)
    for _ in 0..<3 { directory.append16(0) }
    directory.append32(0o100644 << 16)
    directory.append32(offset)
    directory += text
  }

  /// The archive.
  public func finish() throws(ZipError) -> [UInt8] {
    guard body.count + directory.count < 0xFFFF_FFFF else { throw .zip64 }
    var result = body
    result += directory
    result.append32(0x0605_4B50)
    result.append32(0)
    result.append16(names.count)
    result.append16(names.count)
    result.append32(directory.count)
    result.append32(body.count)
    result.append16(0)
    return result
  }
}

extension [UInt8] {
  fileprivate mutating func append16(_ value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func append32(_ value: Int) {
    append16(value)
    append16(value >> 16)
  }
}
