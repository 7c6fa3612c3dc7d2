import FrontlineGazetteer
import FrontlineGeometry
import Testing

private func check(
  _ spelling: String, gives expected: [String], limit: Int = 10,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let index = GazetteerIndex(try InventedPlaces.gazetteer())
  let found = index.lookup(spelling, limit: limit).map {
    "\($0.place.id) \($0.score): \($0.reason)"
  }
  #expect(found == expected, sourceLocation: sourceLocation)
}

@Suite struct `Looking up a spelling` {
  @Test func `gives listed names first, and names with a type word after`() throws {
    try check(
      "Varosh",
      gives: [
        "xx-var 1.0: listed as 'Varosh'",
        "xx-var-valley 0.9: 'Varosh Valley', with 'valley' read as the kind of place",
      ])
    try check("Varosh", gives: ["xx-var 1.0: listed as 'Varosh'"], limit: 1)
    try check(
      "Bazarun",
      gives: [
        "xx-var-baz-town 1.0: listed as 'Bazarun'",
        "xx-var-baz 0.9: 'Bazarun District', with 'district' read as the kind of place",
      ])
  }

  @Test func `takes no notice of case, accents and punctuation`() throws {
    try check(
      "NOVY-MIR", gives: ["xx-var-novy 0.95: 'Novy Mir' but for case, accents or punctuation"])
    try check(
      "новый мир", gives: ["xx-var-novy 0.95: 'Новый Мир' but for case, accents or punctuation"])
    try check("واروش", gives: ["xx-var 1.0: listed as 'واروش'"])
  }

  @Test func `reads a type word as the kind of place`() throws {
    try check(
      "Khorak pass", gives: ["xx-var-pass 0.9: 'Khorak', with 'pass' read as the kind of place"])
    try check(
      "Varosh province", gives: ["xx-var 0.9: 'Varosh', with 'province' read as the kind of place"])
    try check(
      "the city of Bazarun",
      gives: ["xx-var-baz-town 0.9: 'Bazarun', with 'city' read as the kind of place"])
    try check(
      "Bazarun districts",
      gives: ["xx-var-baz 0.9: 'Bazarun District', with 'district' read as the kind of place"])
    try check(
      "Ostrava",
      gives: ["xx-ost 0.9: 'Ostrava Province', with 'province' read as the kind of place"])
  }

  @Test func `gives a place of another kind only if there is none of the right one`() throws {
    try check(
      "Kelmin river",
      gives: [
        "xx-ost-kel 0.45: 'Kelmin', with 'river' read as the kind of place; but it is a settlement, not a river"
      ])
  }

  @Test func `names the place's own name among names that do equally well`() {
    let place = Place(
      id: "p", name: "Kelmin", featureClass: "P", featureCode: "PPL",
      position: Position(longitude: 1, latitude: 1))
    let names = ["Kelmen", "Kelmın"].map { PlaceName(placeID: "p", text: $0) }
    let index = GazetteerIndex(Gazetteer(places: [place], names: names))
    #expect(index.lookup("Kelmyn").map(\.name.text) == ["Kelmin"])
    #expect(
      index.lookup("Kelmen airport").map(\.reason) == [
        "'Kelmen', with 'airport' read as the kind of place; but it is a settlement, not an airport"
      ])
  }

  @Test func `knows transliterations that are not listed`() throws {
    try check(
      "Waroosh",
      gives: [
        "xx-var 0.75: 'Varosh' in another transliteration",
        "xx-var-valley 0.75: 'Varosh Valley' in another transliteration",
      ])
    try check("Khurak Pass", gives: ["xx-var-pass 0.75: 'Khorak' in another transliteration"])
  }

  @Test func `allows one wrong letter in five, and two in eight`() throws {
    try check("Kelmn", gives: ["xx-ost-kel 0.65: one letter away from 'Kelmin'"])
    try check("Kemlin", gives: ["xx-ost-kel 0.65: one letter away from 'Kelmin'"])
    try check("Kelmatn", gives: [])
    try check("Kelm", gives: [])
    try check("Zelmin", gives: [])
    try check("Ostrva Provnce", gives: ["xx-ost 0.5: 2 letters away from 'Ostrava Province'"])
    try check("Ostrva Province", gives: ["xx-ost 0.65: one letter away from 'Ostrava Province'"])
  }

  @Test func `gives nothing for nothing`() throws {
    try check("", gives: [])
    try check(" - ", gives: [])
    try check("Varosh", gives: [], limit: 0)
  }

  @Test func `finds spellings that differ by a vowel or lack one`() {
    let place = Place(
      id: "p", name: "Panjshir", featureClass: "A", featureCode: "ADM1",
      position: Position(longitude: 1, latitude: 1))
    let index = GazetteerIndex(Gazetteer(places: [place], names: []))
    #expect(index.lookup("Panjsher").map(\.way) == [.loose])
    #expect(index.lookup("Panjshr").map(\.way) == [.editDistance(1)])
    #expect(
      index.lookup("Panjsheer province").map(\.reason) == ["'Panjshir' in another transliteration"])
  }

  @Test func `puts equals in the order of class, then id`() {
    let codes = [
      ("z", "P", "PPL"), ("y", "T", "VAL"), ("x", "P", "PPLC"), ("b", "A", "ADM2"),
      ("a", "P", "PPL"),
      ("w", "A", "PCLI"), ("v", "P", "PPLA"),
    ]
    let places = codes.map { id, featureClass, code in
      Place(
        id: id, name: "Kel", featureClass: featureClass, featureCode: code,
        position: Position(longitude: 1, latitude: 1))
    }
    for places in [places, places.reversed()] {
      let index = GazetteerIndex(Gazetteer(places: places, names: []))
      #expect(index.lookup("Kel").map(\.place.id) == ["w", "b", "x", "v", "a", "z", "y"])
    }
  }

  @Test func `finds every listed name of the tables, exactly`() throws {
    let gazetteer = try InventedPlaces.gazetteer()
    let index = GazetteerIndex(gazetteer)
    for name in gazetteer.names {
      #expect(index.lookup(name.text).first?.way == .exact)
      #expect(index.places(foldedName: NameKey.fold(name.text)).contains { $0.id == name.placeID })
    }
    #expect(index.foldedNames.count == 11)
  }
}

@Suite struct `Where a place is` {
  @Test func `is said by its units, each name once`() throws {
    let gazetteer = try InventedPlaces.gazetteer()
    let paths = gazetteer.places.map { gazetteer.adminPath(of: $0) }
    #expect(
      paths == [
        "Norland", "Varosh, Norland", "Bazarun District, Varosh, Norland",
        "Bazarun, Varosh, Norland",
        "Novy Mir, Bazarun District, Varosh, Norland", "Varosh Valley, Varosh, Norland",
        "Khorak, Varosh, Norland",
        "Ostrava Province, Norland", "Kelmin, Ostrava Province, Norland",
      ])
    let alone = Place(
      id: "a", name: "Kel", featureClass: "P", featureCode: "PPL", admin1: "Varosh",
      admin2: "Bazarun",
      position: Position(longitude: 1, latitude: 1))
    #expect(gazetteer.adminPath(of: alone) == "Kel, Bazarun, Varosh")
  }

  @Test(arguments: [
    ("xx-var", ["xx-var-baz", "xx-var-baz-town", "xx-var-novy", "xx-var-valley", "xx-var-pass"]),
    ("xx-var-baz", ["xx-var-baz-town", "xx-var-novy"]),
    // By its radius, within its province: the district's point, its places and the pass.
    ("xx-var-valley", ["xx-var-baz", "xx-var-baz-town", "xx-var-novy", "xx-var-pass"]),
    ("xx-var-pass", []), ("xx-ost", ["xx-ost-kel"]), ("xx-ost-kel", []), ("nowhere", []),
  ])
  func `decides what is inside an area`(_ id: String, _ members: [String]) throws {
    #expect(try InventedPlaces.gazetteer().members(of: id).map(\.id) == members)
  }

  @Test func `ends a valley at the border of its province, and a loop where it closes`() {
    let places = [
      place("a", parent: "b", 1, "A"), place("b", parent: "a", 1, "A"),
      place("v", parent: "a", 1, "T"),
      place("in", parent: "b", 1.01, "P"), place("out", parent: "c", 1.01, "P"),
      place("c", parent: nil, 5, "A"),
      place("far", parent: "a", 2, "P"),
    ]
    let gazetteer = Gazetteer(places: places, names: [])
    #expect(gazetteer.members(of: "v").map(\.id) == ["a", "b", "in"])
    #expect(gazetteer.members(of: "a").map(\.id) == ["b", "v", "in", "far"])
  }

  private func place(_ id: String, parent: String?, _ latitude: Double, _ featureClass: String)
    -> Place
  {
    Place(
      id: id, name: id, featureClass: featureClass,
      featureCode: featureClass == "T" ? "VAL" : "ADM1",
      parent: parent, position: Position(longitude: 1, latitude: latitude), radiusKilometres: 10)
  }

  @Test(arguments: 0..<30)
  func `decides which places are nearest, as a plain search finds them`(_ seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let places = (0..<200).map { index in
      Place(
        id: "p\(index)", name: "P", featureClass: index % 3 == 0 ? "A" : "P", featureCode: "",
        position: Position(
          longitude: Double(Int.random(in: -1800...1800, using: &numbers)) / 10,
          latitude: Double(Int.random(in: -900...900, using: &numbers)) / 10))
    }
    let here = Position(
      longitude: .random(in: -180...180, using: &numbers),
      latitude: .random(in: -90...90, using: &numbers))
    let gazetteer = Gazetteer(places: places, names: [])
    let all = gazetteer.nearest(to: here, count: 1000)
    #expect(all.count == 200)
    #expect(all.map(\.kilometres) == all.map(\.kilometres).sorted())
    let index = GazetteerIndex(gazetteer)
    #expect(index.nearest(to: here, count: 7) == Array(all.prefix(7)))
    #expect(
      index.nearest(to: here, count: 5) { $0.featureClass == "A" }
        == Array(all.filter { $0.place.featureClass == "A" }.prefix(5)))
  }

  @Test func `is measured along the great circle`() {
    let place = Place(
      id: "p", name: "P", featureClass: "P", featureCode: "",
      position: Position(longitude: 179.5, latitude: 0))
    let near = Gazetteer(places: [place], names: []).nearest(
      to: Position(longitude: -179.5, latitude: 0))
    // One degree of the equator of a sphere of radius 6371.0088 km.
    #expect(near.map { ($0.kilometres * 1000).rounded() } == [111_195])
  }
}
