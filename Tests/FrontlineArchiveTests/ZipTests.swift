import FrontlineArchive
import Testing

struct ZipTests {
  private func archive(_ files: [(String, [UInt8])], isStored: Bool = false) throws -> [UInt8] {
    var writer = ZipWriter()
    for (name, bytes) in files { try writer.add(name, bytes, isStored: isStored) }
    return try writer.finish()
  }

  private let text = Array(String(repeating: "Novy Mir holds. ", count: 5_000).utf8)

  @Test(arguments: [false, true])
  func `what was written is read again, in its order`(isStored: Bool) throws {
    let files = [("doc.kml", text), ("files/legend.png", [1, 2, 3]), ("files/leer.txt", [])]
    let read = try ZipArchive(try archive(files, isStored: isStored))
    #expect(read.entries.map(\.name) == files.map(\.0))
    for (entry, file) in zip(read.entries, files) {
      #expect(try read.contents(of: entry, limit: 1 << 20) == file.1)
    }
    #expect(read.entries[0].isDeflated != isStored)
    #expect(!read.entries[1].isDeflated)
  }

  @Test func `the same files give the same bytes, dated 1980`() throws {
    let first = try archive([("ünï.txt", text)])
    #expect(try archive([("ünï.txt", text)]) == first)
    #expect(Array(first[10..<14]) == [0, 0, 0x21, 0])
    #expect(try ZipArchive(first).entries.map(\.name) == ["ünï.txt"])
  }

  @Test func `a file given in pieces is the same as given whole`() throws {
    var writer = ZipWriter()
    try writer.add("doc.kml") { take in
      for start in stride(from: 0, to: text.count, by: 777) {
        try take(text[start..<min(start + 777, text.count)])
        try take([])
      }
    }
    let bytes = try writer.finish()
    #expect(bytes == (try archive([("doc.kml", text)])))
    #expect(bytes.count < text.count / 10)
  }

  @Test func `unpacking stops at the limit`() throws {
    let read = try ZipArchive(try archive([("doc.kml", text)]))
    #expect {
      try read.contents(of: read.entries[0], limit: text.count - 1)
    } throws: {
      ($0 as? ZipError)?.code == "too-large"
    }
  }

  @Test func `an entry that unpacks to more than it declares is stopped too`() throws {
    var bytes = try archive([("doc.kml", text)])
    let directory = bytes.count - 22 - 46 - 7
    bytes.replaceSubrange(directory + 24..<directory + 28, with: [10, 0, 0, 0])
    let read = try ZipArchive(bytes)
    #expect(read.entries[0].size == 10)
    for (limit, code) in [(1000, "too-large"), (1 << 20, "damaged")] {
      #expect {
        try read.contents(of: read.entries[0], limit: limit)
      } throws: {
        ($0 as? ZipError)?.code == code
      }
    }
  }

  @Test func `a changed byte is noticed`() throws {
    var bytes = try archive([("a", [1, 2, 3, 4])], isStored: true)
    bytes[31] = 9
    let read = try ZipArchive(bytes)
    #expect(throws: ZipError.self) { try read.contents(of: read.entries[0], limit: 100) }
  }

  @Test func `entries that share bytes are refused`() throws {
    var bytes = try archive([("a", text), ("b", text)])
    let directories = bytes.indices.filter {
      $0 + 4 <= bytes.count && Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2]
    }
    bytes.replaceSubrange(directories[1] + 42..<directories[1] + 46, with: [0, 0, 0, 0])
    #expect { try ZipArchive(bytes) } throws: { ($0 as? ZipError)?.code == "overlap" }
  }

  @Test func `cut anywhere, an archive is an error and never a crash`() throws {
    let bytes = try archive([("doc.kml", Array(text.prefix(40))), ("files/a.png", [1, 2, 3])])
    for count in 0..<bytes.count {
      #expect(throws: ZipError.self) { try ZipArchive(Array(bytes.prefix(count))) }
    }
  }

  @Test func `with any one byte changed, reading ends`() throws {
    let bytes = try archive([("doc.kml", Array(text.prefix(40))), ("files/a.png", [1, 2, 3])])
    for index in bytes.indices {
      for value in [0, 0x7F, 0xFF] as [UInt8] {
        var changed = bytes
        changed[index] = value
        guard let read = try? ZipArchive(changed) else { continue }
        for entry in read.entries { _ = try? read.contents(of: entry, limit: 1000) }
      }
    }
  }

  @Test(arguments: [
    "", "/etc/passwd", "../a", "a/../../b", "a\\b", "C:/a", "a//b", "./a",
  ])
  func `unsafe names are told and not written`(name: String) throws {
    #expect(ZipPath.fault(of: name) != nil)
    var writer = ZipWriter()
    #expect(throws: ZipError.self) { try writer.add(name, []) }
  }

  @Test func `a name is written once`() throws {
    var writer = ZipWriter()
    try writer.add("a", [1])
    #expect(throws: ZipError.self) { try writer.add("a", [2]) }
  }

  @Test func `references are resolved inside the archive`() {
    #expect(ZipPath.resolve("files/a.png", from: "doc.kml") == "files/a.png")
    #expect(ZipPath.resolve("../a.png", from: "kml/doc.kml") == "a.png")
    #expect(ZipPath.resolve("../a.png", from: "doc.kml") == nil)
    #expect(ZipPath.resolve("/a.png", from: "doc.kml") == nil)
  }
}
