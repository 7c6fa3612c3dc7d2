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
    guard ZipPath.fault(of: name) == nil, !name.hasSuffix("/"), names.insert(name).inserted else {
      throw ZipError(
        code: "name", entry: name, what: "an entry needs a name of its own, relative, without '..'")
    }
    let packed = isStored ? bytes : try Self.deflate(bytes)
    let isDeflated = packed.count < bytes.count
    let data = isDeflated ? packed : bytes
    guard bytes.count < 0xFFFF_FFFF, body.count + data.count < 0xFFFF_FFFF, names.count < 0xFFFF
    else { throw .zip64 }
    let offset = body.count
    let text = Array(name.utf8)
    let facts = Self.facts(of: bytes, packed: data.count, isDeflated: isDeflated, name: text)
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

  /// What an entry's two headers share: version, flags, method, date, checksum, sizes and the name's length.
  private static func facts(
    of bytes: [UInt8], packed: Int, isDeflated: Bool, name: [UInt8]
  ) -> [UInt8] {
    var facts: [UInt8] = []
    facts.append16(20)
    facts.append16(0x0800)  // names are UTF-8
    facts.append16(isDeflated ? 8 : 0)
    facts.append16(0)
    facts.append16(0x0021)  // 1980-01-01
    facts.append32(Int(crc32(0, bytes, uInt(bytes.count))))
    facts.append32(packed)
    facts.append32(bytes.count)
    facts.append16(name.count)
    return facts
  }

  private static func deflate(_ bytes: [UInt8]) throws(ZipError) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    let status = deflateInit2_(
      &stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size
    )
    guard status == Z_OK else { throw .outOfMemory }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
    let room = uInt(output.count)
    let isDone = bytes.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { space in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = uInt(input.count)
        stream.next_out = space.baseAddress
        stream.avail_out = room
        return CZlib.deflate(&stream, Z_FINISH) == Z_STREAM_END
      }
    }
    guard isDone else { throw .outOfMemory }
    output.removeLast(Int(stream.avail_out))
    return output
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
