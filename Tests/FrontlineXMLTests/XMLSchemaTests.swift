import FrontlineXML
import Testing

struct XMLSchemaTests {
  private static let main = """
    <schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:b" targetNamespace="urn:a"
      elementFormDefault="qualified"><import namespace="urn:b" schemaLocation="b.xsd"/>
      <element name="a"><complexType><sequence><element ref="b:n" maxOccurs="2"/></sequence></complexType></element>
    </schema>
    """
  private static let other = """
    <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b"><element name="n" type="int"/></schema>
    """

  private func faults(_ xml: String) throws -> [XMLFault] {
    let schema = try XMLSchema([("a.xsd", Self.main), ("b.xsd", Self.other)])
    return try schema.faults(in: XMLDocument(Array(xml.utf8)))
  }

  @Test func `a schema in memory finds what it imports`() throws {
    #expect(try faults("<a xmlns='urn:a'><n xmlns='urn:b'>1</n></a>").isEmpty)
  }

  @Test func `a fault names its line and element`() throws {
    let found = try faults("<a xmlns='urn:a'>\n<n xmlns='urn:b'>one</n></a>")
    #expect(found.map(\.line) == [2])
    #expect(found.map(\.element) == ["n"])
    #expect(found[0].message.contains("'one' is not a valid value"))
  }

  @Test func `a missing import is an error and never a valid verdict`() {
    #expect(throws: XMLError.self) { try XMLSchema([("a.xsd", Self.main)]) }
  }

  @Test func `two schemas with files of one name do not see each other's`() throws {
    let text = Self.other.replacing("type=\"int\"", with: "type=\"boolean\"")
    let second = try XMLSchema([("a.xsd", Self.main), ("b.xsd", text)])
    let one = try XMLDocument(Array("<a xmlns='urn:a'><n xmlns='urn:b'>7</n></a>".utf8))
    #expect(try faults("<a xmlns='urn:a'><n xmlns='urn:b'>7</n></a>").isEmpty)
    #expect(try second.faults(in: one).count == 1)
  }

  @Test func `one schema serves many threads`() async throws {
    let schema = try XMLSchema([("a.xsd", Self.main), ("b.xsd", Self.other)])
    let counts = await withTaskGroup(of: Int.self) { group in
      for index in 0..<200 {
        group.addTask {
          let value = index % 2 == 0 ? "1" : "x"
          let xml = "<a xmlns='urn:a'><n xmlns='urn:b'>\(value)</n></a>"
          return (try? schema.faults(in: XMLDocument(Array(xml.utf8))).count) ?? -1
        }
      }
      return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(counts == [0: 100, 1: 100])
  }

  @Test func `text that is not well-formed gives its line`() {
    do {
      _ = try XMLDocument(Array("<a>\n<b></a>".utf8))
      Issue.record("the document was accepted")
    } catch let error as XMLError {
      #expect(error.faults.first?.line == 2)
      #expect(error.what == "not well-formed XML")
    } catch {
      Issue.record("another error: \(error)")
    }
  }

  @Test func `a text node above 10 MB is read`() throws {
    let text = String(repeating: "1 ", count: 6_000_000)
    #expect(try XMLDocument(Array("<a>\(text)</a>".utf8)).root()?.text.utf8.count == 12_000_000)
  }
}
