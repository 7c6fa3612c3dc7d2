import Testing

@testable import FrontlineEvaluation

struct NameComparisonTests {
  @Test(arguments: [
    ("the Panjshir Valley", "panjshir"), ("district of Rukha", "rukha"), ("#Baghlan", "baghlan"),
    ("Bāzārak", "bazarak"), ("France’s", "france"), ("Pul-e Hesar", "pul e hesar"),
    ("Kel (town)", "kel"), ("Kel (a\nb)", "kel a b"), ("Valley", "valley"), ("Qur'an", "quran"),
    ("Харків", "харків"), ("X_Y", "x y"), ("", ""),
  ])
  func `the core of a name leaves out what only describes it`(name: String, core: String) {
    #expect(NameComparison.core(name) == core)
  }

  @Test(arguments: [
    ("The  Kel\nValley", "kel valley"), ("#Kel", "kel"), ("Kel’s", "kel's"), ("Weiße", "weisse"),
  ])
  func `a name as written keeps its words`(name: String, surface: String) {
    #expect(NameComparison.surface(name) == surface)
  }

  @Test(arguments: [
    ("Pul-e Hesar", "Puli Hisar"), ("Jabul-Saraj", "Jabal Saraj"), ("Khavak Pass", "Khawak"),
    ("Parian", "Paryan District"), ("Mazar-e-Sharif", "Mazar-i-Sharif"), ("Kupyansk", "Kupiansk"),
    ("Gul Bahar town", "Gulbahar"),
  ])
  func `spellings of one name are the same`(first: String, second: String) {
    #expect(NameComparison.isSame(first, second))
  }

  @Test(arguments: [
    ("Parwan", "Paryan"), ("Khost", "Khawak"), ("Baghlan", "Badakhshan"), ("Kunduz", "Kandahar"),
    ("Kharkiv", "Kherson"), ("Adwa", "Adigrat"), ("Sennar", "Sennar Sugar Factory"), ("", ""),
  ])
  func `names of two places are not`(first: String, second: String) {
    #expect(!NameComparison.isSame(first, second))
  }
}

struct SequenceSimilarityTests {
  /// As Python's `difflib.SequenceMatcher(None, left, right).ratio()` has it.
  @Test(
    arguments: [
      ("abcd", "bcde", 0.75), ("", "", 1), ("a", "", 0),
      ("pulehesar", "pulihisar", 0.7777777777777778),
      ("qabxcd", "abycdf", 0.6666666666666666), ("tide", "diet", 0.25), ("diet", "tide", 0.5),
    ] as [(String, String, Double)])
  func `likeness counts the longest runs in common`(left: String, right: String, ratio: Double) {
    #expect(
      SequenceSimilarity.ratio(Array(left.unicodeScalars), Array(right.unicodeScalars)) == ratio)
  }
}
