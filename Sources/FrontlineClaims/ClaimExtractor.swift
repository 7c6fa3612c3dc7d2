public import FrontlineGazetteer
public import FrontlineMentions
public import FrontlineReports

/// Reads the claims of a report: who says that what happened where, when and to whom.
///
/// Rules and cue words come from the files in `Resources/`, parties from the theatre. A report is read
/// on its own, so reports can be read in any order or in parallel.
public struct ClaimExtractor: Sendable {
  private let parties: [Party]
  private let edges: EdgeNames
  private let reader: SentenceReader
  private let triggers: TriggerReader
  private let governance: PlaceGovernance
  private let roles: RoleReader
  private let figures: FigureReader
  private let words: CueWords

  public init(parties: [Party], gazetteer: Gazetteer) {
    self.init(parties: parties, gazetteer: gazetteer, rules: .shipped)
  }

  package init(parties: [Party], gazetteer: Gazetteer, rules: RuleFiles) {
    let words = CueWords(rules.words)
    self.words = words
    self.parties = parties
    edges = EdgeNames(
      gazetteer,
      words: words.phrases(of: "edges").flatMap {
        $0.hasSuffix("s") ? [$0, String($0.dropLast())] : [$0]
      })
    reader = SentenceReader(
      words: words,
      parties: PartyRecognizer(parties, words, countries: Self.countries(of: gazetteer)),
      times: TimeReader(CueWords(rules.time)),
      attributions: AttributionReader(
        cues: CueWords(rules.attribution), words: words),
      gazetteer: gazetteer)
    triggers = TriggerReader(rules: EventRules(rules.events), words: words)
    governance = PlaceGovernance(words: words)
    roles = RoleReader(
      words: words,
      opponents: Dictionary(parties.map { ($0.id, $0.opposedTo) }) { first, _ in first })
    figures = FigureReader(words: words)
  }

  /// The folded names of the gazetteer's countries.
  private static func countries(of gazetteer: Gazetteer) -> Set<String> {
    let ids = Set(gazetteer.places.filter { $0.featureCode == "PCLI" }.map(\.id))
    return Set(gazetteer.names.filter { ids.contains($0.placeID) }.map { NameKey.fold($0.text) })
  }

  /// The claims of a report, in text order, equal statements merged.
  ///
  /// - Parameters:
  ///   - text: The report's text, tokenized.
  ///   - mentions: Its place mentions, resolved.
  public func claims(in report: Report, _ text: TokenizedText, mentions: [Mention]) -> [Claim] {
    var reading = ReportReading(report: report, quotes: QuotedSpans(text))
    var claims: [Claim] = []
    let bySentence = Dictionary(grouping: mentions, by: \.sentence)
    let reader = self.reader.knowingSpeakers(of: text, mentions)
    for index in text.sentences.indices {
      var sentence = reader.read(
        index, of: text, mentions: bySentence[index] ?? [], published: report.published)
      // "10 km north of X" is itself a place that something can happen at.
      for use in sentence.places.indices where sentence.places[use].derived?.isAway == true {
        sentence.places[use].isReference = false
      }
      reading.enter(sentence, paragraph: text.sentences[index].paragraph)
      claims += self.claims(in: sentence, text, &reading)
      reading.leave(sentence, words)
    }
    return merged(claims)
  }

  private func claims(
    in sentence: SentenceReading, _ text: TokenizedText, _ reading: inout ReportReading
  ) -> [Claim] {
    // Without a place to speak of there is nothing to claim, whatever the words say.
    guard sentence.places.contains(where: { !$0.isReference }) else { return [] }
    let found = triggers.triggers(
      in: sentence, publishedYear: reading.report.published.civil.year)
    let places = governance.places(of: found, in: sentence)
    guard places.contains(where: { !$0.isEmpty }) else { return [] }
    let words = text.text(text.sentences[sentence.index].range)
    let made = zip(found, places).flatMap { trigger, indices in
      indices.compactMap { index in
        claim(
          trigger, at: sentence.places[index], among: indices.count, sentence, words,
          text.sentences[sentence.index].range, reading)
      }
    }
    reading.note(made)
    return made
  }

  private func claim(
    _ trigger: Trigger, at use: PlaceUse, among count: Int, _ sentence: SentenceReading,
    _ text: String, _ range: Range<Int>, _ reading: ReportReading
  ) -> Claim? {
    guard trigger.isReal, var event = trigger.event else { return nil }
    let source = reading.source(of: trigger, in: sentence)
    var roles = self.roles.roles(of: trigger, in: sentence, carried: reading.subject)
    if source.isDenial {
      // "rejected reports that B had taken X": what is denied did not happen, and the denier holds X.
      guard case .party(let denier) = source.claimant, roles.actor != denier,
        [.captured, .recaptured, .entered, .withdrew].contains(event)
      else { return nil }
      event = .deniedCapture
      roles = Roles(actor: denier, against: roles.actor ?? self.roles.opponent(of: denier))
    }
    if roles.actor == nil, roles.against == nil, Self.belongsToClaimant(event),
      case .party(let claimant) = source.claimant
    {
      roles = Roles(actor: claimant, against: self.roles.opponent(of: claimant))
    }
    if event == .surrounded, roles.actor == nil, case .party(let claimant) = source.claimant {
      roles = Roles(actor: self.roles.opponent(of: claimant), against: claimant)
    }
    if roles.actor == nil, [.captured, .recaptured].contains(event),
      trigger.isPassive || trigger.rule.frame == .placeFalls
    {
      roles = Roles(actor: reading.taker, against: self.roles.opponent(of: reading.taker))
    }
    guard roles.actor != nil || !Self.needsHolder(event) else { return nil }
    // Somebody went, came or gathered, and nobody knows who: no claim about the parties.
    guard roles.actor != nil || ![.withdrew, .entered, .massing].contains(event) else { return nil }
    let time = reading.time(of: trigger, at: use.tokens, in: sentence, source, words)
    let located = locate(use)
    let derived = use.derived
    let isAway = derived?.isAway == true
    let figure = count == 1 ? figures.figure(of: trigger, in: sentence, party: roles.against) : nil
    var claim = Claim(
      id: "", placeID: isAway ? derived?.id ?? use.id : located?.id ?? use.id,
      placeName: isAway ? derived?.name ?? use.name : use.name,
      position: derived?.position ?? located?.position,
      geoPrecision: derived?.precision ?? located.map { GeoPrecision(of: $0) },
      edge: isAway || located?.id != use.place?.id ? nil : use.edge ?? derived?.edge, event: event,
      actor: roles.actor, against: roles.against,
      controlAfter: control(after: event, of: trigger, roles, at: use, sentence),
      valid: time.valid, precision: time.precision, dateBasis: time.basis,
      reported: reading.report.published, claimant: source.claimant, speaker: source.speaker,
      hedge: event == .deniedCapture ? .denied : source.hedge, figures: figure.map { [$0] } ?? [],
      provenance: Claim.Provenance(
        report: reading.report.id, sentence: text, sentenceRange: range,
        placeRange: use.mention.range, rule: trigger.rule.id))
    claim.id = ClaimID.make(claim)
    return claim
  }

  /// The gazetteer's own entry for the edge of a place ("Kel Valley entrance"), if it has one.
  private func locate(_ use: PlaceUse) -> Place? {
    guard let edge = use.edge, let place = use.place else { return use.place }
    return edges.entry(for: edge, of: place) ?? place
  }

  private func control(
    after event: Claim.Event, of trigger: Trigger, _ roles: Roles, at use: PlaceUse,
    _ sentence: SentenceReading
  ) -> Claim.ControlAfter {
    let standsOutside =
      use.edge != nil
      || ["around", "near", "outside", "towards", "toward", "along"].contains(
        sentence.word(use.tokens.lowerBound - 1))
    if event == .massing && standsOutside { return .unknown }
    if event == .attack, isFromAfar(trigger, sentence) { return .unknown }
    // Who takes or holds parts of a place shares it with whoever has the rest.
    if trigger.isPartial { return .contested }
    return Claim.ControlAfter(after: event, roles: roles)
  }

  /// A missile or a drone says nothing of who holds what it hits.
  private func isFromAfar(_ trigger: Trigger, _ sentence: SentenceReading) -> Bool {
    let near = trigger.tokens.lowerBound - 6..<trigger.tokens.upperBound + 3
    return words.occurs("stand-off", in: near.clamped(to: trigger.clause), of: sentence.tokens)
  }

  /// Events that say nothing while nobody knows who holds the place after them.
  private static func needsHolder(_ event: Claim.Event) -> Bool {
    switch event {
    case .captured, .recaptured, .holds, .attackRepelled, .deniedCapture: true
    default: false
    }
  }

  /// Deeds that a party which names no actor claims for itself.
  private static func belongsToClaimant(_ event: Claim.Event) -> Bool {
    switch event {
    case .captured, .recaptured, .attackRepelled, .holds, .equipmentDestroyed, .casualties,
      .deniedCapture:
      true
    default: false
    }
  }

  /// The same statement twice in a report is one claim; its figures are put together.
  private func merged(_ claims: [Claim]) -> [Claim] {
    var order: [String] = []
    var byID: [String: Claim] = [:]
    for claim in claims {
      if var known = byID[claim.id] {
        for figure in claim.figures
        where !known.figures.contains(where: { $0.kind == figure.kind && $0.party == figure.party })
        {
          known.figures.append(figure)
        }
        byID[claim.id] = known
      } else {
        order.append(claim.id)
        byID[claim.id] = claim
      }
    }
    return order.compactMap { byID[$0] }
  }
}

extension PlaceUse {
  /// Where the text means, if it is another place than the one with the name.
  var derived: DerivedPlace? { mention.resolution?.derived }
}

/// Names claims so that the same statement in the same report has the same name on every run.
package enum ClaimID {
  /// `c-` and 12 hexadecimal digits of FNV-1a (64 bit) over what makes the claim.
  static func make(_ claim: Claim) -> String {
    make(parts: [
      claim.provenance.report, claim.placeID, claim.edge ?? "", claim.event.rawValue,
      claim.actor ?? "", words(for: claim.controlAfter), claim.valid.lowerBound.description,
      claim.valid.upperBound.description, claim.claimant.description,
    ])
  }

  static func make(parts: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in parts.joined(separator: "\u{1f}").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    let padded = String(repeating: "0", count: 16 - digits.count) + digits
    return "c-" + padded.prefix(12)
  }

  /// As string interpolation would write it, without its search for what the value is made of.
  private static func words(for control: Claim.ControlAfter) -> String {
    switch control {
    case .held(let party): "held(party: \(party.debugDescription))"
    case .notHeld(let party): "notHeld(party: \(party.debugDescription))"
    case .contested: "contested"
    case .unknown: "unknown"
    }
  }
}
