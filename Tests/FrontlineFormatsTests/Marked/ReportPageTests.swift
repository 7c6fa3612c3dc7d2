import Foundation
import FrontlineClaims
import FrontlineFormats
import FrontlineReports
import Testing

@Suite struct `The page of a marked report` {
  @Test func `shows text, places, parties, claims, decisions and findings`() throws {
    let page = MarkedSample.page(
      MarkedSample.marked(),
      MarkedSample.marked(
        "They fought in Novy Mir.", title: "Short", publisher: nil, url: nil, edit: false))
    try golden(Array(page.utf8), "report.html")
  }

  @Test func `every text between the marks is the report's`() throws {
    let text = MarkedSample.text
    let page = MarkedSample.page(MarkedSample.marked(text))
    let paragraphs = page.matches(of: /(?s)<p dir="auto">(.*?)<\/p>/).map { String($0.1) }
    let shown = paragraphs.map { paragraph in
      paragraph.replacing(/(?s)<span class="line".*?<\/span>|<sup>.*?<\/sup>|<[^>]*>/, with: "")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
    #expect(words(shown.joined(separator: " ")) == words(text))
  }

  private func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace }.map(String.init)
  }

  // MARK: Safety

  private static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>", "<!--", "]]>", "&lt;script&gt;", "javascript:alert(1)",
    "\u{1B}[2J\u{7}\u{0}", "\u{202E}txet\u{2066}", "{}</p></article>",
  ]

  @Test(arguments: attacks)
  func `nothing written by others becomes markup`(attack: String) {
    var marked = MarkedSample.marked(
      "\(attack) Northern forces captured Dovra \(attack) on Monday.", title: attack,
      publisher: attack, url: attack)
    for index in marked.claims.indices {
      marked.claims[index].edit = .init(kind: .changed, reason: attack, found: nil)
      marked.claims[index].speaker = attack
      marked.claims[index].dateBasis = attack
      marked.claims[index].placeName = attack
      marked.claims[index].edge = attack
      marked.claims[index].provenance.rule = attack
      marked.claims[index].actor = attack
      marked.claims[index].claimant = .party(attack)
    }
    marked.report.publishedBasis = attack
    marked.report.side = attack
    marked.findings.append(
      Finding(code: attack, message: attack, remedy: attack, file: attack, line: 1, column: 1))
    let page = MarkedSample.page(marked)
    // The tags of the page and their attributes are those of a page without attacks, whatever the texts.
    let plain = MarkedSample.page(MarkedSample.marked()) + MarkedSample.page(marked, marked)
    #expect(tags(page).isSubset(of: Self.known), "\(tags(page).subtracting(Self.known))")
    #expect(attributes(page).isSubset(of: attributes(plain).union(["rel"])))
    #expect(!page.contains("href=\"javascript"))
    let odd = page.unicodeScalars.filter { scalar in
      scalar.value < 0x20 && scalar != "\n" || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value) || (0x7F...0x9F).contains(scalar.value)
    }
    #expect(odd.isEmpty)
    #expect(page.hasSuffix("</main>\n</body>\n</html>\n"))
  }

  private static let known: Set<String> = [
    "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "header", "main", "h1", "h2",
    "h3",
    "ul", "ol", "li", "nav", "a", "article", "section", "strong", "p", "div", "span", "bdi", "sup",
    "dl",
    "dt", "dd", "code",
  ]

  private func body(_ page: String) -> Substring {
    page[(page.range(of: "</style>")?.upperBound ?? page.startIndex)...]
  }

  private func tags(_ page: String) -> Set<String> {
    Set(body(page).matches(of: /<\/?([^\s>\/]+)/).map { String($0.1) })
  }

  private func attributes(_ page: String) -> Set<String> {
    Set(
      body(page).matches(of: /<[a-z0-9]+((?:\s+[a-z-]+="[^"]*")*)\s*>/).flatMap { tag in
        String(tag.1).matches(of: /([a-z-]+)="/).map { String($0.1) }
      })
  }

  @Test func `the page fetches nothing and runs nothing`() {
    let page = MarkedSample.page(MarkedSample.marked())
    for word in ["<script", "<link", "<img", "@import", "url(", "src="] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
  }

  @Test func `only addresses of the web are links`() {
    func link(_ url: String) -> Bool {
      MarkedSample.page(MarkedSample.marked(url: url)).contains(" rel=\"noreferrer\"")
    }
    #expect(link("https://example.org/") && link("HTTP://example.org"))
    #expect(!link("javascript:alert(1)") && !link("data:text/html,x") && !link("//example.org"))
  }

  @Test func `ids are each used once, and every link within the page leads somewhere`() {
    let page = MarkedSample.page(MarkedSample.marked(), MarkedSample.marked(edit: false))
    let ids = page.matches(of: #/\sid="([^"]+)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let targets = Set(
      page.matches(of: /(?:href="#|aria-describedby="|aria-labelledby=")([^"]+)"/).map {
        String($0.1)
      })
    #expect(targets.subtracting(ids) == [])
  }

  @Test func `a text without anything to mark is shown as it is`() {
    let page = MarkedSample.page(MarkedSample.marked("Nothing happened.\n", edit: false))
    #expect(page.contains("</span>Nothing happened.</p>"))
    #expect(page.contains("0 place mentions, 0 claims, 0 findings"))
  }
}
