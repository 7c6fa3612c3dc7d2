public import FrontlineClaims
public import FrontlineControl
internal import FrontlineGazetteer
internal import FrontlineGeometry
public import FrontlineReports

/// Why a place is drawn as it is: the chain from the map to the sentences.
public struct Explanation: Sendable {
  public struct ViewAnswer: Sendable {
    public var view: View
    public var control: PlaceControl
    /// The claims that decided, in the order of their days.
    public var deciding: [Claim]
    /// Statements of prior control that stand where no claim speaks.
    public var prior: [Theatre.PriorControl]
  }

  public var place: String
  public var day: Day
  public var answers: [ViewAnswer]
  /// Claims about the place or what contains it that no view counted, with the reason.
  public var unheard: [(claim: Claim, reason: String)]
}

extension Explanation {
  /// - Parameters:
  ///   - placeID: A site of the maps.
  ///   - maps: Of the day, one a view.
  public init(
    placeID: String, name: String, day: Day, maps: [ControlMap], claims: [Claim], theatre: Theatre,
    areas: Set<String>
  ) {
    let byID = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    place = name
    self.day = day
    answers = maps.compactMap { map in
      map.places.first { $0.placeID == placeID }.map { control in
        ViewAnswer(
          view: map.view, control: control,
          deciding: control.claims.compactMap { byID[$0] }.sorted {
            ($0.valid.lowerBound, $0.id) < ($1.valid.lowerBound, $1.id)
          },
          prior: theatre.prior.filter { control.claims.contains("prior-\($0.place)") })
      }
    }
    let used = Set(answers.flatMap { $0.control.claims })
    unheard = claims.filter { areas.contains($0.placeID) && !used.contains($0.id) }.map {
      ($0, Self.reason($0, day))
    }
  }

  private static func reason(_ claim: Claim, _ day: Day) -> String {
    if claim.edit?.kind == .rejected { return "it was rejected by hand" }
    if claim.valid.lowerBound > day { return "it is about a later day" }
    if claim.edge != nil {
      return "it is about the \(claim.edge ?? "edge") of the place, not the inside"
    }
    if claim.controlAfter == .unknown { return "it does not say who holds the place" }
    if claim.controlAfter == .contested {
      return "fighting in a wide area, or too long ago, makes no single place contested"
    }
    return "a nearer or stronger claim speaks"
  }

  /// The explanation as text for a terminal.
  public func written(parties: [Party]) -> String {
    var lines = ["\(place) on \(day)"]
    for answer in answers {
      lines.append("")
      lines.append("\(answer.view): \(Self.state(answer.control, parties))")
      for claim in answer.deciding { lines += Self.lines(claim) }
      for prior in answer.prior {
        lines.append(
          "  prior control since \(prior.since?.description ?? "the start"): \(prior.source)")
      }
      if answer.deciding.isEmpty && answer.prior.isEmpty {
        lines.append("  no evidence reaches the place")
      }
    }
    if !unheard.isEmpty {
      lines += ["", "claims that did not count here:"]
      for item in unheard {
        lines += Self.lines(item.claim) + ["      not counted: \(item.reason)"]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func state(_ control: PlaceControl, _ parties: [Party]) -> String {
    func name(_ id: String) -> String { parties.first { $0.id == id }?.name ?? id }
    let belief = Int((control.probability * 100).rounded())
    switch control.status {
    case .held(let party): return "held by \(name(party)), belief \(belief) %"
    case .contested(let sides):
      return "contested between \(sides.map(name).joined(separator: " and ")), belief \(belief) %"
    case .unknown: return "unknown"
    }
  }

  private static func lines(_ claim: Claim) -> [String] {
    let until = claim.valid.upperBound.advanced(by: -1)
    let days =
      until == claim.valid.lowerBound ? "\(until)" : "\(claim.valid.lowerBound) to \(until)"
    let who = claim.speaker.map { "\(claim.claimant) (\($0))" } ?? claim.claimant.description
    let sentence = claim.provenance.sentence
    return [
      "  \(claim.id)  \(days)  \(claim.placeName): \(claim.event.rawValue.replacing("_", with: " "))\(claim.actor.map { " by \($0)" } ?? ""), says \(who), \(claim.hedge.rawValue)"
    ] + (sentence.isEmpty ? [] : ["      “\(sentence)”"]) + [
      "      \(claim.provenance.report), rule \(claim.provenance.rule), dated by “\(claim.dateBasis)”"
    ] + (claim.edit.map { ["      " + words($0)] } ?? [])
  }

  private static func words(_ edit: Claim.Edit) -> String {
    let before = edit.kind == .changed ? edit.found.map { ", read as \($0)" } ?? "" : ""
    return "\(edit.kind.rawValue) by hand\(edit.reason.isEmpty ? "" : ": \(edit.reason)")\(before)"
  }
}
