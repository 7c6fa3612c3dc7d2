/// The bytes of the word files, so that a test can leave out a list.
package struct WordFiles: Sendable {
  /// By the name of the file.
  package var bytes: [String: [UInt8]]

  /// The files in `Resources/`.
  package static let shipped = WordFiles(bytes: [
    "abbreviations.txt": PackageResources.abbreviations_txt,
    "doubtful-words.txt": PackageResources.doubtful_words_txt,
    "function-words.txt": PackageResources.function_words_txt,
    "locatives.txt": PackageResources.locatives_txt,
    "metonym-verbs.txt": PackageResources.metonym_verbs_txt,
    "nicknames.txt": PackageResources.nicknames_txt,
    "ordinary-words.txt": PackageResources.ordinary_words_txt,
    "organisations.txt": PackageResources.organisations_txt,
    "peoples.txt": PackageResources.peoples_txt,
    "relative.txt": PackageResources.relative_txt,
  ])

  subscript(name: String) -> [UInt8] { bytes[name] ?? [] }
}
