public import FrontlineGazetteer
public import FrontlineGeometry

/// Finds the uses of place names in a text, and tells the place itself from names that only hold it.
///
/// Longest match over the gazetteer's names and the theatre's other names, on word boundaries, with
/// case and diacritics folded; where no listed name starts, a spelling of one that no table lists
/// (``Mention/spelling``). Linear in the text for a given gazetteer.
public struct ToponymRecognizer: Sendable {
  private let gazetteer: Gazetteer
  private let trie: NameTrie
  private let spellings: SpellingReader
  private let lists: WordLists
  private let unlisted: UnlistedNames
  let relativeWords: RelativeWords
  private let doubtful: DoubtfulNames

  /// - Parameters:
  ///   - otherNames: Names of parties, people and bodies; place names inside them are not
  ///   places. A name written in lower case is found in any case.
  ///   - box: Only of places in it, and of countries, are unlisted spellings looked for; nil for all.
  public init(gazetteer: Gazetteer, otherNames: [String] = [], box: BoundingBox? = nil) {
    self.init(gazetteer, otherNames, box, WordLists.shared, RelativeWords.shared)
  }

  package init(
    gazetteer: Gazetteer, otherNames: [String], box: BoundingBox?, files: WordFiles
  ) {
    self.init(
      gazetteer, otherNames, box, WordLists(files), RelativeWords(files["relative.txt"]))
  }

  private init(
    _ gazetteer: Gazetteer, _ otherNames: [String], _ box: BoundingBox?, _ lists: WordLists,
    _ relativeWords: RelativeWords
  ) {
    self.gazetteer = gazetteer
    self.lists = lists
    self.relativeWords = relativeWords
    unlisted = UnlistedNames(lists: lists)
    doubtful = DoubtfulNames(gazetteer: gazetteer, lists: lists)
    self.trie = NameTrie(gazetteer: gazetteer, otherNames: otherNames)
    spellings = SpellingReader(gazetteer: gazetteer, otherNames: otherNames, lists: lists) {
      place in
      place.featureCode == "PCLI" || box.map { place.touches($0) } ?? true
    }
  }

  /// The mentions in text order, without resolution; literal and associative ones.
  public func mentions(in text: TokenizedText) -> [Mention] {
    var state = SpellingReader.TextState()
    let listed = text.sentences.map { self.matches(in: text, $0, state: &state) }
    let matches = unlisted.adding(to: doubtful.removed(from: listed, text), text)
    var found: [Mention] = []
    for (index, sentence) in text.sentences.enumerated() {
      let matches = matches[index]
      var mentions = self.mentions(from: matches, text, sentence: index)
      shareTypeWords(among: &mentions, text.tokens, sentence.tokens)
      found += mentions
    }
    return found
  }

  /// The indices of the gazetteer's names that a mention's words spell.
  func names(of mention: Mention, in text: TokenizedText) -> [Int] {
    if let spelling = mention.spelling { return spelling.names }
    let start = mention.tokens.lowerBound
    // The word before the name belongs to the mention, not always to the listed name: "Fort Kel".
    return names(from: start, mention, text) ?? names(from: start + 1, mention, text) ?? []
  }

  private func names(from start: Int, _ mention: Mention, _ text: TokenizedText) -> [Int]? {
    guard mention.tokens.contains(start) else { return nil }
    let match = trie.longestMatch(
      at: start, in: text.tokens, before: mention.tokens.upperBound
    ) { entry, _ in
      if case .places = entry.meaning { true } else { false }
    }
    guard case .places(let indices) = match?.entry.meaning else { return nil }
    return indices
  }

  struct Match {
    var meaning: NameTrie.Meaning
    var tokens: Range<Int>
    var spelling: Mention.Spelling?
    /// Unicode scalars of the first token that stand before the name.
    var prefix = 0
  }

  private func matches(
    in text: TokenizedText, _ sentence: TokenizedText.Sentence,
    state: inout SpellingReader.TextState
  ) -> [Match] {
    var found: [Match] = []
    var isHeadline: Bool?
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      let match = trie.longestMatch(
        at: index, in: text.tokens, before: sentence.tokens.upperBound
      ) { entry, slice in
        isWritten(entry, as: slice)
      }
      // A listed name that a hyphen ties to more may be a part of an unlisted spelling: "Dasht-i-Riwat".
      let isWhole = match.map { !text.tokens[$0.end - 1].isTiedToNext } ?? false
      if !isWhole, text.tokens[index].isCapitalised {
        let known = isHeadline ?? NameContext.isHeadline(text.tokens[sentence.tokens])
        isHeadline = known
        let spelling = spellings.match(
          at: index, in: text.tokens, sentence.tokens, previous: found.last?.tokens.upperBound,
          isHeadline: known, state: &state)
        if let spelling, spelling.end > match?.end ?? index {
          found.append(
            Match(
              meaning: .places(spelling.names), tokens: index..<spelling.end,
              spelling: spelling.spelling))
          index = spelling.end
          continue
        }
      }
      guard let match else {
        let inflected = inflectedMatch(at: index, in: text, sentence)
        if let inflected { found.append(inflected) }
        index = inflected?.tokens.upperBound ?? index + 1
        continue
      }
      found.append(Match(meaning: match.entry.meaning, tokens: index..<match.end))
      index = match.end
    }
    return found
  }

  /// A listed name with the letters its language ties to it: "وبكابل", "Кабуле".
  private func inflectedMatch(
    at start: Int, in text: TokenizedText, _ sentence: TokenizedText.Sentence
  ) -> Match? {
    let token = text.tokens[start]
    guard token.isWord, token.isCapitalised, token.text.utf8.first.map({ $0 >= 0xD0 }) == true
    else {
      return nil
    }
    for stem in Inflection.stems(of: token.folded) {
      let match = trie.longestMatch(
        at: start, in: text.tokens, before: sentence.tokens.upperBound, readingFirstAs: stem.word
      ) { entry, slice in
        guard case .places(let names) = entry.meaning, isWritten(entry, as: slice) else {
          return false
        }
        return stem.word.unicodeScalars.count >= Inflection.plainLength
          || names.contains { isWellKnown(gazetteer.names[$0]) }
      }
      guard let match, case .places(let names) = match.entry.meaning else { continue }
      return Match(
        meaning: match.entry.meaning, tokens: start..<match.end,
        spelling: Mention.Spelling(
          written: text.tokens[start..<match.end].map(\.text).joined(separator: " "),
          listed: names.first.map { gazetteer.names[$0].text } ?? "", way: .inflected, names: names),
        prefix: stem.prefix)
    }
    return nil
  }

  /// A unit, a seat of one, or a town of some 100,000 people.
  private func isWellKnown(_ name: PlaceName) -> Bool {
    gazetteer.place(id: name.placeID).map { $0.importance >= 3.4 } ?? false
  }

  private func isWritten(_ entry: NameTrie.Entry, as tokens: ArraySlice<Token>) -> Bool {
    switch entry.meaning {
    case .unlisted: return false
    case .other(let name):
      let isLowerCase = name.first.map { $0.isLowercase } ?? false
      return isLowerCase || tokens.first?.isCapitalised == true
    case .places(let names):
      guard let first = tokens.first, first.isCapitalised else { return false }
      if tokens.count == 1 {
        if lists.functionWords.contains(first.folded) { return false }
        if names.allSatisfy({ gazetteer.names[$0].kind == .abbreviation }) {
          return names.contains {
            gazetteer.names[$0].text.withoutPoints == first.text.withoutPoints
          }
        }
      }
      return tokens.dropFirst().allSatisfy { token in
        token.isCapitalised || token.length < 3
          || token.text.unicodeScalars.contains { $0.properties.isUppercase }
          || ["of", "the", "and"].contains(token.folded) || TypeWordUse(token.folded) != nil
      }
    }
  }

  private func mentions(
    from matches: [Match], _ text: TokenizedText, sentence: Int
  ) -> [Mention] {
    let bounds = text.sentences[sentence].tokens
    let context = NameContext(
      tokens: text.tokens, bounds: bounds, matches: matches, lists: lists)
    var covered = bounds.lowerBound
    return matches.indices.compactMap { index in
      let match = matches[index]
      if case .other = match.meaning { return nil }
      guard match.tokens.lowerBound >= covered else { return nil }
      let type = context.typeWord(of: match)
      // A type word that starts another name of several words ("Kel Valley Forge") is that name's.
      let isOwnWord =
        index + 1 == matches.count || matches[index + 1].tokens.lowerBound > match.tokens.upperBound
        || matches[index + 1].tokens.count == 1
      let end =
        type?.isPartOfName == true && isOwnWord
        ? match.tokens.upperBound + 1 : match.tokens.upperBound
      let start = context.featureWord(before: match, from: covered) ?? match.tokens.lowerBound
      covered = end
      let tokens = start..<end
      let first = text.tokens[start]
      let skipped =
        start == match.tokens.lowerBound && first.folded.unicodeScalars.count == first.range.count
        ? match.prefix : 0
      let range =
        (first.range.lowerBound + skipped)..<context.lastScalar(ofTokenAt: end - 1)
      return Mention(
        text: text.text(range), range: range, tokens: tokens, sentence: sentence,
        use: context.use(of: index), typeWord: type?.word, spelling: match.spelling)
    }
  }

  /// "A, B and C districts": the plural type word holds for each name of the list before it;
  /// "the provinces of A, B and C": for each after it.
  private func shareTypeWords(
    among mentions: inout [Mention], _ tokens: [Token], _ bounds: Range<Int>
  ) {
    guard mentions.count > 1 else { return }
    for index in mentions.indices.reversed().dropLast() {
      let previous = mentions[index - 1]
      guard let word = mentions[index].typeWord, previous.typeWord == nil,
        Self.isListed(previous.tokens.upperBound..<mentions[index].tokens.lowerBound, tokens)
      else { continue }
      let next = mentions[index].tokens.upperBound
      let isPlural =
        [next - 1, next].contains { position in
          bounds.contains(position)
            && TypeWordUse(tokens[position].folded)?.isPlural == true
        }
      if isPlural { mentions[index - 1].typeWord = word }
    }
    for index in mentions.indices.dropFirst() {
      let previous = mentions[index - 1]
      guard let word = previous.typeWord, mentions[index].typeWord == nil,
        Self.isListed(previous.tokens.upperBound..<mentions[index].tokens.lowerBound, tokens)
      else { continue }
      if NameContext.pluralBefore(previous.tokens.lowerBound, tokens, bounds)
        || index > 1 && mentions[index - 2].typeWord == word
          && NameContext.pluralBefore(mentions[0].tokens.lowerBound, tokens, bounds)
      {
        mentions[index].typeWord = word
      }
    }
  }

  /// Whether only list marks stand between two names: `,`, `and`, `or`, `as well as`.
  static func isListed(_ gap: Range<Int>, _ tokens: [Token]) -> Bool {
    gap.count <= 4 && !gap.isEmpty
      && tokens[gap].allSatisfy {
        [",", "and", "or", "as", "well", "&", "the"].contains($0.folded)
      }
  }
}

extension String {
  /// `U.S.` as `US`.
  var withoutPoints: String { replacing(".", with: "") }
}
