public import FrontlineClaims
internal import FrontlineGazetteer
internal import FrontlineGeometry
public import FrontlineReports

extension Claim {
  /// A claim with the parts a test is about; the rest is ordinary.
  ///
  /// - Parameters:
  ///   - day: The first day it speaks of.
  ///   - days: How many days it speaks of.
  ///   - reported: The day of the report; the day it speaks of unless given.
  public static func invented(
    _ event: Event, at place: String, actor: String?, against: String?,
    control: ControlAfter? = nil, on day: Day, days: Int = 1, reported: Day? = nil,
    by claimant: Claimant = .independent, hedge: Hedge = .asserted, edge: String? = nil,
    report: String = "report", id: String? = nil
  ) -> Claim {
    let control = control ?? ordinaryControl(event, actor, against)
    let known = InventedPlaces.gazetteer.place(id: place)
    let parts: [String] = [
      report, place, event.rawValue, actor ?? "", "\(control)", "\(day)", "\(claimant)",
      hedge.rawValue, edge ?? "",
    ]
    return Claim(
      id: id ?? parts.joined(separator: "."), placeID: place, placeName: known?.name ?? place,
      position: known?.position ?? Position(longitude: 10, latitude: 50), edge: edge, event: event,
      actor: actor, against: against, controlAfter: control, valid: day..<day.advanced(by: days),
      precision: .day, dateBasis: "test", reported: reported ?? day, claimant: claimant,
      speaker: nil, hedge: hedge,
      provenance: Provenance(
        report: report, sentence: "Something was said.", sentenceRange: 0..<19, placeRange: 0..<9,
        rule: "test"))
  }

  private static func ordinaryControl(
    _ event: Event, _ actor: String?, _ against: String?
  ) -> ControlAfter {
    switch event {
    case .captured, .recaptured, .holds, .attackRepelled, .deniedCapture, .massing:
      actor.map { .held(party: $0) } ?? .unknown
    case .withdrew, .surrounded: against.map { .held(party: $0) } ?? .unknown
    case .fighting, .attack, .entered, .casualties, .equipmentDestroyed: .contested
    }
  }
}
