internal import FrontlineGazetteer
internal import FrontlineMentions
internal import FrontlineReports

/// A place in a sentence, and whether a claim can be about it.
struct PlaceUse: Sendable {
  /// Nil for a name that no gazetteer lists.
  var place: Place?
  var mention: Mention
  /// Only says where another place lies, or is not where anything happens.
  var isReference: Bool
  /// The word that puts the event at the place's edge: `entrance`, `outskirts`; nil for the place itself.
  var edge: String?

  var tokens: Range<Int> { mention.tokens }

  /// The gazetteer's id; for a name that no gazetteer lists `unlisted:` and the name.
  var id: String { place?.id ?? "unlisted:" + mention.plainName }

  var name: String { place?.name ?? mention.text }

  var isCountry: Bool { place?.featureCode == "PCLI" }

  var isAdministrativeUnit: Bool {
    // "Kel state" is the state, whatever the gazetteer has under the name.
    let stated = mention.typeWord.flatMap { TypeWordUse($0) }
    let isUnit = stated.map { $0.isAdministrative && $0.singular != "area" } ?? false
    return isUnit || place?.isAdministrativeUnit ?? false
  }
}

/// One sentence cut into clauses, with its places, parties, times and attributions.
struct SentenceReading: Sendable {
  var index: Int
  var tokens: [Token]
  var bounds: Range<Int>
  /// Token ranges that cover the sentence, by their starts; an inserted clause lies inside the one it interrupts.
  var clauses: [Range<Int>]
  var places: [PlaceUse]
  var parties: [PartyMention]
  var times: [TimeExpression]
  var attributions: [Attribution]

  /// The innermost clause round a token.
  func clause(of token: Int) -> Range<Int> {
    var innermost: Range<Int>?
    for clause in clauses where clause.contains(token) && clause.count < innermost?.count ?? .max {
      innermost = clause
    }
    return innermost ?? bounds
  }

  /// The folded word at a position, empty outside the sentence.
  func word(_ index: Int) -> String {
    bounds.contains(index) ? tokens[index].folded : ""
  }

  func party(at token: Int) -> PartyMention? {
    parties.first { $0.tokens.contains(token) }
  }

  func place(at token: Int) -> PlaceUse? {
    places.first { $0.tokens.contains(token) }
  }

  func isInsideName(_ token: Int) -> Bool {
    parties.contains { $0.tokens.contains(token) } || places.contains { $0.tokens.contains(token) }
  }

  /// The party that a verb's subject names: the nearest before it in a range that is not governed by
  /// "against", "from", "by" and the like.
  func subject(before token: Int, in range: Range<Int>, _ words: CueWords) -> PartyMention? {
    guard
      let index = parties.lastIndex(where: { mention in
        range.contains(mention.tokens.lowerBound) && mention.tokens.upperBound <= token
          && !isGoverned(mention, words)
      })
    else { return nil }
    return firstOfPair(index, in: range, words)
  }

  /// "A and B forces": of allies that act together the first.
  private func firstOfPair(_ index: Int, in range: Range<Int>, _ words: CueWords) -> PartyMention {
    let mention = parties[index]
    guard index > 0, word(mention.tokens.lowerBound - 1) == "and" else { return mention }
    let first = parties[index - 1]
    let gap = mention.tokens.lowerBound - 1 - first.tokens.upperBound
    guard first.party != mention.party, (0...1).contains(gap),
      range.contains(first.tokens.lowerBound), !isGoverned(first, words)
    else { return mention }
    return first
  }

  /// Whether a range holds a verb that makes it a statement of its own.
  func hasFiniteVerb(in range: Range<Int>, _ words: CueWords) -> Bool {
    range.contains { index in
      guard tokens[index].isWord, !isInsideName(index) else { return false }
      let word = word(index)
      if words.contains("finite-verbs", word) { return true }
      let before = self.word(index - 1)
      return word.hasSuffix("ed") && word.utf8.count > 4 && range.contains(index - 1)
        && tokens[index - 1].isWord && !words.contains("determiners", before)
        && !words.contains("prepositions", before)
    }
  }

  private func isGoverned(_ mention: PartyMention, _ words: CueWords) -> Bool {
    var before = mention.tokens.lowerBound - 1
    while bounds.contains(before), words.contains("determiners", word(before)) { before -= 1 }
    if word(before) == "of", words.contains("members-of", word(before - 1)) { return false }
    return words.contains("subject-excluding", word(before))
  }

  /// The party behind a preposition within a few words after a position.
  func party(behind preposition: String, from start: Int, in clause: Range<Int>) -> PartyMention? {
    parties.first { mention in
      guard clause.contains(mention.tokens.lowerBound), mention.tokens.lowerBound >= start else {
        return false
      }
      let lookBack = max(start, mention.tokens.lowerBound - 4)..<mention.tokens.lowerBound
      return lookBack.contains { word($0) == preposition }
    }
  }
}

/// Reads sentences: clauses, parties, times, attributions and the part each place plays.
struct SentenceReader: Sendable {
  let words: CueWords
  var parties: PartyRecognizer
  /// Of the text that is read, by token.
  var loosePersons: [Int: PartyMention] = [:]
  let times: TimeReader
  let attributions: AttributionReader
  let gazetteer: Gazetteer

  /// The same, knowing which persons of a report belong to which party.
  func knowingSpeakers(of text: TokenizedText, _ mentions: [Mention]) -> SentenceReader {
    var isPlace = [Bool](repeating: false, count: text.tokens.count)
    for mention in mentions where mention.isLiteral {
      for index in mention.tokens { isPlace[index] = true }
    }
    var copy = self
    copy.loosePersons = parties.loosePersons(in: text)
    let found = text.sentences.map {
      parties.mentions(in: text.tokens, $0.tokens, loose: copy.loosePersons)
    }
    let persons = SpeakerLearner(words: words).persons(in: text, mentions: found) {
      isPlace.indices.contains($0) && isPlace[$0]
    }
    if !persons.isEmpty { copy.parties = parties.knowing(persons) }
    return copy
  }

  func read(
    _ index: Int, of text: TokenizedText, mentions: [Mention], published: Day
  ) -> SentenceReading {
    let bounds = text.sentences[index].tokens
    let placeMentions = mentions.filter(\.isLiteral)
    let partyMentions = parties.mentions(in: text.tokens, bounds, loose: loosePersons).filter {
      party in !placeMentions.contains { stands($0, for: party, text.tokens) }
    }
    var reading = SentenceReading(
      index: index, tokens: text.tokens, bounds: bounds, clauses: [], places: [],
      parties: partyMentions,
      times: times.expressions(in: text.tokens, bounds, published: published), attributions: [])
    reading.places = placeMentions.map { mention in
      let place = mention.resolution.flatMap { gazetteer.place(id: $0.placeID) }
      return PlaceUse(place: place, mention: mention, isReference: false, edge: nil)
    }
    reading.clauses = clauses(reading)
    for position in reading.places.indices {
      reading.places[position].edge = edge(of: position, reading)
      reading.places[position].isReference = isReference(position, reading)
    }
    reading.attributions = attributions.read(reading)
    return reading
  }

  /// Whether a party's name is only part of a place's name here, or is the place itself: "in A".
  private func stands(_ place: Mention, for party: PartyMention, _ tokens: [Token]) -> Bool {
    guard place.tokens.contains(party.tokens.lowerBound) else { return false }
    if place.tokens.count > party.tokens.count { return true }
    let before = place.tokens.lowerBound - 1
    return before >= 0
      && ["in", "near", "at", "around", "outside", "inside", "towards", "across", "into", "over"]
        .contains(tokens[before].folded)
  }

  // MARK: Clauses

  private func clauses(_ reading: SentenceReading) -> [Range<Int>] {
    var starts = [reading.bounds.lowerBound]
    var isOpenedBySubordinator = words.contains(
      "subordinators", reading.word(reading.bounds.lowerBound))
    for index in reading.bounds.dropFirst() {
      if isBoundary(index, reading) {
        starts.append(index)
        isOpenedBySubordinator =
          isOpenedBySubordinator || opensSubordinate(index, reading)
      } else if isOpenedBySubordinator, reading.word(index - 1) == ",",
        !isListComma(index - 1, reading)
      {
        starts.append(index)
        isOpenedBySubordinator = false
      }
    }
    let ends = starts.dropFirst() + [reading.bounds.upperBound]
    return nested(zip(starts, ends).filter { $0 < $1 }.map { $0..<$1 }, reading)
  }

  /// "A, which B, fell": what is inserted is a clause inside the one that goes on behind it.
  private func nested(_ flat: [Range<Int>], _ reading: SentenceReading) -> [Range<Int>] {
    var found: [Range<Int>] = []
    /// The clause that what follows an insertion goes on with.
    var interrupted: Int?
    for clause in flat {
      let isInserted =
        !found.isEmpty
        && (words.contains("relatives", reading.word(clause.lowerBound))
          || ["(", "["].contains(reading.word(clause.lowerBound - 1)))
      if let outer = interrupted, !isInserted {
        found[outer] = found[outer].lowerBound..<clause.upperBound
        interrupted = nil
        continue
      }
      guard isInserted, let end = insertionEnd(clause, reading) else {
        found.append(clause)
        continue
      }
      let outer = interrupted ?? found.count - 1
      found.append(clause.lowerBound..<end)
      found[outer] = found[outer].lowerBound..<max(end, clause.upperBound)
      interrupted = end == clause.upperBound ? outer : nil
    }
    return found
  }

  /// Where an inserted clause ends and the interrupted one goes on: behind the bracket, or behind a comma that a
  /// verb follows; nil if it runs to the end.
  private func insertionEnd(_ clause: Range<Int>, _ reading: SentenceReading) -> Int? {
    let last = clause.upperBound
    if [")", "]"].contains(reading.word(last - 1)), last < reading.bounds.upperBound {
      return last
    }
    return clause.first { index in
      guard reading.word(index) == ",", index > clause.lowerBound + 1 else { return false }
      var next = index + 1
      while ["also", "still", "now", "then", "later"].contains(reading.word(next)) { next += 1 }
      return clause.contains(next)
        && (words.contains("finite-verbs", reading.word(next)) || isEdVerb(next, reading))
    }.map { $0 + 1 }
  }

  private func isEdVerb(_ index: Int, _ reading: SentenceReading) -> Bool {
    reading.word(index).hasSuffix("ed") && reading.bounds.contains(index)
      && !reading.tokens[index].isCapitalised
  }

  /// ", right after the convoy had left": what follows its comma is the main clause again.
  private func opensSubordinate(_ index: Int, _ reading: SentenceReading) -> Bool {
    var first = index
    while words.contains("shortly", reading.word(first)) { first += 1 }
    return words.contains("subordinators", reading.word(first)) && reading.word(index - 1) == ","
  }

  private func isBoundary(_ index: Int, _ reading: SentenceReading) -> Bool {
    let word = reading.word(index)
    let previous = reading.word(index - 1)
    if [";", "(", ")", "[", "]"].contains(previous) { return true }
    if reading.isInsideName(index) { return false }
    if previous == ",", words.contains("clause-openers", word), !isListComma(index - 1, reading) {
      return true
    }
    if previous == ",", words.contains("shortly", word),
      words.contains("subordinators", reading.word(index + 1))
    {
      return true
    }
    if words.contains("clause-openers-bare", word) { return true }
    if word == "as", words.contains("as-events", reading.word(index + 1)) { return true }
    if word == "as", words.contains("as-events", reading.word(index + 1)) { return true }
    if ["after", "before", "when", "until"].contains(word), hasVerbOfItsOwn(behind: index, reading)
    {
      return true
    }
    if word == "as" || word == "after" || word == "before" || word == "when" {
      let next = reading.word(index + 1)
      return words.contains("pronouns", next)
        || (words.contains("determiners", next) && !["well", "many", "soon"].contains(next))
    }
    return false
  }

  /// "after President N left": a noun and a verb up to the next comma.
  private func hasVerbOfItsOwn(behind index: Int, _ reading: SentenceReading) -> Bool {
    let next = index + 1
    guard reading.bounds.contains(next), reading.tokens[next].isWord,
      !reading.word(next).hasSuffix("ing")
    else { return false }
    let rest = next..<reading.bounds.upperBound
    let end =
      rest.first { !reading.tokens[$0].isWord && reading.tokens[$0].kind == .mark }
      ?? rest.upperBound
    return reading.hasFiniteVerb(in: next..<min(end, next + 8), words)
  }

  /// A comma between the names of a list.
  private func isListComma(_ comma: Int, _ reading: SentenceReading) -> Bool {
    guard reading.place(at: comma - 1) != nil || reading.party(at: comma - 1) != nil else {
      return false
    }
    var next = comma + 1
    while ["and", "or", "the"].contains(reading.word(next)) { next += 1 }
    return reading.place(at: next) != nil
  }

  // MARK: Places

  /// "the entrance of the valley", "on the outskirts of the city", "the city's gates".
  private func edge(of position: Int, _ reading: SentenceReading) -> String? {
    let start = reading.places[position].tokens.lowerBound
    var index = start - 1
    while ["the", "of", "to", "into"].contains(reading.word(index)) { index -= 1 }
    if index < start - 1, words.contains("edges", reading.word(index)) {
      return reading.word(index)
    }
    let end = reading.places[position].tokens.upperBound
    if reading.bounds.contains(end), reading.tokens[end].kind == .possessive,
      words.contains("edges", reading.word(end + 1))
    {
      return reading.word(end + 1)
    }
    return words.contains("directions", reading.word(index)) && index < start - 1
      ? reading.word(index) : nil
  }

  private func isReference(_ position: Int, _ reading: SentenceReading) -> Bool {
    let use = reading.places[position]
    if use.isCountry || names(use, aCapital: reading) || actsAsGovernment(use, reading)
      || isExcepted(use, reading)
      || isDateline(use, reading)
    {
      return true
    }
    if reading.tokens[use.tokens.upperBound - 1].isTiedToNext { return true }
    return isContainer(position, reading) || isOrientation(use, reading)
  }

  /// "the X state capital": another place.
  private func names(_ use: PlaceUse, aCapital reading: SentenceReading) -> Bool {
    (use.tokens.upperBound..<use.tokens.upperBound + 3).clamped(to: reading.bounds).prefix {
      reading.tokens[$0].isWord && !words.contains("prepositions", reading.word($0))
    }.contains { ["capital", "council", "governor", "administration"].contains(reading.word($0)) }
  }

  /// "X has massed its troops": a capital that does something is a government.
  private func actsAsGovernment(_ use: PlaceUse, _ reading: SentenceReading) -> Bool {
    guard use.place?.featureCode == "PPLC" else { return false }
    let next = reading.word(use.tokens.upperBound)
    return ["has", "have", "had", "says", "said", "wants", "will", "would"].contains(next)
      && !words.contains("prepositions", reading.word(use.tokens.lowerBound - 1))
  }

  /// "X (Agency) – …", "X, September 1. …": where the report was written.
  private func isDateline(_ use: PlaceUse, _ reading: SentenceReading) -> Bool {
    guard use.tokens.lowerBound == reading.bounds.lowerBound else { return false }
    let next = use.tokens.upperBound
    if ["—", "–", "-", "(", "/", ":"].contains(reading.word(next)) { return true }
    let isCapital = reading.tokens[use.tokens].contains(where: \.isAllCapitals)
    return isCapital && reading.word(next) == ","
  }

  /// "all districts but X", "every town except X".
  private func isExcepted(_ use: PlaceUse, _ reading: SentenceReading) -> Bool {
    var index = use.tokens.lowerBound - 1
    while ["the", "for", "in", "from"].contains(reading.word(index)) { index -= 1 }
    if words.contains("excepting", reading.word(index)) { return true }
    return reading.word(index) == "but"
      && reading.bounds.clamped(to: index - 8..<index).contains {
        ["all", "every", "everything", "everywhere", "whole"].contains(reading.word($0))
      }
  }

  /// Says where another place lies: "A in B", "A district of B", "B's A", "A, B".
  private func isContainer(_ position: Int, _ reading: SentenceReading) -> Bool {
    let use = reading.places[position]
    guard use.isAdministrativeUnit else { return false }
    if position + 1 < reading.places.count {
      let next = reading.places[position + 1]
      if reading.word(use.tokens.upperBound).hasSuffix("s"),
        reading.tokens[use.tokens.upperBound].kind == .possessive,
        next.tokens.lowerBound <= use.tokens.upperBound + 3
      {
        return true
      }
    }
    guard position > 0 else { return false }
    let inner = reading.places[position - 1]
    let gap = inner.tokens.upperBound..<use.tokens.lowerBound
    guard gap.count <= 8 else { return false }
    let between = gap.map { reading.word($0) }
    let isWithin = isInside(inner, use)
    if between == [","] {
      // "Kel, Oldmark state": of a town that no gazetteer lists the unit behind it is all we know.
      let isStated = inner.place == nil && use.mention.typeWord != nil
      return (isWithin || isStated) && !continuesList(use, reading)
    }
    guard let preposition = between.lastIndex(where: { $0 == "in" || $0 == "of" }) else {
      return false
    }
    let before = between[..<preposition].filter {
      ![",", "in", "the", "of"].contains($0) && !words.contains("parts", $0)
    }
    let after = between[(preposition + 1)...]
    let holdsInner = !isInside(use, inner)
    return (before.isEmpty || before.contains { TypeWordUse($0) != nil })
      && (before + after).allSatisfy { !["and", ",", "or"].contains($0) }
      && use.id != inner.id && holdsInner
  }

  /// Whether the gazetteer has one place inside the other.
  private func isInside(_ inner: PlaceUse, _ outer: PlaceUse) -> Bool {
    guard let place = inner.place, let unit = outer.place else { return false }
    return gazetteer.ancestors(of: place).contains { $0.id == unit.id }
  }

  private func continuesList(_ use: PlaceUse, _ reading: SentenceReading) -> Bool {
    var next = use.tokens.upperBound
    guard [",", "and"].contains(reading.word(next)) else { return false }
    while [",", "and", "the"].contains(reading.word(next)) { next += 1 }
    return reading.place(at: next) != nil
  }

  /// "X, 10 km north of Y", "a village south of Y": the direction says where something else lies. "Fighting
  /// south of Y" has no other place.
  private func locatesAnother(_ direction: Int, _ reading: SentenceReading) -> Bool {
    var index = direction - 1
    while reading.word(index) == "," || words.contains("distance-words", reading.word(index))
      || reading.word(index).hasSuffix("ly")
      || words.contains("directions", reading.word(index))
      || reading.bounds.contains(index) && reading.tokens[index].kind == .number
    {
      index -= 1
    }
    if let other = reading.place(at: index) {
      // "south of X and west of Y": a list of directions.
      let before = other.tokens.lowerBound - 1
      return
        !(reading.word(before) == "of" && words.contains("directions", reading.word(before - 1)))
    }
    return TypeWordUse(reading.word(index)).map { $0.singular != "area" } ?? false
  }

  /// A point others are located by: "125 km north of B", "the road to B", "the embassy in B".
  private func isOrientation(_ use: PlaceUse, _ reading: SentenceReading) -> Bool {
    var index = use.tokens.lowerBound - 1
    if ["round", "around"].contains(reading.word(index)) { return locatesAnother(index, reading) }
    while ["the", "of", "to", "into", "from", "in", "at", "between"].contains(reading.word(index)) {
      index -= 1
    }
    guard index < use.tokens.lowerBound - 1 else { return false }
    let head = reading.word(index)
    if words.contains("directions", head) { return locatesAnother(index, reading) }
    if words.contains("reference-heads", head) { return true }
    return words.contains("leading-to", head) && !["in", "at"].contains(reading.word(index + 1))
  }
}
