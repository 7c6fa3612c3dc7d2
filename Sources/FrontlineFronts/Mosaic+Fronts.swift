public import FrontlineControl
internal import FrontlineGeometry
public import FrontlineTopology

extension Mosaic {
  /// The areas and front lines of a control map.
  ///
  /// A cell has the status of its most certain place: guests that say otherwise have no land on this
  /// map. Known beats unknown; of equally certain places the one whose id sorts first decides. Cells
  /// that are unknown, or whose places the map does not know, belong to no area.
  ///
  /// Areas and lines are made of edges of the mosaic, so areas never overlap and every vertex of a
  /// line is a vertex of the areas on both sides.
  ///
  /// - Parameters:
  ///   - map: Places that are not in the mosaic are passed over.
  ///   - opposed: Whether two parties, by id, fight each other; asked in both orders.
  /// - Returns: Areas: one a party, by id; then one a contested stretch of land (cells of the same
  ///   parties that share edges), from west to east. Lines, from west to east: one a pair of opposed
  ///   parties whose areas touch; and one per holder, opponent and contested stretch with that
  ///   opponent in it (``FrontLine/Kind/contestedEdge``), named for all places of the stretch.
  ///   Probabilities are means over places; places and claims of a line are those of the cells along
  ///   it.
  /// - Throws: ``TopologyError`` if a region cannot be outlined, which would be a fault in the mosaic.
  /// - Complexity: O(*n*) in the number of edges, and sorting of ids: between 1 and 5 ms for 1,200
  ///   places, as two sides or drawn by lot.
  public func fronts(
    of map: ControlMap, opposed: (String, String) -> Bool
  ) throws(TopologyError) -> Fronts {
    let coloured = ColouredCells(cells, on: map)
    let regions = try tiling.regions(labels: cellOfFace.map { coloured.labels[$0] })
    let cellsOfRegion = cells(of: regions)
    let keys = BorderKeys(tiling, regions, statuses: coloured.statuses, opposed: opposed)
    return Fronts(
      asOf: map.asOf, view: map.view,
      areas: areas(of: regions, coloured, cellsOfRegion),
      lines: lines(along: keys, regions, coloured, cellsOfRegion))
  }

  private func cells(of regions: Regions) -> [[Int]] {
    var cells = Array(repeating: [Int](), count: regions.all.count)
    for (face, region) in regions.ofFace.enumerated() where region >= 0 {
      cells[region].append(cellOfFace[face])
    }
    return cells
  }
}

// MARK: Areas

extension Mosaic {
  private func areas(
    of regions: Regions, _ coloured: ColouredCells, _ cellsOfRegion: [[Int]]
  ) -> [ControlArea] {
    var regionsOfLabel = Array(repeating: [Int](), count: coloured.statuses.count)
    for (index, region) in regions.all.enumerated() { regionsOfLabel[region.label].append(index) }
    var held: [ControlArea] = []
    var contested: [ControlArea] = []
    for (status, members) in zip(coloured.statuses, regionsOfLabel) {
      func area(of members: [Int]) -> ControlArea {
        ControlArea(
          status: status, polygons: members.map { regions.all[$0].polygon }.normalised,
          evidence: coloured.evidence(in: members.flatMap { cellsOfRegion[$0] }))
      }
      if status.isContested {
        contested += members.map { area(of: [$0]) }
      } else {
        held.append(area(of: members))
      }
    }
    return held + contested.sorted { $0.outline.lexicographicallyPrecedes($1.outline) }
  }
}

extension ControlArea {
  fileprivate init(
    status: PlaceControl.Status, polygons: [Polygon], evidence: ColouredCells.Evidence
  ) {
    self.init(
      status: status, polygons: polygons,
      areaSquareKilometres: polygons.reduce(0) { $0 + $1.areaSquareKilometres },
      probability: evidence.probability, places: evidence.places, claims: evidence.claims)
  }

  fileprivate var outline: [Position] { polygons.first?.exterior.positions ?? [] }
}

// MARK: Lines

extension Mosaic {
  private func lines(
    along keys: BorderKeys, _ regions: Regions, _ coloured: ColouredCells,
    _ cellsOfRegion: [[Int]]
  ) -> [FrontLine] {
    let borders = tiling.borders(
      keys: keys.ofHalf, keyCount: keys.all.count, successor: regions.successor)
    var lines: [FrontLine] = []
    for (index, borders) in borders.enumerated() where !borders.isEmpty {
      let key = keys.all[index]
      let shape = borders.map(tiling.line).sorted {
        $0.positions.lexicographicallyPrecedes($1.positions)
      }
      let evidence = coloured.evidence(in: cells(along: borders))
      let names = key.contested.map { coloured.names(in: cellsOfRegion[$0]) } ?? []
      for holder in coloured.statuses[key.holder].parties {
        for opponent in keys.opponents[index] {
          lines.append(
            FrontLine(
              kind: key.contested == nil ? .line : .contestedEdge,
              parties: [holder, opponent].sorted(), contestedPlaces: names, lines: shape,
              evidence: evidence))
        }
      }
    }
    return lines.sorted { $0.precedes($1) }
  }

  /// The cells on either side of some borders, repeated where one has several edges.
  private func cells(along borders: [[Int]]) -> [Int] {
    borders.joined().flatMap { half in
      [cellOfFace[tiling.leftFace[half]], cellOfFace[tiling.rightFace(of: half)]]
    }
  }
}

extension FrontLine {
  fileprivate init(
    kind: Kind, parties: [String], contestedPlaces: [String], lines: [LineString],
    evidence: ColouredCells.Evidence
  ) {
    self.init(
      kind: kind, partyA: parties[0], partyB: parties[1], contestedPlaces: contestedPlaces,
      lines: lines, lengthKilometres: lines.reduce(0) { $0 + $1.lengthKilometres },
      probability: evidence.probability, places: evidence.places, claims: evidence.claims)
  }

  /// From west to east; lines of one shape by kind and parties.
  fileprivate func precedes(_ other: FrontLine) -> Bool {
    for (line, another) in zip(lines, other.lines) where line != another {
      return line.positions.lexicographicallyPrecedes(another.positions)
    }
    if lines.count != other.lines.count { return lines.count < other.lines.count }
    return (kind.rawValue, partyA, partyB) < (other.kind.rawValue, other.partyA, other.partyB)
  }
}
