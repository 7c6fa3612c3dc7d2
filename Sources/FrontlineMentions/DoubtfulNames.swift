internal import FrontlineGazetteer

/// Leaves out matches that are places by their spelling only: a world's gazetteer has hamlets named for most
/// words and surnames.
///
/// Countries, first- and second-level units, seats, and towns of 200,000 people and more stand. Of the others one
/// word alone is doubted if it is an ordinary word or a title, if the report also writes it in lower case, if it is
/// an acronym that no name is spelled like, or if the report shows it to be a person's name ("Dr Kel", "Aldo Kel",
/// "J. F. Kel") and nowhere a place's. A word before it such as "in" or a unit behind it ("Kel, Oldmark") removes
/// the doubt.
struct DoubtfulNames: Sendable {
  typealias Match = ToponymRecognizer.Match

  let gazetteer: Gazetteer
  let lists: WordLists

  private static let weightyPopulation = 200_000

  /// The matches of each sentence without the doubtful ones; a person's name stays as such, so that nothing
  /// else takes it for a place.
  func removed(from matches: [[Match]], _ text: TokenizedText) -> [[Match]] {
    let weak = Set(
      matches.joined().filter(isWeak).map { text.tokens[$0.tokens.lowerBound].folded })
    guard !weak.isEmpty else { return removedPhrases(from: matches, text) }
    var uses = Uses(of: weak, text, matches, lists)
    for (sentence, found) in zip(text.sentences, matches) {
      for index in found.indices where isShown(index, in: found, text.tokens, sentence.tokens) {
        uses.persons.remove(text.tokens[found[index].tokens.lowerBound].folded)
      }
    }
    return zip(text.sentences, matches).map { sentence, found in
      found.indices.compactMap { index in
        verdict(index, in: found, text.tokens, sentence.tokens, uses)
      }
    }
  }

  private func removedPhrases(from matches: [[Match]], _ text: TokenizedText) -> [[Match]] {
    matches.map { found in
      found.filter { match in
        guard case .places = match.meaning, match.tokens.count > 1 else { return true }
        return !isPhrase(text.tokens[match.tokens])
      }
    }
  }

  private func verdict(
    _ index: Int, in found: [Match], _ tokens: [Token], _ bounds: Range<Int>, _ uses: Uses
  ) -> Match? {
    let match = found[index]
    guard case .places(let names) = match.meaning else { return match }
    let token = tokens[match.tokens.lowerBound]
    if match.tokens.count > 1 { return isPhrase(tokens[match.tokens]) ? nil : match }
    guard isWeak(match) else { return match }
    if token.isAllCapitals, token.length <= 5,
      !names.contains(where: { gazetteer.names[$0].text == token.text }), !uses.isLoud(bounds)
    {
      return nil
    }
    if isShown(index, in: found, tokens, bounds) { return match }
    if lists.ordinary.contains(token.folded) || lists.titles.contains(token.folded)
      || lists.peoples.contains(token.folded) || TypeWordUse(token.folded) != nil
      || uses.isWrittenLow(token.folded)
    {
      return nil
    }
    let isPerson =
      uses.persons.contains(token.folded) || uses.personTokens.contains(match.tokens.lowerBound)
    if isPerson, !isBehindName(match, tokens, bounds) {
      return Match(meaning: .other(token.text), tokens: match.tokens)
    }
    return match
  }

  /// Whether the word before is a name too: what the two are together is said of the mention.
  private func isBehindName(_ match: Match, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    let before = match.tokens.lowerBound - 1
    return before > bounds.lowerBound && tokens[before].isWord && tokens[before].isCapitalised
  }

  /// "The village": an article and a word in lower case are no name.
  private func isPhrase(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return false }
    return tokens.count == 2 && lists.functionWords.contains(first.folded) && !last.isCapitalised
  }

  /// Whether all that the name may mean are places few people write about.
  private func isWeak(_ match: Match) -> Bool {
    guard match.tokens.count == 1, case .places(let names) = match.meaning else { return false }
    return names.allSatisfy { name in
      guard let place = gazetteer.place(id: gazetteer.names[name].placeID) else { return true }
      return place.featureClass == "P" && !["PPLC", "PPLA", "PPLA2"].contains(place.featureCode)
        && (place.population ?? 0) < Self.weightyPopulation
    }
  }

  /// A word before or a name behind that goes with places.
  private func isShown(
    _ index: Int, in found: [Match], _ tokens: [Token], _ bounds: Range<Int>
  ) -> Bool {
    let match = found[index]
    let before = match.tokens.lowerBound - 1
    if bounds.contains(before), lists.doubtfulPrepositions.contains(tokens[before].folded) {
      return true
    }
    if bounds.contains(before - 1), tokens[before].folded == "of",
      TypeWordUse(tokens[before - 1].folded) != nil
    {
      return true
    }
    let after = match.tokens.upperBound
    guard bounds.contains(after) else { return false }
    if let type = TypeWordUse(tokens[after].folded), !tokens[after].startsLine {
      return !type.isPlural
    }
    guard tokens[after].folded == ",", index + 1 < found.count,
      found[index + 1].tokens.lowerBound == after + 1,
      case .places(let names) = found[index + 1].meaning
    else { return false }
    return names.contains { name in
      gazetteer.place(id: gazetteer.names[name].placeID)?.isAdministrativeUnit ?? false
    }
  }
}

/// How a report writes its words elsewhere.
private struct Uses {
  /// Folded last names of persons.
  var persons: Set<String> = []
  /// Where a title, a first name or an initial stands before the name.
  private(set) var personTokens: Set<Int> = []
  private var low: [String: Int] = [:]
  private var capitalised: [String: Int] = [:]
  private let tokens: [Token]

  /// - Parameter words: The folded words that are asked for.
  init(
    of words: Set<String>, _ text: TokenizedText, _ matches: [[DoubtfulNames.Match]],
    _ lists: WordLists
  ) {
    tokens = text.tokens
    let known = Set(matches.joined().flatMap { $0.tokens })
    for sentence in text.sentences {
      for index in sentence.tokens where words.contains(tokens[index].folded) {
        let token = tokens[index]
        if token.isCapitalised {
          if index > sentence.tokens.lowerBound { capitalised[token.folded, default: 0] += 1 }
          if isPerson(index, sentence.tokens, known, lists) {
            persons.insert(token.folded)
            personTokens.insert(index)
          }
        } else {
          low[token.folded, default: 0] += 1
        }
      }
    }
  }

  /// Whether the report has the word in lower case, and not more often with a capital inside sentences.
  func isWrittenLow(_ word: String) -> Bool {
    low[word, default: 0] > 0 && low[word, default: 0] >= capitalised[word, default: 0]
  }

  /// Whether most words of a sentence are in capitals, so that capitals say nothing.
  func isLoud(_ bounds: Range<Int>) -> Bool {
    let words = tokens[bounds].filter { $0.isWord && $0.text.unicodeScalars.count > 2 }
    return words.count(where: \.isAllCapitals) * 2 >= words.count
  }

  /// Behind a title, an initial, or a capitalised word that is no known name: "Dr Kel", "J. Kel", "Aldo Kel".
  private func isPerson(
    _ index: Int, _ bounds: Range<Int>, _ known: Set<Int>, _ lists: WordLists
  ) -> Bool {
    var before = index - 1
    guard bounds.contains(before), !tokens[index].startsLine else { return false }
    let hasPoint = tokens[before].text == "."
    if hasPoint { before -= 1 }
    guard bounds.contains(before), tokens[before].isWord, tokens[before].isCapitalised else {
      return false
    }
    let word = tokens[before]
    if lists.titles.contains(word.folded) { return true }
    if hasPoint { return word.text.unicodeScalars.count == 1 }
    return before > bounds.lowerBound && !tokens[before - 1].isTiedToNext
      && !word.isAllCapitals && !known.contains(before)
      && !lists.functionWords.contains(word.folded) && TypeWordUse(word.folded) == nil
      && !lists.peoples.contains(word.folded) && !lists.ordinary.contains(word.folded)
      && !lists.organisationHeads.contains(word.folded)
      && !lists.nameStarts.contains(word.folded)
  }
}
