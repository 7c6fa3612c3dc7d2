internal import FrontlineGeometry
internal import FrontlineReports

/// A claim as a row of a table: what `claims.csv` holds, and what an export carries of a claim.
///
/// The first columns are those of `frontline claims --format csv`; the others hold what data sets say beyond.
/// Only `place` (or `place_id`), `event` (or `status`) and `date` must be given: by hand, the rest may stay empty.
public enum ClaimRow {
  /// The columns of `frontline claims --format csv`, in order.
  public static let claimColumns = [
    "id", "report", "place", "place_id", "lat", "lon", "confidence", "edge", "event", "actor",
    "against", "status", "party", "date", "date_until", "precision", "reported", "asserted_by",
    "speaker", "hedge", "figures", "rule", "sentence",
  ]

  /// What they leave out, and what a data set adds, in order.
  public static let codingColumns = [
    "date_basis", "dataset", "dataset_row", "radius_km", "geo_precision", "time_precision",
    "deaths", "deaths_low", "deaths_high", "actor_as_written", "against_as_written",
    "location_as_written", "within", "other",
  ]

  public static let columns = claimColumns + codingColumns

  /// Other names of columns, in order: what a table of claims may call them. A source stands for the report, so that
  /// all its rows are one voice.
  public static let synonyms: [(name: String, column: String)] = [
    ("claim_id", "id"), ("place_name", "place"), ("latitude", "lat"), ("longitude", "lon"),
    ("valid_date", "date"), ("reported_date", "reported"), ("source", "report"),
  ]

  /// The cells of a claim, in the order of ``columns``.
  ///
  /// - Parameter confidence: How well the place's position is known, `A` to `D`; empty if not said.
  public static func cells(_ claim: Claim, confidence: String = "") -> [String] {
    claimCells(claim, confidence: confidence) + codingCells(claim)
  }

  private static func claimCells(_ claim: Claim, confidence: String) -> [String] {
    let (status, party) = words(claim.controlAfter)
    return [
      claim.id, claim.provenance.report, claim.placeName, claim.placeID,
      claim.position.map { DegreeText.written($0.latitude) } ?? "",
      claim.position.map { DegreeText.written($0.longitude) } ?? "",
      confidence, claim.edge ?? "", claim.event.rawValue, claim.actor ?? "", claim.against ?? "",
      status, party, claim.valid.lowerBound.description,
      claim.valid.upperBound.advanced(by: -1).description, claim.precision.rawValue,
      claim.reported.description, claim.claimant.description, claim.speaker ?? "",
      claim.hedge.rawValue, figures(claim.figures), claim.provenance.rule,
      claim.provenance.sentence,
    ]
  }

  private static func codingCells(_ claim: Claim) -> [String] {
    func number(_ value: Int?) -> String { value.map(String.init) ?? "" }
    guard let coding = claim.coding else {
      return [claim.dateBasis] + codingColumns.dropFirst().map { _ in "" }
    }
    return [
      claim.dateBasis, coding.dataset, coding.row,
      coding.radiusKilometres.map(DegreeText.written) ?? "", number(coding.geoPrecision),
      number(coding.timePrecision), number(coding.deaths), number(coding.deathsLow),
      number(coding.deathsHigh), coding.actor, coding.against, coding.location,
      coding.within ?? "", OtherCells.written(coding.cells),
    ]
  }

  package static func words(_ control: Claim.ControlAfter) -> (status: String, party: String) {
    switch control {
    case .held(let party): ("held", party)
    case .notHeld(let party): ("lost", party)
    case .contested: ("contested", "")
    case .unknown: ("unknown", "")
    }
  }

  /// `killed north 3-5; wounded  20+`: kind, party (or nothing), lowest and highest number.
  public static func figures(_ figures: [Claim.Figure]) -> String {
    figures.map { figure in
      let high = figure.high.map { $0 == figure.low ? "" : "-\($0)" } ?? "+"
      return "\(figure.kind.rawValue) \(figure.party ?? "") \(figure.low)\(high)"
    }.joined(separator: "; ")
  }
}

/// The other cells of a data set's row in one cell: `column=text|column=text`, with `%`, `|`, `=` as `%25`, `%7C`, `%3D`.
public enum OtherCells {
  public static func written(_ cells: [Claim.Coding.Cell]) -> String {
    cells.map { escaped($0.column) + "=" + escaped($0.text) }.joined(separator: "|")
  }

  public static func read(_ text: String) -> [Claim.Coding.Cell] {
    text.split(separator: "|").map { part in
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return .init(column: plain(sides[0]), text: sides.count > 1 ? plain(sides[1]) : "")
    }
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x25, 0x7C, 0x3D].contains($0) }) else { return text }
    return text.replacing("%", with: "%25").replacing("|", with: "%7C").replacing("=", with: "%3D")
  }

  private static func plain(_ text: Substring) -> String {
    let text = String(text)
    guard text.utf8.contains(0x25) else { return text }
    return text.replacing("%3D", with: "=").replacing("%7C", with: "|").replacing("%25", with: "%")
  }
}

/// Numbers with as many decimals as they need, six at most, and never an exponent.
package enum DegreeText {
  package static func written(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "" }
    let millionths = Int((abs(value) * 1e6).rounded())
    var digits = String(millionths % 1_000_000)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    let sign = value < 0 && millionths > 0 ? "-" : ""
    return "\(sign)\(millionths / 1_000_000)\(digits.isEmpty ? "" : "." + digits)"
  }
}
