internal import Foundation
internal import FrontlineGeometry

/// The JSON of the WoTR-Topo corpus: letters with marked entities, places with a geometry of GeoJSON.
enum WarOfTheRebellion {
  private struct Letter: Decodable {
    var docid: Int
    var text: String
    var namedEntities: [Entity]
  }

  private struct Entity: Decodable {
    var charStart: Int
    var charEnd: Int
    var entityString: String
    var entityType: String
    /// GeoJSON in a string; empty where the place was not found.
    var geo: String
  }

  static func read(_ bytes: [UInt8], file: String) throws -> [AnnotatedText] {
    do {
      return try SnakeCaseJSON.decoder.decode([Letter].self, from: Data(bytes)).map { letter in
        AnnotatedText(
          id: String(letter.docid), text: letter.text,
          names: letter.namedEntities.filter { $0.entityType == "place" }.map(name))
      }
    } catch let error as DecodingError {
      throw GoldError(
        file: file, problem: GoldError.words(of: error), remedy: "give wotr-topo-test.json")
    }
  }

  private static func name(_ entity: Entity) -> AnnotatedText.Name {
    AnnotatedText.Name(
      text: entity.entityString,
      range: entity.charStart..<max(entity.charStart, entity.charEnd),
      position: middle(of: entity.geo))
  }

  /// The middle of the box round all positions of a geometry. The corpus writes some geometries one after
  /// another, so the numbers are read in pairs, whatever stands round them.
  static func middle(of geometry: String) -> Position? {
    let numbers = geometry.split { !($0.isNumber || "-+.eE".contains($0)) }.compactMap {
      Double($0)
    }
    let positions = stride(from: 0, to: numbers.count - 1, by: 2).map {
      Position(longitude: numbers[$0], latitude: numbers[$0 + 1])
    }
    guard let box = BoundingBox(positions) else { return nil }
    return Position(
      longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2)
  }
}
