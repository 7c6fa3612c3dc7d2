internal import FrontlineGazetteer

/// The words round a place name, and what they make of it.
struct NameContext {
  let tokens: [Token]
  /// The sentence.
  let bounds: Range<Int>
  let matches: [ToponymRecognizer.Match]
  let lists: WordLists
  /// Whether every word has a capital, as in a headline.
  private let isHeadline: Bool

  init(tokens: [Token], bounds: Range<Int>, matches: [ToponymRecognizer.Match], lists: WordLists) {
    self.tokens = tokens
    self.bounds = bounds
    self.matches = matches
    self.lists = lists
    isHeadline = Self.isHeadline(tokens[bounds])
  }

  static func isHeadline(_ sentence: ArraySlice<Token>) -> Bool {
    var (words, capitalised) = (0, 0)
    for index in sentence.indices where sentence[index].isWord && sentence[index].length > 3 {
      words += 1
      if sentence[index].isCapitalised { capitalised += 1 }
    }
    return words > 2 && capitalised * 10 >= words * 8
  }

  /// A type word beside a name: after it ("Kel valley") or before it ("the valley of X").
  func typeWord(of match: ToponymRecognizer.Match) -> (word: String, isPartOfName: Bool)? {
    let next = match.tokens.upperBound
    if bounds.contains(next), tokens[next].isWord,
      let type = TypeWordUse(tokens[next].folded)
    {
      let isPartOfName =
        !type.isPlural && (tokens[next].isCapitalised || !type.isAdministrative)
      return (type.singular, isPartOfName)
    }
    let before = match.tokens.lowerBound
    if bounds.contains(before - 2), tokens[before - 1].folded == "of",
      let type = TypeWordUse(tokens[before - 2].folded)
    {
      return (type.singular, false)
    }
    if bounds.contains(before - 1), let type = TypeWordUse(tokens[before - 1].folded),
      type.precedesName
    {
      return (type.singular, false)
    }
    return nil
  }

  /// The word that belongs to the name from in front: "Fort Kel", "Lake Kel", with a capital; nil if there is none.
  func featureWord(before match: ToponymRecognizer.Match, from start: Int) -> Int? {
    let before = match.tokens.lowerBound - 1
    guard before >= start, tokens[before].isCapitalised, !tokens[before].isTiedToNext,
      !tokens[match.tokens.lowerBound].startsLine,
      let type = TypeWordUse(tokens[before].folded), type.precedesName, type.namesFeature
    else { return nil }
    return before
  }

  /// Where a token's text ends, with the last point of initials: "U.S.".
  func lastScalar(ofTokenAt index: Int) -> Int {
    let end = tokens[index].range.upperBound
    guard tokens[index].isInitials, index + 1 < tokens.count, tokens[index + 1].text == ".",
      tokens[index + 1].range.lowerBound == end
    else { return end }
    return end + 1
  }

  static func pluralBefore(_ start: Int, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    bounds.contains(start - 2) && ["of", "like"].contains(tokens[start - 1].folded)
      && TypeWordUse(tokens[start - 2].folded)?.isPlural == true
  }

  func use(of index: Int) -> Mention.Use {
    let match = matches[index]
    if let reason = headAfter(match) ?? headBefore(match) ?? neighbour(of: index) ?? speaks(match) {
      return .associative(reason: reason)
    }
    return .literal
  }

  /// "Kel resistance", "Kel University", also in the genitive for bodies in any case.
  private func headAfter(_ match: ToponymRecognizer.Match) -> String? {
    var next = match.tokens.upperBound
    let isPossessive = bounds.contains(next) && tokens[next].kind == .possessive
    if isPossessive { next += 1 }
    guard bounds.contains(next), tokens[next].isWord, !tokens[next].startsLine else { return nil }
    let head = tokens[next]
    let isAnyCase = lists.organisationHeadsAnyCase.contains(head.folded)
    let isName =
      !isPossessive && head.isCapitalised && lists.organisationHeads.contains(head.folded)
    guard isAnyCase || isName else { return nil }
    return "part of the name of a body: '\(words(match)) \(head.text)'"
  }

  /// "Lion of Kel", "University of Kel".
  private func headBefore(_ match: ToponymRecognizer.Match) -> String? {
    var of = match.tokens.lowerBound - 1
    if bounds.contains(of), tokens[of].folded == "the" { of -= 1 }
    guard bounds.contains(of), bounds.contains(of - 1), tokens[of].folded == "of" else {
      return nil
    }
    let head = tokens[of - 1]
    guard head.isCapitalised, lists.nicknameHeads.contains(head.folded) else { return nil }
    return "part of the name of a person or body: '\(head.text) of \(words(match))'"
  }

  /// A capitalised word right beside the name that is no type word, no place and no common word
  /// makes it part of a longer name, except in headlines, where every word has a capital.
  private func neighbour(of index: Int) -> String? {
    guard !isHeadline else { return nil }
    let match = matches[index]
    let before = match.tokens.lowerBound - 1
    if before > bounds.lowerBound, isNamePart(before),
      index == 0 || !matches[index - 1].tokens.contains(before)
    {
      return "part of a longer name: '\(tokens[before].text) \(words(match))'"
    }
    let after = match.tokens.upperBound
    if bounds.contains(after), isNamePart(after), !tokens[after].startsLine {
      if index + 1 < matches.count, matches[index + 1].tokens.lowerBound == after {
        let next = matches[index + 1]
        guard case .other(let name) = next.meaning, next.tokens.count > 1 else { return nil }
        // "In Kel National Guards …": what happens in Kel, and who does it.
        if bounds.contains(before), lists.locationPrepositions.contains(tokens[before].folded) {
          return nil
        }
        return "part of a longer name: '\(words(match)) \(name)'"
      }
      return "part of a longer name: '\(words(match)) \(tokens[after].text)'"
    }
    return nil
  }

  private func isNamePart(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.isWord && token.isCapitalised && !token.isTiedToNext
      && !lists.functionWords.contains(token.folded) && TypeWordUse(token.folded) == nil
      && token.text.unicodeScalars.contains { $0.isUppercase }
  }

  private func speaks(_ match: ToponymRecognizer.Match) -> String? {
    let next = match.tokens.upperBound
    guard bounds.contains(next), lists.metonymVerbs.contains(tokens[next].folded),
      match.tokens.lowerBound == bounds.lowerBound
        || !["in", "of", "from", "at", "near", "to"].contains(
          tokens[match.tokens.lowerBound - 1].folded)
    else { return nil }
    return "stands for a government or an office: '\(words(match)) \(tokens[next].text)'"
  }

  private func words(_ match: ToponymRecognizer.Match) -> String {
    tokens[match.tokens].map(\.text).joined(separator: " ")
  }
}
