internal import Foundation
internal import Frontline
public import FrontlineGeometry
public import FrontlineReports

/// One shape of a map that is compared, or of the map it is compared with.
public struct MapFeature: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case control, contested, unknown, front, band, theatre, place
  }

  /// Who holds an area of the kind control.
  public enum Holder: Hashable, Sendable {
    /// The file does not say; the area counts for whichever party is asked about.
    case unstated
    /// The file says that nobody in particular does.
    case nobody
    case party(String)
  }

  /// Nil for what is not compared.
  public var kind: Kind?
  /// Nil for what holds on every day.
  public var day: Day?
  public var holder: Holder
  /// Of a band: the share of lines it is meant to hold, as the file writes it.
  public var level: String?
  public var view: String?
  public var status: String?
  /// Belief in the status of a place, 0 to 1.
  public var probability: Double?
  /// Belief by party, such as `red 0.930; blue 0.070`.
  public var partyProbabilities: String?
  public var geometry: Geometry

  func isHeld(by party: String) -> Bool { holder == .unstated || holder == .party(party) }
}

extension [MapFeature] {
  /// - Parameter day: Nil takes every day.
  func of(_ kind: MapFeature.Kind, on day: Day? = nil) -> [MapFeature] {
    filter { $0.kind == kind && (day == nil || $0.day == nil || $0.day == day) }
  }

  var polygons: [Polygon] {
    flatMap { feature -> [Polygon] in
      if case .polygons(let polygons) = feature.geometry { polygons } else { [] }
    }
  }

  var lines: [LineString] {
    flatMap { feature -> [LineString] in
      if case .lines(let lines) = feature.geometry { lines } else { [] }
    }
  }
}

/// Reads maps that are compared.
public enum MapFile {
  /// The features of a GeoJSON file: a FeatureCollection, or one Feature.
  ///
  /// Their properties are `kind` (if absent: `control` for polygons, `front` for lines), `party`,
  /// `date`, `level`, `view`, `status`, `probability` and `party_probabilities`. Features without a
  /// geometry are left out, and so are heights.
  ///
  /// - Throws: `FileError`, or ``MapFileError`` with the feature that is wrong.
  public static func features(_ path: String) throws -> [MapFeature] {
    try features(json: try File.read(path), file: path)
  }

  static func features(json bytes: [UInt8], file: String) throws -> [MapFeature] {
    let root: MapJSON
    do {
      root = try JSONDecoder().decode(MapJSON.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw MapFileError(file: file, problem: GoldError.words(of: error))
    }
    guard let features = root.features else {
      throw MapFileError.noFeatures(in: file, found: root.type)
    }
    var read: [MapFeature] = []
    for (index, feature) in features.enumerated() {
      do {
        if let feature = try feature.read() { read.append(feature) }
      } catch let fault as MapFault {
        throw MapFileError(
          file: file, problem: "feature \(index + 1): \(fault.problem)", remedy: fault.remedy)
      }
    }
    return read
  }
}

/// A map that cannot be read: which file, what is wrong, and what to do.
public struct MapFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  public var problem: String
  public var remedy =
    "give a GeoJSON FeatureCollection (RFC 7946) whose features have 'kind', 'party' and 'date'"

  public var description: String { "\(file): error: \(problem) [map-file]\n    \(remedy)" }

  static func noFeatures(in file: String, found type: String?) -> MapFileError {
    MapFileError(
      file: file,
      problem: "expected a FeatureCollection or a Feature, found "
        + (type.map { "the type '\($0)'" } ?? "no type"))
  }
}

/// What is wrong with one feature.
struct MapFault: Error {
  var problem: String
  var remedy: String

  static func day(_ text: String) -> MapFault {
    MapFault(
      problem: "the date '\(text)' is no day", remedy: "write it as YYYY-MM-DD, or leave it out")
  }

  static func corners(_ found: Int, of least: Int, in shape: String) -> MapFault {
    MapFault(
      problem: "a \(shape) has \(found) positions; it takes at least \(least)",
      remedy: "close every ring, and drop what has no length")
  }

  static func position(_ numbers: [Double]) -> MapFault {
    MapFault(
      problem: "[\(numbers.map(\.description).joined(separator: ", "))] is no position",
      remedy: "write each position as [longitude, latitude] in degrees, within ±180 and ±90")
  }
}
