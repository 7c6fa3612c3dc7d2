internal import FrontlineGazetteer

/// The words of `Resources/relative.txt`.
struct RelativeWords: Sendable {
  private let lists: [String: [String: Double]]

  static let shared = RelativeWords(WordFiles.shipped["relative.txt"])

  init(_ bytes: [UInt8]) {
    var lists: [String: [String: Double]] = [:]
    var section = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        section = String(line[line.index(after: line.startIndex)..<end])
      } else if let colon = line.firstRange(of: " : ") {
        lists[section, default: [:]][String(line[..<colon.lowerBound])] = Double(
          line[colon.upperBound...].filter { $0 != " " })
      } else {
        for word in line.split(separator: " ") { lists[section, default: [:]][String(word)] = 0 }
      }
    }
    self.lists = lists
  }

  /// The words of a list, in alphabetical order.
  func words(of list: String) -> [String] { (lists[list] ?? [:]).keys.sorted() }

  func contains(_ list: String, _ word: String) -> Bool { lists[list]?[word] != nil }

  func value(_ list: String, _ word: String) -> Double? { lists[list]?[word] }
}
