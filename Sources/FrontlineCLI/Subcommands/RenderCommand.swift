public import ArgumentParser
public import Frontline
import FrontlinePictures
import FrontlineReports

extension PictureExport.Format: ExpressibleByArgument {}

struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draw what was built as pictures.",
    discussion: """
      Writes one picture a day, with title, date, legend, scale bar, north arrow and sources; or one that plays the \
      days. All pictures of a run show the same ground. Letters are those of the machine's sans-serif font.
      """)

  @Argument(help: "The folder a build wrote.")
  var output = "output"

  @OptionGroup var days: DayOptions

  @Option(help: "The view to draw: assessed, claimed:<party>, independent.")
  var view = "assessed"

  @Option(help: "png, svg, or apng, one animated PNG of all days.")
  var format = PictureExport.Format.png

  @Option(help: "Width in points, 400 to 6000.")
  var width = 1200

  @Flag(help: "Show all that was mapped, not only where lines and named places are.")
  var whole = false

  @Option(
    name: [.customShort("o"), .customLong("into")], help: "The folder for the pictures.")
  var folder: String

  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    guard MapPictures.widths.contains(width) else {
      throw ValidationError("'--width' is 400 to 6000 points, not \(width).")
    }
  }

  func run() async throws {
    let built = OutputFolder(output)
    let manifest = try built.readManifest()
    let asked = try days.days(of: manifest, in: output)
    let export = PictureExport(
      days: asked, view: view, format: format, width: width, isWhole: whole)
    try export.make(from: built, manifest: manifest) { name, bytes in
      try File.replace(folder + "/" + name, with: bytes)
      speech.console.say("\(folder)/\(name)")
    }
  }
}
