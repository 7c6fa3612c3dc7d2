internal import FrontlineMentions

/// Actor and opponent of an event.
struct Roles: Hashable, Sendable {
  var actor: String?
  var against: String?
}

/// Reads who did it to whom from the words round a trigger.
struct RoleReader: Sendable {
  let words: CueWords
  let opponents: [String: [String]]

  /// The one party opposed to a party; nil where there are several or none.
  func opponent(of party: String?) -> String? {
    guard let party, let list = opponents[party], list.count == 1 else { return nil }
    return list[0]
  }

  /// - Parameter carried: The subject of the sentence before, for pronouns and bare participles.
  func roles(of trigger: Trigger, in reading: SentenceReading, carried: String?) -> Roles {
    let subject = self.subject(of: trigger, reading, carried: carried)
    switch trigger.rule.frame {
    case .actsOnPlace: return completed(actsOnPlace(trigger, reading, subject))
    case .actsOnParty: return completed(actsOnParty(trigger, reading, subject))
    case .moves:
      if trigger.isNegated { return defended(against: subject) }
      return completed(moves(trigger, reading, subject))
    case .movesFailed: return defended(against: subject)
    case .happens: return happens(trigger, reading)
    case .placeFalls:
      let taker = partyAfter(trigger, reading, within: 4)
      if trigger.isNegated { return defended(against: taker ?? anyParty(trigger, reading)) }
      return completed(Roles(actor: taker))
    case .losesPlace:
      let to = reading.party(behind: "to", from: trigger.tokens.upperBound, in: trigger.clause)?
        .party
      return Roles(actor: to ?? opponent(of: subject), against: subject ?? opponent(of: to))
    case .placeState:
      return completed(Roles(actor: holder(trigger, reading, carried: carried)))
    case .heldPlace:
      return completed(Roles(actor: reading.party(at: trigger.tokens.lowerBound - 1)?.party))
    case .placeStateNegative:
      return defended(
        against: partyAfter(trigger, reading, within: 4))
    case .losses, .equipment: return losses(trigger, reading, subject)
    }
  }

  // MARK: Frames

  private func actsOnPlace(_ trigger: Trigger, _ reading: SentenceReading, _ subject: String?)
    -> Roles
  {
    let end = trigger.tokens.upperBound
    let by = reading.party(behind: "by", from: end, in: trigger.clause)?.party
    let from = reading.party(behind: "from", from: end, in: trigger.clause)?.party
    let taker = trigger.isPassive ? by : by ?? subject
    if trigger.event == .deniedCapture {
      return Roles(actor: from ?? opponent(of: taker), against: taker)
    }
    return Roles(actor: taker, against: from ?? attacked(trigger, reading))
  }

  /// "attacked A's positions in X", "surrounded A in X": the party right behind the verb.
  private func attacked(_ trigger: Trigger, _ reading: SentenceReading) -> String? {
    guard !trigger.isPassive, [.attack, .surrounded].contains(trigger.rule.event) else {
      return nil
    }
    var start = trigger.tokens.upperBound
    while words.contains("determiners", reading.word(start)) { start += 1 }
    return trigger.clause.contains(start) ? reading.party(at: start)?.party : nil
  }

  private func actsOnParty(_ trigger: Trigger, _ reading: SentenceReading, _ subject: String?)
    -> Roles
  {
    if trigger.isPassive {
      let by = reading.party(behind: "by", from: trigger.tokens.upperBound, in: trigger.clause)?
        .party
      let attacker = reading.parties.last {
        trigger.clause.contains($0.tokens.lowerBound)
          && $0.tokens.upperBound <= trigger.tokens.lowerBound
      }?.party
      return Roles(actor: by, against: attacker)
    }
    let object = reading.parties.first {
      trigger.clause.contains($0.tokens.lowerBound)
        && $0.tokens.lowerBound >= trigger.tokens.upperBound
        && $0.party != subject
    }?.party
    return Roles(actor: subject, against: object)
  }

  /// "X was abandoned by A": A moved; "A was driven out of X by B": A moved, because of B.
  private func moves(_ trigger: Trigger, _ reading: SentenceReading, _ subject: String?) -> Roles {
    let moved = reading.parties.first { trigger.tokens.contains($0.tokens.lowerBound) }?.party
    if let moved { return Roles(actor: moved, against: subject) }
    let by = reading.party(behind: "by", from: trigger.tokens.upperBound, in: trigger.clause)?.party
    guard trigger.isPassive, let by else {
      return Roles(actor: subject ?? joined(trigger, reading))
    }
    let own = reading.subject(before: trigger.tokens.lowerBound, in: trigger.clause, words)?.party
    return own == nil ? Roles(actor: by) : Roles(actor: own, against: by)
  }

  private func happens(_ trigger: Trigger, _ reading: SentenceReading) -> Roles {
    if trigger.rule.event == .fighting { return Roles() }
    let beside = reading.parties.last {
      $0.tokens.upperBound <= trigger.tokens.lowerBound
        && trigger.tokens.lowerBound - $0.tokens.upperBound <= 2
        && trigger.clause.contains($0.tokens.lowerBound)
    }?.party
    let near = trigger.clause.clamped(
      to: trigger.clause.lowerBound..<min(trigger.clause.upperBound, trigger.tokens.upperBound + 8))
    let by = reading.party(behind: "by", from: trigger.tokens.upperBound, in: near)?.party
    let on =
      reading.party(behind: "on", from: trigger.tokens.upperBound, in: trigger.clause)?.party
      ?? reading.party(behind: "against", from: trigger.tokens.upperBound, in: trigger.clause)?
      .party
    let subject = reading.subject(before: trigger.tokens.lowerBound, in: trigger.clause, words)?
      .party
    return completed(Roles(actor: beside ?? by ?? subject ?? opponent(of: on), against: on))
  }

  private func losses(_ trigger: Trigger, _ reading: SentenceReading, _ subject: String?) -> Roles {
    let verb = reading.word(trigger.tokens.lowerBound)
    let object = reading.parties.first {
      trigger.clause.contains($0.tokens.lowerBound)
        && $0.tokens.lowerBound >= trigger.tokens.upperBound
        && $0.tokens.lowerBound <= trigger.tokens.upperBound + 6
    }?.party
    let isActive = !trigger.isPassive && object != nil && object != subject && verb != "lost"
    if isActive { return Roles(actor: opponent(of: object) ?? subject, against: object) }
    if isTransitive(trigger, reading), subject != nil {
      let isNeutral = objectWords(trigger, reading).contains { words.contains("civilians", $0) }
      return Roles(actor: subject, against: isNeutral ? nil : opponent(of: subject))
    }
    let near = reading.parties.last {
      trigger.clause.contains($0.tokens.lowerBound)
        && $0.tokens.upperBound <= trigger.tokens.lowerBound
    }?.party
    let victim = near ?? (verb == "lost" ? subject : nil)
    return Roles(actor: opponent(of: victim), against: victim)
  }

  /// "captured six soldiers", "destroyed three vehicles": whoever stands before the verb did it.
  private func isTransitive(_ trigger: Trigger, _ reading: SentenceReading) -> Bool {
    let intransitive = ["lost", "died", "dead", "deaths"]
    return !trigger.isPassive && !intransitive.contains(reading.word(trigger.tokens.lowerBound))
      && objectWords(trigger, reading).contains {
        words.contains("persons", $0) || words.contains("equipment", $0)
      }
  }

  /// The words behind a verb up to the first preposition, conjunction or mark, five at most.
  private func objectWords(_ trigger: Trigger, _ reading: SentenceReading) -> [String] {
    let end = trigger.tokens.upperBound
    return (end..<end + 7).clamped(to: trigger.clause).filter {
      !["at", "least", "more", "than"].contains(reading.word($0))
        || reading.word($0 + 1) != "least"
          && reading.word($0 - 1) != "at"
    }.prefix { index in
      reading.tokens[index].kind != .mark
        && !["in", "on", "at", "near", "by", "from", "and", "with"].contains(reading.word(index))
    }.map { reading.word($0) }
  }

  // MARK: Parties round the words

  private func subject(of trigger: Trigger, _ reading: SentenceReading, carried: String?) -> String?
  {
    let start = trigger.tokens.lowerBound
    if let first = subjectOfFirstVerb(trigger, reading) { return first }
    if let owner = ownerOfSurrounded(trigger, reading) { return owner }
    if let own = reading.subject(before: start, in: trigger.clause, words) { return own.party }
    if let antecedent = antecedent(of: trigger, reading) { return antecedent.party }
    let opening = (trigger.clause.lowerBound..<start).clamped(to: trigger.clause)
    // "we" is whoever speaks, not whom the sentence before was about.
    if opening.contains(where: { ["we", "i"].contains(reading.word($0)) }) { return nil }
    if let standIn = unnamedSubject(of: trigger, reading) { return standIn ? carried : nil }
    let hasPronoun = opening.contains { words.contains("pronouns", reading.word($0)) }
    let before = reading.bounds.lowerBound..<trigger.clause.lowerBound
    if hasPronoun, let first = firstSubject(in: before, reading) { return first }
    if let main = reading.subject(before: trigger.clause.lowerBound, in: before, words) {
      return main.party
    }
    if let next = subjectBehind(trigger, reading) { return next }
    return hasPronoun || opening.isEmpty ? carried : nil
  }

  /// "A battled B as they pushed on X": a pronoun stands for the subject, and that comes first.
  private func firstSubject(in range: Range<Int>, _ reading: SentenceReading) -> String? {
    let firstEnd = reading.parties.first { range.contains($0.tokens.lowerBound) }?.tokens.upperBound
    return firstEnd.flatMap { reading.subject(before: $0, in: range, words)?.party }
  }

  /// "A repelled a B attack and destroyed 12 vehicles": the verb behind "and" has the subject of the first.
  private func subjectOfFirstVerb(_ trigger: Trigger, _ reading: SentenceReading) -> String? {
    guard reading.word(trigger.tokens.lowerBound - 1) == "and",
      [.losses, .equipment, .actsOnPlace, .actsOnParty, .moves].contains(trigger.rule.frame),
      let first = reading.parties.first(where: {
        trigger.clause.contains($0.tokens.lowerBound)
          && $0.tokens.upperBound < trigger.tokens.lowerBound - 1
      })
    else { return nil }
    return reading.subject(before: first.tokens.upperBound, in: trigger.clause, words)?.party
  }

  /// "A has a battalion surrounded in X": A did it.
  private func ownerOfSurrounded(_ trigger: Trigger, _ reading: SentenceReading) -> String? {
    guard trigger.rule.event == .surrounded, !trigger.isPassive else { return nil }
    let before = trigger.clause.lowerBound..<trigger.tokens.lowerBound
    guard
      let have = before.first(where: { ["have", "has", "had"].contains(reading.word($0)) }),
      trigger.tokens.lowerBound - have > 2
    else { return nil }
    return reading.subject(before: have, in: trigger.clause, words)?.party
  }

  /// "the A, which rules X", "the troops, who took X": the noun before the relative pronoun, a party or nobody known;
  /// nil where the pronoun is not the subject.
  private func antecedent(
    of trigger: Trigger, _ reading: SentenceReading
  ) -> (party: String?, Void)? {
    let opener = trigger.clause.lowerBound
    guard ["who", "which"].contains(reading.word(opener)), opener > reading.bounds.lowerBound,
      !trigger.isPassive
    else { return nil }
    let end = reading.word(opener - 1) == "," ? opener - 1 : opener
    let party = reading.parties.last {
      $0.tokens.upperBound <= end && end - $0.tokens.upperBound <= 2
    }
    if reading.word(opener) == "which", party == nil { return nil }
    return (party?.party, ())
  }

  /// "After capturing X, the A …": a participle before the main clause shares its subject.
  private func subjectBehind(_ trigger: Trigger, _ reading: SentenceReading) -> String? {
    guard reading.word(trigger.tokens.lowerBound).hasSuffix("ing"),
      trigger.clause.lowerBound == reading.bounds.lowerBound,
      trigger.tokens.lowerBound <= trigger.clause.lowerBound + 3
    else { return nil }
    let main =
      trigger.clause.upperBound..<min(reading.bounds.upperBound, trigger.clause.upperBound + 4)
    return reading.parties.first { main.contains($0.tokens.lowerBound) }?.party
  }

  /// Whether the subject is a noun that stands for the party spoken of ("the group", "its fighters"); nil where
  /// no noun stands before the verb.
  private func unnamedSubject(of trigger: Trigger, _ reading: SentenceReading) -> Bool? {
    guard [.actsOnPlace, .actsOnParty, .moves, .movesFailed].contains(trigger.rule.frame),
      !trigger.isPassive
    else { return nil }
    var index = trigger.tokens.lowerBound - 1
    while trigger.clause.contains(index), isAuxiliary(reading.word(index)) { index -= 1 }
    guard trigger.clause.contains(index), reading.tokens[index].isWord,
      !reading.isInsideName(index), isNoun(index, reading)
    else { return nil }
    var determiner = index - 1
    while trigger.clause.contains(determiner), reading.tokens[determiner].isWord,
      !["the", "its", "their", "these", "those"].contains(reading.word(determiner)),
      determiner > index - 3
    {
      determiner -= 1
    }
    return words.contains("stand-ins", reading.word(index))
      && ["the", "its", "their", "these", "those"].contains(reading.word(determiner))
  }

  private func isAuxiliary(_ word: String) -> Bool {
    ["has", "have", "had", "is", "are", "was", "were", "been", "being"].contains(word)
      || word.hasSuffix("ly") || words.contains("fillers", word)
      || words.contains("negation", word)
  }

  /// A word that is of no closed class, before a verb: most likely the noun it belongs to.
  private func isNoun(_ index: Int, _ reading: SentenceReading) -> Bool {
    let word = reading.word(index)
    return !["to", "and", "but", "or", "then"].contains(word)
      && ![
        "pronouns", "clause-openers", "determiners", "prepositions", "finite-verbs", "irrealis",
        "realising",
      ]
      .contains { words.contains($0, word) }
      && !word.hasSuffix("ing") && !word.hasSuffix("ed")
      && !reading.times.contains { $0.tokens.contains(index) }
  }

  private func anyParty(_ trigger: Trigger, _ reading: SentenceReading) -> String? {
    reading.parties.first { trigger.clause.contains($0.tokens.lowerBound) }?.party
  }

  /// "in A's hands", "under the control of A"; "in their hands" is the subject's.
  private func holder(
    _ trigger: Trigger, _ reading: SentenceReading, carried: String?
  ) -> String? {
    if let inside = reading.parties.first(where: { trigger.tokens.contains($0.tokens.lowerBound) })
    {
      return inside.party
    }
    if trigger.tokens.contains(where: { words.contains("possessives", reading.word($0)) }) {
      let before = reading.bounds.lowerBound..<trigger.tokens.lowerBound
      if trigger.tokens.contains(where: { reading.word($0) == "our" }) { return nil }
      return reading.subject(before: trigger.tokens.lowerBound, in: before, words)?.party ?? carried
    }
    return partyAfter(trigger, reading, within: 2)
  }

  /// "gathered to join the X": the party that those who move belong to.
  private func joined(_ trigger: Trigger, _ reading: SentenceReading) -> String? {
    reading.parties.first { mention in
      trigger.clause.contains(mention.tokens.lowerBound)
        && (mention.tokens.lowerBound - 3..<mention.tokens.lowerBound).contains {
          ["join", "joined", "joining", "support", "reinforce", "help"].contains(reading.word($0))
        }
    }?.party
  }

  private func partyAfter(_ trigger: Trigger, _ reading: SentenceReading, within count: Int)
    -> String?
  {
    reading.parties.first {
      $0.tokens.lowerBound >= trigger.tokens.upperBound
        && $0.tokens.lowerBound <= trigger.tokens.upperBound + count
    }?.party
  }

  private func defended(against attacker: String?) -> Roles {
    Roles(actor: opponent(of: attacker), against: attacker)
  }

  private func completed(_ roles: Roles) -> Roles {
    Roles(
      actor: roles.actor ?? opponent(of: roles.against),
      against: roles.against ?? opponent(of: roles.actor))
  }
}

extension Claim.ControlAfter {
  /// Who holds the place after an event, if it is true.
  ///
  /// Fighting, an attack, an entry and losses leave it contested; a defender who beat off an attack
  /// or denies a capture holds it; a place that is surrounded is held by those inside.
  init(after event: Claim.Event, roles: Roles) {
    func held(_ party: String?) -> Self { party.map { .held(party: $0) } ?? .unknown }
    switch event {
    case .captured, .recaptured, .holds, .attackRepelled, .deniedCapture: self = held(roles.actor)
    case .fighting, .attack, .entered, .casualties, .equipmentDestroyed: self = .contested
    case .withdrew, .surrounded: self = held(roles.against)
    case .massing: self = held(roles.actor)
    }
  }
}
