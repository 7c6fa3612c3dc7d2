import Testing

@testable import FrontlineFormats

@Suite struct KMLColourTests {
  @Test func `red, green and blue change places and alpha comes first`() {
    #expect(KMLColour.text("#1a2b3C") == "ff3c2b1a")
    #expect(KMLColour.text("#ff0000", alpha: "66") == "660000ff")
  }

  @Test(arguments: ["", "red", "#fff", "#12345g", "1234567", "#12345\u{0663}"])
  func `what is no colour becomes grey`(text: String) {
    #expect(KMLColour.text(text) == "ff9e9e9e")
  }
}
