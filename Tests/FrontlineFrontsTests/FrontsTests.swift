import FrontlineControl
import FrontlineFronts
import FrontlineGeometry
import FrontlineReports
import Testing

/// Places on a board of three by three fields: `a1` in the south-west, `c3` in the north-east.
@Suite struct `Fronts on a board` {
  static let fields: [Mosaic.Site] = [("a", 69.3), ("b", 69.5), ("c", 69.7)].flatMap {
    column, longitude in
    [("1", 35.3), ("2", 35.5), ("3", 35.7)].map { row, latitude in
      site(column + row, longitude, latitude)
    }
  }
  static let board = BoundingBox(west: 69.2, south: 35.2, east: 69.8, north: 35.8)

  /// - Parameter rows: From north to south, a letter a field: red, blue, green, x contested by red
  ///   and blue, y contested by red and green, dot unknown.
  func fronts(_ rows: String...) throws -> Fronts {
    let mosaic = try Mosaic(sites: Self.fields, reachKilometres: .infinity, box: Self.board)
    let letters = rows.reversed().map(Array.init)
    let places = Self.fields.enumerated().map { index, field in
      state(
        field, status(letters[index % 3][index / 3]), probability: 0.6 + 0.05 * Double(index % 3))
    }
    return try mosaic.fronts(of: controlMap(places), opposed: fights)
  }

  func status(_ letter: Character) -> PlaceControl.Status {
    switch letter {
    case "r": .held(party: "red")
    case "b": .held(party: "blue")
    case "g": .held(party: "green")
    case "x": .contested(parties: ["blue", "red"])
    case "y": .contested(parties: ["green", "red"])
    default: .unknown
    }
  }

  /// Corners by the column and row of the board's lines, 0…3.
  func line(_ corners: (Int, Int)...) -> LineString {
    LineString(corners.map(corner))
  }

  func ring(_ corners: (Int, Int)...) -> Ring {
    Ring((corners + corners.prefix(1)).map(corner))
  }

  private func corner(_ column: Int, _ row: Int) -> Position {
    Position(longitude: [69.2, 69.4, 69.6, 69.8][column], latitude: [35.2, 35.4, 35.6, 35.8][row])
  }

  @Test func `of an unknown land are empty`() throws {
    let found = try fronts("...", "...", "...")
    #expect(
      found == Fronts(asOf: Day(number: 18_872), view: .assessed, areas: [], lines: []))
  }

  @Test func `run between areas of opposed parties, with what is known along them`() throws {
    let found = try fronts("bbr", "brr", "b..")
    let areas = [
      ControlArea(
        status: .held(party: "blue"),
        polygons: [
          Polygon(
            exterior: ring(
              (0, 0), (1, 0), (1, 1), (1, 2), (2, 2), (2, 3), (1, 3), (0, 3), (0, 2), (0, 1)))
        ],
        areaSquareKilometres: 0, probability: (0.6 + 0.65 + 0.7 + 0.7) / 4,
        places: ["a1", "a2", "a3", "b3"], claims: ["claim-a1", "claim-a2", "claim-a3", "claim-b3"]),
      ControlArea(
        status: .held(party: "red"),
        polygons: [
          Polygon(
            exterior: ring((1, 1), (2, 1), (3, 1), (3, 2), (3, 3), (2, 3), (2, 2), (1, 2)))
        ],
        areaSquareKilometres: 0, probability: (0.65 + 0.65 + 0.7) / 3,
        places: ["b2", "c2", "c3"], claims: ["claim-b2", "claim-c2", "claim-c3"]),
    ]
    let front = FrontLine(
      kind: .line, partyA: "blue", partyB: "red", contestedPlaces: [],
      lines: [line((1, 1), (1, 2), (2, 2), (2, 3))], lengthKilometres: 0,
      // b2 is on the line with two edges and counts once; a1 and c2 do not touch it.
      probability: (0.65 + 0.7 + 0.65 + 0.7) / 4, places: ["a2", "b2", "b3", "c3"],
      claims: ["claim-a2", "claim-b2", "claim-b3", "claim-c3"])
    #expect(found.areas.map(withoutMeasures) == areas.map(withoutMeasures))
    #expect(found.lines.map(withoutMeasures) == [withoutMeasures(front)])
    for (area, fields) in zip(found.areas, [4, 3]) {
      #expect(abs(area.areaSquareKilometres / (402.7 * Double(fields)) - 1) < 0.005)
      #expect(
        area.areaSquareKilometres == area.polygons.reduce(0) { $0 + $1.areaSquareKilometres })
    }
    #expect(found.lines[0].lengthKilometres == front.lines[0].lengthKilometres)
    #expect(zip(found.areas, areas).allSatisfy { abs($0.probability - $1.probability) < 1e-12 })
    #expect(abs(found.lines[0].probability - front.probability) < 1e-12)
  }

  @Test func `do not run between parties that do not fight, nor along unknown land`() throws {
    #expect(try fronts("ggb", "ggb", "ggb").lines == [])
    #expect(try fronts("r.b", "r.b", "r.b").lines == [])
  }

  @Test func `ask in both orders whether parties are opposed`() throws {
    let mosaic = try Mosaic(sites: Self.fields, reachKilometres: .infinity, box: Self.board)
    let map = controlMap(
      Self.fields.map { state($0, .held(party: $0.placeID < "b" ? "red" : "blue")) })
    let asked: [(String, String) -> Bool] = [
      { $0 == "red" && $1 == "blue" }, { $0 == "blue" && $1 == "red" }, { _, _ in false },
    ]
    #expect(try asked.map { try mosaic.fronts(of: map, opposed: $0).lines.count } == [1, 1, 0])
  }

  @Test func `round an enclosed area are closed, and the area round it has a hole`() throws {
    let found = try fronts("rrr", "rbr", "rrr")
    let hole = ring((1, 1), (1, 2), (2, 2), (2, 1))
    #expect(found.areas.map(\.status) == [.held(party: "blue"), .held(party: "red")])
    #expect(found.areas[0].polygons == [Polygon(exterior: hole.reversed)])
    #expect(found.areas[1].polygons.map(\.holes) == [[hole]])
    #expect(found.lines.map(\.lines) == [[LineString(hole.reversed.positions)]])
  }

  @Test func `keep pieces apart that touch in a corner`() throws {
    let found = try fronts("r.r", ".r.", "...")
    #expect(
      found.areas.map(\.polygons) == [
        [
          Polygon(exterior: ring((0, 2), (1, 2), (1, 3), (0, 3))),
          Polygon(exterior: ring((1, 1), (2, 1), (2, 2), (1, 2))),
          Polygon(exterior: ring((2, 2), (3, 2), (3, 3), (2, 3))),
        ]
      ])
  }

  @Test func `make a hole of what an area encloses as it touches itself in a corner`() throws {
    // Red is one piece; its two ends meet in the corner (1, 2).
    let found = try fronts(".rr", "r.r", "rrr")
    #expect(
      found.areas.map(\.polygons) == [
        [
          Polygon(
            exterior: ring(
              (0, 0), (1, 0), (2, 0), (3, 0), (3, 1), (3, 2), (3, 3), (2, 3), (1, 3), (1, 2),
              (0, 2), (0, 1)),
            holes: [ring((1, 1), (1, 2), (2, 2), (2, 1))])
        ]
      ])
  }

  @Test func `go on through a corner in which two pieces of one side touch`() throws {
    let found = try fronts("bb.", ".rb", "...")
    // The eastern blue field touches the northern ones in the corner (2, 2) only.
    #expect(found.lines.map(\.lines) == [[line((1, 2), (2, 2), (2, 1))]].map { $0.map(\.eastward) })
  }

  @Test func `edge contested land in which an opponent fights, named for its places`() throws {
    let found = try fronts("rxb", "rxb", "rxg")
    let contested = found.areas.filter { $0.status == .contested(parties: ["blue", "red"]) }
    #expect(contested.map(\.places) == [["b1", "b2", "b3"]])
    #expect(
      found.areas.map(\.status) == [
        .held(party: "blue"), .held(party: "green"), .held(party: "red"),
        .contested(parties: ["blue", "red"]),
      ])
    #expect(
      found.lines.map { [$0.kind.rawValue, $0.partyA, $0.partyB] } == [
        ["contested_edge", "blue", "red"],  // red against blue, in the west
        ["contested_edge", "green", "red"],  // green against red, in the south-east
        ["contested_edge", "blue", "red"],  // blue against red, in the north-east
      ])
    #expect(
      found.lines.map(\.lines) == [
        [line((1, 0), (1, 1), (1, 2), (1, 3))], [line((2, 0), (2, 1))],
        [line((2, 1), (2, 2), (2, 3))],
      ])
    #expect(found.lines.allSatisfy { $0.contestedPlaces == ["B1", "B2", "B3"] })
    #expect(found.lines[1].places == ["b1", "c1"])
  }

  @Test func `do not edge contested land in which no opponent of the holder fights`() throws {
    #expect(try fronts("g..", "...", "...").lines == [])
    let mosaic = try Mosaic(sites: Self.fields, reachKilometres: .infinity, box: Self.board)
    let map = controlMap(
      Self.fields.map {
        state($0, $0.placeID < "b" ? .held(party: "blue") : .contested(parties: ["blue", "green"]))
      })
    #expect(try mosaic.fronts(of: map, opposed: fights).lines == [])
  }

  @Test func `have one line for each opponent in contested land`() throws {
    let mosaic = try Mosaic(sites: Self.fields, reachKilometres: .infinity, box: Self.board)
    let map = controlMap(
      Self.fields.map {
        state(
          $0,
          $0.placeID < "b" ? .held(party: "red") : .contested(parties: ["blue", "green", "red"]))
      })
    let lines = try mosaic.fronts(of: map, opposed: fights).lines
    #expect(lines.map { [$0.partyA, $0.partyB] } == [["blue", "red"], ["green", "red"]])
    #expect(lines[0].lines == lines[1].lines)
  }

  @Test func `tell contested stretches apart by edges and by parties`() throws {
    let found = try fronts("x.y", "xyy", ".x.")
    #expect(found.areas.map(\.places) == [["a2", "a3"], ["b1"], ["b2", "c2", "c3"]])
  }
}

@Suite struct `Places that share a cell` {
  func areas(_ states: [(String, PlaceControl.Status, Double)]) throws -> [ControlArea] {
    let sites = states.map { site($0.0, 69.5, 35.5) }
    let places = zip(sites, states).map { state($0, $1.1, probability: $1.2) }
    return try Mosaic(sites: sites, reachKilometres: 10, box: land)
      .fronts(of: controlMap(places), opposed: fights).areas
  }

  @Test func `give it the status of the most certain`() throws {
    let found = try areas([("a", .held(party: "red"), 0.6), ("b", .held(party: "blue"), 0.7)])
    #expect(found.map(\.status) == [.held(party: "blue")])
    #expect(found.map(\.places) == [["b"]])
    #expect(found.map(\.claims) == [["claim-b"]])
    #expect(found.map(\.probability) == [0.7])
  }

  @Test func `give it the status of the first id if they are equally certain`() throws {
    let found = try areas([("b", .held(party: "blue"), 0.7), ("a", .held(party: "red"), 0.7)])
    #expect(found.map(\.status) == [.held(party: "red")])
  }

  @Test func `all speak for it if they agree, and unknown ones are silent`() throws {
    let red = PlaceControl.Status.held(party: "red")
    let found = try areas([("a", .unknown, 0.9), ("b", red, 0.5), ("c", red, 0.75)])
    #expect(found.map(\.status) == [red])
    #expect(found.map(\.places) == [["b", "c"]])
    #expect(found.map(\.probability) == [0.625])
  }
}

extension LineString {
  fileprivate var eastward: LineString {
    positions.first! < positions.last! ? self : LineString(positions.reversed())
  }
}

private func withoutMeasures(_ area: ControlArea) -> ControlArea {
  var area = area
  (area.areaSquareKilometres, area.probability) = (0, 0)
  return area
}

private func withoutMeasures(_ line: FrontLine) -> FrontLine {
  var line = line
  (line.lengthKilometres, line.probability) = (0, 0)
  return line
}
