import FrontlineClaims
import FrontlineGazetteer
import FrontlineMentions
import FrontlineReports

/// What is said of places and claims beside a marked text.
struct MarkedWords {
  let parties: [Party]
  let gazetteer: Gazetteer

  func party(_ id: String) -> String { parties.first { $0.id == id }?.name ?? id }

  func colour(_ id: String) -> String {
    KMLColour.hex(parties.first { $0.id == id }?.colour ?? "")
  }

  // MARK: Places

  /// What a name was taken for, line by line: the place, the reasons, the places it was preferred to.
  func lines(_ mention: Mention) -> [String] {
    if case .associative(let reason) = mention.use { return ["not a place here: \(reason)"] }
    guard let resolution = mention.resolution, let chosen = resolution.candidates.first else {
      return ["no place of the gazetteer fits"]
    }
    var lines = [place(resolution.placeID), "because: " + chosen.reasons.joined(separator: ", ")]
    lines += resolution.candidates.dropFirst().prefix(3).map {
      "or: \(place($0.placeID)) — \($0.reasons.joined(separator: ", "))"
    }
    if resolution.candidates.count > 4 {
      lines.append("or \(resolution.candidates.count - 4) more")
    }
    return lines
  }

  private func place(_ id: String) -> String {
    guard let place = gazetteer.place(id: id) else { return id }
    let units = gazetteer.ancestors(of: place).prefix(2).map(\.name)
    return "\(place.name) (\(([place.featureCode] + units).joined(separator: ", ")); \(id))"
  }

  // MARK: Claims

  func event(_ claim: Claim) -> String { claim.event.rawValue.replacing("_", with: " ") }

  func place(_ claim: Claim) -> String {
    let edge = claim.edge.map { " (\($0))" } ?? ""
    let confidence = gazetteer.place(id: claim.placeID)?.confidence
    return claim.placeName + edge + (confidence == .d ? " (position inferred)" : "")
  }

  func days(_ claim: Claim) -> String {
    let last = claim.valid.upperBound.advanced(by: -1)
    let days =
      last <= claim.valid.lowerBound
      ? "\(claim.valid.lowerBound)" : "\(claim.valid.lowerBound) to \(last)"
    return claim.precision == .day ? days : "\(days) (to the \(claim.precision.rawValue))"
  }

  func basis(_ claim: Claim) -> String {
    claim.dateBasis.isEmpty ? "" : "by “\(claim.dateBasis)”"
  }

  func claimant(_ claimant: Claim.Claimant) -> String {
    switch claimant {
    case .party(let id): party(id)
    case .independent: "independent"
    case .resident: "a resident"
    case .analyst: "an analyst"
    case .thirdParty: "a third party"
    }
  }

  func control(_ claim: Claim) -> String {
    switch claim.controlAfter {
    case .held(let id): "held by \(party(id))"
    case .notHeld(let id): "no longer held by \(party(id))"
    case .contested: "contested"
    case .unknown: "unknown"
    }
  }

  /// The party whose colour a claim has: the one that holds the place if it is true.
  func holder(_ claim: Claim) -> String? {
    if case .held(let id) = claim.controlAfter { return id }
    return nil
  }

  func figures(_ claim: Claim) -> String {
    claim.figures.map { figure in
      let count = figure.high.map { $0 == figure.low ? "\($0)" : "\(figure.low)–\($0)" }
      return
        ([figure.kind.rawValue] + (figure.party.map { [party($0)] } ?? [])
        + [count ?? "\(figure.low) or more"]).joined(separator: " ")
    }.joined(separator: "; ")
  }

  func edit(_ edit: Claim.Edit) -> String {
    let reason = edit.reason.isEmpty ? "" : ": \(edit.reason)"
    let before = edit.kind == .changed ? edit.found.map { " (read as \($0))" } ?? "" : ""
    return "\(edit.kind.rawValue) by hand\(reason)\(before)"
  }
}

/// Text of others made fit to be shown: what would move the cursor, or turn the writing round, is named instead.
enum VisibleText {
  static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      guard isHidden(scalar) else {
        shown.unicodeScalars.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      shown += "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
    }
    return shown
  }

  /// Controls but tab and line feed, embeddings and overrides of direction, separators, non-characters.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA: false
    case 0x0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
