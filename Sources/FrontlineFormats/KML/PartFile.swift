import Foundation

/// A file that grows at its end, and whose bytes can be changed where they stand.
///
/// What was added last waits in memory until it is worth a write.
final class PartFile {
  private let descriptor: Int32
  private var waiting: [UInt8] = []
  private var written = 0
  private static let most = 1 << 20

  /// - Throws: ``PartFileError``.
  init(_ path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw PartFileError(path: path) }
    self.path = path
    waiting.reserveCapacity(Self.most + Self.most / 4)
  }

  private let path: String

  deinit { _ = close(descriptor) }

  var count: Int { written + waiting.count }

  func add(_ bytes: [UInt8]) throws {
    waiting += bytes
    if waiting.count >= Self.most { try flush() }
  }

  /// Puts bytes in the place of others.
  func replace(at offset: Int, with bytes: [UInt8]) throws {
    guard offset < written else {
      waiting.replaceSubrange(offset - written..<offset - written + bytes.count, with: bytes)
      return
    }
    // Never over both: the waiting part begins where a whole piece of text ended.
    guard pwrite(descriptor, bytes, bytes.count, off_t(offset)) == bytes.count else {
      throw PartFileError(path: path)
    }
  }

  /// Gives all bytes in pieces, from the first on.
  func read(_ take: (ArraySlice<UInt8>) throws -> Void) throws {
    try flush()
    var piece = [UInt8](repeating: 0, count: Self.most)
    var offset = 0
    while offset < written {
      let count = pread(descriptor, &piece, piece.count, off_t(offset))
      guard count > 0 else { throw PartFileError(path: path) }
      try take(piece[..<count])
      offset += count
    }
  }

  func flush() throws {
    var done = 0
    while done < waiting.count {
      let count = waiting[done...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(written + done))
      }
      guard count > 0 else { throw PartFileError(path: path) }
      done += count
    }
    written += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }
}

/// A file that cannot be written or read back.
public struct PartFileError: Error, Hashable, Sendable {
  public var path: String
}
