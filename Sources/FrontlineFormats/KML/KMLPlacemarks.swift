import FrontlineClaims
import FrontlineGeometry
import FrontlineLayers

/// Writes the Placemarks of one layer. What is the same in all of them is made once.
struct KMLPlacemarks {
  /// Where in a layer's values the texts are that a Placemark is made of.
  struct Columns {
    let view, status, party, partyA, partyB, name, event, summary, from, until: Int?
    let attacker, solidity, probability, claims, claimID: Int?

    init(_ columns: [PropertyColumn]) {
      func index(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
      view = index("view")
      status = index("status")
      party = index("party")
      partyA = index("party_a")
      partyB = index("party_b")
      name = index("name")
      event = index("event")
      summary = index("summary")
      from = index("valid_from")
      until = index("valid_to")
      attacker = index("attacker")
      solidity = index("solidity")
      probability = index("probability")
      claims = index("claims")
      claimID = index("claim_id")
    }
  }

  let layer: String
  let columns: Columns
  private let properties: [PropertyColumn]
  /// By column: what comes before its value.
  private let heads: [String]
  private let partyNames: [String: String]
  private let hasSpans: Bool
  /// Nil for a description of one sentence.
  private let balloons: KMLBalloons?
  /// By column: whether it is left out, being in the balloon.
  private let isSpoken: [Bool]
  /// Ids of claims that balloons link to.
  private(set) var cited: Set<String> = []

  init(
    layer: String, columns: [PropertyColumn], parties: [Party], time: KMLDocument.Time,
    balloons: KMLBalloons? = nil
  ) {
    self.balloons = balloons
    isSpoken = columns.map { balloons != nil && KMLBalloons.spoken.contains($0.name) }
    self.layer = layer
    self.columns = Columns(columns)
    properties = columns
    heads = columns.map {
      "<Data name=\"\(XMLText.escaped(KMLWriter.dataName($0.name)))\"><value>"
    }
    partyNames = Dictionary(parties.map { ($0.id, $0.name) }) { first, _ in first }
    hasSpans = time == .spans
  }

  /// Where in the text the end of the days stands that a Placemark holds for.
  struct EndOffsets: Hashable {
    var span: Int?
    var value: Int?
    /// Of the day alone, in a balloon.
    var words: Int?
  }

  /// - Parameters:
  ///   - id: Unique in the document, an NCName.
  ///   - style: What `styleUrl` says; nil for none.
  @discardableResult
  mutating func append(
    _ feature: Feature, geometry: GridGeometry?, id: String, isVisible: Bool, style: String?,
    to text: inout [UInt8]
  ) -> EndOffsets {
    var ends = EndOffsets()
    text.add("<Placemark id=\"")
    text.add(id)
    text.add("\">\n<name>")
    XMLText.append(title(feature), to: &text)
    text.add("</name>\n")
    if !isVisible { text.add(KMLPlacemarks.hidden) }
    if let balloons {
      ends.words = balloons.append(facts(feature), cited: &cited, to: &text)
    } else if let summary = string(columns.summary, of: feature), !summary.isEmpty {
      // Escaped text never ends the section.
      text.add("<description><![CDATA[<p>")
      XMLText.append(summary, to: &text)
      text.add("</p>]]></description>\n")
    }
    if hasSpans { ends.span = appendSpan(feature, to: &text) }
    if let style {
      text.add("<styleUrl>")
      text.add(style)
      text.add("</styleUrl>\n")
    }
    ends.value = appendData(feature, to: &text)
    KMLGeometryText.append(geometry, to: &text)
    text.add("</Placemark>\n")
    return ends
  }

  private func facts(_ feature: Feature) -> KMLBalloons.Facts {
    var facts = KMLBalloons.Facts()
    facts.summary = string(columns.summary, of: feature)
    facts.first = string(columns.from, of: feature)
    facts.last = string(columns.until, of: feature)
    facts.status = string(columns.status, of: feature)
    facts.party = string(columns.party, of: feature).map(partyName)
    if let column = columns.probability, case .number(let number) = feature.values[column] {
      facts.probability = number
    }
    facts.claims = string(columns.claims, of: feature)
    facts.isClaim = string(columns.claimID, of: feature)
    return facts
  }

  /// A line of its own.
  static let hidden: StaticString = "<visibility>0</visibility>\n"

  func styleKey(_ feature: Feature) -> KMLStyleKey {
    let shape: KMLStyleKey.Shape =
      switch feature.geometry {
      case .point: .point
      case .lines: .line
      case .polygons: .polygon
      }
    let status = string(columns.status, of: feature) ?? ""
    if let solidity = string(columns.solidity, of: feature) {
      let attacker = string(columns.attacker, of: feature) ?? ""
      return KMLStyleKey(layer: layer, shape: shape, status: solidity, party: attacker)
    }
    let party = status == "held" ? string(columns.party, of: feature) ?? "" : ""
    return KMLStyleKey(layer: layer, shape: shape, status: status, party: party)
  }

  func view(_ feature: Feature) -> String? { string(columns.view, of: feature) }

  /// The text or time in a column; nil if there is none.
  private func string(_ column: Int?, of feature: Feature) -> String? {
    guard let column, column < feature.values.count else { return nil }
    switch feature.values[column] {
    case .text(let text), .time(let text): return text
    case .integer, .number, .null: return nil
    }
  }

  /// The name a person sees beside it: its own and what happened there; else who holds it; else the layer's.
  private func title(_ feature: Feature) -> String {
    if let name = string(columns.name, of: feature) {
      guard let event = string(columns.event, of: feature) else { return name }
      return name + ": " + event.split(separator: "_").joined(separator: " ")
    }
    if let a = string(columns.partyA, of: feature), let b = string(columns.partyB, of: feature) {
      return partyName(a) + " – " + partyName(b)
    }
    if let party = string(columns.party, of: feature) { return partyName(party) }
    return KMLTitle.capitalised(
      string(columns.status, of: feature) ?? layer.split(separator: "_").joined(separator: " "))
  }

  private func partyName(_ id: String) -> String { partyNames[id] ?? id }

  /// - Returns: Where the end stands.
  private func appendSpan(_ feature: Feature, to text: inout [UInt8]) -> Int? {
    guard let from = string(columns.from, of: feature),
      let until = string(columns.until, of: feature)
    else { return nil }
    text.add("<TimeSpan><begin>")
    XMLText.append(from, to: &text)
    text.add("</begin><end>")
    let offset = text.count
    XMLText.append(until, to: &text)
    text.add("</end></TimeSpan>\n")
    return offset
  }

  /// - Returns: Where the value of `valid_to` stands.
  private func appendData(_ feature: Feature, to text: inout [UInt8]) -> Int? {
    guard !properties.isEmpty else { return nil }
    var offset: Int?
    text.add("<ExtendedData>\n")
    // GDAL drops the id of a Placemark.
    text.add("<Data name=\"feature_id\"><value>")
    XMLText.append(feature.id, to: &text)
    text.add("</value></Data>\n")
    for (index, column) in properties.enumerated()
    where index < feature.values.count && !isSpoken[index] {
      // What is not known has no element: readers would take an empty one for a text.
      if case .null = feature.values[index] { continue }
      text.add(heads[index])
      if index == columns.until { offset = text.count }
      append(feature.values[index], in: column, to: &text)
      text.add("</value></Data>\n")
    }
    text.add("</ExtendedData>\n")
    return offset
  }

  private func append(
    _ value: PropertyValue, in column: PropertyColumn, to text: inout [UInt8]
  ) {
    switch value {
    case .text(let string), .time(let string): XMLText.append(string, to: &text)
    case .integer(let integer): text.add(String(integer))
    case .number(let number):
      _ = DecimalText.append(number, decimals: column.decimals, to: &text)
    case .null: break
    }
  }
}
