import ArgumentParser
import Frontline
import FrontlineEventTables
import FrontlineGeometry
import FrontlineReports

struct ExportCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case geojson, geojsonseq, kml, kmz, csv, acled, hxl
  }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Filter what was built, by date, view, layer and box.",
    discussion: """
      Prints one file to standard output: a KML or KMZ with all layers asked for, or one layer as GeoJSON, as a
      GeoJSON text sequence (geojsonseq, RFC 8142), or as a table with a row of HXL 1.1 hashtags (csv; also
      '--layer summary'). Over several days, what stays the same becomes one feature with the span of its days.
      Or a table of the claims about those days: acled has ACLED's 31 columns, hxl all that a claim says.
      """)

  @Argument(help: "The folder a build wrote.")
  var output = "output"

  @OptionGroup var days: DayOptions

  @Option(help: "kml, kmz, geojson, geojsonseq, csv, acled or hxl.")
  var format = Format.kml

  @Option(
    name: .customLong("layer"),
    help:
      "front_lines, front_symbols, control_areas, uncertainty, places, disagreements, claims; may be repeated (default: all; GeoJSON and csv take one, csv summary too)."
  )
  var layers: [String] = []

  @Option(name: .customLong("view"), help: "A view to keep; may be repeated (default: all).")
  var views: [String] = []

  @Option(
    help: ArgumentHelp(
      "Keep what touches this box, in degrees; its western edge east of its eastern one is not understood.",
      valueName: "W,S,E,N"))
  var box: BoxArgument?

  @Option(
    help: ArgumentHelp(
      "Leave out corners that lie within so many metres of what is drawn; shared borders stay shared.",
      valueName: "metres"))
  var simplify = 0.0

  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    guard (0...100_000).contains(simplify) else {
      throw ValidationError("--simplify \(simplify) is no distance of 0 to 100000 metres.")
    }
  }

  func run() async throws {
    let folder = OutputFolder(output)
    let manifest = try folder.readManifest()
    let asked = try days.days(of: manifest, in: output)
    switch format {
    case .kml: try Console.data(await layers(of: asked, as: .kml, folder, manifest))
    case .kmz: try Console.data(await layers(of: asked, as: .kmz, folder, manifest))
    case .csv: try Console.data(await layers(of: asked, as: .csv, folder, manifest))
    case .geojson: try Console.data(await layers(of: asked, as: .geojson, folder, manifest))
    case .geojsonseq: try Console.data(await layers(of: asked, as: .geojsonseq, folder, manifest))
    case .acled: try await table(of: asked, as: .acled, manifest)
    case .hxl: try await table(of: asked, as: .hxl, manifest)
    }
  }

  private func layers(
    of asked: [Day], as format: LayerExport.Format, _ folder: OutputFolder, _ manifest: Manifest
  ) async throws -> [UInt8] {
    let request = LayerExport(
      days: asked, layers: layers, views: views, format: format, isTimeline: days.on == nil,
      box: box?.box, simplification: simplify)
    return try await request.bytes(from: folder, manifest: manifest)
  }

  private func table(
    of asked: [Day], as format: ClaimTables.Format, _ manifest: Manifest
  ) async throws {
    guard layers.allSatisfy({ $0 == "claims" }), views.isEmpty, box == nil else {
      throw ValidationError("A table of claims has no '--layer', '--view' or '--box'.")
    }
    let (table, findings) = try await ClaimExport(days: asked, format: format).table(manifest)
    speech.console.report(findings)
    try Console.data(table.written())
  }
}

/// `W,S,E,N` in degrees.
struct BoxArgument: ExpressibleByArgument {
  let box: BoundingBox

  init?(argument: String) {
    let sides = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0.filter { $0 != " " }.replacing("\u{2212}", with: "-"))
    }
    guard sides.count == 4, let west = sides[0], let south = sides[1], let east = sides[2],
      let north = sides[3], west <= east, south <= north,
      [west, east].allSatisfy({ abs($0) <= 180 }), [south, north].allSatisfy({ abs($0) <= 90 })
    else { return nil }
    box = BoundingBox(west: west, south: south, east: east, north: north)
  }
}
