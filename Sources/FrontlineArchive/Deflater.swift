internal import CZlib

/// Packs bytes that come in pieces. The same bytes in the same pieces give the same result.
final class Deflater {
  // zlib remembers where its stream lies, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private(set) var packed: [UInt8] = []
  private(set) var count = 0
  private(set) var checksum = crc32(0, nil, 0)

  init() throws(ZipError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = deflateInit2_(
      stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .outOfMemory }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  func add(_ piece: ArraySlice<UInt8>) throws(ZipError) {
    // Without bytes there is no address, and zlib would start anew.
    guard !piece.isEmpty else { return }
    count += piece.count
    checksum = piece.withUnsafeBufferPointer { crc32(checksum, $0.baseAddress, uInt($0.count)) }
    try run(piece, Z_NO_FLUSH)
  }

  func finish() throws(ZipError) { try run([], Z_FINISH) }

  private func run(_ piece: ArraySlice<UInt8>, _ flush: Int32) throws(ZipError) {
    var room = [UInt8](repeating: 0, count: 1 << 16)
    let isDone = piece.withUnsafeBufferPointer { input in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = uInt(input.count)
      repeat {
        let status = room.withUnsafeMutableBufferPointer { space in
          stream.pointee.next_out = space.baseAddress
          stream.pointee.avail_out = uInt(space.count)
          return deflate(stream, flush)
        }
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
          return false
        }
        packed += room.prefix(room.count - Int(stream.pointee.avail_out))
      } while stream.pointee.avail_out == 0
      return true
    }
    guard isDone else { throw .outOfMemory }
  }
}
