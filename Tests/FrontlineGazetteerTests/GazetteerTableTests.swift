import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import Testing

private func read(
  places: String = InventedPlaces.places, names: String = InventedPlaces.names
) throws -> (GazetteerTable, [String]) {
  let (table, findings) = try GazetteerTable.read(
    places: places, placesFile: "places.tsv", names: names, namesFile: "names.tsv")
  return (table, findings.map(\.description))
}

private func check(
  places: [String], header: String = InventedPlaces.placeHeader, keeps ids: [String],
  and expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let (table, findings) = try read(places: InventedPlaces.table(header, places))
  #expect(table.places.map { $0.value.id } == ids, sourceLocation: sourceLocation)
  #expect(findings == expected, sourceLocation: sourceLocation)
}

@Suite struct `Reading place tables` {
  @Test func `gives every row with its line`() throws {
    let (table, findings) = try read()
    #expect(findings == [])
    #expect(table.places.map(\.line) == Array(2...10))
    #expect(table.names.map(\.line) == Array(2...6))
    #expect(
      table.places[1].value
        == Place(
          id: "xx-var", name: "Varosh", featureClass: "A", featureCode: "ADM1", country: "XX",
          admin1: "Varosh", parent: "xx", position: Position(longitude: 20.2, latitude: 10.2),
          extent: BoundingBox(west: 19.5, south: 9.5, east: 20.9, north: 10.9), source: "made up",
          confidence: .a))
    #expect(
      table.names[2].value
        == PlaceName(
          placeID: "xx-var", text: "واروش", language: "fa", script: "Arab", kind: .official))
  }

  @Test func `takes any order of columns, line ends, comments and blanks round cells`() throws {
    let (table, findings) = try read(
      places:
        "\u{FEFF}# made up\r\n\r\nname\tlongitude\tid\tlatitude\r\n Kel \t-1.50\txx-kel\t+2\r\n",
      names: "place_id\tname\tlanguage\tscript\tkind\n")
    #expect(
      table.places.map(\.value) == [
        Place(
          id: "xx-kel", name: "Kel", featureClass: "", featureCode: "",
          position: Position(longitude: -1.5, latitude: 2))
      ])
    #expect(table.places.map(\.line) == [4])
    #expect(
      findings.first == """
        places.tsv:3: warning: column 'feature_class' is missing; every row goes without [missing-column]
            add it to the header and a tab to every row
        """)
    #expect(findings.count == 14)
  }

  @Test(arguments: [
    "0", "-0.5", "35.48888", "69.885760000", "179.999999999999", "0.1234567890123456789",
    "12345678901234567890",
  ])
  func `reads numbers as Swift does`(_ text: String) throws {
    let (table, _) = try read(
      places: "id\tname\tlatitude\tlongitude\nx\tX\t\(text)\t1\n", names: InventedPlaces.names)
    #expect(table.places.first?.value.position.latitude == Double(text))
  }

  @Test(arguments: ["1,5", "0x10", "nan", "1e3", "-", "1.2.3", "٣", "--1", "."])
  func `takes nothing else for a number`(_ text: String) throws {
    let (table, findings) = try read(
      places: "id\tname\tlongitude\tlatitude\nx\tX\t1\t\(text)\n", names: InventedPlaces.names)
    #expect(table.places.isEmpty)
    #expect(
      findings.last == """
        places.tsv:2:7: warning: latitude '\(text)' is not a number [not-a-number]
            write digits with a point, such as 35.31; the row was left out
        """)
  }

  @Test func `leaves out rows with a fault and says why`() throws {
    try check(
      places: [
        "xx|Norland|A|PCLI|XX||||10|20||18|8|22|12|made up|A|", "a|A|P|PPL|XX||||10|20|",
        "|B|P|PPL|XX||||10|20||||||made up|A|", "c|Ç|P|PPL|XX||||10|east||||||made up|A|",
        "d|D|P|PPL|XX||||10|20|wide|||||made up|A|", "e|E|P|PPL|XX||||10|20||||||made up|E|",
        "f|F|A|ADM1|XX||||10|20||18|8|22||made up|A|",
      ], keeps: ["xx", "f"],
      and: [
        """
        places.tsv:3: warning: the row has 11 cells, the header 18 [cell-count]
            put one tab between cells, also between empty ones; the row was left out
        """,
        """
        places.tsv:4:1: warning: id is empty [empty-id]
            give the row the id of its place, such as 'xx-name'
        """,
        """
        places.tsv:5:20: warning: longitude 'east' is not a number [not-a-number]
            write digits with a point, such as 35.31; the row was left out
        """,
        """
        places.tsv:6:23: warning: radius_km 'wide' is not a number [not-a-number]
            write digits with a point, such as 35.31; the row was left out
        """,
        """
        places.tsv:7:36: warning: confidence 'E' of 'e' is unknown [unknown-confidence]
            write A (two sources), B (one), C (derived) or D (inferred)
        """,
        """
        places.tsv:8:25: warning: the extent of 'f' has 3 of its 4 numbers [partial-extent]
            give west, south, east and north in degrees, or leave all four empty
        """,
      ])
  }

  @Test func `tells of columns it does not know`() throws {
    try check(
      places: ["xx|Norland|A|PCLI|XX||||10|20||18|8|22|12|made up|A||12|x"],
      header: InventedPlaces.placeHeader + " latitud id", keeps: ["xx"],
      and: [
        """
        places.tsv:1:139: warning: column 'latitud' is not known and is not read [unknown-column]
            rename it if 'latitude' is meant
        """,
        """
        places.tsv:1:147: warning: column 'id' comes twice; the first is read [repeated-column]
            remove one of them
        """,
      ])
  }

  @Test func `leaves out names of an unknown kind`() throws {
    let (table, findings) = try read(
      names: InventedPlaces.table(
        InventedPlaces.nameHeader, ["xx|Nord|de|Latn|offical", "xx|Norden|||"]))
    #expect(
      table.names.map(\.value) == [
        PlaceName(placeID: "xx", text: "Norden", language: "und", script: "Zzzz")
      ])
    #expect(
      findings == [
        """
        names.tsv:2:17: warning: kind 'offical' of the name 'Nord' is unknown [unknown-name-kind]
            write official, variant, historical or abbreviation
        """
      ])
  }

  @Test(arguments: [
    (
      "",
      "places.tsv: error: the table is empty [empty-table]\n    start it with a header line, parted by tabs: "
        + InventedPlaces.placeHeader
    ),
    (
      "\nxx\tNorland\tA\n",
      "places.tsv:2: error: the first line, which starts with 'xx', is not a header [no-header]\n"
        + "    put a header line first, parted by tabs: " + InventedPlaces.placeHeader
    ),
    (
      "id\tname\tlatitude\n",
      "places.tsv:1: error: column 'longitude' is missing, without which no row can be read [no-column]\n"
        + "    add it to the header and to every row"
    ),
  ])
  func `fails without a header`(_ places: String, _ message: String) {
    let error = #expect(throws: GazetteerError.self) { try read(places: places) }
    #expect(error?.description == message)
  }

  @Test func `makes a gazetteer without rows that would harm every map`() throws {
    let (table, _) = try read(
      places: "id\tname\tlatitude\tlongitude\na\tA\t1\t1\na\tB\t2\t2\nc\tC\t91\t0\nd\t\t1\t1\n",
      names: InventedPlaces.table(InventedPlaces.nameHeader, ["a|Ay|||", "a||||"]))
    let gazetteer = table.gazetteer()
    #expect(gazetteer.places.map(\.name) == ["A"])
    #expect(gazetteer.names.map(\.text) == ["A", "Ay"])
  }
}

private func check(
  places: [String] = [], names: [String] = [], finds expected: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let (table, _) = try read(
    places: InventedPlaces.places + places.map { $0.replacing("|", with: "\t") + "\n" }.joined(),
    names: InventedPlaces.names + names.map { $0.replacing("|", with: "\t") + "\n" }.joined())
  #expect(
    GazetteerCheck.findings(table).map(\.description) == expected, sourceLocation: sourceLocation)
}

@Suite struct `Checking place tables` {
  @Test func `finds nothing in a clean table`() throws {
    try check(finds: [])
  }

  @Test(arguments: 0..<40)
  func `finds nothing in any clean table`(_ seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    var rows: [GazetteerTable.Row<Place>] = []
    for index in 0..<60 {
      let parent = rows.randomElement(using: &numbers)?.value
      let box = parent?.extent ?? BoundingBox(west: -170, south: -80, east: 170, north: 80)
      // A hundredth of the range apart at least, so that no two are near each other.
      let west = Double.random(in: box.west...box.centre.longitude, using: &numbers)
      let south = Double.random(in: box.south...box.centre.latitude, using: &numbers)
      let inner = BoundingBox(
        west: west, south: south, east: .random(in: west...box.east, using: &numbers),
        north: .random(in: south...box.north, using: &numbers))
      let place = Place(
        id: "p\(index)", name: "Place \(index)", featureClass: "A", featureCode: "ADM2",
        parent: parent?.id,
        position: inner.centre, extent: inner)
      rows.append(GazetteerTable.Row(place, file: "places.tsv", line: index + 2))
    }
    let names = rows.map {
      GazetteerTable.Row(
        PlaceName(placeID: $0.value.id, text: $0.value.name), file: "names.tsv", line: $0.line)
    }
    rows.shuffle(using: &numbers)
    #expect(GazetteerCheck.findings(GazetteerTable(places: rows, names: names)) == [])
  }

  @Test func `finds ids and names that cannot be used`() throws {
    try check(
      places: [
        "xx-var|Varosh Two|A|ADM1|XX||||10|20||||||made up|A|",
        "9 lives|Lives|P|PPL|XX||||11|20||||||made up|A|",
        "e|'|P|PPL|XX||||12|20||||||made up|A|", "q|Queue|Q|PPL|XX||||13|20||||||made up|A|",
      ],
      names: [
        "xx-vor|Vorosh|und|Latn|variant", "nowhere-at-all|Nil|und|Latn|variant",
        "xx||und|Latn|variant",
      ],
      finds: [
        """
        places.tsv:11: error: id 'xx-var' was already used on line 3, for 'Varosh' [duplicate-id]
            give 'Varosh Two' an id of its own, or remove the row
        """,
        """
        places.tsv:12: error: id '9 lives' cannot be an id in KML [bad-id]
            start it with a letter and use letters, digits, '-', '.' and '_' only
        """,
        """
        places.tsv:13: error: the name ''' of 'e' has no letters [empty-name]
            write the name, or remove the row
        """,
        """
        places.tsv:14: warning: feature class 'Q' of 'q' is unknown [unknown-class]
            write A (unit), P (settlement), T (relief), H (water), L (area), R (road), S (spot) or V (forest)
        """,
        """
        names.tsv:7: warning: the name 'Vorosh' belongs to 'xx-vor', which is not in the tables [orphan-name]
            write 'xx-var', if that is meant
        """,
        """
        names.tsv:8: warning: the name 'Nil' belongs to 'nowhere-at-all', which is not in the tables [orphan-name]
            add a row for the place, or remove the name
        """,
        """
        names.tsv:9: error: the name '' of 'xx' has no letters [empty-name]
            write the name, or remove the row
        """,
      ])
  }

  @Test func `finds positions and extents that cannot be`() throws {
    try check(
      places: [
        "a|Ay|P|PPL|XX||||100|20||||||made up|A|", "b|Bee|P|PPL|XX||||100|200||||||made up|A|",
        "c|Cee|P|PPL|XX||||0|0||||||made up|A|", "d|Dee|A|ADM1|XX||||10|20||22|8|18|12|made up|A|",
        "e|Eee|A|ADM1|XX||||10|20||18|12|22|8|made up|A|",
      ],
      finds: [
        """
        places.tsv:11: error: 'a' is at latitude 100.0, longitude 20.0 [impossible-position]
            swap them, if they are the wrong way round: latitude is within 90 degrees, longitude within 180
        """,
        """
        places.tsv:12: error: 'b' is at latitude 100.0, longitude 200.0 [impossible-position]
            write degrees: latitude within 90, longitude within 180
        """,
        """
        places.tsv:13: error: 'c' is at latitude 0, longitude 0 [impossible-position]
            write where it is, or remove the row: 0, 0 is what missing coordinates turn into
        """,
        """
        places.tsv:14: error: the extent of 'd' has its west, 22.0, east of its east, 18.0 [inverted-extent]
            swap the two; an extent cannot cross the 180th meridian
        """,
        """
        places.tsv:15: error: the extent of 'e' has its south, 12.0, north of its north, 8.0 [inverted-extent]
            swap the two; an extent cannot cross the 180th meridian
        """,
      ])
  }

  @Test func `finds parents that cannot be`() throws {
    try check(
      places: [
        "a|Ay|P|PPL|XX|||xx-va|11|20||||||made up|A|", "b|Bee|A|ADM1|XX|||d|11|21||||||made up|A|",
        "c|Cee|A|ADM1|XX|||b|11|22||||||made up|A|", "d|Dee|A|ADM1|XX|||c|11|23||||||made up|A|",
        "e|Eee|A|ADM1|XX|||e|11|24||||||made up|A|", "f|Eff|P|PPL|XX|||e|11|25||||||made up|A|",
        "g|Gee|P|PPL|XX|||xx-var|9.4|20||||||made up|A|",
        "h|Aitch|P|PPL|XX|||xx-var-baz|10.5|20.1||||||made up|A|",
      ],
      finds: [
        """
        places.tsv:11: error: the parent 'xx-va' of 'a' is not in the tables [orphan-parent]
            write 'xx-var', if that is meant
        """,
        """
        places.tsv:12: error: places contain each other: 'b' in 'd' in 'c' in 'b' [parent-loop]
            correct the parent of one of them
        """,
        """
        places.tsv:15: error: 'e' is its own parent [parent-loop]
            correct the parent of one of them
        """,
        """
        places.tsv:17: warning: 'g' at 9.4, 20.0 is outside its parent 'xx-var', latitude 9.5 to 10.9, \
        longitude 19.5 to 20.9 [outside-parent]
            correct the position, the parent, or the parent's extent
        """,
        """
        places.tsv:18: warning: 'h' is 44.5 km from its parent 'xx-var-baz', whose radius is 20.0 km \
        [outside-parent]
            correct the position, the parent, or the parent's radius
        """,
      ])
  }

  @Test func `notes places and names that are there twice`() throws {
    try check(
      places: [
        "a|Novy-Mir|P|PPL|XX|||xx-var|10.151|20.051||||||made up|A|",
        "b|Novy Mir|P|PPL|XX|||xx-var|10.16|20.06||||||made up|A|",
        "c|Novy Mir|S|HSP|XX|||xx-var|10.15|20.05||||||made up|A|",
      ],
      names: ["xx-var|Vārōsh|und|Latn|historical", "xx-var|Vārōsh|fa|Latn|variant"],
      finds: [
        """
        places.tsv:11: note: 'a' is 0.2 km from 'xx-var-novy' on line 6, of the same name and class \
        [duplicate-place]
            keep one of them, if they are the same place
        """,
        """
        names.tsv:7: note: the name 'Vārōsh' of 'xx-var' is also on line 3 [duplicate-name]
            remove one of the two rows
        """,
      ])
  }
}
