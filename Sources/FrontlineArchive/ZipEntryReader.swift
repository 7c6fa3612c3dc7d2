internal import CZlib

/// Unpacks one entry piece by piece, so that a large one is never in memory as a whole.
///
/// Not `Sendable`: it holds a zlib stream and belongs to one thread.
public final class ZipEntryReader {
  private let entry: ZipArchive.Entry
  private let bytes: [UInt8]
  private let limit: Int
  private var packed: Range<Int>
  private var checksum: uLong = crc32(0, nil, 0)
  private var unpacked = 0
  private var isDone = false
  /// Nil for a stored entry.
  private let inflation: Inflation?

  /// - Parameter limit: The most bytes to unpack before ``ZipError`` `too-large` is thrown.
  public init(_ entry: ZipArchive.Entry, in archive: ZipArchive, limit: Int) throws(ZipError) {
    self.entry = entry
    self.limit = limit
    bytes = archive.bytes
    packed = try archive.packedRange(of: entry)
    guard entry.size <= limit else { throw .tooLarge(entry.name, limit: limit) }
    inflation = entry.isDeflated ? try Inflation() : nil
  }

  /// Fills the start of a buffer and says how many bytes that were; 0 at the end, once the checksum is proven.
  public func read(into buffer: inout [UInt8]) throws(ZipError) -> Int {
    var result: Result<Int, ZipError> = .success(0)
    buffer.withUnsafeMutableBytes { space in
      do throws(ZipError) { result = .success(try read(into: space)) } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  /// The same for memory of the caller's; an empty buffer is taken for the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    guard !isDone, buffer.count > 0 else { return 0 }
    let count =
      try inflation.map { stream throws(ZipError) in try inflate(with: stream, buffer) }
      ?? copy(into: buffer)
    unpacked += count
    guard unpacked <= limit else { throw .tooLarge(entry.name, limit: limit) }
    checksum = crc32(
      checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), uInt(count))
    if count == 0 { try finish() }
    return count
  }

  private func copy(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, packed.count)
    buffer.copyBytes(from: bytes[packed.prefix(count)])
    packed.removeFirst(count)
    return count
  }

  private func inflate(
    with stream: Inflation, _ buffer: UnsafeMutableRawBufferPointer
  ) throws(ZipError) -> Int {
    let (count, used, isEnd) = bytes.withUnsafeBufferPointer {
      stream.step(UnsafeBufferPointer(rebasing: $0[packed]), buffer)
    }
    packed.removeFirst(used)
    guard count >= 0, count > 0 || isEnd else {
      throw .damaged(entry.name, "its packed bytes are damaged")
    }
    return count
  }

  private func finish() throws(ZipError) {
    isDone = true
    guard unpacked == entry.size, checksum == uLong(entry.checksum) else {
      throw .damaged(entry.name, "what it unpacks to does not fit its size and checksum")
    }
  }
}

/// zlib's inflate over raw deflate data; freed once.
private final class Inflation {
  private let stream: UnsafeMutablePointer<z_stream>
  private var hasEnded = false

  init() throws(ZipError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
      stream.deallocate()
      throw .outOfMemory
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// How many bytes came out (negative for damaged input) and went in, and whether the data has ended.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableRawBufferPointer
  ) -> (count: Int, used: Int, isEnd: Bool) {
    if hasEnded { return (0, 0, true) }
    let inputCount = uInt(min(input.count, Int(Int32.max)))
    let outputCount = uInt(min(output.count, Int(Int32.max)))
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = inputCount
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = outputCount
    let status = inflate(stream, Z_NO_FLUSH)
    let count = Int(outputCount - stream.pointee.avail_out)
    hasEnded = status == Z_STREAM_END
    let isGood = status == Z_OK || hasEnded || (status == Z_BUF_ERROR && count > 0)
    return (isGood ? count : -1, Int(inputCount - stream.pointee.avail_in), hasEnded)
  }
}
