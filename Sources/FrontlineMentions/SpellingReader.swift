internal import FrontlineGazetteer

/// Takes capitalised words for listed places that they spell otherwise, where nothing speaks against it.
///
/// What speaks against it: an ordinary word, a given name, a word of a party's name or an organisation's, a
/// word that the text also has in lower case, a neighbour that makes it part of a longer name, a title or a
/// verb of speech that makes it a person. At the start of a sentence, a type word must stand beside it. A
/// spelling a letter away, or a short one, must stand where places stand: behind a preposition of place, beside
/// a type word or in a list with a listed place.
struct SpellingReader: Sendable {
  private let index: SpellingIndex
  private let gazetteer: Gazetteer
  private let lists: WordLists
  /// Folded words of the names of parties, people and bodies, and how they sound.
  private let otherWords: Set<String>

  init(
    gazetteer: Gazetteer, otherNames: [String], lists: WordLists, where condition: (Place) -> Bool
  ) {
    self.gazetteer = gazetteer
    self.lists = lists
    index = SpellingIndex(gazetteer, where: condition)
    otherWords = Set(
      otherNames.flatMap { NameKey.tokens($0) }.flatMap { [$0, NameKey.loose($0)] })
  }

  /// What is known of a text while it is read, worked out once, when first needed.
  struct TextState {
    fileprivate var matches: [String: SpellingIndex.Match?] = [:]
    fileprivate var lowerCase: Set<String>?
    fileprivate var nameParts: Set<String>?
  }

  struct Found {
    /// Indices of the gazetteer's names.
    var names: [Int]
    var end: Int
    var spelling: Mention.Spelling
  }

  /// Most words of a name that are tried together: "Pul-e-Khumri" has three, an article a fourth.
  private static let mostWords = 4
  private static let shortWord = 7

  /// The longest spelling that starts at a token, which no listed name starts at.
  ///
  /// - Parameter previous: The end of the listed name or spelling before, if there is one in the sentence.
  func match(
    at start: Int, in tokens: [Token], _ bounds: Range<Int>, previous: Int?,
    isHeadline: Bool, state: inout TextState
  ) -> Found? {
    guard isCandidate(tokens[start]) else { return nil }
    for end in ends(from: start, tokens, bounds).reversed() {
      let words = tokens[start..<end]
      guard let match = lookup(words, state: &state),
        isPlausible(start..<end, match, tokens, bounds, previous, isHeadline, state: &state)
      else { continue }
      return Found(names: match.names, end: end, spelling: spelling(words, match))
    }
    return nil
  }

  private func isCandidate(_ token: Token) -> Bool {
    token.isWord && token.isCapitalised && !token.isAllCapitals
      && token.text.utf8.first.map { $0 < 0x80 || $0 >= 0xC3 } == true
      && (token.isTiedToNext || !lists.isOrdinary(token.folded))
  }

  /// Where a spelling may end: after each capitalised word, links between them in lower case.
  private func ends(from start: Int, _ tokens: [Token], _ bounds: Range<Int>) -> [Int] {
    var ends = [start + 1]
    var next = start + 1
    while next < bounds.upperBound, next - start < Self.mostWords, tokens[next].isWord,
      !tokens[next].startsLine
    {
      let isTied = tokens[next - 1].isTiedToNext
      if tokens[next].isCapitalised || (isTied && tokens[next].text.utf8.count > 2) {
        if lists.isOrdinary(tokens[next].folded) { break }
        ends.append(next + 1)
      } else if !Self.links.contains(tokens[next].folded) {
        break
      }
      next += 1
    }
    return ends
  }

  private static let links: Set<String> = [
    "e", "i", "o", "ye", "yi", "al", "el", "ul", "ol", "as", "ash", "at", "ad", "ar", "an", "az",
    "es", "esh", "et", "ed", "er", "en", "ez", "us", "ush", "ut", "ud", "ur", "un", "uz", "os",
  ]

  private func lookup(
    _ words: ArraySlice<Token>, state: inout TextState
  ) -> SpellingIndex.Match? {
    let text = words.map(\.text).joined(separator: " ")
    if let known = state.matches[text] { return known }
    let letters = words.reduce(0) { $0 + $1.folded.utf8.count }
    let match = letters >= SpellingIndex.fewestLetters ? index.match(text) : nil
    state.matches[text] = .some(match)
    return match
  }

  private func isPlausible(
    _ range: Range<Int>, _ match: SpellingIndex.Match, _ tokens: [Token], _ bounds: Range<Int>,
    _ previous: Int?, _ isHeadline: Bool, state: inout TextState
  ) -> Bool {
    let words = tokens[range]
    if words.contains(where: { otherWords.contains($0.folded) }) { return false }
    // "Mahmood-i-Raqi": what is ordinary by itself may be so in a longer name that sounds the same.
    if range.count == 1 || match.way == .oneLetter,
      isOrdinary(words)
    {
      return false
    }
    if otherWords.contains(NameKey.loose(words.map(\.folded).joined(separator: " "))) {
      return false
    }
    let cue = hasCue(range, tokens, bounds, previous)
    if range.lowerBound == bounds.lowerBound || opensQuote(range.lowerBound, tokens, bounds) {
      guard hasTypeWord(range, tokens, bounds) else { return false }
    }
    let letters = words.reduce(0) { $0 + $1.folded.utf8.count }
    if match.way == .oneLetter || letters < Self.shortWord, !cue { return false }
    if isHeadline || isOrdinary(words), !cue { return false }
    if !isHeadline, isPartOfName(range, tokens, bounds) { return false }
    if isPerson(range, tokens, bounds) { return false }
    guard range.count == 1, let word = words.first else { return true }
    return !lowerCase(tokens, &state).contains(word.folded)
      && !nameParts(tokens, &state).contains(word.folded)
  }

  private func isOrdinary(_ words: ArraySlice<Token>) -> Bool {
    words.contains { $0.isCapitalised && lists.isOrdinary($0.folded) }
  }

  // MARK: What stands round it

  private func hasCue(
    _ range: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>, _ previous: Int?
  ) -> Bool {
    if hasTypeWord(range, tokens, bounds) { return true }
    var before = range.lowerBound - 1
    if bounds.contains(before), tokens[before].folded == "the" { before -= 1 }
    guard bounds.contains(before) else { return false }
    if lists.placePrepositions.contains(tokens[before].folded) { return true }
    guard let previous, previous <= range.lowerBound else { return false }
    return ToponymRecognizer.isListed(previous..<range.lowerBound, tokens)
  }

  private func hasTypeWord(_ range: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    let next = range.upperBound
    if bounds.contains(next), tokens[next].isWord, TypeWordUse(tokens[next].folded) != nil {
      return true
    }
    let before = range.lowerBound - 1
    guard bounds.contains(before) else { return false }
    if TypeWordUse(tokens[before].folded)?.precedesName == true { return true }
    return tokens[before].folded == "of" && bounds.contains(before - 1)
      && TypeWordUse(tokens[before - 1].folded) != nil
  }

  private func opensQuote(_ index: Int, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    guard bounds.contains(index - 1) else { return false }
    return Tokenizer.openers.contains(tokens[index - 1].text)
      || [":", "•", "*", "–", "—"].contains(tokens[index - 1].text)
  }

  /// A capitalised word right beside it, an initial before it, or a body's noun behind it.
  private func isPartOfName(_ range: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    if before > bounds.lowerBound, isNameWord(tokens[before]) { return true }
    if before == bounds.lowerBound, isNameWord(tokens[before]),
      !lists.isOrdinary(tokens[before].folded)
    {
      return true
    }
    if bounds.contains(before - 1), tokens[before].text == ".",
      tokens[before - 1].length <= 3, tokens[before - 1].isCapitalised
    {
      return true
    }
    if bounds.contains(before), tokens[before].isTiedToNext,
      !Self.links.contains(tokens[before].folded)
    {
      return true
    }
    var after = range.upperBound
    if tokens[after - 1].isTiedToNext { return true }
    if bounds.contains(after), tokens[after].kind == .possessive { after += 1 }
    guard bounds.contains(after), tokens[after].isWord, !tokens[after].startsLine else {
      return false
    }
    return isNameWord(tokens[after])
      || lists.organisationHeadsAnyCase.contains(tokens[after].folded)
  }

  private func isNameWord(_ token: Token) -> Bool {
    token.isWord && token.isCapitalised && !lists.functionWords.contains(token.folded)
      && TypeWordUse(token.folded) == nil
  }

  /// "spokesman X", "X said", "X, who", "X, a commander".
  private func isPerson(_ range: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    if bounds.contains(before), lists.personHeads.contains(tokens[before].folded) { return true }
    var after = range.upperBound
    if bounds.contains(after), tokens[after].text == "," { after += 1 }
    guard bounds.contains(after) else { return false }
    return lists.personVerbs.contains(tokens[after].folded)
      || lists.metonymVerbs.contains(tokens[after].folded)
  }

  // MARK: The text as a whole

  private func lowerCase(_ tokens: [Token], _ state: inout TextState) -> Set<String> {
    if let known = state.lowerCase { return known }
    let words = Set(tokens.lazy.filter { $0.isWord && !$0.isCapitalised }.map(\.folded))
    state.lowerCase = words
    return words
  }

  /// Words that somewhere in the text stand beside another capitalised word, as parts of longer names.
  private func nameParts(_ tokens: [Token], _ state: inout TextState) -> Set<String> {
    if let known = state.nameParts { return known }
    var parts: Set<String> = []
    for index in tokens.indices.dropFirst() where !tokens[index].startsLine {
      let (left, right) = (tokens[index - 1], tokens[index])
      guard isNameWord(left), isNameWord(right), !left.isTiedToNext else { continue }
      parts.insert(left.folded)
      parts.insert(right.folded)
    }
    state.nameParts = parts
    return parts
  }

  // MARK: Words

  private func spelling(_ words: ArraySlice<Token>, _ match: SpellingIndex.Match)
    -> Mention.Spelling
  {
    let written = words.dropFirst().reduce(words.first?.text ?? "") { text, token in
      text + (tokensAreTied(words, before: token) ? "-" : " ") + token.text
    }
    return Mention.Spelling(
      written: written, listed: match.names.first.map { gazetteer.names[$0].text } ?? "",
      way: match.way == .sameSounds ? .sameSounds : .oneLetter, names: match.names)
  }

  private func tokensAreTied(_ words: ArraySlice<Token>, before token: Token) -> Bool {
    words.first { $0.range.upperBound + 1 == token.range.lowerBound }?.isTiedToNext ?? false
  }
}
