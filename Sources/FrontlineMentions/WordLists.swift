internal import FrontlineGazetteer

/// The word lists that recognition reads from the files in `Resources/`.
///
/// A list is words parted by white space; `#` starts a comment, `[name]` a section.
struct WordLists: Sendable {
  let abbreviations: Set<String>
  let functionWords: Set<String>
  let nicknameHeads: Set<String>
  let metonymVerbs: Set<String>
  /// Head nouns of organisations: those that need a capital, and those that do not.
  let organisationHeads: Set<String>
  let organisationHeadsAnyCase: Set<String>

  /// Adjectives of peoples and faiths, which look like names before a type word: "the A town".
  let peoples: Set<String>
  /// Titles of persons.
  let titles: Set<String>
  /// Phrases that only a place can follow, as folded words, and by first word what follows.
  let locatives: Set<String>
  /// Prepositions that only say where.
  let locationPrepositions: Set<String>
  /// Verbs of taking and holding places.
  let takingVerbs: Set<String>
  /// Words that are written with a capital and are no places.
  let commonWords: Set<String>
  let givenNames: Set<String>
  /// Nouns before, and verbs behind, the name of a person.
  let personHeads: Set<String>
  let personVerbs: Set<String>
  let placePrepositions: Set<String>

  /// Words that are no place when they stand alone.
  let ordinary: Set<String>
  /// Words before which a name is a place.
  let doubtfulPrepositions: Set<String>
  /// First words of names of places.
  let nameStarts: Set<String>

  static let shared = WordLists(.shipped)

  init(_ files: WordFiles) {
    abbreviations = Self.words(files["abbreviations.txt"])[""] ?? []
    functionWords = Self.words(files["function-words.txt"])[""] ?? []
    nicknameHeads = Self.words(files["nicknames.txt"])[""] ?? []
    metonymVerbs = Self.words(files["metonym-verbs.txt"])[""] ?? []
    let peoples = Self.words(files["peoples.txt"])
    self.peoples = peoples["peoples"] ?? []
    titles = peoples["titles"] ?? []
    locationPrepositions = peoples["location-prepositions"] ?? []
    takingVerbs = peoples["taking"] ?? []
    locatives = Self.phrases(files["locatives.txt"])
    let ordinary = Self.words(files["ordinary-words.txt"])
    commonWords = ordinary["words"] ?? []
    givenNames = ordinary["given-names"] ?? []
    personHeads = ordinary["person-heads"] ?? []
    personVerbs = ordinary["person-verbs"] ?? []
    placePrepositions = ordinary["place-prepositions"] ?? []
    let doubtful = Self.words(files["doubtful-words.txt"])
    self.ordinary = doubtful["ordinary"] ?? []
    doubtfulPrepositions = doubtful["place-prepositions"] ?? []
    nameStarts = doubtful["name-starts"] ?? []
    let organisations = Self.words(files["organisations.txt"])
    organisationHeads = organisations["capitalised"] ?? []
    organisationHeadsAnyCase = organisations["any-case"] ?? []
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
