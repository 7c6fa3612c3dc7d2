public import FrontlineClaims
public import FrontlineGazetteer
public import FrontlineGeometry
public import FrontlineMentions
public import FrontlineReports

/// A made-up war in a made-up country, with everything that reading its reports needs.
public struct InventedTheatre: Sendable {
  public var parties: [Party]
  public var gazetteer: Gazetteer
  public var box: BoundingBox
  private let tokenizer: Tokenizer
  private let recognizer: ToponymRecognizer
  private let resolver: ToponymResolver
  private let extractor: ClaimExtractor

  public init(
    parties: [Party], gazetteer: Gazetteer = InventedPlaces.gazetteer,
    box: BoundingBox = InventedPlaces.box
  ) {
    self.init(parties: parties, gazetteer: gazetteer, box: box, rules: .shipped, files: .shipped)
  }

  /// - Parameters:
  ///   - rules: In place of the rule files of the claims.
  ///   - files: In place of the word files of the mentions.
  package init(
    parties: [Party], gazetteer: Gazetteer = InventedPlaces.gazetteer,
    box: BoundingBox = InventedPlaces.box, rules: RuleFiles, files: WordFiles
  ) {
    self.parties = parties
    self.gazetteer = gazetteer
    self.box = box
    tokenizer = Tokenizer(files: files)
    let names = parties.flatMap { [$0.name] + $0.aliases + $0.demonyms + $0.people }
    recognizer = ToponymRecognizer(
      gazetteer: gazetteer, otherNames: names, box: nil, files: files)
    resolver = ToponymResolver(gazetteer: gazetteer, recognizer: recognizer, box: box)
    extractor = ClaimExtractor(parties: parties, gazetteer: gazetteer, rules: rules)
  }

  /// North against South.
  public static let two = InventedTheatre(parties: [
    north(opposedTo: ["south"]), south(opposedTo: ["north"]),
  ])

  /// North against South and the League, which also fight each other.
  public static let three = InventedTheatre(parties: [
    north(opposedTo: ["south", "league"]), south(opposedTo: ["north", "league"]),
    league(opposedTo: ["north", "south"]),
  ])

  public func tokenize(_ text: String) -> TokenizedText { tokenizer.tokenize(text) }

  public func mentions(in text: TokenizedText) -> (mentions: [Mention], findings: [ToponymFinding])
  {
    resolver.resolve(recognizer.mentions(in: text), in: text)
  }

  public func claims(in report: Report) -> [Claim] {
    let text = tokenize(report.text)
    return claims(in: report, text, mentions(in: text).mentions)
  }

  /// The claims of a report that has been tokenized and searched for places.
  public func claims(
    in report: Report, _ text: TokenizedText, _ mentions: [Mention]
  ) -> [Claim] {
    extractor.claims(in: report, text, mentions: mentions)
  }

  public static func north(opposedTo opponents: [String]) -> Party {
    Party(
      id: "north", name: "Northern Army",
      aliases: ["northern forces", "northern troops", "northern fighters", "the North"],
      demonyms: ["Northerner", "Northerners"],
      people: ["Aldo Renn", "Renn", "northern defence ministry"], colour: "#336699",
      opposedTo: opponents)
  }

  public static func south(opposedTo opponents: [String]) -> Party {
    Party(
      id: "south", name: "Southern Front",
      aliases: ["southern forces", "southern troops", "southern fighters", "SF"],
      demonyms: ["Southerner", "Southerners"], people: ["Mara Vint", "Vint"], colour: "#cc6633",
      opposedTo: opponents)
  }

  public static func league(opposedTo opponents: [String]) -> Party {
    Party(
      id: "league", name: "Hill League", aliases: ["league fighters", "hill fighters"],
      people: ["Tove Kask"], colour: "#669933", opposedTo: opponents)
  }
}

/// The made-up country: two provinces, four districts, and the places in them.
public enum InventedPlaces {
  public static let box = BoundingBox(west: 9, south: 49, east: 13, north: 52)

  public static let gazetteer = Gazetteer(places: places, names: names)

  public static let places: [Place] = [
    place("xx", "Talvania", "A", "PCLI", in: nil, 11, 50.5),
    place("xx-oldmark", "Oldmark", "A", "ADM1", in: "xx", 10.3, 50.4),
    place("xx-westrin", "Westrin", "A", "ADM1", in: "xx", 12, 51),
    place("xx-harven", "Harven", "A", "ADM2", in: "xx-oldmark", 10, 50.2),
    place("xx-tolmen", "Tolmen", "A", "ADM2", in: "xx-oldmark", 10.4, 50.5),
    place("xx-brask", "Brask", "A", "ADM2", in: "xx-oldmark", 10.7, 50.2),
    place("xx-lindar", "Lindar", "A", "ADM2", in: "xx-westrin", 12, 51),
    place("xx-harven-town", "Harven", "P", "PPLA2", in: "xx-harven", 10.02, 50.22),
    place("xx-dovra", "Dovra", "P", "PPL", in: "xx-harven", 10.1, 50.25),
    place("xx-selna", "Selna", "P", "PPL", in: "xx-tolmen", 10.38, 50.52),
    place("xx-marvik", "Marvik", "P", "PPL", in: "xx-tolmen", 10.5, 50.55),
    place("xx-pelin", "Pelin", "P", "PPL", in: "xx-brask", 10.72, 50.22),
    place("xx-orvik", "Orvik", "P", "PPL", in: "xx-lindar", 12.05, 51.02),
    place("xx-talgrad", "Talgrad", "P", "PPLC", in: "xx-westrin", 11.8, 51.1),
    place("xx-novy-mir", "Novy Mir", "P", "PPL", in: "xx-harven", 9.95, 50.3),
    place("xx-novy-mir-lindar", "Novy Mir", "P", "PPL", in: "xx-lindar", 12.1, 50.9),
    place("xx-kel-pass", "Kel Pass", "T", "PASS", in: "xx-tolmen", 10.45, 50.6),
    place("xx-ustra-valley", "Ustra Valley", "T", "VAL", in: "xx-oldmark", 10.4, 50.5, radius: 14),
    place("xx-tern-bridge", "Tern Bridge", "S", "BDG", in: "xx-harven", 10.08, 50.24),
    place("xx-rahan", "Rahān", "P", "PPL", in: "xx-brask", 10.8, 50.15),
    place("xx-pul-e-sar", "Pul-e-Sar", "P", "PPL", in: "xx-brask", 10.65, 50.18),
  ]

  public static let names: [PlaceName] = [
    name("xx-kel-pass", "Kel"), name("xx-ustra-valley", "Ustra"),
    name("xx-rahan", "Rahan"), name("xx-rahan", "رهان", script: "Arab"),
    name("xx-lindar", "LDR", kind: .abbreviation),
  ]

  private static func place(
    _ id: String, _ name: String, _ featureClass: String, _ code: String, in parent: String?,
    _ longitude: Double, _ latitude: Double, radius: Double? = nil
  ) -> Place {
    Place(
      id: id, name: name, featureClass: featureClass, featureCode: code, country: "XX",
      parent: parent, position: Position(longitude: longitude, latitude: latitude),
      radiusKilometres: radius)
  }

  private static func name(
    _ id: String, _ text: String, script: String = "Latn", kind: PlaceName.Kind = .variant
  ) -> PlaceName {
    PlaceName(placeID: id, text: text, script: script, kind: kind)
  }
}
