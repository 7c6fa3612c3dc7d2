public import FrontlineClaims
internal import FrontlineControl
internal import FrontlineLayers
internal import FrontlineReports

extension Explanation {
  /// The explanation as text for a terminal.
  ///
  /// - Parameter limit: How many claims of each kind a view tells; nil for all. A claim told before is told in one line.
  public func written(parties: [Party], limit: Int? = 12) -> String {
    var writer = ExplanationWriter(parties: parties, limit: limit)
    writer.write(self)
    return writer.lines.joined(separator: "\n") + "\n"
  }
}

private struct ExplanationWriter {
  let parties: [Party]
  let limit: Int?
  var lines: [String] = []
  private var told: Set<String> = []

  init(parties: [Party], limit: Int?) {
    self.parties = parties
    self.limit = limit
  }

  mutating func write(_ explanation: Explanation) {
    lines.append("\(explanation.subject.name) on \(explanation.day)")
    for answer in explanation.answers {
      lines += ["", "\(answer.view): \(state(answer))"]
      writeGround(answer)
      writeClaims(
        answer)
    }
    guard !explanation.unheard.isEmpty else { return }
    lines += ["", "claims that did not count here:"]
    let shown = explanation.unheard.prefix(limit ?? .max)
    for item in shown {
      write(item.claim)
      lines.append("      not counted: \(item.reason)")
    }
    writeRest(explanation.unheard.count - shown.count)
  }

  // MARK: What is shown

  private func name(_ id: String) -> String { parties.first { $0.id == id }?.name ?? id }

  private func state(_ answer: Explanation.ViewAnswer) -> String {
    let belief = percent(answer.probability)
    switch answer.status {
    case .held(let party):
      let others = answer.probabilities.filter { $0.party != party && $0.probability >= 0.005 }
        .map { "\(name($0.party)) \(percent($0.probability))" }
      let rest = others.isEmpty ? "" : " (\(others.joined(separator: ", ")))"
      return "held by \(name(party)), belief \(belief)\(rest)"
    case .contested(let sides):
      let words = "contested between \(sides.map(name).joined(separator: " and "))"
      return answer.probability > 0 ? "\(words), belief \(belief)" : words
    case .unknown:
      return "unknown: no evidence within reach, which is \(kilometres(answer.reachKilometres))"
    }
  }

  private mutating func writeGround(_ answer: Explanation.ViewAnswer) {
    if let drawn = answer.drawn { lines.append("  the map draws \(words(drawn)) there") }
    if let line = answer.line {
      let between = line.parties.map(name).joined(separator: " and ")
      var words =
        "  front line between \(between) \(kilometres(line.kilometres)) away"
      if answer.view.hasDoubt {
        words +=
          ", which truly runs within \(kilometres(line.halfWidthKilometres)) of it four times in five"
      }
      if let newest = line.newest { words += "; newest evidence \(newest)" }
      lines.append(words)
      if answer.view.hasDoubt, line.kilometres < line.halfWidthKilometres {
        lines.append("  so this may lie on the other side")
      }
    }
    if let own = answer.own, !answer.isLatestWord,
      let top = own.max(by: { $0.probability < $1.probability })
    {
      lines.append(
        "  its own claims alone say \(name(top.party)), belief \(percent(top.probability))")
    }
    for side in answer.sides {
      let places = side.places.map { place in
        let belief = answer.isLatestWord ? "" : ", \(percent(place.probability))"
        return "\(place.name) \(kilometres(place.kilometres)) (\(place.lastDay)\(belief))"
      }
      lines.append("  nearest for \(name(side.party)): \(places.joined(separator: ", "))")
    }
  }

  private func words(_ status: PlaceControl.Status) -> String {
    switch status {
    case .held(let party): "ground held by \(name(party))"
    case .contested: "contested ground"
    case .unknown: "nothing"
    }
  }

  // MARK: Claims

  private mutating func writeClaims(_ answer: Explanation.ViewAnswer) {
    let shown = answer.claims.prefix(limit ?? .max)
    var last: String?
    for evidence in shown {
      if let near = evidence.near, near != last { lines.append("  at \(near):") }
      last = evidence.near
      write(evidence, isLatestWord: answer.isLatestWord)
    }
    writeRest(answer.claims.count - shown.count)
    for prior in answer.prior {
      lines.append(
        "  prior control by \(name(prior.party)) since \(prior.since?.description ?? "the start"): \(prior.source)"
      )
    }
    if answer.claims.isEmpty && answer.prior.isEmpty && answer.outvoted.isEmpty {
      lines.append("  no claim speaks of it")
    }
    guard !answer.outvoted.isEmpty else { return }
    lines.append("  outvoted:")
    let outvoted = answer.outvoted.prefix(limit ?? .max)
    for evidence in outvoted { write(evidence, isLatestWord: answer.isLatestWord) }
    writeRest(answer.outvoted.count - outvoted.count)
  }

  private mutating func writeRest(_ count: Int) {
    guard count > 0 else { return }
    lines.append("  … and \(count) more (--all shows them)")
  }

  private mutating func write(_ evidence: Explanation.Evidence, isLatestWord: Bool) {
    write(evidence.claim)
    if let weighed = evidence.weighed, !isLatestWord {
      lines.append("      \(words(weighed, evidence.claim))")
    }
    if !evidence.reasons.isEmpty {
      lines.append("      outvoted: \(evidence.reasons.joined(separator: "; "))")
    }
  }

  private mutating func write(_ claim: Claim) {
    let until = claim.valid.upperBound.advanced(by: -1)
    let days =
      until == claim.valid.lowerBound ? "\(until)" : "\(claim.valid.lowerBound) to \(until)"
    let who = claim.speaker.map { "\(claim.claimant) (\($0))" } ?? claim.claimant.description
    let event = claim.event.rawValue.replacing("_", with: " ")
    let actor = claim.actor.map { " by \($0)" } ?? ""
    lines.append(
      "  \(claim.id)  \(days)  \(claim.placeName): \(event)\(actor), says \(who), \(claim.hedge.rawValue)"
    )
    guard told.insert(claim.id).inserted else { return }
    let sentence = claim.provenance.sentence
    if !sentence.isEmpty { lines.append("      “\(sentence)”") }
    lines.append(
      "      \(claim.provenance.report), rule \(claim.provenance.rule), dated by “\(claim.dateBasis)”"
    )
    if let edit = claim.edit { lines.append("      " + words(edit)) }
  }

  private func words(_ edit: Claim.Edit) -> String {
    let before = edit.kind == .changed ? edit.found.map { ", read as \($0)" } ?? "" : ""
    return "\(edit.kind.rawValue) by hand\(edit.reason.isEmpty ? "" : ": \(edit.reason)")\(before)"
  }

  /// What a claim counts for, and why no more.
  private func words(_ weighed: WeighedClaim, _ claim: Claim) -> String {
    let zone = weighed.isNearLine ? "near the line" : "behind the line"
    let source =
      "\(weighed.source.name), \(zone), says so of \(percent(weighed.saysTrue)) of what \(name(weighed.party)) holds and \(percent(weighed.saysFalse)) of what it does not"
    var parts: [String] = []
    if claim.hedge == .unverified { parts.append("unverified") }
    if weighed.strength < 1, parts.isEmpty || weighed.strength < 0.4 {
      parts.append("the event says little of who holds it")
    }
    if weighed.level > .place { parts.append("about \(claim.placeName) as a whole") }
    if weighed.isOverridden { parts.append("a nearer statement speaks") }
    if let same = weighed.sameAs {
      parts.append("the same word as \(same)")
    } else if weighed.novelty < 0.995 {
      parts.append("said before")
    }
    let why = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    return "counts \(decimal(weighed.weight, 2))\(why); \(source)"
  }

  // MARK: Numbers

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
  private func kilometres(_ value: Double) -> String { decimal(value, value < 10 ? 1 : 0) + " km" }
  private func decimal(_ value: Double, _ decimals: Int) -> String {
    DecimalText.string(value, decimals: decimals) ?? "0"
  }
}

extension View {
  fileprivate var hasDoubt: Bool {
    if case .claimed = self { false } else { true }
  }
}
