internal import FrontlineGazetteer

/// The word lists that recognition reads from the files in `Resources/`.
///
/// A list is words parted by white space; `#` starts a comment, `[name]` a section.
struct WordLists: Sendable {
  let abbreviations: WordSet
  let functionWords: WordSet
  let nicknameHeads: WordSet
  let metonymVerbs: WordSet
  /// Head nouns of organisations: those that need a capital, and those that do not.
  let organisationHeads: WordSet
  let organisationHeadsAnyCase: WordSet

  /// Adjectives of peoples and faiths, which look like names before a type word: "the A town".
  let peoples: WordSet
  /// Titles of persons.
  let titles: WordSet
  /// Phrases that only a place can follow, as folded words, and by first word what follows.
  let locatives: WordSet
  /// Prepositions that only say where.
  let locationPrepositions: WordSet
  /// Verbs of taking and holding places.
  let takingVerbs: WordSet
  /// Words that are written with a capital and are no places.
  let commonWords: WordSet
  let givenNames: WordSet
  /// Nouns before, and verbs behind, the name of a person.
  let personHeads: WordSet
  let personVerbs: WordSet
  let placePrepositions: WordSet

  /// Words that are no place when they stand alone.
  let ordinary: WordSet
  /// Words before which a name is a place.
  let doubtfulPrepositions: WordSet
  /// First words of names of places.
  let nameStarts: WordSet

  static let shared = WordLists(.shipped)

  init(_ files: WordFiles) {
    abbreviations = WordSet(Self.words(files["abbreviations.txt"])[""] ?? [])
    functionWords = WordSet(Self.words(files["function-words.txt"])[""] ?? [])
    nicknameHeads = WordSet(Self.words(files["nicknames.txt"])[""] ?? [])
    metonymVerbs = WordSet(Self.words(files["metonym-verbs.txt"])[""] ?? [])
    let peoples = Self.words(files["peoples.txt"])
    self.peoples = WordSet(peoples["peoples"] ?? [])
    titles = WordSet(peoples["titles"] ?? [])
    locationPrepositions = WordSet(peoples["location-prepositions"] ?? [])
    takingVerbs = WordSet(peoples["taking"] ?? [])
    locatives = WordSet(Self.phrases(files["locatives.txt"]))
    let ordinary = Self.words(files["ordinary-words.txt"])
    commonWords = WordSet(ordinary["words"] ?? [])
    givenNames = WordSet(ordinary["given-names"] ?? [])
    personHeads = WordSet(ordinary["person-heads"] ?? [])
    personVerbs = WordSet(ordinary["person-verbs"] ?? [])
    placePrepositions = WordSet(ordinary["place-prepositions"] ?? [])
    let doubtful = Self.words(files["doubtful-words.txt"])
    self.ordinary = WordSet(doubtful["ordinary"] ?? [])
    doubtfulPrepositions = WordSet(doubtful["place-prepositions"] ?? [])
    nameStarts = WordSet(doubtful["name-starts"] ?? [])
    let organisations = Self.words(files["organisations.txt"])
    organisationHeads = WordSet(organisations["capitalised"] ?? [])
    organisationHeadsAnyCase = WordSet(organisations["any-case"] ?? [])
  }

  /// Lines as phrases of folded words.
  static func phrases(_ bytes: [UInt8]) -> Set<String> {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return Set(lines.map { NameKey.fold($0.prefix { $0 != "#" }) }.filter { !$0.isEmpty })
  }

  /// Whether a folded word, capitalised, is never taken for an unlisted spelling of a place.
  func isOrdinary(_ word: String) -> Bool {
    commonWords.contains(word) || givenNames.contains(word) || functionWords.contains(word)
      || organisationHeads.contains(word) || organisationHeadsAnyCase.contains(word)
      || nicknameHeads.contains(word) || personHeads.contains(word) || TypeWordUse(word) != nil
      || Self.englishEndings.contains { word.utf8.count > $0.utf8.count + 2 && word.hasSuffix($0) }
  }

  /// Endings of English words that names of places hardly have.
  private static let englishEndings = [
    "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ism", "isms", "ist", "ists", "ity",
    "ities", "ology", "ship", "ships", "ingly", "ously", "fully", "ional", "ative", "ations",
    "able",
    "ible", "less", "ful", "ized", "ised", "izing", "ising",
  ]

  static func words(_ bytes: [UInt8]) -> [String: Set<String>] {
    var lists: [String: Set<String>] = [:]
    var section = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let content = line.prefix { $0 != "#" }
      if content.hasPrefix("["), let end = content.firstIndex(of: "]") {
        section = String(content[content.index(after: content.startIndex)..<end])
        continue
      }
      for word in content.split(whereSeparator: \.isWhitespace) {
        lists[section, default: []].insert(NameKey.fold(String(word)))
      }
    }
    return lists
  }
}
