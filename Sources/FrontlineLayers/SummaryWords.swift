import FrontlineClaims
import FrontlineControl
import FrontlineFronts

/// The sentences of the column `summary`.
struct SummaryWords: Sendable {
  private let names: [String: String]

  init(parties: [Party]) {
    names = Dictionary(parties.map { ($0.id, Self.inSentence($0)) }) { first, _ in first }
  }

  /// Whose claims decided a place that is decided by another's.
  enum Decider {
    /// What the place lies in.
    case unit(String)
    case neighbour(String)

    var words: String {
      switch self {
      case .unit(let name): ", as part of \(name)"
      case .neighbour(let name): ", by what is said of \(name) near it"
      }
    }
  }

  func place(
    _ control: PlaceControl, view: View, basis: Basis, through decider: Decider?, isInferred: Bool
  ) -> String {
    let inferred = isInferred ? "position inferred" : nil
    if control.status == .unknown {
      return sentence(view, "unknown" + brackets([inferred]) + ": " + open(basis))
    }
    return sentence(
      view,
      state(control.status) + brackets([probability(control.probability), inferred])
        + (decider?.words ?? "") + sources(basis), basis.voice)
  }

  func area(_ area: ControlArea, view: View, basis: Basis) -> String {
    sentence(
      view, state(area.status) + brackets([probability(area.probability)]) + sources(basis),
      basis.voice)
  }

  func band(_ percent: Int, view: View) -> String {
    sentence(view, "the front line runs inside with a chance of \(percent) in 100")
  }

  func line(_ line: FrontLine, view: View, basis: Basis) -> String {
    let parties = "between \(name(line.partyA)) and \(name(line.partyB))"
    let places = line.contestedPlaces.isEmpty ? "" : " at " + Self.list(line.contestedPlaces)
    let what =
      switch line.kind {
      case .line: "front line " + parties
      case .contestedEdge: "edge of the ground contested " + parties + places
      }
    return sentence(
      view, what + brackets([probability(line.probability)]) + sources(basis), basis.voice)
  }

  /// Who said when that what happened where; then how sure the report is.
  func claim(_ claim: Claim, isInferred: Bool) -> String {
    let said = "\(claimant(claim.claimant)) on \(claim.reported): \(Self.words(claim.event))"
    let place = claim.edge.map { " at the \($0) of " } ?? " at "
    let actor = claim.actor.map { " by \(name($0))" } ?? ""
    let against = claim.against.map { " against \(name($0))" } ?? ""
    let marks = [
      claim.hedge == .asserted ? nil : claim.hedge.rawValue,
      isInferred ? "position inferred" : nil,
    ]
    let loss: String
    if case .notHeld(let party) = claim.controlAfter {
      loss = ", no longer held by \(name(party))"
    } else {
      loss = ""
    }
    return Self.capitalised(said + place + claim.placeName + actor + against + loss)
      + brackets(marks) + "."
  }

  /// Such as `killed reds 40+`, `wounded 3-5`.
  static func figure(_ figure: Claim.Figure) -> String {
    let count =
      switch figure.high {
      case nil: "\(figure.low)+"
      case figure.low: "\(figure.low)"
      case .some(let high): "\(figure.low)-\(high)"
      }
    return ([figure.kind.rawValue] + (figure.party.map { [$0] } ?? []) + [count])
      .joined(separator: " ")
  }

  func state(_ status: PlaceControl.Status) -> String {
    switch status {
    case .held(let party): "held by \(name(party))"
    case .contested(let parties) where parties.count > 1:
      "contested between \(Self.list(parties.map(name)))"
    case .contested(let parties) where parties.count == 1:
      "contested by \(name(parties[0]))"
    case .contested: "contested"
    case .unknown: "unknown"
    }
  }

  /// `, weighing 3 claims in 2 reports`, with prior control named where it counts.
  func sources(_ basis: Basis) -> String {
    guard basis.said > 0 else { return ", from prior control; no report speaks of it" }
    return ", weighing " + said(basis) + (basis.hasPrior ? " and prior control" : "")
  }

  /// Why a place is unknown.
  private func open(_ basis: Basis) -> String {
    guard basis.said > 0 else { return "no report speaks of it" }
    return said(basis) + (basis.said == 1 ? " leaves it open" : " leave it open")
  }

  private func said(_ basis: Basis) -> String {
    let reports = basis.reports > 0 ? " in " + Self.count(basis.reports, "report") : ""
    return Self.count(basis.said, "claim") + reports
  }

  /// Nobody is made to say what they did not.
  func sentence(_ view: View, _ words: String, _ voice: Basis.Voice = .own) -> String {
    switch (view, voice) {
    case (.assessed, _): Self.capitalised(words) + "."
    case (.claimed(let party), .own): "According to \(name(party)), \(words)."
    case (.claimed(let party), .others): "As others tell in favour of \(name(party)), \(words)."
    case (.claimed(let party), .nobody):
      "Where nothing is claimed by or for \(name(party)), \(words)."
    case (.independent, .nobody): "Where no independent source speaks, \(words)."
    case (.independent, _): "According to independent sources, \(words)."
    }
  }

  func brackets(_ marks: [String?]) -> String {
    let marks = marks.compactMap { $0 }
    return marks.isEmpty ? "" : " (" + marks.joined(separator: "; ") + ")"
  }

  func probability(_ value: Double) -> String? {
    DecimalText.string(value, decimals: 2).map { "probability " + $0 }
  }

  func name(_ party: String) -> String { names[party] ?? party }

  private func claimant(_ claimant: Claim.Claimant) -> String {
    switch claimant {
    case .party(let id): name(id)
    case .independent: "an independent source"
    case .resident: "a resident"
    case .analyst: "an analyst"
    case .thirdParty: "a third party"
    }
  }

  private static func words(_ event: Claim.Event) -> String {
    switch event {
    case .fighting: "fighting"
    case .attack: "attack"
    case .attackRepelled: "attack repelled"
    case .captured: "capture"
    case .recaptured: "recapture"
    case .holds: "control"
    case .entered: "entry"
    case .withdrew: "withdrawal"
    case .surrounded: "encirclement"
    case .massing: "forces massing"
    case .deniedCapture: "capture denied"
    case .casualties: "casualties"
    case .equipmentDestroyed: "equipment destroyed"
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func capitalised(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The name with its article, where one belongs: an alias says so, or the last word is the kind of
  /// body that English gives one (the … Front, the … Forces).
  private static func inSentence(_ party: Party) -> String {
    let withArticle = "the " + party.name
    let saysSo = party.aliases.contains { $0.lowercased() == withArticle.lowercased() }
    let words = party.name.split(separator: " ")
    let isBody = words.count > 1 && bodies.contains((words.last ?? "").lowercased())
    return saysSo || isBody ? withArticle : party.name
  }

  private static let bodies: Set<String> = [
    "administration", "alliance", "army", "authority", "battalion", "brigade", "brigades",
    "coalition", "command", "corps", "council", "emirate", "federation", "force", "forces",
    "front", "government", "group", "guard", "junta", "kingdom", "league", "militia", "militias",
    "movement", "organization", "organisation", "party", "rebels", "regime", "republic",
    "resistance", "state", "states", "union", "units",
  ]
}
