internal import FrontlineGazetteer
internal import FrontlineMentions

/// Words in a sentence that speak of an event, with the rule that knows them.
struct Trigger: Sendable {
  var rule: EventRule
  var tokens: Range<Int>
  var clause: Range<Int>
  var isNegated: Bool
  var isPassive: Bool
  /// Whether it happened: what is planned, feared, denied or long past has its places and makes no claim.
  var isReal = true

  /// Whether the act was only tried: "an offensive to take X" is an attack on X.
  var isAttempt = false
  /// Whether only parts of the place are meant: "captured two villages in X".
  var isPartial = false

  /// What the words say here: the rule's event, or what it becomes when negated; nil for nothing.
  var event: Claim.Event? {
    if isAttempt { return .attack }
    return isNegated ? (isPartial ? nil : rule.negated) : rule.event
  }
}

/// Finds the triggers of a sentence and drops those that speak of nothing that happened.
struct TriggerReader: Sendable {
  let rules: EventRules
  let words: CueWords

  /// In text order, with those that are not real.
  func triggers(in reading: SentenceReading, publishedYear: Int) -> [Trigger] {
    guard !isQuestion(reading) else { return [] }
    var found: [Trigger] = []
    var index = reading.bounds.lowerBound
    while index < reading.bounds.upperBound {
      guard rules.begin(with: reading.tokens[index]), let trigger = trigger(at: index, reading)
      else {
        index += 1
        continue
      }
      var read = trigger
      read.isAttempt = isAttempt(trigger, reading)
      read.isReal =
        trigger.event != nil && (read.isAttempt || !isIrrealis(trigger, reading))
        && !isHistory(trigger, reading, publishedYear)
      found.append(read)
      index = trigger.tokens.upperBound
    }
    return withoutAbsorbed(found, reading)
  }

  private func trigger(at index: Int, _ reading: SentenceReading) -> Trigger? {
    guard !reading.isInsideName(index) else { return nil }
    for form in rules.forms(startingWith: reading.word(index)) {
      guard
        let end = end(of: form.words, at: index, reading)
          ?? endRoundParty(of: form, at: index, reading)
      else { continue }
      let clause = reading.clause(of: index)
      guard clause.contains(end - 1) else { continue }
      let trigger = Trigger(
        rule: form.rule, tokens: index..<end, clause: clause,
        isNegated: isNegated(index, clause, reading),
        isPassive: isPassive(index..<end, clause, reading))
      if fits(trigger, reading, besides: "partitive") {
        var read = trigger
        read.isPartial = isOff(trigger, by: "partitive", reading)
        return read
      }
    }
    return nil
  }

  /// Where a form that starts at a position ends; a pronoun may stand before its particle ("held
  /// them off").
  private func end(of words: [String], at index: Int, _ reading: SentenceReading) -> Int? {
    func matches(_ rest: ArraySlice<String>, from start: Int) -> Bool {
      start + rest.count <= reading.bounds.upperBound
        && zip(rest, start...).allSatisfy { $0 == reading.word($1) }
    }
    if matches(words[...], from: index) { return index + words.count }
    if let end = endRoundFillers(of: words, at: index, reading) { return end }
    let isParticle = words.count == 2 && ["off", "back", "out", "over"].contains(words[1])
    let hasPronoun = ["them", "him", "her", "it", "us"].contains(reading.word(index + 1))
    guard isParticle, hasPronoun, matches(words[1...], from: index + 2) else { return nil }
    return index + 3
  }

  /// "took full control of": small words that say how far inside a form.
  private func endRoundFillers(
    of form: [String], at index: Int, _ reading: SentenceReading
  ) -> Int? {
    guard form.count > 1, reading.word(index) == form[0] else { return nil }
    var next = index + 1
    for word in form.dropFirst() {
      var passed = 0
      while reading.word(next) != word, passed < 2, words.contains("fillers", reading.word(next)) {
        next += 1
        passed += 1
      }
      guard reading.word(next) == word else { return nil }
      next += 1
    }
    return next <= reading.bounds.upperBound ? next : nil
  }

  /// Where a form ends that holds its object or its holder: "drove the A out of", "in A's hands", "under their control".
  private func endRoundParty(
    of form: EventRules.Form, at index: Int, _ reading: SentenceReading
  ) -> Int? {
    let isState = [.placeState, .placeStateNegative].contains(form.rule.frame)
    guard form.rule.event == .withdrew || isState, form.words.count > 1,
      reading.word(index) == form.words[0]
    else { return nil }
    var start = index + 1
    if isState, words.contains("possessives", reading.word(start)) {
      start = passingFillers(from: start + 1, reading)
      return endOfRest(of: form.words, from: start, reading)
    }
    while words.contains("determiners", reading.word(start))
      || words.contains("fillers", reading.word(start))
    {
      start += 1
    }
    guard let party = reading.party(at: start), party.tokens.lowerBound == start else { return nil }
    start = party.tokens.upperBound
    if reading.bounds.contains(start), reading.tokens[start].kind == .possessive { start += 1 }
    return endOfRest(of: form.words, from: passingFillers(from: start, reading), reading)
  }

  private func passingFillers(from start: Int, _ reading: SentenceReading) -> Int {
    var next = start
    while words.contains("fillers", reading.word(next)) { next += 1 }
    return next
  }

  private func endOfRest(
    of form: [String], from start: Int, _ reading: SentenceReading
  ) -> Int? {
    let rest = form.dropFirst()
    let end = start + rest.count
    let isRest = zip(rest, start...).allSatisfy { $0 == reading.word($1) }
    return isRest && end <= reading.bounds.upperBound ? end : nil
  }

  // MARK: What must stand round the words

  /// - Parameter besides: A list of `object-not` that does not count.
  private func fits(
    _ trigger: Trigger, _ reading: SentenceReading, besides: String
  ) -> Bool {
    let rule = trigger.rule
    let clause = trigger.clause
    let near = (trigger.tokens.lowerBound - 6..<trigger.tokens.upperBound + 6).clamped(to: clause)
    let after = (trigger.tokens.upperBound..<trigger.tokens.upperBound + 5).clamped(to: clause)
    if !rule.needs.isEmpty {
      let hasWord = rule.needs.contains { words.occurs($0, in: near, of: reading.tokens) }
      let hasNumber =
        rule.needs.contains("numbers") && near.contains { reading.tokens[$0].kind == .number }
      guard hasWord || hasNumber else { return false }
    }
    if !rule.needsObject.isEmpty {
      let end = after.first { words.contains("prepositions", reading.word($0)) } ?? after.upperBound
      let after = after.lowerBound..<end
      let hasWord = rule.needsObject.contains { words.occurs($0, in: after, of: reading.tokens) }
      let isParty = reading.parties.contains {
        after.contains($0.tokens.lowerBound) && $0.person == nil
      }
      let placeFirst = reading.places.contains { after.contains($0.tokens.lowerBound) }
      guard hasWord || (isParty && !placeFirst) else { return false }
    }
    if rule.frame == .losesPlace, !hasPlaceBehind(trigger, reading) { return false }
    if isAttribute(trigger, reading) {
      return rule.frame == .heldPlace && isTiedToParty(trigger, reading)
    }
    if rule.frame == .heldPlace, !isTiedToParty(trigger, reading) { return false }
    let previous = reading.word(trigger.tokens.lowerBound - 1)
    if rule.notBehind.contains(where: { words.contains($0, previous) }) { return false }
    if rule.needsParty
      && !reading.parties.contains(where: { clause.contains($0.tokens.lowerBound) })
    {
      return false
    }
    return !rule.objectNot.contains { $0 != besides && isOff(trigger, by: $0, reading) }
  }

  /// Whether a word of a list that turns the rule off stands where the object is.
  private func isOff(_ trigger: Trigger, by list: String, _ reading: SentenceReading) -> Bool {
    trigger.rule.objectNot.contains(list)
      && objectRanges(trigger, list, reading).contains { range in
        range.contains { index in
          words.match(list, at: index, in: reading.tokens, before: range.upperBound) != nil
            && !isApposition(index, reading)
        }
      }
  }

  /// "in the captured region of X", "newly liberated X": the participle only describes X.
  private func isAttribute(_ trigger: Trigger, _ reading: SentenceReading) -> Bool {
    guard trigger.tokens.count == 1,
      words.contains("attributes", reading.word(trigger.tokens.lowerBound))
    else { return false }
    let before = trigger.tokens.lowerBound - 1
    if reading.bounds.contains(before), reading.tokens[before].isTiedToNext { return true }
    return [
      "the", "a", "an", "its", "their", "newly", "recently", "in", "of", "near", "from", "to",
    ].contains(
      reading.word(before))
      && !reading.parties.contains { trigger.tokens.upperBound == $0.tokens.lowerBound }
  }

  /// "A-held X".
  private func isTiedToParty(_ trigger: Trigger, _ reading: SentenceReading) -> Bool {
    let before = trigger.tokens.lowerBound - 1
    return reading.bounds.contains(before) && reading.tokens[before].isTiedToNext
      && reading.party(at: before) != nil
  }

  /// "lost the town of X", not "lost 20 men at X".
  private func hasPlaceBehind(_ trigger: Trigger, _ reading: SentenceReading) -> Bool {
    let start = trigger.tokens.upperBound
    guard let place = reading.places.first(where: { $0.tokens.lowerBound >= start }),
      place.tokens.lowerBound <= start + 4
    else { return false }
    return (start..<place.tokens.lowerBound).allSatisfy { index in
      reading.tokens[index].isWord
        && !["in", "on", "at", "near", "around"].contains(reading.word(index))
        && !words.contains("numbers", reading.word(index))
    }
  }

  /// "the towns of A and B": the type word says what A is, and not that only parts of A are meant.
  private func isApposition(_ index: Int, _ reading: SentenceReading) -> Bool {
    guard let type = TypeWordUse(reading.word(index)) else { return false }
    // "A and B districts were taken": the type word of the names.
    if reading.place(at: index - 1) != nil { return true }
    let place = reading.places.first { $0.tokens.lowerBound > index }
    let next = place.map { index + 1..<$0.tokens.lowerBound }
    return place.map { $0.place.map(type.includes) ?? true } == true
      && next?.allSatisfy { ["of", "the"].contains(reading.word($0)) } == true
  }

  /// Where the object stands: between the words and the place they govern, or the next few words; of a
  /// passive and of a place that falls, the words before it, back to the last place and what that is a
  /// part of ("parts of X"), and, unless it is whoever did it, the next two.
  private func objectRanges(
    _ trigger: Trigger, _ list: String, _ reading: SentenceReading
  ) -> [Range<Int>] {
    let start = trigger.tokens.upperBound
    guard trigger.isPassive || [.placeFalls, .placeState].contains(trigger.rule.frame) else {
      let limit = min(trigger.clause.upperBound, start + 6)
      let place = reading.places.first {
        $0.tokens.lowerBound >= start && $0.tokens.lowerBound < limit
      }
      return [start..<max(start, place?.tokens.lowerBound ?? limit)]
    }
    let first = max(trigger.clause.lowerBound, trigger.tokens.lowerBound - 6)
    let place = reading.places.last {
      $0.tokens.upperBound <= trigger.tokens.lowerBound && !$0.isReference
    }
    let subject = max(first, place?.tokens.upperBound ?? first)..<trigger.tokens.lowerBound
    var ranges = [subject]
    if let place, reading.word(place.tokens.lowerBound - 1) == "of" {
      ranges.append(place.tokens.lowerBound - 2..<place.tokens.lowerBound - 1)
    }
    let hasAgent = reading.word(start) == "by" || trigger.rule.frame == .placeFalls
    if list == "landforms" {
      ranges.append(start..<start + 4)
    } else if !hasAgent {
      ranges.append(start..<start + 2)
    }
    return ranges.map { $0.clamped(to: trigger.clause) }
  }

  private func isPassive(_ tokens: Range<Int>, _ clause: Range<Int>, _ reading: SentenceReading)
    -> Bool
  {
    let before = (tokens.lowerBound - 4..<tokens.lowerBound).clamped(to: clause)
    var index = before.upperBound - 1
    let isProgressive = reading.word(tokens.lowerBound).hasSuffix("ing")
    while before.contains(index), !isProgressive {
      if words.contains("be", reading.word(index)) { return true }
      let isAdverb =
        reading.word(index).hasSuffix("ly") || reading.word(index) == "also"
        || words.contains("negation", reading.word(index))
      guard isAdverb else { break }
      index -= 1
    }
    let after = (tokens.upperBound..<tokens.upperBound + 2).clamped(to: clause)
    return after.contains { reading.word($0) == "by" } || isBareParticiple(tokens, clause, reading)
  }

  /// "Attack on X repelled", "X captured": a participle with no verb before it and nothing behind it that it could
  /// act on.
  private func isBareParticiple(
    _ tokens: Range<Int>, _ clause: Range<Int>, _ reading: SentenceReading
  ) -> Bool {
    let word = reading.word(tokens.lowerBound)
    guard words.contains("participles", word) || word.hasSuffix("ed"),
      tokens.lowerBound > clause.lowerBound
    else { return false }
    let next = reading.word(tokens.upperBound)
    let isFollowed =
      clause.contains(tokens.upperBound) && reading.tokens[tokens.upperBound].isWord
      && !words.contains("prepositions", next) && !next.hasSuffix("ly")
      && !["everywhere", "again", "as"].contains(next)
      && !reading.times.contains { $0.tokens.contains(tokens.upperBound) }
    guard !isFollowed else { return false }
    let before = clause.lowerBound..<tokens.lowerBound
    return !reading.hasFiniteVerb(in: before, words)
      && !before.contains { words.contains("pronouns", reading.word($0)) }
      && reading.parties.last(where: { before.contains($0.tokens.lowerBound) })?.tokens.upperBound
        != tokens.lowerBound
  }

  // MARK: Negation, irrealis, history

  private func isNegated(_ index: Int, _ clause: Range<Int>, _ reading: SentenceReading) -> Bool {
    let before = (index - 5..<index).clamped(to: clause)
    return words.occurs("negation", in: before, of: reading.tokens)
      || isPrevented(index, clause, reading)
  }

  /// "prevented A from entering".
  private func isPrevented(_ index: Int, _ clause: Range<Int>, _ reading: SentenceReading) -> Bool {
    reading.word(index - 1) == "from"
      && (index - 8..<index).clamped(to: clause).contains {
        words.contains("preventing", reading.word($0))
      }
  }

  private func isQuestion(_ reading: SentenceReading) -> Bool {
    reading.word(reading.bounds.upperBound - 1) == "?"
  }

  private func isIrrealis(_ trigger: Trigger, _ reading: SentenceReading) -> Bool {
    let start = trigger.tokens.lowerBound
    let before = (start - 6..<start).clamped(to: trigger.clause)
    if trigger.rule.frame == .movesFailed { return false }
    if trigger.rule.frame == .happens, isYetToCome(trigger, reading) { return true }
    if words.contains("nearly", reading.word(start - 1)) { return true }
    if words.occurs("irrealis", in: before, of: reading.tokens) { return true }
    // A bare infinitive is a purpose or a plan, unless something made it real ("managed to").
    if reading.word(start - 1) == "to", trigger.clause.contains(start - 1) {
      var verb = start - 2
      while reading.word(verb) == "be" || reading.word(verb) == "to" || reading.word(verb) == "have"
      { verb -= 1 }
      return !words.contains("realising", reading.word(verb))
    }
    if isInfinitiveOfList(trigger, reading) { return true }
    return reading.word(trigger.clause.lowerBound) == "if"
      || reading.word(trigger.clause.lowerBound) == "unless"
  }

  /// "to break through, capture X and go on": an infinitive whose "to" stands before the first of a list.
  private func isInfinitiveOfList(_ trigger: Trigger, _ reading: SentenceReading) -> Bool {
    let start = trigger.tokens.lowerBound
    guard words.contains("infinitives", reading.word(start)),
      [",", "and", "or", "then"].contains(reading.word(start - 1))
    else { return false }
    let before = reading.bounds.lowerBound..<start
    guard let to = before.last(where: { reading.word($0) == "to" }) else { return false }
    return !(to..<start).contains { words.contains("finite-verbs", reading.word($0)) }
  }

  /// "tried to enter X", "an offensive to take X": force was used, whatever came of it.
  private func isAttempt(_ trigger: Trigger, _ reading: SentenceReading) -> Bool {
    guard [.captured, .recaptured, .entered, .surrounded].contains(trigger.rule.event),
      trigger.rule.frame == .actsOnPlace || trigger.rule.frame == .moves, !trigger.isNegated,
      reading.word(trigger.tokens.lowerBound - 1) == "to"
    else { return false }
    let before = (trigger.tokens.lowerBound - 5..<trigger.tokens.lowerBound).clamped(
      to: trigger.clause)
    return words.occurs("attempts", in: before, of: reading.tokens)
      && !before.contains {
        words.contains("modals", reading.word($0)) || words.contains("plans", reading.word($0))
      }
  }

  /// "An attack on X could begin": what has yet to come about, unlike "fighting in X could spread".
  private func isYetToCome(_ trigger: Trigger, _ reading: SentenceReading) -> Bool {
    let after =
      trigger.tokens.upperBound..<max(trigger.tokens.upperBound, trigger.clause.upperBound)
    return after.contains { index in
      words.contains("modals", reading.word(index))
        && (index + 1..<index + 4).contains { words.contains("coming-about", reading.word($0)) }
    }
  }

  private func isHistory(_ trigger: Trigger, _ reading: SentenceReading, _ year: Int) -> Bool {
    if words.occurs("history-cues", in: trigger.clause, of: reading.tokens) { return true }
    return trigger.clause.contains { index in
      let token = reading.tokens[index]
      guard token.kind == .number, token.text.count == 4, let number = Int(token.text) else {
        return false
      }
      return (1000...2100).contains(number) && abs(number - year) > 1
    }
  }

  /// "repelled several attacks": the attack is what was repelled, not a second event; nor is fighting
  /// in which someone "was killed" one.
  private func withoutAbsorbed(_ triggers: [Trigger], _ reading: SentenceReading) -> [Trigger] {
    triggers.filter { trigger in
      guard trigger.rule.frame == .happens else { return true }
      return !triggers.contains { other in
        guard other.clause == trigger.clause, other.rule.frame != .happens else { return false }
        let behind = trigger.tokens.lowerBound - other.tokens.upperBound
        switch other.rule.frame {
        case .actsOnParty: return (0...6).contains(behind) || (other.isPassive && behind < 0)
        case .losses, .equipment:
          return behind >= 0 && isCircumstance(trigger, reading)
        default: return false
        }
      }
    }
  }

  /// "killed in fighting", "wounded during the attack".
  private func isCircumstance(_ trigger: Trigger, _ reading: SentenceReading) -> Bool {
    (1...3).contains { back in
      ["in", "during", "by", "from", "amid", "after"].contains(
        reading.word(trigger.tokens.lowerBound - back))
    }
  }
}
