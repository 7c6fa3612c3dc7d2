import FrontlineClaims
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports

/// Writes the data of a page. `map-data.js` reads it, and says what is what.
struct WebMapJSON {
  private let map: WebMap
  private let timeline: WebMapTimeline
  private var shapes: WebMapShapes
  private var texts: WebMapTexts
  private let claims: [Claim]

  init(_ map: WebMap, _ timeline: WebMapTimeline) {
    self.map = map
    self.timeline = timeline
    shapes = timeline.store.shapes
    texts = timeline.store.texts
    var seen: Set<String> = []
    claims = map.claims.filter {
      timeline.claims.contains($0.id) && seen.insert($0.id).inserted
    }
  }

  func bytes() -> [UInt8] {
    var writer = self
    return writer.written()
  }

  private mutating func written() -> [UInt8] {
    var text: [UInt8] = []
    text.add(#"{"title":"#)
    JSONText.append(map.title, to: &text)
    text.add(#","per_degree":\#(WebMapShapes.perDegree),"known_by":"#)
    JSONText.append(map.knownBy, to: &text)
    text.add(#","credits":"#)
    JSONText.append(map.credits, to: &text)
    text.add(#","tiles":"#)
    append(map.tiles?.url, to: &text)
    text.add(#","tiles_credit":"#)
    append(map.tiles?.credit, to: &text)
    text.add(#","box":["#)
    let corners = [
      Position(longitude: map.box.west, latitude: map.box.south),
      Position(longitude: map.box.east, latitude: map.box.north),
    ]
    text.add(corners.map(GridGeometry.text).joined(separator: ","))
    text.add("]")
    appendWords(to: &text)
    // Texts and shapes come last, since the tables still add to them.
    appendClaims(to: &text)
    appendLayers(to: &text)
    for (name, outlines) in [("outline", map.outline), ("units", map.units)] {
      let numbers = outlines.compactMap { shapes.number(of: .polygons([$0])) }
      text.add(",\"\(name)\":[\(numbers.map(String.init).joined(separator: ","))]")
    }
    list("shapes", Self.used(shapes, by: timeline), to: &text) { shape, text in
      if let shape { shape.append(to: &text) } else { text.add("[]") }
    }
    list("strings", texts.texts, to: &text) { JSONText.append($0, to: &$1) }
    text.add("}")
    return Self.withoutAngles(text)
  }

  /// The shapes by their numbers; nil for those that only left out features have.
  private static func used(
    _ shapes: WebMapShapes, by timeline: WebMapTimeline
  ) -> [WebMapShapes.Shape?] {
    var used = Set(timeline.store.shapes.shapes.count..<shapes.shapes.count)
    for table in timeline.store.tables {
      for head in table.heads where timeline.isKept(table.layer, view: head.view) {
        used.insert(head.shape)
      }
    }
    return shapes.shapes.enumerated().map { used.contains($0) ? $1 : nil }
  }

  /// A script element ends at `</script`, whatever stands round it: no `<`, no end.
  private static func withoutAngles(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "<")) else { return text }
    var safe: [UInt8] = []
    safe.reserveCapacity(text.count + 64)
    for byte in text {
      if byte == UInt8(ascii: "<") { safe.add(#"\u003c"#) } else { safe.append(byte) }
    }
    return safe
  }

  // MARK: Lists

  private func appendWords(to text: inout [UInt8]) {
    list("days", map.days, to: &text) { JSONText.append($0.description, to: &$1) }
    list("views", map.views, to: &text) {
      object([("id", $0.id), ("title", $0.title), ("meaning", $0.meaning)], to: &$1)
    }
    list("parties", map.parties, to: &text) {
      object([("id", $0.id), ("name", $0.name), ("colour", KMLColour.hex($0.colour))], to: &$1)
    }
    list("priors", map.priors, to: &text) {
      object(
        [
          ("id", $0.id), ("name", $0.name), ("party", $0.party),
          ("since", $0.since?.description), ("source", $0.source),
        ], to: &$1)
    }
    let reports = Set(claims.map(\.provenance.report))
    list("reports", map.reports.filter { reports.contains($0.id) }, to: &text) {
      object(
        [
          ("id", $0.id), ("title", $0.title), ("publisher", $0.publisher),
          ("published", $0.published.description), ("url", $0.url),
        ], to: &$1)
    }
    list("references", map.references, to: &text) { reference, text in
      text.add(#"{"name":"#)
      JSONText.append(reference.name, to: &text)
      text.add(
        ",\"lon\":\(GridGeometry.text(reference.position.longitude)),\"lat\":"
          + "\(GridGeometry.text(reference.position.latitude)),\"kind\":\"\(reference.kind.rawValue)\"}"
      )
    }
  }

  private func list<Item>(
    _ name: StaticString, _ items: [Item], to text: inout [UInt8],
    _ write: (Item, inout [UInt8]) -> Void
  ) {
    text.add(",\"")
    text.add(name)
    text.add("\":[")
    for (index, item) in items.enumerated() {
      text.add(index == 0 ? "" : ",\n" as StaticString)
      write(item, &text)
    }
    text.add("]")
  }

  private func object(_ members: [(StaticString, String?)], to text: inout [UInt8]) {
    for (index, (name, value)) in members.enumerated() {
      text.add(index == 0 ? "{\"" : ",\"" as StaticString)
      text.add(name)
      text.add("\":")
      append(value, to: &text)
    }
    text.add("}")
  }

  private func append(_ value: String?, to text: inout [UInt8]) {
    if let value { JSONText.append(value, to: &text) } else { text.add("null") }
  }

  // MARK: Tables

  private mutating func appendLayers(to text: inout [UInt8]) {
    text.add(#","layers":{"#)
    var isFirst = true
    for table in timeline.store.tables where !table.columns.isEmpty {
      if !isFirst { text.add(",\n") }
      isFirst = false
      JSONText.append(table.layer, to: &text)
      text.add(#":{"columns":[["shape",0],["from",0],["to",0],["view",0]"#)
      for column in table.columns {
        let isText = column.kind != .number && column.kind != .integer
        text.add(",[\"\(column.name)\",\(isText ? 1 : 0)]")
      }
      text.add("],\"rows\":[")
      appendRows(of: table, to: &text)
      text.add("]}")
    }
    text.add("}")
  }

  private func appendRows(of table: WebMapTable, to text: inout [UInt8]) {
    var isFirst = true
    for (index, head) in table.heads.enumerated()
    where timeline.isKept(table.layer, view: head.view) {
      text.add(isFirst ? "\n[" : ",\n[" as StaticString)
      isFirst = false
      text.add("\(head.shape),\(head.from),\(head.to),\(head.view)")
      for (cell, column) in zip(table.row(index), table.columns) {
        text.add(",")
        append(cell, column, to: &text)
      }
      text.add("]")
    }
  }

  private func append(
    _ cell: WebMapTable.Cell, _ column: PropertyColumn, to text: inout [UInt8]
  ) {
    switch cell {
    case .text(let number), .integer(let number): text.add(String(number))
    case .number(let number):
      if !DecimalText.append(number, decimals: column.decimals, to: &text) { text.add("null") }
    case .null: text.add("null")
    }
  }

  private static let claimColumns = [
    "first", "last", "claim_id", "name", "place_id", "edge", "event", "actor", "against",
    "claimant", "speaker", "hedge", "reported", "sentence", "report", "status", "party", "edited",
    "edit_reason",
  ]

  private mutating func appendClaims(to text: inout [UInt8]) {
    text.add(#","claims":{"columns":["#)
    text.add(Self.claimColumns.map { "[\"\($0)\",1]" }.joined(separator: ","))
    text.add("],\"rows\":[")
    for (index, claim) in claims.enumerated() {
      text.add(index == 0 ? "\n[" : ",\n[" as StaticString)
      let numbers = Self.values(of: claim).map { value in
        value.map { String(texts.number(of: $0)) } ?? "null"
      }
      text.add(numbers.joined(separator: ","))
      text.add("]")
    }
    text.add("]}")
  }

  /// In the order of the columns.
  private static func values(of claim: Claim) -> [String?] {
    let status: String
    var party: String?
    switch claim.controlAfter {
    case .held(let holder): (status, party) = ("held", holder)
    case .notHeld(let loser): (status, party) = ("not_held", loser)
    case .contested: status = "contested"
    case .unknown: status = "unknown"
    }
    let last = max(claim.valid.lowerBound, claim.valid.upperBound.advanced(by: -1))
    return [
      claim.valid.lowerBound.description, last.description, claim.id, claim.placeName,
      claim.placeID, claim.edge, claim.event.rawValue, claim.actor, claim.against,
      claim.claimant.description, claim.speaker, claim.hedge.rawValue, claim.reported.description,
      claim.provenance.sentence, claim.provenance.report, status, party,
      claim.edit?.kind.rawValue, claim.edit?.reason,
    ]
  }
}
