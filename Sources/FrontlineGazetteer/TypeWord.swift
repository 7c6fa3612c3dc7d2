/// Feature codes of one class: what a type word can stand for.
public struct FeatureKind: Hashable, Sendable {
  /// GeoNames' one-letter class.
  public var featureClass: String
  /// GeoNames' codes of that class; empty for all of them.
  public var codes: [String]

  public init(_ featureClass: String, _ codes: String...) {
    self.featureClass = featureClass
    self.codes = codes
  }

  public func includes(_ place: Place) -> Bool {
    place.featureClass == featureClass && (codes.isEmpty || codes.contains(place.featureCode))
  }
}

/// A word that says what kind of place a name means: "X *Pass*", "*Mount* X", "the *city* of X".
public struct TypeWord: Hashable, Sendable {
  /// Folded, in the singular; may be several words (`air base`).
  public var word: String
  /// Folded.
  public var plural: String
  public var kinds: [FeatureKind]
  /// Whether it also stands before a name without "of": "Mount X", "Lake X". Every type word may stand
  /// before one with "of": "the valley of X".
  public var precedes: Bool

  init(_ word: String, _ plural: String, precedes: Bool = false, _ kinds: FeatureKind...) {
    self.word = word
    self.plural = plural
    self.kinds = kinds
    self.precedes = precedes
  }

  public func includes(_ place: Place) -> Bool {
    kinds.contains { $0.includes(place) }
  }

  /// The type words with this spelling, singular or plural, in any case: several where a word is ambiguous.
  public static func matching(_ text: some StringProtocol) -> [TypeWord] {
    matching(folded: NameKey.fold(text))
  }

  static func matching(folded: String) -> [TypeWord] {
    bySpelling[folded] ?? []
  }

  /// A name without the type words round it, and those words; nil if there is none, or no name left.
  ///
  /// "Kel Pass", "the pass of Kel" and "Kel passes" all give `kel`. The name is folded.
  public static func split(_ spelling: some StringProtocol) -> (name: String, words: [TypeWord])? {
    split(folded: NameKey.fold(spelling))
  }

  static func split(folded: String) -> (name: String, words: [TypeWord])? {
    var tokens = folded.split(separator: " ")
    if tokens.first == "the" { tokens.removeFirst() }
    return splitAfter(tokens) ?? splitBefore(tokens)
  }

  private static func splitAfter(_ tokens: [Substring]) -> (name: String, words: [TypeWord])? {
    for count in [2, 1] where tokens.count > count {
      if let words = bySpelling[tokens.suffix(count).joined(separator: " ")] {
        return (tokens.dropLast(count).joined(separator: " "), words)
      }
    }
    return nil
  }

  private static func splitBefore(_ tokens: [Substring]) -> (name: String, words: [TypeWord])? {
    for count in [2, 1] where tokens.count > count {
      guard let words = bySpelling[tokens.prefix(count).joined(separator: " ")] else { continue }
      var rest = tokens.dropFirst(count)
      if rest.first == "of" {
        rest = rest.dropFirst()
        if rest.first == "the" { rest = rest.dropFirst() }
        return rest.isEmpty ? nil : (rest.joined(separator: " "), words)
      }
      let preceding = words.filter { $0.precedes }
      if !preceding.isEmpty { return (rest.joined(separator: " "), preceding) }
    }
    return nil
  }

  private static let bySpelling: [String: [TypeWord]] = {
    var words: [String: [TypeWord]] = [:]
    for word in all {
      words[word.word, default: []].append(word)
      if word.plural != word.word { words[word.plural, default: []].append(word) }
    }
    return words
  }()
}

extension TypeWord {
  private static let settlements = FeatureKind("P")

  /// All type words: those of English reports, and of the administrations they quote.
  ///
  /// Feature classes and codes are GeoNames' (geonames.org/export/codes.html).
  public static let all: [TypeWord] = units + settled + relief + water + areas + roads + sites

  private static let units = [
    TypeWord("country", "countries", FeatureKind("A", "PCLI", "PCL", "PCLD", "PCLF", "PCLS")),
    TypeWord("republic", "republics", FeatureKind("A", "PCLI", "ADM1")),
    TypeWord("state", "states", FeatureKind("A", "ADM1", "PCLI")),
    TypeWord("province", "provinces", FeatureKind("A", "ADM1", "ADM2")),
    TypeWord("governorate", "governorates", FeatureKind("A", "ADM1", "ADM2")),
    TypeWord("oblast", "oblasts", FeatureKind("A", "ADM1")),
    TypeWord("wilayat", "wilayats", precedes: true, FeatureKind("A", "ADM1")),
    TypeWord("department", "departments", FeatureKind("A", "ADM1", "ADM2")),
    TypeWord("prefecture", "prefectures", FeatureKind("A", "ADM1", "ADM2")),
    TypeWord(
      "region", "regions", FeatureKind("A", "ADM1", "ADM2"),
      FeatureKind("L", "RGN", "RGNE", "RGNH", "AREA")),
    TypeWord("county", "counties", FeatureKind("A", "ADM1", "ADM2")),
    TypeWord("district", "districts", FeatureKind("A", "ADM2", "ADM3", "ADM4")),
    TypeWord("subdistrict", "subdistricts", FeatureKind("A", "ADM3", "ADM4")),
    TypeWord("raion", "raions", FeatureKind("A", "ADM2", "ADM3")),
    TypeWord("locality", "localities", FeatureKind("A", "ADM2", "ADM3", "ADM4"), settlements),
    TypeWord("rayon", "rayons", FeatureKind("A", "ADM2", "ADM3")),
    TypeWord("hromada", "hromadas", FeatureKind("A", "ADM3", "ADM4")),
    TypeWord("krai", "krais", FeatureKind("A", "ADM1")),
    TypeWord("okrug", "okrugs", FeatureKind("A", "ADM1", "ADM2")),
    TypeWord("wilaya", "wilayas", FeatureKind("A", "ADM1")),
    TypeWord("woreda", "woredas", FeatureKind("A", "ADM2", "ADM3")),
    TypeWord("nahiya", "nahiyas", FeatureKind("A", "ADM3")),
    TypeWord("municipality", "municipalities", FeatureKind("A", "ADM2", "ADM3", "ADM4")),
    TypeWord("territory", "territories", FeatureKind("A", "ADM1", "TERR"), FeatureKind("L", "RGN")),
  ]

  private static let settled = [
    TypeWord("capital", "capitals", FeatureKind("P", "PPLC", "PPLA", "PPLA2")),
    TypeWord("city", "cities", settlements),
    TypeWord("town", "towns", settlements),
    TypeWord("township", "townships", settlements, FeatureKind("A", "ADM3", "ADM4")),
    TypeWord("village", "villages", precedes: true, settlements),
    TypeWord("hamlet", "hamlets", settlements),
    TypeWord("settlement", "settlements", precedes: true, settlements),
    TypeWord("suburb", "suburbs", settlements),
    TypeWord("neighbourhood", "neighbourhoods", FeatureKind("P", "PPLX", "PPL")),
    TypeWord("neighborhood", "neighborhoods", FeatureKind("P", "PPLX", "PPL")),
  ]

  private static let relief = [
    TypeWord("valley", "valleys", FeatureKind("T", "VAL", "VALS", "VALG", "GRGE", "CNYN")),
    TypeWord("gorge", "gorges", FeatureKind("T", "GRGE", "CNYN", "VAL")),
    TypeWord("canyon", "canyons", FeatureKind("T", "CNYN", "GRGE")),
    TypeWord("pass", "passes", FeatureKind("T", "PASS", "GAP")),
    TypeWord("kotal", "kotals", precedes: true, FeatureKind("T", "PASS", "GAP")),
    TypeWord("mountain", "mountains", FeatureKind("T", "MT", "MTS", "PK", "PKS", "RDGE")),
    TypeWord("mountain range", "mountain ranges", FeatureKind("T", "MTS", "RDGE")),
    TypeWord("mount", "mounts", precedes: true, FeatureKind("T", "MT", "PK", "HLL")),
    TypeWord("peak", "peaks", FeatureKind("T", "PK", "PKS", "MT")),
    TypeWord("hill", "hills", precedes: true, FeatureKind("T", "HLL", "HLLS", "MT")),
    TypeWord("ridge", "ridges", FeatureKind("T", "RDGE", "MTS")),
    TypeWord("plateau", "plateaus", FeatureKind("T", "PLAT", "UPLD")),
    TypeWord("plain", "plains", FeatureKind("T", "PLN", "PLNX")),
    TypeWord("desert", "deserts", FeatureKind("T", "DSRT")),
    TypeWord("island", "islands", FeatureKind("T", "ISL", "ISLS", "ISLET")),
    TypeWord("peninsula", "peninsulas", FeatureKind("T", "PEN")),
  ]

  private static let water = [
    TypeWord("river", "rivers", precedes: true, FeatureKind("H", "STM", "STMI", "STMS", "STMX")),
    TypeWord("stream", "streams", FeatureKind("H", "STM", "STMI", "STMX")),
    TypeWord("lake", "lakes", precedes: true, FeatureKind("H", "LK", "LKS", "LKI", "LKN", "RSV")),
    TypeWord("reservoir", "reservoirs", FeatureKind("H", "RSV", "LK")),
    TypeWord("canal", "canals", FeatureKind("H", "CNL", "CNLI")),
    TypeWord("bay", "bays", FeatureKind("H", "BAY", "BAYS", "COVE")),
    TypeWord("gulf", "gulfs", FeatureKind("H", "GULF")),
    TypeWord("strait", "straits", FeatureKind("H", "STRT")),
    TypeWord("sea", "seas", FeatureKind("H", "SEA")),
  ]

  private static let areas = [
    TypeWord("area", "areas", FeatureKind("L"), FeatureKind("A"), settlements, FeatureKind("T")),
    TypeWord("forest", "forests", FeatureKind("V", "FRST", "FRSTF"), FeatureKind("L")),
    TypeWord("oasis", "oases", FeatureKind("L", "OAS")),
    TypeWord("national park", "national parks", FeatureKind("L", "PRK", "RESN", "RESV")),
  ]

  private static let roads = [
    TypeWord("road", "roads", FeatureKind("R")),
    TypeWord("highway", "highways", FeatureKind("R")),
    TypeWord("motorway", "motorways", FeatureKind("R")),
    TypeWord("street", "streets", FeatureKind("R", "ST", "RD")),
    TypeWord("tunnel", "tunnels", FeatureKind("R", "TNL", "TNLRD", "TNLRR", "TNLS")),
    TypeWord("junction", "junctions", FeatureKind("R", "RDJCT", "RJCT")),
    TypeWord("railway", "railways", FeatureKind("R", "RR")),
    TypeWord("bridge", "bridges", FeatureKind("S", "BDG")),
  ]

  private static let sites = [
    TypeWord("airport", "airports", FeatureKind("S", "AIRP", "AIRF", "AIRB")),
    TypeWord("airfield", "airfields", FeatureKind("S", "AIRF", "AIRP", "AIRB")),
    TypeWord("air base", "air bases", FeatureKind("S", "AIRB", "AIRF"), FeatureKind("L", "MILB")),
    TypeWord("airbase", "airbases", FeatureKind("S", "AIRB", "AIRF"), FeatureKind("L", "MILB")),
    TypeWord(
      "base", "bases", FeatureKind("L", "MILB", "NVB"), FeatureKind("S", "INSM", "AIRB", "FT")),
    TypeWord(
      "military base", "military bases", FeatureKind("L", "MILB"),
      FeatureKind("S", "INSM", "AIRB", "FT")),
    TypeWord(
      "camp", "camps", precedes: true, FeatureKind("S", "CMP", "CMPRF", "INSM"),
      FeatureKind("L", "MILB")),
    TypeWord("fort", "forts", precedes: true, FeatureKind("S", "FT", "CSTL"), settlements),
    TypeWord("port", "ports", FeatureKind("H", "HBR"), FeatureKind("L", "PRT"), settlements),
    TypeWord("border crossing", "border crossings", FeatureKind("S", "PSTB", "CSTM")),
    TypeWord("dam", "dams", FeatureKind("S", "DAM")),
    TypeWord("mine", "mines", FeatureKind("S", "MN", "MNC", "MNCU", "MNAU")),
    TypeWord("hospital", "hospitals", FeatureKind("S", "HSP")),
    TypeWord("power plant", "power plants", FeatureKind("S", "PS", "PSH", "PSN")),
  ]
}
