import FrontlineFormats
import Testing

@Suite struct `A marked report on a terminal` {
  @Test func `has its marks in brackets where there are no colours`() throws {
    try golden(Array(MarkedSample.terminal(MarkedSample.marked()).utf8), "report.txt")
  }

  @Test func `has its marks in colours, the parties in their own`() throws {
    let text = MarkedSample.terminal(MarkedSample.marked(), colour: true)
    #expect(text.contains("\u{1B}[1;30;43mDovra 1\u{1B}[0m"))
    #expect(text.contains("\u{1B}[1;38;2;51;102;153mNorthern forces\u{1B}[0m"))
    #expect(!text.contains("⟦"))
  }

  @Test func `names what would move the cursor or turn the writing round`() {
    let text = MarkedSample.terminal(
      MarkedSample.marked("A \u{1B}[2J line\u{7} with \u{202E}tricks.\u{9B}1m", title: "\u{1B}]0;x")
    )
    #expect(text.contains("A [U+001B][2J line[U+0007] with [U+202E]tricks.[U+009B]1m"))
    #expect(text.contains("== [U+001B]]0;x · "))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }
}
