import ArgumentParser
import Frontline
import FrontlineEventTables
import FrontlineReports

struct ExportCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case geojson, kml, acled, hxl
  }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Filter what was built, by date, view and layer.",
    discussion: """
      Prints one file to standard output: a KML with all layers asked for, or a GeoJSON with one. Over several
      days, what stays the same becomes one feature with the span of its days. Or a table of the claims about
      those days: acled has ACLED's 31 columns, hxl a row of HXL 1.1 hashtags.
      """)

  @Argument(help: "The folder a build wrote.")
  var output = "output"

  @OptionGroup var days: DayOptions

  @Option(help: "kml, geojson, acled or hxl.")
  var format = Format.kml

  @Option(
    name: .customLong("layer"),
    help:
      "front_lines, front_symbols, control_areas, uncertainty, places, disagreements, claims; may be repeated (default: all; GeoJSON takes one)."
  )
  var layers: [String] = []

  @Option(name: .customLong("view"), help: "A view to keep; may be repeated (default: all).")
  var views: [String] = []

  @OptionGroup var speech: SpeechOptions

  func run() async throws {
    let folder = OutputFolder(output)
    let manifest = try folder.readManifest()
    guard let first = manifest.days.first, let last = manifest.days.last else {
      throw ValidationError("\(output) holds no days: build it again.")
    }
    let asked = try days.days(of: first...last, output)
    switch format {
    case .kml: Console.data(try layers(of: asked, as: .kml, folder, manifest))
    case .geojson: Console.data(try layers(of: asked, as: .geojson, folder, manifest))
    case .acled: try await table(of: asked, as: .acled, manifest)
    case .hxl: try await table(of: asked, as: .hxl, manifest)
    }
  }

  private func layers(
    of asked: [Day], as format: LayerExport.Format, _ folder: OutputFolder, _ manifest: Manifest
  ) throws -> [UInt8] {
    let request = LayerExport(
      days: asked, layers: layers, views: views, format: format, isTimeline: days.on == nil)
    return try request.bytes(from: folder, manifest: manifest)
  }

  private func table(
    of asked: [Day], as format: ClaimTables.Format, _ manifest: Manifest
  ) async throws {
    guard layers.allSatisfy({ $0 == "claims" }), views.isEmpty else {
      throw ValidationError("A table holds claims: leave out '--layer' and '--view'.")
    }
    let (table, findings) = try await ClaimExport(days: asked, format: format).table(manifest)
    speech.console.report(findings)
    Console.data(table.written())
  }
}
