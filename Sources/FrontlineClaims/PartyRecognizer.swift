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

  private var entries: [String: [Entry]]

  /// - Parameter words: Has the lists `state-forces`, `irregular-forces` and `state-words`.
  init(_ parties: [Party], _ words: CueWords) {
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
      let fitting = parties.filter { isState.contains($0.id) == side }
      // With one such party the words can only mean it; with several nobody knows which.
      guard parties.count > 1, fitting.count == 1, let party = fitting.first else { continue }
      for phrase in words.phrases(of: list) { add(phrase, party, person: nil) }
    }
    self.entries = entries.mapValues { $0.stableSorted { $0.words.count > $1.words.count } }
  }

  /// The same, with persons learned from a report. What the theatre file says comes first.
  func knowing(_ names: [Name]) -> PartyRecognizer {
    var copy = self
    for name in names {
      guard let first = name.words.first else { continue }
      let known = copy.entries[first] ?? []
      guard !known.contains(where: { $0.words == name.words }) else { continue }
      let person = name.words.joined(separator: " ")
      copy.entries[first] =
        (known + [Entry(words: name.words, party: name.party, person: person, anyCase: false)])
        .stableSorted { $0.words.count > $1.words.count }
    }
    return copy
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

  func mentions(in tokens: [Token], _ bounds: Range<Int>) -> [PartyMention] {
    var found: [PartyMention] = []
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      guard let entry = entry(at: index, in: tokens, before: bounds.upperBound) else {
        index += 1
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

  private func entry(at start: Int, in tokens: [Token], before end: Int) -> Entry? {
    guard tokens[start].isWord, let list = entries[tokens[start].folded] else { return nil }
    return list.first { entry in
      start + entry.words.count <= end
        && (entry.anyCase || tokens[start].isCapitalised)
        && zip(entry.words, tokens[start...]).allSatisfy { $0 == $1.folded }
    }
  }

  private func isOpposed(_ range: Range<Int>, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    return bounds.contains(before) && tokens[before].isTiedToNext
      && ["anti", "non", "ex"].contains(tokens[before].folded)
  }
}
