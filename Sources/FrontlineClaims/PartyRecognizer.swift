internal import FrontlineGazetteer
internal import FrontlineMentions

/// A party named in a sentence, by its name or through a person who speaks for it.
struct PartyMention: Sendable {
  var party: String
  var tokens: Range<Int>
  /// The person or office, as the theatre file names it; nil for the party itself.
  var person: String?
}

/// Finds the theatre's parties and their people in a text.
///
/// Longest match on word boundaries. A name the theatre file writes in lower case is found in any
/// case, others need their capital. `anti-X` does not name X.
struct PartyRecognizer: Sendable {
  private struct Entry: Sendable {
    var words: [String]
    var party: String
    var person: String?
    var anyCase: Bool
  }

  /// A person that a report was found to speak of.
  struct Name: Sendable {
    /// Folded.
    var words: [String]
    var party: String
  }

  private let byFirstWord: [String: [Entry]]
  /// The first words, and the entries of each.
  private let firstWords: WordIndex
  private let entries: [[Entry]]
  /// Persons of two names and more by the loose key of the whole name: "Mohammadi" and "Muhammadi" are one.
  private let looseStarts: Set<UInt8>
  private let loose: [String: (party: String, person: String)]

  private init(
    _ byFirstWord: [String: [Entry]], loose: [String: (party: String, person: String)]
  ) {
    self.byFirstWord = byFirstWord
    firstWords = WordIndex(Array(byFirstWord.keys))
    entries = byFirstWord.values.map { $0.stableSorted { $0.words.count > $1.words.count } }
    self.loose = loose
    // Loose keys keep the first letter of all but a few names: the others are found by their listed spelling only.
    looseStarts = Set(loose.values.compactMap { NameKey.fold($0.person).utf8.first })
  }

  /// - Parameters:
  ///   - words: Has the lists `state-forces`, `irregular-forces` and `state-words`.
  ///   - countries: Names of countries, folded: a party that is one is no irregular force.
  init(_ parties: [Party], _ words: CueWords, countries: Set<String>) {
    var entries: [String: [Entry]] = [:]
    func add(_ name: String, _ party: Party, person: String?) {
      let words = NameKey.fold(name).split(separator: " ").map(String.init)
      guard let first = words.first else { return }
      let anyCase = name.first.map { $0.isLowercase } ?? false
      entries[first, default: []].append(
        Entry(words: words, party: party.id, person: person, anyCase: anyCase))
    }
    for party in parties {
      for name in [party.name] + party.aliases + party.demonyms { add(name, party, person: nil) }
      for person in party.people { add(person, party, person: person) }
    }
    let isState = Self.states(parties, words)
    for (list, side) in [("state-forces", true), ("irregular-forces", false)] {
      let fitting = parties.filter { party in
        isState.contains(party.id) == side
          && (side
            || !([party.name] + party.aliases).contains { countries.contains(NameKey.fold($0)) })
      }
      // With one such party the words can only mean it; with several nobody knows which.
      guard parties.count > 1, fitting.count == 1, let party = fitting.first else { continue }
      for phrase in words.phrases(of: list) { add(phrase, party, person: nil) }
    }
    var loose: [String: (party: String, person: String)] = [:]
    for party in parties {
      for person in party.people where person.contains(" ") {
        let key = NameKey.loose(person)
        if key.utf8.count >= 6, loose[key] == nil { loose[key] = (party.id, person) }
      }
    }
    self.init(entries, loose: loose)
  }

  /// The same, with persons learned from a report. What the theatre file says comes first.
  func knowing(_ names: [Name]) -> PartyRecognizer {
    var entries = byFirstWord
    for name in names {
      guard let first = name.words.first else { continue }
      let known = entries[first] ?? []
      guard !known.contains(where: { $0.words == name.words }) else { continue }
      let person = name.words.joined(separator: " ")
      entries[first] =
        known + [Entry(words: name.words, party: name.party, person: person, anyCase: false)]
    }
    return PartyRecognizer(entries, loose: loose)
  }

  /// The parties with a word in their names that shows a state.
  private static func states(_ parties: [Party], _ words: CueWords) -> Set<String> {
    let states = parties.filter { party in
      ([party.name] + party.aliases).contains { name in
        CueWords.words(name).contains { words.contains("state-words", $0) }
      }
    }
    return Set(states.map(\.id))
  }

  /// - Parameter loose: Of the text: ``loosePersons(in:)``; worked out here if nil.
  func mentions(
    in tokens: [Token], _ bounds: Range<Int>, loose: [Int: PartyMention]? = nil
  ) -> [PartyMention] {
    var found: [PartyMention] = []
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      guard let entry = entry(at: index, in: tokens, before: bounds.upperBound) else {
        let person =
          if let loose {
            loose.isEmpty ? nil : loose[index]
          } else {
            looselySpelled(at: index, in: tokens, before: bounds.upperBound)
          }
        if let person {
          found.append(person)
          index = person.tokens.upperBound
        } else {
          index += 1
        }
        continue
      }
      let range = index..<(index + entry.words.count)
      if !isOpposed(range, tokens, bounds) {
        found.append(PartyMention(party: entry.party, tokens: range, person: entry.person))
      }
      index = range.upperBound
    }
    return found
  }

  /// The persons of the theatre file in other spellings, by their first token: whatever else the text says of
  /// those who speak in it.
  func loosePersons(in text: TokenizedText) -> [Int: PartyMention] {
    var found: [Int: PartyMention] = [:]
    for sentence in text.sentences {
      for index in sentence.tokens {
        found[index] = looselySpelled(
          at: index, in: text.tokens, before: sentence.tokens.upperBound)
      }
    }
    return found
  }

  /// A person of the theatre file in another spelling: two or three capitalised words.
  private func looselySpelled(
    at start: Int, in tokens: [Token], before end: Int
  ) -> PartyMention? {
    guard tokens[start].isWord, tokens[start].isCapitalised,
      tokens[start].folded.utf8.first.map({ looseStarts.contains($0) }) == true,
      start + 1 < end, tokens[start + 1].isWord, tokens[start + 1].isCapitalised
    else { return nil }
    for count in [3, 2] where start + count <= end {
      let words = tokens[start..<start + count]
      guard words.allSatisfy({ $0.isWord && $0.isCapitalised }) else { continue }
      let key = NameKey.loose(words.map(\.folded).joined(separator: " "))
      if let known = loose[key] {
        return PartyMention(party: known.party, tokens: start..<start + count, person: known.person)
      }
    }
    return nil
  }

  private func entry(at start: Int, in tokens: [Token], before end: Int) -> Entry? {
    guard tokens[start].isWord, let position = firstWords.position(of: tokens[start]) else {
      return nil
    }
    return entries[position].first { entry in
      start + entry.words.count <= end
        && (entry.anyCase || tokens[start].isCapitalised)
        && entry.words.indices.allSatisfy { entry.words[$0] == tokens[start + $0].folded }
    }
  }

  private func isOpposed(_ range: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    return bounds.contains(before) && tokens[before].isTiedToNext
      && ["anti", "non", "ex"].contains(tokens[before].folded)
  }
}
