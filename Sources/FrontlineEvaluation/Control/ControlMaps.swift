internal import Frontline
internal import FrontlineReports

/// A map to be measured: one GeoJSON file, or the folder of a build.
public struct ControlMaps: Sendable {
  public let path: String
  private let source: Source

  private enum Source {
    case file([MapFeature])
    case folder(Manifest, view: String)
  }

  /// - Parameters:
  ///   - path: A file as ``MapFile`` reads it, or a folder that `frontline build` wrote.
  ///   - view: The view that is read; a file's features without a view count too.
  /// - Throws: `FileError` or ``MapFileError``; where a folder does not have the view, also.
  public init(_ path: String, view: String) throws {
    self.path = path
    guard File.isFolder(path) else {
      source = .file(try MapFile.features(path).filter { $0.view == nil || $0.view == view })
      return
    }
    let manifest = try OutputFolder(path).readManifest()
    guard manifest.views.contains(view) else {
      throw MapFileError.noView(view, of: manifest.views, in: path)
    }
    source = .folder(manifest, view: view)
  }

  /// What is drawn of a day, in the kinds of ``MapFeature``; places too.
  ///
  /// - Parameter day: Nil takes a file's features of every day.
  /// - Returns: Nothing if a folder has no such day.
  /// - Throws: `FileError` or ``MapFileError``; a folder needs a day.
  func features(on day: Day?) throws -> [MapFeature] {
    switch source {
    case .file(let features):
      return features.filter { $0.day == nil || day == nil || $0.day == day }
    case .folder(_, let view):
      guard let day else { throw MapFileError.noDay(for: path) }
      return try Self.layers.flatMap { layer -> [MapFeature] in
        let file = "\(path)/\(day)/\(layer.name).geojson"
        guard File.exists(file) else { return [] }
        return try MapFile.features(file).compactMap { feature in
          feature.view == view ? layer.meaning(feature) : nil
        }
      }
    }
  }

  /// What to do about a day on which the map has nothing of a party.
  func remedy(for party: String, on day: Day?) -> String {
    let day = day?.description ?? "any day"
    return switch source {
    case .file:
      "add features with kind 'control', party '\(party)' and date '\(day)', or leave "
        + "the day out with --date"
    case .folder(let manifest, _) where !manifest.days.map(\.description).contains(day):
      "build it too: give 'frontline build' a span that holds \(day)"
    case .folder:
      "the build has the day but no area of '\(party)': check the party's id, or "
        + "choose another view"
    }
  }

  /// The layers of a folder that are read, and what their features are in a comparison. The front
  /// lines are not: the edge of the areas is what is compared.
  private static let layers: [(name: String, meaning: @Sendable (MapFeature) -> MapFeature?)] = [
    (
      "control_areas",
      { feature in
        switch feature.status {
        case "held": feature.being(.control)
        case "contested": feature.being(.contested)
        default: nil
        }
      }
    ),
    ("uncertainty", { $0.level == nil ? nil : $0.being(.band) }),
    ("places", { $0.being(.place) }),
  ]
}

extension MapFeature {
  fileprivate func being(_ kind: Kind) -> MapFeature {
    var feature = self
    feature.kind = kind
    return feature
  }
}

extension MapFileError {
  static func noView(_ view: String, of views: [String], in path: String) -> MapFileError {
    MapFileError(
      file: path, problem: "the build has no view '\(view)'",
      remedy: "give --view one of: \(views.joined(separator: ", "))")
  }

  static func noDay(for path: String) -> MapFileError {
    MapFileError(
      file: path, problem: "the truth names no date, so no day of the folder answers to it",
      remedy: "give the day with --date")
  }
}
