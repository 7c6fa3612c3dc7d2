internal import FrontlineMentions
internal import FrontlineReports

/// Words by which a sentence hands a statement to somebody.
struct Attribution: Sendable {
  enum Kind: Sendable {
    case said
    /// "is reported", "reportedly": nobody in particular.
    case impersonal
  }

  var kind: Kind
  /// The speech verb or phrase.
  var tokens: Range<Int>
  var claimant: Claim.Claimant?
  var speaker: String?
  var hedge: Claim.Hedge
  /// Whether the verb says that it is not so: "rejected reports that".
  var isDenial = false
  /// The tokens whose statements are attributed.
  var scope: Range<Int>
  /// When it was said, if the words say so.
  var time: TimeExpression?
}

/// Finds who says what in a sentence, with the words of `attribution.rules`.
struct AttributionReader: Sendable {
  let cues: CueWords
  let words: CueWords

  func read(_ reading: SentenceReading) -> [Attribution] {
    var found: [Attribution] = []
    var index = reading.bounds.lowerBound
    while index < reading.bounds.upperBound {
      if cues.begin(with: reading.tokens[index]),
        var attribution = impersonal(at: index, reading) ?? speech(at: index, reading)
      {
        if isParticiple(attribution, reading) || goesOn(attribution, reading)
          || attribution.kind == .said && attribution.claimant == nil,
          let main = found.last(where: { $0.kind == .said })
        {
          attribution.claimant = main.claimant
          attribution.speaker = main.speaker
          attribution.hedge = main.hedge
          attribution.time = attribution.time ?? main.time
        }
        found.append(attribution)
        index = attribution.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The attribution that governs a token: an impersonal one in its clause first, else the nearest
  /// spoken one whose scope holds it.
  static func governing(_ token: Int, in reading: SentenceReading) -> Attribution? {
    let clause = reading.clause(of: token)
    let here = reading.attributions.filter { $0.scope.contains(token) }
    if let impersonal = here.last(where: {
      $0.kind == .impersonal && clause.contains($0.tokens.lowerBound)
    }) {
      return impersonal
    }
    let spoken = here.filter { $0.kind == .said }
    return spoken.last { $0.tokens.lowerBound <= token } ?? spoken.first
  }

  /// "…, claiming that": whoever spoke in the main clause goes on speaking.
  private func isParticiple(_ attribution: Attribution, _ reading: SentenceReading) -> Bool {
    attribution.kind == .said && reading.word(attribution.tokens.lowerBound).hasSuffix("ing")
      && reading.word(attribution.tokens.lowerBound - 1) == ","
  }

  /// "A rejected reports that B had taken X and said": the first speaker goes on.
  private func goesOn(_ attribution: Attribution, _ reading: SentenceReading) -> Bool {
    attribution.kind == .said
      && ["and", "but"].contains(reading.word(attribution.tokens.lowerBound - 1))
  }

  private func impersonal(at index: Int, _ reading: SentenceReading) -> Attribution? {
    guard !reading.isInsideName(index),
      let match = cues.match(
        "impersonal", at: index, in: reading.tokens, before: reading.bounds.upperBound)
    else { return nil }
    return Attribution(
      kind: .impersonal, tokens: index..<match.end, claimant: .independent, hedge: .unverified,
      scope: reading.clause(of: index))
  }

  private func speech(at index: Int, _ reading: SentenceReading) -> Attribution? {
    guard !reading.isInsideName(index),
      let match = cues.match(
        "say", at: index, in: reading.tokens, before: reading.bounds.upperBound)
        ?? cues.match("claim", at: index, in: reading.tokens, before: reading.bounds.upperBound)
        ?? cues.match("deny", at: index, in: reading.tokens, before: reading.bounds.upperBound)
    else { return nil }
    guard !isNoun(index, reading) else { return nil }
    let tokens = index..<match.end
    let isAccording = reading.word(index) == "according"
    let source = isAccording ? sourceAfter(match.end, reading) : source(of: tokens, reading)
    let isDenial =
      cues.match("deny", at: index, in: reading.tokens, before: reading.bounds.upperBound) != nil
    // Whoever denies: what is denied is not said.
    guard let source = source ?? (isDenial ? Source(claimant: .independent) : nil) else {
      return nil
    }
    let claims =
      cues.match("claim", at: index, in: reading.tokens, before: reading.bounds.upperBound) != nil
    let isParty = if case .party = source.claimant { true } else { false }
    let hedge: Claim.Hedge =
      source.isAnonymous ? .unverified : claims || isParty ? .claimed : .asserted
    let whole = scope(of: tokens, isTrailing: source.isInverted || isAccording, reading)
    return Attribution(
      kind: .said, tokens: tokens, claimant: source.claimant, speaker: source.speaker,
      hedge: hedge, isDenial: isDenial, scope: isDenial ? denied(behind: tokens, reading) : whole,
      time: time(near: tokens, reading))
  }

  /// "rejected reports that", "the claims": no verb.
  private func isNoun(_ index: Int, _ reading: SentenceReading) -> Bool {
    guard ["reports", "report", "claims", "claim", "notes", "posts"].contains(reading.word(index))
    else {
      return false
    }
    let before = reading.word(index - 1)
    return cues.contains("deny", before) || words.contains("determiners", before)
      || words.contains("prepositions", before) || ["no", "any", "such", "false"].contains(before)
  }

  private struct Source {
    var claimant: Claim.Claimant?
    var speaker: String?
    var isAnonymous = false
    var isInverted = false
  }

  /// The subject of a speech verb: nearest party or kind of people before it, or right after it when
  /// the order is inverted ("said Hayat"); a pronoun leaves the claimant open, to be carried over.
  private func source(of verb: Range<Int>, _ reading: SentenceReading) -> Source? {
    if Tokenizer.closesQuote(reading.word(verb.lowerBound - 1)),
      let party = inverted(behind: verb, reading)
    {
      return party
    }
    if ["he", "she", "they", "it"].contains(reading.word(verb.lowerBound - 1)) {
      return Source(claimant: nil)
    }
    if let inverted = invertedStranger(behind: verb, reading) { return inverted }
    if hasSubjectOfItsOwn(verb, reading) { return Source(claimant: .independent) }
    if let head = headOfApposition(verb, reading) { return head }
    let before = max(reading.bounds.lowerBound, verb.lowerBound - 30)..<verb.lowerBound
    let party = reading.subject(before: verb.lowerBound, in: before, words)
    let crowd = before.reversed().lazy.compactMap { self.crowd(at: $0, reading) }.first
    if let crowd, party.map({ $0.tokens.upperBound <= crowd.token }) ?? true {
      // "rebel sources", "government officials": the party speaks.
      if let party, crowd.token - party.tokens.upperBound <= 1, crowd.isOther {
        return Source(claimant: .party(party.party), speaker: party.person)
      }
      if let party = partyBehind(crowd.token, before: verb.lowerBound, reading) {
        return Source(claimant: .party(party.party), speaker: party.person)
      }
      if verb.lowerBound - crowd.token <= 8 {
        return Source(claimant: crowd.claimant, isAnonymous: crowd.isOther)
      }
    }
    if let party { return Source(claimant: .party(party.party), speaker: party.person) }
    if reading.word(verb.lowerBound - 1) == ",", let party = inverted(behind: verb, reading) {
      return party
    }
    guard
      let anaphor = before.suffix(3).last(where: { cues.contains("anaphors", reading.word($0)) })
    else { return nil }
    // "a rights group said": one that was not spoken of.
    let isNew = (anaphor - 4..<anaphor).clamped(to: reading.bounds).contains {
      ["a", "an", "another", "one", "several", "some"].contains(reading.word($0))
    }
    return isNew ? Source(claimant: .thirdParty) : Source(claimant: nil)
  }

  /// "sources close to A", "officials in A", "accounts loyal to A".
  private func partyBehind(
    _ crowd: Int, before verb: Int, _ reading: SentenceReading
  ) -> PartyMention? {
    let next = crowd + 1
    guard
      ["close", "loyal", "affiliated", "aligned", "within", "from", "of"].contains(
        reading.word(next))
    else { return nil }
    return reading.parties.first {
      $0.tokens.lowerBound > crowd && $0.tokens.lowerBound <= crowd + 4
        && $0.tokens.lowerBound < verb
    }
  }

  /// "“…,” said A".
  private func inverted(behind verb: Range<Int>, _ reading: SentenceReading) -> Source? {
    let near = verb.upperBound...(verb.upperBound + 6)
    guard reading.word(verb.upperBound) != "that",
      let party = reading.parties.first(where: { near.contains($0.tokens.lowerBound) })
    else { return nil }
    return Source(claimant: .party(party.party), speaker: party.person, isInverted: true)
  }

  /// "…, said the mayor": whoever stands behind the verb, of a party or of none.
  private func invertedStranger(behind verb: Range<Int>, _ reading: SentenceReading) -> Source? {
    guard [",", "”", "\""].contains(reading.word(verb.lowerBound - 1)), verb.count == 1,
      cues.contains("say", reading.word(verb.lowerBound)),
      reading.bounds.contains(verb.upperBound), reading.tokens[verb.upperBound].isWord,
      ["the", "a", "an", "one"].contains(reading.word(verb.upperBound))
        || reading.tokens[verb.upperBound].isCapitalised,
      !reading.times.contains(where: { $0.tokens.contains(verb.upperBound) })
    else { return nil }
    // A subject ends with its name and apposition; a sentence that goes on with a verb is what was said.
    let rest = verb.upperBound..<reading.bounds.upperBound
    let end = rest.first { [".", ";", "“", "\""].contains(reading.word($0)) } ?? rest.upperBound
    guard !["told", "tells", "tell"].contains(reading.word(verb.lowerBound)),
      end - verb.upperBound <= 14,
      !reading.hasFiniteVerb(in: verb.upperBound..<end, words)
    else { return nil }
    if let party = inverted(behind: verb, reading) { return party }
    let near = verb.upperBound..<min(reading.bounds.upperBound, verb.upperBound + 5)
    if let crowd = near.lazy.compactMap({ self.crowd(at: $0, reading) }).first {
      return Source(claimant: crowd.claimant, isAnonymous: crowd.isOther, isInverted: true)
    }
    return Source(claimant: .independent, isInverted: true)
  }

  /// "N, a network close to A, says": who N is and not who the apposition names; nil where N is of a party or a kind
  /// of people, which the usual way finds.
  private func headOfApposition(_ verb: Range<Int>, _ reading: SentenceReading) -> Source? {
    guard reading.word(verb.lowerBound - 1) == "," else { return nil }
    let before = max(reading.bounds.lowerBound, verb.lowerBound - 25)..<verb.lowerBound - 1
    guard let comma = before.first(where: { reading.word($0) == "," }),
      ["a", "an", "the", "one", "who", "which", "another"].contains(reading.word(comma + 1))
    else { return nil }
    let head = reading.clause(of: comma).lowerBound..<comma
    guard head.count <= 8, head.contains(where: { reading.tokens[$0].isCapitalised }),
      !reading.hasFiniteVerb(in: head, words),
      !head.contains(where: { reading.party(at: $0) != nil }),
      !head.contains(where: { crowd(at: $0, reading) != nil })
    else { return nil }
    // "N, a spokesman for A": the office makes it A's word.
    let apposition = comma + 1..<verb.lowerBound - 1
    if apposition.contains(where: { words.contains("offices", reading.word($0)) }) { return nil }
    return Source(claimant: .thirdParty)
  }

  /// "A captured X, the mayor said": between the comma and the verb stands somebody who is of no party
  /// and of no kind of people we tell apart. A's spokesman would still speak for A.
  private func hasSubjectOfItsOwn(_ verb: Range<Int>, _ reading: SentenceReading) -> Bool {
    let near = max(reading.bounds.lowerBound, verb.lowerBound - 7)..<verb.lowerBound
    guard let comma = near.last(where: { reading.word($0) == "," }) else { return false }
    let subject = comma + 1..<verb.lowerBound
    guard
      let first = subject.first(where: { index in
        !["and", "but"].contains(reading.word(index))
          && !Tokenizer.closesQuote(reading.word(index))
      }),
      ["the", "a", "an", "one", "another"].contains(reading.word(first))
        || reading.tokens[first].isCapitalised
    else { return false }
    return !subject.contains { index in
      reading.party(at: index) != nil || crowd(at: index, reading) != nil
        || reading.times.contains { $0.tokens.contains(index) }
        || cues.contains("spokespeople", reading.word(index))
    }
  }

  private func sourceAfter(_ index: Int, _ reading: SentenceReading) -> Source? {
    let near = index..<min(reading.bounds.upperBound, index + 10)
    let end = near.first { reading.word($0) == "," || reading.tokens[$0].kind == .number }
    let range = index..<(end ?? near.upperBound)
    let crowd = range.lazy.compactMap { self.crowd(at: $0, reading) }.first
    if let party = reading.parties.first(where: { range.contains($0.tokens.lowerBound) }),
      party.tokens.lowerBound < crowd?.token ?? Int.max
    {
      return Source(claimant: .party(party.party), speaker: party.person)
    }
    if crowd == nil, range.contains(where: { cues.contains("anaphors", reading.word($0)) }) {
      return Source(claimant: nil)
    }
    return Source(claimant: crowd?.claimant ?? .thirdParty, isAnonymous: crowd?.isOther ?? true)
  }

  private func crowd(
    at index: Int, _ reading: SentenceReading
  ) -> (claimant: Claim.Claimant, token: Int, isOther: Bool)? {
    let word = reading.word(index)
    if cues.contains("residents", word) { return (.resident, index, false) }
    if cues.contains("analysts", word) { return (.analyst, index, false) }
    if cues.contains("others", word) { return (.thirdParty, index, true) }
    return nil
  }

  /// From the verb to the end of the sentence, or, inside an opening subordinate clause, to its end;
  /// the whole sentence before a verb that trails.
  private func scope(of verb: Range<Int>, isTrailing: Bool, _ reading: SentenceReading) -> Range<
    Int
  > {
    let clause = reading.clause(of: verb.lowerBound)
    let opensWithSubordinator =
      clause.lowerBound == reading.bounds.lowerBound
      && words.contains("subordinators", reading.word(clause.lowerBound))
    if opensWithSubordinator { return clause }
    let closes = [",", "”", "\"", "’", "—", "–"].contains(reading.word(verb.lowerBound - 1))
    let isLast = verb.upperBound >= reading.bounds.upperBound - 4
    if isTrailing || closes || isLast || isInserted(verb, reading) { return reading.bounds }
    let start = verb.upperBound
    return start..<max(start, voiceEnd(from: start, reading))
  }

  /// What is denied stands behind the verb, and ends where the sentence makes a new start: "A said that X had fallen,
  /// which B denied" still has A's word.
  private func denied(behind verb: Range<Int>, _ reading: SentenceReading) -> Range<Int> {
    let rest = verb.upperBound..<max(verb.upperBound, reading.bounds.upperBound)
    return rest.lowerBound..<(rest.first { reading.word($0) == ";" } ?? rest.upperBound)
  }

  /// "X was taken, A said, and …": a comma before the speaker and one behind the verb.
  private func isInserted(_ verb: Range<Int>, _ reading: SentenceReading) -> Bool {
    var next = verb.upperBound
    while let time = reading.times.first(where: { $0.tokens.contains(next) }) {
      next = time.tokens.upperBound
    }
    guard [",", "."].contains(reading.word(next)) else { return false }
    return (verb.lowerBound - 8..<verb.lowerBound).clamped(to: reading.bounds).contains {
      reading.word($0) == ","
    }
  }

  /// Where the speaker's words end: "A says B as fighting rages", the last part being the reporter's.
  private func voiceEnd(from start: Int, _ reading: SentenceReading) -> Int {
    let clause = reading.clauses.first {
      $0.lowerBound > start && reading.word($0.lowerBound) == "as"
        && words.contains("as-events", reading.word($0.lowerBound + 1))
    }
    return clause?.lowerBound ?? reading.bounds.upperBound
  }

  private func time(near verb: Range<Int>, _ reading: SentenceReading) -> TimeExpression? {
    reading.times.first { time in
      let after = time.tokens.lowerBound - verb.upperBound
      let before = verb.lowerBound - time.tokens.upperBound
      return (0...2).contains(after) || (0...1).contains(before)
    }
  }
}
