internal import FrontlineClaims
internal import FrontlineFronts
internal import FrontlineLayers

extension MapDiff {
  /// The changes as text for a terminal: the balances, then each piece of ground with its places and claims.
  ///
  /// - Parameter limit: How many claims are told for each piece of ground, and how many pieces; nil for all.
  public func text(limit: Int? = 5) -> String {
    var lines = ["\(theatre), \(view): from \(from) to \(to)", ""]
    lines += balanceLines()
    let moved = changes.filter { !$0.isOfReach }
    let shown = moved.prefix(limit.map { 4 * $0 } ?? moved.count)
    if !moved.isEmpty { lines += ["", "ground that changed, the largest first"] }
    for (index, change) in shown.enumerated() {
      lines += ["", "\(index + 1). \(words(change))"]
      lines += places.filter { change.places.contains($0.placeID) }.map { "   " + words($0) }
      lines += claimLines(change.claims, limit: limit)
    }
    if moved.count > shown.count {
      let rest = moved.dropFirst(shown.count).reduce(0) { $0 + $1.area.median }
      lines += ["", "and \(moved.count - shown.count) more pieces, \(square(rest)) in all"]
    }
    if slivers.count > 0 {
      lines += [
        "",
        "left out above: \(slivers.count) pieces below \(square(MapDiff.leastChange)), \(square(slivers.area)) in all",
      ]
    }
    let inside = Set(changes.flatMap(\.places))
    let others = places.filter { !inside.contains($0.placeID) }
    if !others.isEmpty { lines += ["", "other places that changed"] }
    for place in others {
      lines += ["", words(place)] + claimLines(place.claims, limit: limit)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func balanceLines() -> [String] {
    guard !balances.isEmpty else { return ["no ground changed"] }
    let rows =
      [
        [
          "", "won km²", "80 %", "lost km²", "80 %", "net km²", "80 %", "came in reach km²",
          "faded km²",
        ]
      ]
      + balances.map { balance in
        [name(balance.holder)]
          + [balance.won, balance.lost].flatMap { [decimal($0.median), span($0)] }
          + [signed(balance.net.median), span(balance.net)]
          + [decimal(balance.appeared), decimal(balance.faded)]
      }
    return MapDiff.aligned(rows)
  }

  private static func aligned(_ rows: [[String]]) -> [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let blank = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blank : blank + cell
      }
      return "  " + cells.joined(separator: "  ")
    }
  }

  private func claimLines(_ ids: [String], limit: Int?) -> [String] {
    guard !ids.isEmpty else {
      return [
        "   no claim of these days: older evidence counts less, or the line follows its neighbours"
      ]
    }
    let byID = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    let all = ids.compactMap { byID[$0] }
    let shown = all.prefix(limit ?? all.count)
    return shown.flatMap { claim in
      let sentence = claim.provenance.sentence
      return ["   - \(MapDiff.words(claim))"] + (sentence.isEmpty ? [] : ["     “\(sentence)”"])
        + [
          "     \(claim.provenance.report)\(claim.provenance.report.isEmpty ? "" : ", ")\(claim.id)"
        ]
    } + (all.count > shown.count ? ["   and \(all.count - shown.count) more claims"] : [])
  }

  /// Who said when that what happened where.
  static func words(_ claim: Claim) -> String {
    let event = claim.event.rawValue.replacing("_", with: " ")
    let after =
      switch claim.controlAfter {
      case .held(let party): ", so held by \(party)"
      case .notHeld(let party): ", so not held by \(party)"
      case .contested, .unknown: ""
      }
    return "\(claim.valid.lowerBound) \(claim.placeName): \(event)"
      + (claim.actor.map { " by \($0)" } ?? "") + after + ", says \(source(of: claim))"
      + (claim.reported == claim.valid.lowerBound ? "" : " on \(claim.reported)")
      + (claim.hedge == .asserted ? "" : ", \(claim.hedge.rawValue)")
  }

  static func source(of claim: Claim) -> String {
    claim.speaker.map { "\(claim.claimant) (\($0))" } ?? claim.claimant.description
  }

  func words(_ change: Change) -> String {
    "\(name(change.from)) → \(name(change.to)), \(square(change.area.median))\(range(change.area))"
  }

  func words(_ place: PlaceChange) -> String {
    "\(place.name): \(words(place.from)) → \(words(place.to))"
  }

  private func words(_ state: State) -> String {
    let sure = state.status == "unknown" ? nil : DecimalText.string(state.probability, decimals: 2)
    let who = state.party.map { "held by \(name(.party($0)))" } ?? state.status
    return who + (sure.map { " \($0)" } ?? "")
  }

  func name(_ holder: Holder) -> String {
    if case .party(let id) = holder { names[id] ?? id } else { holder.text }
  }

  private func square(_ value: Double) -> String { decimal(value) + " km²" }
  /// In brackets; nothing where the edges are drawn by rule.
  func range(_ range: AreaRange) -> String {
    range.low < range.high ? " (80 %: \(span(range)))" : ""
  }
  private func span(_ range: AreaRange) -> String {
    range.low == range.high ? "" : "\(decimal(range.low)) to \(decimal(range.high))"
  }
  private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + decimal(value) }
  func decimal(_ value: Double) -> String { DecimalText.string(value, decimals: 1) ?? "" }
}
