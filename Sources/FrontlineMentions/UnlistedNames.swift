internal import FrontlineGazetteer

/// Finds names that no gazetteer lists and whose context says that they are places.
///
/// A capitalised name is taken for a place where a type word stands beside it ("Kel village", "the towns of
/// A and B"), behind a phrase that only a place follows ("10 km north of A"), and in a list of places. What one
/// sentence shows holds for the whole report. Such a mention is literal and has no resolution.
struct UnlistedNames: Sendable {
  typealias Match = ToponymRecognizer.Match

  let lists: WordLists

  /// Longer runs of capitalised words are headings or names of bodies.
  private static let mostWords = 4

  /// The matches of each sentence with those of unlisted names among them, in text order.
  func adding(to matches: [[Match]], _ text: TokenizedText) -> [[Match]] {
    let runs = zip(text.sentences, matches).map { sentence, known in
      self.runs(in: text.tokens, sentence.tokens, known)
    }
    var learned: Set<String> = []
    for index in runs.indices {
      let bounds = text.sentences[index].tokens
      for run in runs[index]
      where !isOrdinary(run, text.tokens) && isShown(run, matches[index], text.tokens, bounds) {
        learned.insert(name(run, text.tokens))
      }
    }
    guard !learned.isEmpty else { return matches }
    return runs.indices.map { index in
      let found = runs[index].filter { learned.contains(name($0, text.tokens)) }
      guard !found.isEmpty else { return matches[index] }
      return (matches[index] + found.map { Match(meaning: .unlisted, tokens: $0) })
        .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
  }

  /// "Headquarters District", "Post Road": one ordinary word is no name.
  private func isOrdinary(_ run: Range<Int>, _ tokens: [Token]) -> Bool {
    run.count == 1 && lists.ordinary.contains(tokens[run.lowerBound].folded)
  }

  private func name(_ run: Range<Int>, _ tokens: [Token]) -> String {
    tokens[run].map(\.folded).joined(separator: " ")
  }

  // MARK: Runs of capitalised words

  /// Runs of capitalised words outside the matches that may be names: "Kel", "Staryi Kel", "al-Kel", "Kel-e-Bar".
  private func runs(in tokens: [Token], _ bounds: Range<Int>, _ known: [Match]) -> [Range<Int>] {
    guard !isHeadline(tokens, bounds) else { return [] }
    var taken = known.map(\.tokens)[...]
    var found: [Range<Int>] = []
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      while let first = taken.first, first.upperBound <= index { taken.removeFirst() }
      let limit = min(bounds.upperBound, taken.first?.lowerBound ?? bounds.upperBound)
      if let first = taken.first, first.contains(index) {
        index = first.upperBound
        continue
      }
      let end = runEnd(from: index, tokens, before: limit)
      if end > index, isWholeName(index..<end, tokens, bounds, taken.first?.tokensAfter(end)) {
        found.append(index..<end)
      }
      index = max(end, index + 1)
    }
    return found
  }

  private func runEnd(from start: Int, _ tokens: [Token], before limit: Int) -> Int {
    var end = start
    while end < limit, isNamePart(end, tokens, isFirst: end == start),
      end == start || !tokens[end].startsLine
    {
      end += 1
    }
    // A run does not end in the small words that tie names.
    while end > start, !tokens[end - 1].isCapitalised { end -= 1 }
    return end
  }

  private func isNamePart(_ index: Int, _ tokens: [Token], isFirst: Bool) -> Bool {
    let token = tokens[index]
    guard token.isWord else { return false }
    if !token.isCapitalised {
      // "al-Kel", "Kel-e-Bar"
      return token.isTiedToNext && token.text.unicodeScalars.count <= 3
        && (isFirst || tokens[index - 1].isTiedToNext)
    }
    let isName = token.text.unicodeScalars.count > 1 && !token.isAllCapitals
    return isName && !lists.functionWords.contains(token.folded)
      && TypeWordUse(token.folded) == nil && !lists.peoples.contains(token.folded)
      && !lists.titles.contains(token.folded)
  }

  /// Whether the run is not a part of something longer: a person behind a title, a body, "anti-X".
  private func isWholeName(
    _ run: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>, _ isBesideMatch: Bool?
  ) -> Bool {
    guard run.count <= Self.mostWords, isBesideMatch != true else { return false }
    let before = run.lowerBound - 1
    if bounds.contains(before) {
      let token = tokens[before]
      if token.isTiedToNext || lists.titles.contains(token.folded) { return false }
      if token.isWord, token.isCapitalised, before > bounds.lowerBound,
        !lists.functionWords.contains(token.folded), TypeWordUse(token.folded) == nil
      {
        return false
      }
    }
    let after = run.upperBound
    guard bounds.contains(after), !tokens[after].startsLine else { return true }
    if tokens[run.upperBound - 1].isTiedToNext { return false }
    let token = tokens[after]
    return !(token.isWord && token.isCapitalised && TypeWordUse(token.folded) == nil)
      && !lists.organisationHeadsAnyCase.contains(token.folded)
  }

  private func isHeadline(_ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    let words = tokens[bounds].filter { $0.isWord && $0.text.unicodeScalars.count > 3 }
    return words.count > 2 && words.count(where: \.isCapitalised) * 10 >= words.count * 8
  }

  // MARK: What shows that a name is a place

  private func isShown(
    _ run: Range<Int>, _ known: [Match], _ tokens: [Token], _ bounds: Range<Int>
  ) -> Bool {
    hasTypeWord(run, tokens, bounds) || followsLocative(run, tokens, bounds)
      || isListed(run, known, tokens, bounds)
  }

  private func hasTypeWord(_ run: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    let after = run.upperBound
    if bounds.contains(after), tokens[after].isWord, !tokens[after].startsLine,
      let type = TypeWordUse(tokens[after].folded), isTelling(type),
      run.lowerBound > bounds.lowerBound || run.count > 1
    {
      return true
    }
    var before = run.lowerBound - 1
    guard bounds.contains(before) else { return false }
    if let type = TypeWordUse(tokens[before].folded), type.precedesName, isTelling(type) {
      return true
    }
    guard tokens[before].folded == "of" else { return false }
    before -= 1
    guard bounds.contains(before), let type = TypeWordUse(tokens[before].folded) else {
      return false
    }
    return isTelling(type)
  }

  /// A word that says of what stands beside it that it is a place: not "area", "state" or "base", which stand
  /// beside other names as well.
  private func isTelling(_ type: TypeWordUse) -> Bool {
    ![
      "area", "state", "country", "base", "camp", "mine", "hospital", "republic", "capital",
      "department",
      "territory", "street", "port", "region",
    ].contains(type.singular)
  }

  private func followsLocative(
    _ run: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>
  ) -> Bool {
    var start = run.lowerBound
    if bounds.contains(start - 1), tokens[start - 1].folded == "the" { start -= 1 }
    return (1...4).contains { count in
      bounds.contains(start - count)
        && lists.locatives.contains(
          tokens[start - count..<start].map(\.folded).joined(separator: " "))
    }
  }

  /// "A, X and B", "A, B and X", where A and B are places.
  private func isListed(
    _ run: Range<Int>, _ known: [Match], _ tokens: [Token], _ bounds: Range<Int>
  ) -> Bool {
    func place(before index: Int) -> Match? {
      known.last { match in
        guard case .places = match.meaning, match.tokens.upperBound < index else { return false }
        return ToponymRecognizer.isListed(match.tokens.upperBound..<index, tokens)
      }
    }
    guard let first = place(before: run.lowerBound) else { return false }
    let hasNext = known.contains { match in
      guard case .places = match.meaning, match.tokens.lowerBound > run.upperBound else {
        return false
      }
      return ToponymRecognizer.isListed(run.upperBound..<match.tokens.lowerBound, tokens)
    }
    let isLast = tokens[run.lowerBound - 1].folded == "and"
    return hasNext || isLast && place(before: first.tokens.lowerBound) != nil
  }
}

extension Range<Int> {
  /// Whether the range begins right at a position.
  fileprivate func tokensAfter(_ end: Int) -> Bool { lowerBound == end }
}
