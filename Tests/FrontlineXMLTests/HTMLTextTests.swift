import FrontlineXML
import Testing

struct HTMLTextTests {
  private func check(_ html: String, is expected: HTMLText) throws {
    #expect(try HTMLText.read(Array(html.utf8)) == expected)
  }

  @Test func `paragraphs are parted and what is no text is left out`() throws {
    try check(
      """
      <html><head><title>Fallback</title><meta property="og:title" content="Fighting at Novy Mir">
      <meta property="og:site_name" content="The Courier"><meta property="article:published_time"
      content="2021-09-02T10:00:00+02:00"><link rel="canonical" href="https://example.org/a">
      <style>p { color: red }</style></head><body><nav>Home</nav><script>var a = "no"</script>
      <p>Forces   entered <b>Novy Mir</b>.<p>They left &amp; came back.<br>Then: caf&eacute;.
      <form>Subscribe</form><footer>Imprint</footer></body></html>
      """,
      is: HTMLText(
        title: "Fighting at Novy Mir",
        text: "Forces entered Novy Mir.\n\nThey left & came back.\n\nThen: café.",
        published: "2021-09-02T10:00:00+02:00", url: "https://example.org/a",
        siteName: "The Courier"))
  }

  @Test func `a page in UTF-8 that does not say so is read as UTF-8`() throws {
    try check(
      "<p>Панджшер پنجشیر</p>",
      is: HTMLText(title: nil, text: "Панджшер پنجشیر", published: nil, url: nil, siteName: nil))
  }

  @Test func `the first time element dates a page without other dates`() throws {
    try check(
      "<title>T</title><time datetime=\"2021-09-03\">3 Sept</time><p>Text",
      is: HTMLText(
        title: "T", text: "3 Sept\n\nText", published: "2021-09-03", url: nil, siteName: nil))
  }

  @Test func `a hundred thousand nested elements do not exhaust the stack`() throws {
    let page = try HTMLText.read(Array((String(repeating: "<i>", count: 100_000) + "deep").utf8))
    #expect(page.text.hasPrefix("deep") || page.text.isEmpty)
  }

  @Test func `an empty file is an error`() {
    #expect(throws: XMLError.self) { try HTMLText.read([]) }
  }
}
