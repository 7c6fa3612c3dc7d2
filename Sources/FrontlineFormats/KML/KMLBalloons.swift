public import FrontlineClaims
import FrontlineGeometry
import FrontlineLayers
public import FrontlineReports

/// What the balloons of a KMZ say: when, who, how sure, and the claims behind it.
///
/// The newest claims are quoted; each is a link to the claim's own balloon, which names its source in full.
public struct KMLBalloons: Sendable {
  private let claims: [String: Claim]
  private let reports: [String: Report]
  /// So that an area of a long war has a balloon that fits the window.
  private static let mostClaims = 12
  /// Of how many of them the sentence is quoted.
  private static let mostQuoted = 3
  private let words: ClaimWords

  public init(claims: [Claim], reports: [Report], parties: [Party]) {
    words = ClaimWords(parties: parties)
    self.claims = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    self.reports = Dictionary(reports.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Columns that are in the balloon, and not in the file a second time.
  static let spoken: Set<String> = ["summary", "sentence", "sentence_a", "sentence_b"]

  /// The claim's id in the file, as ``KMLTimeline`` makes it.
  static func placemark(of claim: String) -> String { UniqueNames.ncName("claims." + claim) }

  func claim(_ id: String) -> Claim? { claims[id] }

  /// The same in every Style: what is said is in the description, so that viewers without BalloonStyle say it too.
  static let style =
    "<BalloonStyle><bgColor>ffffffff</bgColor><textColor>ff202020</textColor>"
    + "<text><![CDATA[<h3>$[name]</h3><div style=\"max-width:32em\">$[description]</div>]]></text></BalloonStyle>\n"

  /// What is known of a feature.
  struct Facts {
    var summary: String?
    var first: String?
    var last: String?
    var status: String?
    var party: String?
    var probability: Double?
    /// Ids of claims, joined by a space.
    var claims: String?
    /// The id of the claim that the feature is.
    var isClaim: String?
  }

  /// Writes a description.
  ///
  /// - Parameter cited: Takes the ids of claims that are linked to.
  /// - Returns: Where the last day stands, 10 bytes.
  func append(_ facts: Facts, cited: inout Set<String>, to text: inout [UInt8]) -> Int? {
    text.add("<description><![CDATA[")
    if let summary = facts.summary { paragraph(summary, to: &text) }
    if let claim = facts.isClaim.flatMap({ claims[$0] }) { quote(claim, to: &text) }
    text.add("<table>")
    var offset: Int?
    if let first = facts.first, let last = facts.last {
      text.add("<tr><th align=\"left\">When</th><td>")
      XMLText.append(String(first.prefix(10)), to: &text)
      text.add(" to ")
      offset = text.count
      XMLText.append(String(last.prefix(10)), to: &text)
      text.add("</td></tr>")
    }
    if let status = facts.status {
      row("Status", status + (facts.party.map { " by \($0)" } ?? ""), to: &text)
    }
    if let probability = facts.probability,
      let percent = DecimalText.string(probability * 100, decimals: 0)
    {
      row("Probability", percent + " %", to: &text)
    }
    text.add("</table>")
    if facts.isClaim == nil { list(facts.claims ?? "", cited: &cited, to: &text) }
    text.add("]]></description>\n")
    return offset
  }

  /// A claim that no layer shows: to be read.
  func placemark(_ claim: Claim) -> [UInt8] {
    var facts = Facts()
    facts.first = claim.valid.lowerBound.description
    facts.last = claim.valid.upperBound.advanced(by: -1).description
    facts.isClaim = claim.id
    var cited: Set<String> = []
    var text: [UInt8] = []
    text.add("<Placemark id=\"\(Self.placemark(of: claim.id))\">\n<name>")
    XMLText.append(claim.placeName + ": " + Self.words(claim.event), to: &text)
    text.add("</name>\n")
    text.add(KMLPlacemarks.hidden)
    _ = append(facts, cited: &cited, to: &text)
    text.add("<TimeSpan><begin>\(facts.first ?? "")T00:00:00Z</begin>")
    text.add("<end>\(facts.last ?? "")T23:59:59Z</end></TimeSpan>\n")
    KMLGeometryText.append(claim.position.flatMap { GridGeometry(.point($0)) }, to: &text)
    text.add("</Placemark>\n")
    return text
  }

  private static func words(_ event: Claim.Event) -> String {
    event.rawValue.split(separator: "_").joined(separator: " ")
  }

  private func paragraph(_ words: String, to text: inout [UInt8]) {
    text.add("<p>")
    XMLText.append(words, to: &text)
    text.add("</p>")
  }

  private func row(_ head: String, _ words: String, to text: inout [UInt8]) {
    text.add("<tr><th align=\"left\">\(head)</th><td>")
    XMLText.append(words, to: &text)
    text.add("</td></tr>")
  }

  /// The sentence, and where it was published.
  private func quote(_ claim: Claim, to text: inout [UInt8]) {
    text.add("<blockquote>")
    XMLText.append(claim.provenance.sentence, to: &text)
    text.add("</blockquote><p>Source: ")
    let report = reports[claim.provenance.report]
    let title = report?.title ?? claim.provenance.report
    // Whatever else an address may be, a click on it must open a page.
    if let url = report?.url, url.hasPrefix("https://") || url.hasPrefix("http://") {
      text.add("<a href=\"")
      XMLText.append(url, to: &text)
      text.add("\">")
      XMLText.append(title, to: &text)
      text.add("</a>")
    } else {
      XMLText.append(title, to: &text)
    }
    let rest = [report?.publisher, (report?.published ?? claim.reported).description]
    XMLText.append(rest.compactMap { $0 }.map { ", " + $0 }.joined(), to: &text)
    text.add("</p>")
  }

  /// The latest claims first, each a link to its own balloon.
  private func list(_ ids: String, cited: inout Set<String>, to text: inout [UInt8]) {
    let known = ids.split(separator: " ").compactMap { claims[String($0)] }
      .sorted { ($1.reported, $1.placeName, $0.id) < ($0.reported, $0.placeName, $1.id) }
    guard !known.isEmpty else { return }
    text.add("<p>Claims</p><ul>")
    for (index, claim) in known.prefix(Self.mostClaims).enumerated() {
      // A Placemark needs a place.
      let isLinked = claim.position != nil
      text.add("<li>")
      if isLinked {
        cited.insert(claim.id)
        text.add("<a href=\"#\(Self.placemark(of: claim.id));balloonFlyto\">")
      }
      XMLText.append(words.sentence(claim), to: &text)
      if isLinked { text.add("</a>") }
      let sentence = claim.provenance.sentence
      if index < Self.mostQuoted, !sentence.isEmpty {
        text.add("<br><i>")
        XMLText.append("“\(sentence)”", to: &text)
        text.add("</i>")
      }
      let report = reports[claim.provenance.report]
      XMLText.append(
        " (\(report?.title ?? report?.publisher ?? claim.provenance.report))", to: &text)
      text.add("</li>")
    }
    if known.count > Self.mostClaims {
      text.add("<li>and \(known.count - Self.mostClaims) older</li>")
    }
    text.add("</ul>")
  }
}
