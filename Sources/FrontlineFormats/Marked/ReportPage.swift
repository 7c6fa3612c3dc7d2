public import FrontlineClaims
public import FrontlineGazetteer
internal import FrontlineMentions
internal import FrontlineReports

/// Reports with their places and claims marked, as one HTML page: no script, nothing fetched, for screen and paper.
///
/// Every text of a report, a person or a gazetteer is escaped; what would turn the writing round is named instead.
public struct ReportPage: Sendable {
  private let words: MarkedWords

  public init(parties: [Party], gazetteer: Gazetteer) {
    words = MarkedWords(parties: parties, gazetteer: gazetteer)
  }

  public func html(_ reports: [MarkedReport]) -> String {
    let title = reports.count == 1 ? reports[0].report.title ?? reports[0].report.id : "Claims"
    let style = String(decoding: PackageResources.report_css, as: UTF8.self)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="Frontline">
      <title>\(escaped(title)) – places and claims</title>
      <style>
      \(style)</style>
      </head>
      <body>
      <header>
      <h1>Places and claims, as read by rules</h1>
      \(key())\(contents(reports))</header>
      <main>
      \(reports.enumerated().map { article($1, number: $0 + 1) }.joined())</main>
      </body>
      </html>

      """
  }

  private func escaped(_ text: String) -> String { XMLText.escaped(VisibleText.shown(text)) }

  private func isolated(_ text: String) -> String { "<bdi>\(escaped(text))</bdi>" }

  /// As an attribute: line feeds kept, for tips of several lines.
  private func attribute(_ lines: [String]) -> String {
    escaped(lines.joined(separator: "\n")).replacing("\n", with: "&#10;")
  }

  // MARK: Page

  private func key() -> String {
    let parties = words.parties.map { "<li>\(chip($0.id))</li>" }.joined()
    return """
      <ul class="key" aria-label="Key">\(parties)\
      <li><span class="place">Place<sup>1</sup></span> with the numbers of its claims</li>\
      <li><span class="place silent">Place</span> without a claim</li>\
      <li><span class="place unresolved">Place</span> not in the gazetteer</li>\
      <li><span class="place silent doubtful">Place</span> ambiguous</li>\
      <li><span class="other">Name</span> no place here</li>\
      <li><span class="said">sentence</span> that makes a claim</li></ul>

      """
  }

  private func contents(_ reports: [MarkedReport]) -> String {
    guard reports.count > 1 else { return "" }
    let items = reports.enumerated().map { index, marked in
      "<li><a href=\"#r\(index + 1)\">\(isolated(marked.report.title ?? marked.report.id))</a>, "
        + "\(marked.report.published): \(counted(marked))</li>\n"
    }
    return "<nav aria-label=\"Reports\"><ol>\n\(items.joined())</ol></nav>\n"
  }

  private func counted(_ marked: MarkedReport) -> String {
    [
      (marked.mentions.count(where: \.isLiteral), "place mention"), (marked.claims.count, "claim"),
      (marked.findings.count, "finding"),
    ].map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }

  private func article(_ marked: MarkedReport, number: Int) -> String {
    let report = marked.report
    let text = MarkedText(marked)
    let prefix = "r\(number)"
    let paragraphs = text.paragraphs.map {
      paragraph($0, marked, prefix, text.anchored)
    }.joined()
    let loose =
      text.loose.isEmpty
      ? ""
      : "<h3>Claims that stand in no sentence of the text</h3>\n"
        + list(text.loose, marked, prefix, text.anchored)
    return """
      <article id="\(prefix)" aria-labelledby="\(prefix)-title">
      <h2 id="\(prefix)-title" dir="auto">\(escaped(report.title ?? report.id))</h2>
      \(meta(report))<p class="meta">\(counted(marked))</p>
      \(findings(marked))\(paragraphs)\(loose)</article>

      """
  }

  private func meta(_ report: Report) -> String {
    var parts = [report.publisher, report.side.map { "side: \($0)" }].compactMap { $0 }
      .filter { !$0.isEmpty }.map(isolated)
    parts.append("published \(report.published) (\(escaped(report.publishedBasis)))")
    if let url = report.url { parts.append(link(url)) }
    parts.append("<code>\(isolated(report.file.isEmpty ? report.id : report.file))</code>")
    return "<p class=\"meta\">\(parts.joined(separator: " · "))</p>\n"
  }

  /// Only addresses of the web become links.
  private func link(_ url: String) -> String {
    let isWeb = ["https://", "http://"].contains { url.lowercased().hasPrefix($0) }
    guard isWeb else { return isolated(url) }
    return "<a href=\"\(escaped(url))\" rel=\"noreferrer\">\(isolated(url))</a>"
  }

  private func findings(_ marked: MarkedReport) -> String {
    guard !marked.findings.isEmpty else { return "" }
    let items = marked.findings.map { finding in
      let line = finding.line.map { "line \($0): " } ?? ""
      return
        "<li><span class=\"\(finding.severity.rawValue)\">\(finding.severity.rawValue)</span>: "
        + "\(line)\(escaped(finding.message)) <code>\(escaped(finding.code))</code> "
        + "<span class=\"remedy\">\(escaped(finding.remedy))</span></li>\n"
    }
    return "<section class=\"findings\" aria-label=\"Findings\"><strong>Findings</strong>\n<ul>\n"
      + items.joined() + "</ul></section>\n"
  }

  // MARK: Text

  private func paragraph(
    _ paragraph: MarkedText.Paragraph, _ marked: MarkedReport, _ prefix: String,
    _ anchored: Set<Int>
  ) -> String {
    let sentences = paragraph.sentences.map { sentence -> String in
      let text = sentence.pieces.map { piece($0, marked, prefix) }.joined()
      return sentence.claims.isEmpty ? text : "<span class=\"said\">\(text)</span>"
    }
    let claims = paragraph.sentences.flatMap(\.claims)
    return "<div class=\"para\">\n<p dir=\"auto\"><span class=\"line\" aria-hidden=\"true\">"
      + "\(paragraph.line)</span>\(sentences.joined(separator: "\n"))</p>\n"
      + (claims.isEmpty ? "" : list(claims, marked, prefix, anchored)) + "</div>\n"
  }

  private func piece(
    _ piece: MarkedText.Piece, _ marked: MarkedReport, _ prefix: String
  ) -> String {
    switch piece.mark {
    case .plain: return escaped(piece.text)
    case .party(let mark):
      let tip = words.party(mark.party) + (mark.person.map { ", through \($0)" } ?? "")
      return "<span class=\"party\"\(colour(mark.party)) data-tip=\"\(attribute([tip]))\">"
        + "\(isolated(piece.text))</span>"
    case .place(let claims): return place(piece, ["the place of a claim"], claims, marked, prefix)
    case .mention(let mention, let claims):
      guard mention.isLiteral else {
        let tip = attribute(words.lines(mention))
        return "<span class=\"other\" data-tip=\"\(tip)\">\(isolated(piece.text))</span>"
      }
      let isUnresolved = mention.resolution == nil
      return place(
        piece, words.lines(mention), claims, marked, prefix, isUnresolved: isUnresolved)
    }
  }

  private func place(
    _ piece: MarkedText.Piece, _ lines: [String], _ claims: [Int], _ marked: MarkedReport,
    _ prefix: String, isUnresolved: Bool = false
  ) -> String {
    var classes = ["place"]
    if claims.isEmpty { classes.append("silent") }
    if isUnresolved { classes.append("unresolved") }
    if piece.hasFinding { classes.append("doubtful") }
    let first = claims.first.map { marked.claims[$0] }
    if first?.controlAfter == .contested { classes.append("contested") }
    let tip = lines + claims.map { "\($0 + 1): \(told(marked.claims[$0]))" }
    let attributes =
      "class=\"\(classes.joined(separator: " "))\"\(colour(first.flatMap(words.holder)))"
      + " data-tip=\"\(attribute(tip))\""
    guard let target = claims.first else {
      return "<span \(attributes) tabindex=\"0\">\(isolated(piece.text))</span>"
    }
    let numbers = claims.map { String($0 + 1) }.joined(separator: ",")
    let anchors = claims.dropFirst().map { "<span id=\"\(prefix)-m\($0 + 1)\"></span>" }.joined()
    return "<a \(attributes) id=\"\(prefix)-m\(target + 1)\" href=\"#\(prefix)-c\(target + 1)\""
      + " aria-describedby=\"\(prefix)-c\(target + 1)\">\(isolated(piece.text))<sup>\(numbers)</sup>\(anchors)</a>"
  }

  /// A claim in a line, for a tip.
  private func told(_ claim: Claim) -> String {
    let actor = claim.actor.map { " by \(words.party($0))" } ?? ""
    return "\(words.event(claim))\(actor), \(words.control(claim)), \(words.days(claim)); says "
      + "\(words.claimant(claim.claimant)), \(claim.hedge.rawValue) [\(claim.provenance.rule)]"
  }

  // MARK: Claims

  private func list(
    _ numbers: [Int], _ marked: MarkedReport, _ prefix: String, _ anchored: Set<Int>
  ) -> String {
    "<ol class=\"claims\" aria-label=\"Claims\">\n"
      + numbers.map {
        item($0, marked.claims[$0], prefix, isAnchored: anchored.contains($0))
      }.joined() + "</ol>\n"
  }

  private func item(
    _ number: Int, _ claim: Claim, _ prefix: String, isAnchored: Bool
  ) -> String {
    var classes = claim.controlAfter == .contested ? ["contested"] : []
    if claim.edit?.kind == .rejected { classes.append("rejected") }
    let kind = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    let back =
      isAnchored
      ? "<a href=\"#\(prefix)-m\(number + 1)\">\(number + 1)</a>" : "<strong>\(number + 1)</strong>"
    let deed =
      "\(back) \(isolated(words.place(claim))): "
      + "<strong>\(escaped(words.event(claim)))</strong>"
      + (claim.actor.map { " by \(chip($0))" } ?? "")
      + (claim.against.map { " against \(chip($0))" } ?? "")
    let rows = rows(claim).filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" }
    return "<li id=\"\(prefix)-c\(number + 1)\"\(kind)\(colour(words.holder(claim)))>\n"
      + "<p class=\"deed\">\(deed)</p>\n<dl>\n\(rows.joined())</dl>\n</li>\n"
  }

  /// What is told of a claim, each with its label, already escaped.
  private func rows(_ claim: Claim) -> [(String, String)] {
    let speaker = claim.speaker.map { " (\(isolated($0)))" } ?? ""
    let claimant: String
    if case .party(let id) = claim.claimant {
      claimant = chip(id)
    } else {
      claimant = words.claimant(claim.claimant)
    }
    let control = words.holder(claim).map { "held by \(chip($0))" } ?? words.control(claim)
    let edit = claim.edit.map {
      "<span class=\"edit \($0.kind.rawValue)\">\(escaped(words.edit($0)))</span>"
    }
    return [
      ("after it", control),
      ("when", "\(words.days(claim)) <bdi>\(escaped(words.basis(claim)))</bdi>"),
      ("says", "\(claimant)\(speaker), \(claim.hedge.rawValue)"),
      ("losses", escaped(words.figures(claim))),
      ("rule", "<code>\(escaped(claim.provenance.rule))</code>"), ("edited", edit ?? ""),
    ]
  }

  private func chip(_ party: String) -> String {
    "<span class=\"chip\"\(colour(party))>\(isolated(words.party(party)))</span>"
  }

  private func colour(_ party: String?) -> String {
    party.map { " style=\"--party:\(words.colour($0))\"" } ?? ""
  }
}
