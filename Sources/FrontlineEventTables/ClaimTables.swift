public import FrontlineClaims
public import FrontlineGazetteer
internal import FrontlineGeometry
public import FrontlineReports

/// Writes claims as tables that others read: ACLED-like, and tagged with the Humanitarian Exchange Language.
public struct ClaimTables: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case acled, hxl
  }

  private let parties: [String: Party]
  private let gazetteer: Gazetteer
  private let publishers: [String: String]
  private let map: EventMap

  /// - Parameters:
  ///   - gazetteer: With the places that the claims bring themselves.
  ///   - reports: Those the claims were read from; their publishers are the sources.
  public init(parties: [Party], gazetteer: Gazetteer, reports: [Report], map: EventMap = .acled) {
    self.parties = Dictionary(parties.map { ($0.id, $0) }) { first, _ in first }
    self.gazetteer = gazetteer
    publishers = Dictionary(reports.map { ($0.id, $0.publisher ?? $0.id) }) { first, _ in first }
    self.map = map
  }

  /// - Parameter claims: A row each, in their order.
  public func table(_ claims: [Claim], as format: Format) -> CommaTable {
    switch format {
    case .acled: acled(claims)
    case .hxl: hxl(claims)
    }
  }

  // MARK: ACLED

  /// The 31 columns of ``ACLEDTable/columns``. What we do not know is blank: associated actors, codes of actors, ISO
  /// numbers, regions, the scale of sources, a time stamp, and fatalities that nobody counted. A row that came from
  /// ACLED keeps its own cells. The tags carry the claim itself, so that importing the table gives it back.
  public func acled(_ claims: [Claim]) -> CommaTable {
    CommaTable(
      columns: ACLEDTable.columns,
      rows: claims.enumerated().map { index, claim in
        let cells = claim.coding?.dataset == "acled" ? kept(claim) : derived(claim)
        return .init(line: index + 2, cells: ACLEDTable.columns.map { cells[$0] ?? "" })
      })
  }

  private func kept(_ claim: Claim) -> [String: String] {
    guard let coding = claim.coding else { return [:] }
    var cells = Dictionary(coding.cells.map { ($0.column, $0.text) }) { first, _ in first }
    cells["event_id_cnty"] = coding.row
    cells["actor1"] = coding.actor
    cells["actor2"] = coding.against
    cells["location"] = coding.location
    cells["geo_precision"] = coding.geoPrecision.map(String.init)
    cells["time_precision"] = coding.timePrecision.map(String.init)
    cells["fatalities"] = coding.deaths.map(String.init)
    cells["notes"] = claim.provenance.sentence
    let tags = ClaimTags.written(claim, without: ["other"])
    cells["tags"] = [cells["tags"] ?? "", tags].filter { !$0.isEmpty }.joined(separator: "; ")
    return cells
  }

  private func derived(_ claim: Claim) -> [String: String] {
    let category = map.exports[claim.event]
    let units = Units(of: claim, gazetteer)
    return [
      "event_id_cnty": claim.id, "event_date": middle(of: claim).description,
      "year": String(middle(of: claim).civil.year), "time_precision": timePrecision(claim),
      "disorder_type": category?.disorder ?? "", "event_type": category?.type ?? "",
      "sub_event_type": category?.subType ?? "", "actor1": name(claim.actor),
      "actor2": name(claim.against), "country": units.country, "admin1": units.admin1,
      "admin2": units.admin2, "location": claim.placeName,
      "latitude": claim.position.map { DegreeText.written($0.latitude) } ?? "",
      "longitude": claim.position.map { DegreeText.written($0.longitude) } ?? "",
      "geo_precision": geoPrecision(claim), "source": source(claim),
      "notes": claim.provenance.sentence, "fatalities": killed(claim).map { String($0.low) } ?? "",
      "tags": ClaimTags.written(claim),
    ]
  }

  /// ACLED gives one day: the middle one of a span.
  private func middle(of claim: Claim) -> Day {
    claim.valid.lowerBound.advanced(by: (claim.valid.count - 1) / 2)
  }

  private func timePrecision(_ claim: Claim) -> String {
    if claim.precision == .month || claim.valid.count > 7 { return "3" }
    return claim.precision == .week || claim.valid.count > 1 ? "2" : "1"
  }

  private func geoPrecision(_ claim: Claim) -> String {
    let place = gazetteer.place(id: claim.placeID)
    if place?.featureCode == "ADM1" || place?.featureCode.hasPrefix("PCL") == true { return "3" }
    let radius = claim.coding?.radiusKilometres ?? place?.radiusKilometres ?? 0
    let isArea = place?.isAdministrativeUnit == true || claim.edge != nil
    return radius > 50 ? "3" : isArea || radius > 10 ? "2" : "1"
  }

  private func name(_ party: String?) -> String {
    party.map { parties[$0]?.name ?? $0 } ?? ""
  }

  private func source(_ claim: Claim) -> String {
    if let source = claim.coding?.cell("source_office"), !source.isEmpty { return source }
    return publishers[claim.provenance.report] ?? claim.provenance.report
  }

  /// All killed that the claim counts, of whatever side; nil where it counts none.
  private func killed(_ claim: Claim) -> (low: Int, high: Int?)? {
    let killed = claim.figures.filter { $0.kind == .killed }
    guard !killed.isEmpty else { return nil }
    let highs = killed.compactMap(\.high)
    return (
      killed.reduce(0) { $0 + $1.low },
      highs.count == killed.count ? highs.reduce(0, +) : nil
    )
  }

  // MARK: HXL

  /// Headers and hashtags of the HXL columns, in order: HXL 1.1's own tags where it has them, with the attributes
  /// that the Humanitarian Data Exchange uses for conflict events (`#group+name+first`).
  static let hxlColumns = [
    ("Claim", "#event+code"), ("First day", "#date+start"), ("Last day", "#date+end"),
    ("Precision", "#date+precision"), ("Reported", "#date+reported"), ("Event", "#event+type"),
    ("Actor", "#group+name+first"), ("Against", "#group+name+second"),
    ("Control after", "#event+status"), ("Held by", "#group+name+holder"),
    ("Country", "#country+name"), ("Admin 1", "#adm1+name"), ("Admin 2", "#adm2+name"),
    ("Place", "#loc+name"), ("Place id", "#loc+code"), ("Latitude", "#geo+lat"),
    ("Longitude", "#geo+lon"), ("Radius km", "#geo+radius"), ("Said by", "#meta+claimant"),
    ("Speaker", "#meta+speaker"), ("How sure", "#meta+hedge"),
    ("Killed, at least", "#affected+killed+min"), ("Killed, at most", "#affected+killed+max"),
    ("Source", "#meta+source"), ("Report", "#meta+report"), ("Text", "#description"),
  ]

  /// A header, the row of hashtags, then a row a claim.
  public func hxl(_ claims: [Claim]) -> CommaTable {
    let tags = CommaTable.Row(line: 2, cells: Self.hxlColumns.map(\.1))
    let rows = claims.enumerated().map { index, claim in
      CommaTable.Row(line: index + 3, cells: hxlCells(claim))
    }
    return CommaTable(columns: Self.hxlColumns.map(\.0), rows: [tags] + rows)
  }

  private func hxlCells(_ claim: Claim) -> [String] {
    let units = Units(of: claim, gazetteer)
    let (status, holder) = ClaimRow.words(claim.controlAfter)
    let killed = killed(claim)
    let radius =
      claim.coding?.radiusKilometres ?? gazetteer.place(id: claim.placeID)?.radiusKilometres
    return [
      claim.id, claim.valid.lowerBound.description,
      claim.valid.upperBound.advanced(by: -1).description, claim.precision.rawValue,
      claim.reported.description, claim.event.rawValue, name(claim.actor), name(claim.against),
      status, name(holder.isEmpty ? nil : holder), units.country, units.admin1, units.admin2,
      claim.placeName, claim.placeID, claim.position.map { DegreeText.written($0.latitude) } ?? "",
      claim.position.map { DegreeText.written($0.longitude) } ?? "",
      radius.map(DegreeText.written) ?? "",
      claimant(claim.claimant), claim.speaker ?? "", claim.hedge.rawValue,
      killed.map { String($0.low) } ?? "", killed?.high.map(String.init) ?? "", source(claim),
      claim.provenance.report, claim.provenance.sentence,
    ]
  }

  private func claimant(_ claimant: Claim.Claimant) -> String {
    if case .party(let id) = claimant { return name(id) }
    return claimant.description
  }
}

/// The names of the units that a claim's place lies in, or is.
private struct Units {
  var country = ""
  var admin1 = ""
  var admin2 = ""

  init(of claim: Claim, _ gazetteer: Gazetteer) {
    if let place = gazetteer.place(id: claim.placeID) {
      for unit in [place] + gazetteer.ancestors(of: place) {
        switch unit.featureCode {
        case "ADM1": admin1 = unit.name
        case "ADM2": admin2 = unit.name
        case let code where code.hasPrefix("PCL"): country = unit.name
        default: break
        }
      }
      if admin1.isEmpty { admin1 = place.admin1 }
      if admin2.isEmpty { admin2 = place.admin2 }
    }
    guard let coding = claim.coding else { return }
    if country.isEmpty { country = coding.cell("country") }
  }
}
