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
      for run in listed(runs[index], matches[index], text.tokens, bounds) {
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
      return token.isTiedToNext && token.length <= 3
        && (isFirst || tokens[index - 1].isTiedToNext)
    }
    let isName = token.length > 1 && !token.isAllCapitals
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
    NameContext.isHeadline(tokens[bounds])
  }

  // MARK: What shows that a name is a place

  private func isShown(
    _ run: Range<Int>, _ known: [Match], _ tokens: [Token], _ bounds: Range<Int>
  ) -> Bool {
    hasTypeWord(run, tokens, bounds) || followsLocative(run, tokens, bounds)
      || isLocated(run, known, tokens, bounds) || isTaken(run, tokens, bounds)
  }

  private func hasTypeWord(_ run: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    let after = run.upperBound
    if bounds.contains(after), tokens[after].isWord, !tokens[after].startsLine,
      let type = TypeWordUse(tokens[after].folded),
      isTelling(type) || type.singular == "region" && isBehindDirection(run, tokens, bounds),
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

  /// "the eastern X region"
  private func isBehindDirection(
    _ run: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>
  ) -> Bool {
    bounds.contains(run.lowerBound - 1)
      && [
        "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern",
        "southeastern",
        "southwestern",
      ].contains(tokens[run.lowerBound - 1].folded)
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

  /// "captured X, which", "after conquering X the troops": the object of a verb of taking, with nothing of a person
  /// about it.
  private func isTaken(_ run: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    let before = run.lowerBound - 1
    guard bounds.contains(before), lists.takingVerbs.contains(tokens[before].folded) else {
      return false
    }
    guard bounds.contains(run.upperBound) else { return true }
    return [",", ".", "and", "in", "on", "from", "the", "after", "by", "with", "as"]
      .contains(tokens[run.upperBound].folded)
  }

  /// "in X, A" and "in X in A", where A is a place.
  private func isLocated(
    _ run: Range<Int>, _ known: [Match], _ tokens: [Token], _ bounds: Range<Int>
  ) -> Bool {
    let before = run.lowerBound - 1
    guard bounds.contains(before), bounds.contains(run.upperBound),
      lists.locationPrepositions.contains(tokens[before].folded),
      [",", "in"].contains(tokens[run.upperBound].folded)
    else { return false }
    return known.contains { match in
      guard case .places = match.meaning else { return false }
      return match.tokens.lowerBound == run.upperBound + 1
        || match.tokens.lowerBound == run.upperBound + 2
          && tokens[run.upperBound + 1].folded == "the"
    }
  }

  /// Names in lists of places: "in X, A and Y", "the towns of X and Y", "captured X and A".
  ///
  /// A list counts if a known place or a name shown to be one is in it, and a preposition of place, a verb of
  /// taking, a type word or a locative phrase before it, or two known places in it.
  private func listed(
    _ runs: [Range<Int>], _ known: [Match], _ tokens: [Token], _ bounds: Range<Int>
  ) -> [Range<Int>] {
    guard !runs.isEmpty else { return [] }
    var items = runs.map { (tokens: $0, isPlace: isShown($0, known, tokens, bounds), isRun: true) }
    for match in known {
      guard case .places = match.meaning else { continue }
      items.append((match.tokens, true, false))
    }
    items.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var found: [Range<Int>] = []
    var start = 0
    while start < items.count {
      var end = start + 1
      while end < items.count,
        ToponymRecognizer.isListed(
          items[end - 1].tokens.upperBound..<items[end].tokens.lowerBound, tokens)
      {
        end += 1
      }
      let group = items[start..<end]
      let places = group.count { $0.isPlace }
      if group.count > 1, places > 0,
        places > 1 || isBehindPlaceWord(items[start].tokens.lowerBound, tokens, bounds)
      {
        found += group.filter(\.isRun).map(\.tokens)
      }
      start = end
    }
    return found
  }

  private func isBehindPlaceWord(_ start: Int, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    var before = start - 1
    if bounds.contains(before), tokens[before].folded == "the" { before -= 1 }
    guard bounds.contains(before) else { return false }
    return lists.locationPrepositions.contains(tokens[before].folded)
      || lists.takingVerbs.contains(tokens[before].folded)
  }
}

extension Range<Int> {
  /// Whether the range begins right at a position.
  fileprivate func tokensAfter(_ end: Int) -> Bool { lowerBound == end }
}
