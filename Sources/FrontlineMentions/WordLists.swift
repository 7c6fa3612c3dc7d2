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

  static let shared = WordLists()

  private init() {
    abbreviations = Self.words(PackageResources.abbreviations_txt)[""] ?? []
    functionWords = Self.words(PackageResources.function_words_txt)[""] ?? []
    nicknameHeads = Self.words(PackageResources.nicknames_txt)[""] ?? []
    metonymVerbs = Self.words(PackageResources.metonym_verbs_txt)[""] ?? []
    let organisations = Self.words(PackageResources.organisations_txt)
    organisationHeads = organisations["capitalised"] ?? []
    organisationHeadsAnyCase = organisations["any-case"] ?? []
  }

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
