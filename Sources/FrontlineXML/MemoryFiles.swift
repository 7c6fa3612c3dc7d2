import CLibXML2
import Synchronization

/// Texts that libxml2 can open by name while a schema with imports is compiled.
///
/// libxml2 resolves an `xs:import` by opening its location, and only a process-wide input callback can serve
/// it from memory. Ours answers for names that start with a scheme of our own and for nothing else.
enum MemoryFiles {
  static let scheme = "frontline-schema:"
  private static let files = Mutex<[String: [UInt8]]>([:])

  static func add(_ text: [UInt8], as name: String) { files.withLock { $0[name] = text } }
  static func remove(_ name: String) { files.withLock { _ = $0.removeValue(forKey: name) } }

  fileprivate static func text(_ name: String) -> [UInt8]? { files.withLock { $0[name] } }

  /// What is being read, and how far.
  fileprivate final class Stream {
    let bytes: [UInt8]
    var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into buffer: UnsafeMutablePointer<CChar>, most: Int) -> Int {
      let count = min(most, bytes.count - offset)
      for index in 0..<count { buffer[index] = CChar(bitPattern: bytes[offset + index]) }
      offset += count
      return count
    }
  }

  static func register() {
    _ = xmlRegisterInputCallbacks(
      { name in
        guard let name else { return 0 }
        return String(cString: name).hasPrefix(MemoryFiles.scheme) ? 1 : 0
      },
      { name in
        guard let name, let bytes = MemoryFiles.text(String(cString: name)) else { return nil }
        return Unmanaged.passRetained(Stream(bytes)).toOpaque()
      },
      { stream, buffer, most in
        guard let stream, let buffer else { return -1 }
        let source = Unmanaged<Stream>.fromOpaque(stream).takeUnretainedValue()
        return Int32(source.read(into: buffer, most: Int(most)))
      },
      { stream in
        if let stream { Unmanaged<Stream>.fromOpaque(stream).release() }
        return 0
      })
  }
}
