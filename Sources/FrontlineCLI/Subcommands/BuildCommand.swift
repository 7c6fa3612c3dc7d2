public import ArgumentParser
public import Frontline
public import FrontlineControl
import FrontlineReports

extension OutputFormat: ExpressibleByArgument {}
extension ControlMethod: ExpressibleByArgument {}

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the maps of a theatre, a folder a day.",
    discussion: """
      Reads THEATRE/theatre.yaml and THEATRE/reports, and writes for each day the layers front_lines,
      control_areas, places and claims as GeoJSON and one KML with all of them, and for all days one KML
      with a time span on everything, a KMZ of it for Google Earth, a GeoPackage, a QGIS project that opens it, and index.html, a map with a date
      slider that opens in any browser. Every KML is proven valid before anything is put in place.

      A report, a row or a place that cannot be used is told and left out, and the rest goes on; manifest.json counts \
      what was found by kind. A build that cannot be finished leaves the folder as it was.
      """)

  @Argument(help: "The theatre's folder.")
  var theatre = "seeds"

  @Option(name: .shortAndLong, help: "The folder to write.")
  var output = "output"

  @OptionGroup var days: DayOptions

  @Option(
    name: .customLong("view"),
    help: "A view to make: assessed, claimed:<party>, independent; may be repeated (default: all).")
  var views: [String] = []

  @Option(
    name: .customLong("format"),
    help: "A format to write: geojson, kml, kmz, html, gpkg, qgz; may be repeated (default: all).")
  var formats: [OutputFormat] = []

  @OptionGroup var known: KnowledgeOptions

  @Option(
    help: """
      How the assessed and independent views are drawn: kriging, or to compare with, by latest claims alone: \
      tessellation, nearest, natural-neighbour; those have no bands, and keep every speck.
      """)
  var method = ControlMethod.kriging

  @Option(
    help: """
      The folder with Leaflet (leaflet.js, leaflet.css, LICENSE) for index.html (default: where Debian's libjs-leaflet \
      puts it).
      """)
  var leaflet: String?

  @Option(
    help: """
      The address of map tiles for index.html, with {z}, {x} and {y}: fetched from there whenever the page is open \
      (default: none, and nothing is fetched).
      """)
  var tiles: String?

  @Option(name: .customLong("tiles-credit"), help: "Whom to thank for the tiles.")
  var tilesCredit = ""

  @Option(
    help: ArgumentHelp(
      "Leave out corners of areas and lines that lie within so many metres of what is drawn; shared borders stay shared.",
      valueName: "metres"))
  var simplify = 0.0

  @Flag(help: "Use one core; the files are the same.")
  var serial = false

  @Option(
    name: .customLong("corrections-from"),
    help: ArgumentHelp(
      "A GeoPackage of an earlier build whose claims you edited in QGIS: the edits go into THEATRE/corrections.csv first.",
      valueName: "file.gpkg"))
  var edited: String?

  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    guard (0...100_000).contains(simplify) else {
      throw ValidationError("--simplify \(simplify) is no distance of 0 to 100000 metres.")
    }
    guard let tiles else { return }
    guard ["{z}", "{x}", "{y}"].allSatisfy(tiles.contains) else {
      throw ValidationError("--tiles '\(tiles)' must hold {z}, {x} and {y}.")
    }
  }

  func run() async throws {
    let console = speech.console
    var loaded = try TheatreFolder.load(theatre)
    if let edited, try await take(edited, into: loaded, console) {
      loaded = try TheatreFolder.load(theatre)
    }
    let made = try await TheatreBuild(
      loaded, folder: theatre,
      request: .init(
        views: try loaded.theatre.views(named: views, all: Pipeline(loaded).allViews()),
        formats: formats.isEmpty ? Set(OutputFormat.allCases) : Set(formats),
        knowledge: known.given ?? .ofTheDay,
        isParallel: !serial, method: method,
        page: WebMapOptions(
          libraryFolder: leaflet, tiles: tiles, tilesCredit: tilesCredit,
          isRequired: leaflet != nil || formats.contains(.html)), simplification: simplify),
      into: OutputFolder(output)
    ) { covered in
      try days.days(of: covered, "what the theatre covers")
    }
    console.report(made.findings)
    let counts = [
      (made.reports, "report"), (made.claims, "claim"), (made.manifest.days.count, "day"),
      (made.manifest.views.count, "view"), (made.manifest.files.count, "file"),
    ].map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    console.say("\(counts.dropLast().joined(separator: ", ")): \(counts[4]) in \(output)/")
    console.say(opening(made))
  }

  /// - Returns: Whether `corrections.csv` is another now.
  private func take(
    _ file: String, into loaded: LoadedTheatre, _ console: Console
  ) async throws -> Bool {
    let edits = try await EditedClaims(path: file, loaded: loaded)
    console.report(edits.findings)
    guard edits.count > 0 else {
      console.say("\(file): no claim was edited")
      return false
    }
    let path = theatre + "/corrections.csv"
    try File.write(Array(edits.table.written().utf8), to: path)
    console.say(
      "\(file): \(edits.count) edited claim\(edits.count == 1 ? "" : "s") taken over into \(path)")
    return true
  }

  /// What to open first, and in what.
  private func opening(_ made: TheatreBuild) -> String {
    let id = made.manifest.theatreID
    let ways = [
      ("index.html", "a browser"), (id + ".qgz", "QGIS"), (id + ".kml", "Google Earth"),
      (id + ".gpkg", "QGIS"),
    ].filter { made.manifest.files.contains($0.0) }
    guard let last = ways.prefix(3).last else {
      let day = made.manifest.days.last.map { "\(output)/\($0)/front_lines.geojson" } ?? output
      return "open \(day) in QGIS"
    }
    let others = ways.prefix(3).dropLast().map { "\(output)/\($0.0) in \($0.1), " }.joined()
    let or = ways.count > 1 ? "or " : ""
    return "open \(others)\(or)\(output)/\(last.0) in \(last.1)"
  }
}
