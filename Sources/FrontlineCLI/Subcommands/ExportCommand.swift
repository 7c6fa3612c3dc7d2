import ArgumentParser
import Frontline
import FrontlineReports

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Filter what was built, by date, view and layer.",
    discussion: """
      Prints one file to standard output: a KML with all layers asked for, or a GeoJSON with one. Over several
      days, what stays the same becomes one feature with the span of its days.
      """)

  @Argument(help: "The folder a build wrote.")
  var output = "output"

  @OptionGroup var days: DayOptions

  @Option(help: "geojson or kml.")
  var format = OutputFormat.kml

  @Option(
    name: .customLong("layer"),
    help:
      "front_lines, control_areas, places, claims; may be repeated (default: all; GeoJSON takes one)."
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
    let request = LayerExport(
      days: asked, layers: layers, views: views, format: format, isTimeline: days.on == nil)
    Console.data(try request.bytes(from: folder, manifest: manifest))
  }
}
