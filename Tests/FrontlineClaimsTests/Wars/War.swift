import Foundation
import FrontlineClaims
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport

/// A real war with a few of its places, and passages about it in our own words.
///
/// `Theatres/<name>.txt` holds the parties and the places, `Texts/<name>.txt` the passages.
struct War: Sendable, CustomStringConvertible {
  var name: String
  var theatre: InventedTheatre
  var passages: [CorpusCase]

  var description: String { name }

  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  static func all() throws -> [War] {
    let passages = Dictionary(grouping: try Corpus.load("Texts"), by: \.file)
    return try passages.keys.sorted().map { name in
      War(name: name, theatre: try theatre(name), passages: passages[name] ?? [])
    }
  }

  /// The theatre of a file with a line for each party and each place, the cells parted by bars:
  ///
  /// ```
  /// box   west south east north
  /// party id | name | alias, alias | demonym, demonym | person, person | opponent, opponent
  /// place id | name | class code | parent | latitude longitude | variant, variant
  /// ```
  private static func theatre(_ name: String) throws -> InventedTheatre {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Theatres/\(name).txt")
    var parties: [Party] = []
    var places: [Place] = []
    var names: [PlaceName] = []
    var box = InventedPlaces.box
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      let cells = Cells(parts.last ?? "")
      switch parts.first {
      case "box": box = try cells.box()
      case "party": parties.append(cells.party())
      case "place":
        places.append(try cells.place())
        names += cells.list(5).map { PlaceName(placeID: cells[0], text: $0, kind: .variant) }
      default: throw Fault(description: "\(name).txt: '\(line)' is no box, party or place")
      }
    }
    return InventedTheatre(
      parties: parties, gazetteer: Gazetteer(places: places, names: names), box: box)
  }
}

/// The cells of a line of a theatre's file.
private struct Cells {
  private let cells: [String]

  init(_ line: String) {
    cells = line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  subscript(index: Int) -> String { cells.indices.contains(index) ? cells[index] : "" }

  func list(_ index: Int) -> [String] {
    self[index].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func numbers(_ index: Int, count: Int) throws -> [Double] {
    let found = self[index].split(separator: " ").compactMap { Double($0) }
    guard found.count == count else {
      throw War.Fault(description: "'\(self[index])' is not \(count) numbers")
    }
    return found
  }

  func box() throws -> BoundingBox {
    let sides = try numbers(0, count: 4)
    return BoundingBox(west: sides[0], south: sides[1], east: sides[2], north: sides[3])
  }

  func party() -> Party {
    Party(
      id: self[0], name: self[1], aliases: list(2), demonyms: list(3), people: list(4),
      colour: "#336699", opposedTo: list(5))
  }

  func place() throws -> Place {
    let degrees = try numbers(4, count: 2)
    let feature = self[2].split(separator: " ").map(String.init)
    guard feature.count == 2 else {
      throw War.Fault(description: "'\(self[2])' is no feature class and code")
    }
    return Place(
      id: self[0], name: self[1], featureClass: feature[0], featureCode: feature[1],
      country: String(self[0].prefix(2)).uppercased(), parent: self[3].isEmpty ? nil : self[3],
      position: Position(longitude: degrees[1], latitude: degrees[0]))
  }
}
