import FrontlineGazetteer
import Testing

@Suite struct `Keys of names` {
  @Test(arguments: [
    ("Bāzārak", "bazarak"), ("Wilāyat-e Panjshēr", "wilayat e panjsher"), ("Qal`eh", "qaleh"),
    ("Qal‘eh-ye  Ṣūfī", "qaleh ye sufi"), ("Maʿruf", "maruf"),
    ("  St. John's/ (Old)", "st johns old"),
    ("Kˌashkal’", "kashkal"), ("ŁÓDŹ", "lodz"), ("Straße", "strasse"), ("Ærø", "aero"),
    ("İstanbul", "istanbul"),
    ("Diyarbakır", "diyarbakir"), ("Xankəndi", "xankendi"), ("Thị xã", "thi xa"),
    ("Ǆungla", "dzungla"),
    ("پنجشير", "پنجشیر"), ("پنجـشیر", "پنجشیر"), ("پَنجشیر", "پنجشیر"), ("قلعة", "قلعه"),
    ("كابل", "کابل"),
    ("آشاوه", "اشاوه"), ("ده\u{200C}نو", "ده نو"), ("۱۲", "12"), ("Київ", "киів"),
    ("Йошкар-Ола", "иошкар ола"),
    ("Знам'янка", "знамянка"), ("Αθήνα", "αθηνα"), ("---", ""), ("北京", "北京"), ("दिल्ली", "दिल्ली"),
  ])
  func `fold what never tells names apart`(_ name: String, _ key: String) {
    #expect(NameKey.fold(name) == key)
    #expect(Array(NameKey.fold(name).unicodeScalars) == Array(key.unicodeScalars))
  }

  @Test func `are the same for composed and decomposed letters`() {
    #expect(NameKey.fold("Ba\u{304}za\u{304}rak й ї \u{622}") == "bazarak и і ا")
    #expect(NameKey.fold("Ba\u{304}z и\u{306} і\u{308} \u{627}\u{653}") == "baz и і ا")
  }

  @Test func `are their own keys`() {
    for value in UInt32(0)..<0x30000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let key = NameKey.fold("a" + String(scalar) + "b")
      #expect(Array(NameKey.fold(key).utf8) == Array(key.utf8), "U+\(String(value, radix: 16))")
    }
  }

  @Test func `part at spaces and hyphens`() {
    #expect(NameKey.tokens("Dasht-e Rīwat") == ["dasht", "e", "riwat"])
    #expect(NameKey.tokens("’") == [])
  }

  @Test(arguments: [
    ["Panjshir", "Panjsher", "Panjsheer", "Pandjshir", "Pandschschir"],
    ["Dasht-e Riwat", "Dashti Rewat", "Dasht Reewat"],
    ["Nawabad", "Now Abad", "Naw-Abad"], ["Parwan", "Parvan"], ["Dara", "Darah", "Darra", "Dareh"],
    ["Taloqan", "Talokan", "Taluqan"], ["Baghlan", "Baglan"],
    ["Dowlat Shahi", "Dawlatshahi", "Daulatshahi"],
    ["Massoud", "Masud", "Masood"], ["Severodonetsk", "Sievierodonetsk"], ["Kiev", "Kyiev"],
    ["Khawak", "Khavak"], ["Al-Bab", "Bab"], ["Sheikh", "Shaykh", "Shaikh"], ["ډنډر", "دندر"],
  ])
  func `are one for transliterations of a name`(_ spellings: [String]) {
    #expect(Set(spellings.map { NameKey.loose($0) }).count == 1)
  }

  @Test(arguments: [
    ("Khost", "Kost"), ("Shahr", "Sahr"), ("Kelmin", "Kalmin"), ("Herat", "Harat"),
    ("Chah", "Khah"),
  ])
  func `stay apart where letters tell names apart`(_ one: String, _ other: String) {
    #expect(NameKey.loose(one) != NameKey.loose(other))
  }

  @Test func `have a reason for each rule, and no rule twice`() {
    #expect(NameKey.looseRules.allSatisfy { !$0.reason.isEmpty })
    let keys = NameKey.looseRules.map { "\($0.letters) \($0.condition)" }
    #expect(Set(keys).count == keys.count)
  }
}

@Suite struct `Type words` {
  private func check(
    _ spelling: String, _ name: String?, _ words: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let parts = TypeWord.split(spelling)
    #expect(parts?.name == name, sourceLocation: sourceLocation)
    #expect(parts?.words.map(\.word) ?? [] == words, sourceLocation: sourceLocation)
  }

  @Test func `are taken off a name, before it and after it`() {
    check("Khorak Pass", "khorak", ["pass"])
    check("the Pass of Khorak", "khorak", ["pass"])
    check("city of the Sun", "sun", ["city"])
    check("Mount Kel", "kel", ["mount"])
    check("Kel Air Base", "kel", ["air base"])
    check("Kel mountain ranges", "kel", ["mountain range"])
  }

  @Test func `leave names that consist of them, or only start with one`() {
    check("Pass", nil)
    check("the Valley", nil)
    check("District of", nil)
    check("Pass Kel", nil)
    check("Norland", nil)
  }

  @Test func `are found in the singular and the plural`() {
    #expect(TypeWord.matching("Valleys").map(\.word) == ["valley"])
    #expect(TypeWord.matching("norland") == [])
  }

  @Test func `say what a place may be`() throws {
    let gazetteer = try InventedPlaces.gazetteer()
    let word = try #require(TypeWord.matching("district").first)
    #expect(gazetteer.places.filter(word.includes).map(\.id) == ["xx-var-baz"])
  }

  @Test func `are folded and listed once, with a kind`() {
    let spellings = TypeWord.all.flatMap {
      $0.word == $0.plural ? [$0.word] : [$0.word, $0.plural]
    }
    #expect(Set(spellings).count == spellings.count)
    #expect(spellings.allSatisfy { NameKey.fold($0) == $0 })
    #expect(TypeWord.all.allSatisfy { !$0.kinds.isEmpty })
  }
}
