internal import FrontlineGazetteer
internal import FrontlineMentions

/// Learns from a report which persons belong to which party: a theatre file cannot list every spokesman.
///
/// "A spokesman N", "N, the leader of A" and "the governor of A, N" name N; from then on the report's bare
/// surname is N as well.
struct SpeakerLearner: Sendable {
  let words: CueWords

  /// Persons of the report by their folded words, with the party they belong to; full names and surnames.
  ///
  /// - Parameters:
  ///   - mentions: The party mentions of each sentence, by the theatre file.
  ///   - isPlace: Whether a token belongs to the literal name of a place.
  func persons(
    in text: TokenizedText, mentions: [[PartyMention]], isPlace: (Int) -> Bool
  ) -> [PartyRecognizer.Name] {
    var parties: [String: Set<String>] = [:]
    var names: [String: [String]] = [:]
    for (sentence, found) in zip(text.sentences, mentions) {
      for mention in found {
        let name =
          mention.person != nil
          ? mention.tokens
          : self.name(besides: mention, text.tokens, sentence.tokens, isPlace)
        guard let name, name.count <= 4 else { continue }
        let folded = text.tokens[name].map(\.folded)
        for spelling in [folded, [folded[folded.count - 1]]] where isUsable(spelling) {
          let key = spelling.joined(separator: " ")
          names[key] = spelling
          parties[key, default: []].insert(mention.party)
        }
      }
    }
    // A name of two parties' people tells nothing.
    return names.keys.sorted().compactMap { key in
      guard let found = parties[key], found.count == 1, let party = found.first,
        let spelling = names[key]
      else { return nil }
      return PartyRecognizer.Name(words: spelling, party: party)
    }
  }

  private func isUsable(_ words: [String]) -> Bool {
    words.count > 1 || words[0].unicodeScalars.count > 3
  }

  /// The person that stands beside a party's name with an office between.
  private func name(
    besides mention: PartyMention, _ tokens: [Token], _ bounds: Range<Int>,
    _ isPlace: (Int) -> Bool
  ) -> Range<Int>? {
    nameBehind(mention, tokens, bounds, isPlace) ?? nameBefore(mention, tokens, bounds, isPlace)
  }

  /// "A spokesman N", "A's defence minister, N", "the spokesman for the A, N".
  private func nameBehind(
    _ mention: PartyMention, _ tokens: [Token], _ bounds: Range<Int>, _ isPlace: (Int) -> Bool
  ) -> Range<Int>? {
    var index = mention.tokens.upperBound
    var hasOffice = hasOfficeBefore(mention, tokens, bounds)
    if bounds.contains(index), tokens[index].kind == .possessive { index += 1 }
    let limit = min(bounds.upperBound, index + 6)
    while index < limit {
      if words.contains("offices", tokens[index].folded) {
        hasOffice = true
      } else if hasOffice, let name = name(at: index, tokens, bounds, isPlace) {
        return name
      } else if tokens[index].text == "," {
        guard hasOffice else { return nil }
      } else if !isAttribute(index, tokens) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// A word that may stand between a party and an office, or an office and a name.
  private func isAttribute(_ index: Int, _ tokens: [Token]) -> Bool {
    tokens[index].isWord && !words.contains("finite-verbs", tokens[index].folded)
      && !words.contains("prepositions", tokens[index].folded)
      && !words.contains("clause-openers", tokens[index].folded)
  }

  /// "the spokesman for (the) A".
  private func hasOfficeBefore(
    _ mention: PartyMention, _ tokens: [Token], _ bounds: Range<Int>
  ) -> Bool {
    officeBefore(mention, tokens, bounds) != nil
  }

  private func officeBefore(
    _ mention: PartyMention, _ tokens: [Token], _ bounds: Range<Int>
  ) -> Int? {
    var index = mention.tokens.lowerBound - 1
    while bounds.contains(index), tokens[index].folded == "the" { index -= 1 }
    guard bounds.contains(index - 1), ["of", "for", "with"].contains(tokens[index].folded),
      words.contains("offices", tokens[index - 1].folded)
    else { return nil }
    return index - 1
  }

  /// "N, a spokesman for the A", "N, A's spokesman", "N, the A spokesman".
  private func nameBefore(
    _ mention: PartyMention, _ tokens: [Token], _ bounds: Range<Int>, _ isPlace: (Int) -> Bool
  ) -> Range<Int>? {
    var index = officeBefore(mention, tokens, bounds) ?? mention.tokens.lowerBound
    let behind = (mention.tokens.upperBound..<mention.tokens.upperBound + 4).clamped(to: bounds)
    guard
      index < mention.tokens.lowerBound
        || behind.contains(where: { words.contains("offices", tokens[$0].folded) })
    else { return nil }
    index -= 1
    let first = index
    while bounds.contains(index), index > first - 4, tokens[index].text != "," {
      guard isAttribute(index, tokens) else { return nil }
      index -= 1
    }
    guard bounds.contains(index - 1), tokens[index].text == "," else { return nil }
    var start = index
    while bounds.contains(start - 1), start > index - 3, isName(start - 1, tokens),
      !isPlace(start - 1)
    {
      start -= 1
    }
    return start < index ? start..<index : nil
  }

  private func name(
    at start: Int, _ tokens: [Token], _ bounds: Range<Int>, _ isPlace: (Int) -> Bool
  ) -> Range<Int>? {
    var end = start
    while bounds.contains(end), end < start + 4, isName(end, tokens), !isPlace(end) { end += 1 }
    return end > start ? start..<end : nil
  }

  private func isName(_ index: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[index]
    guard token.isWord else { return false }
    if !token.isCapitalised { return token.isTiedToNext && token.folded.unicodeScalars.count <= 3 }
    return !words.contains("offices", token.folded) && !words.contains("pronouns", token.folded)
      && !words.contains("determiners", token.folded) && token.text.unicodeScalars.count > 1
  }
}
