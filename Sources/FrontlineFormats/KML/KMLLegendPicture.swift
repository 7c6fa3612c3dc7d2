public import FrontlineClaims

/// The legend of a KMZ: a coloured box and a few words a line.
public enum KMLLegendPicture {
  /// Where it is in the archive.
  public static let path = "files/legend.png"

  private static let scale = 2
  private static let line = 24
  private static let margin = 8
  private static let sample = 22
  private static let longest = 36

  /// The first name of a party whose letters there are: its own, an alias, else its id.
  static func name(_ party: Party) -> String {
    ([party.name] + party.aliases + [party.id]).first(where: PixelLetters.canWrite) ?? party.name
  }

  /// A PNG.
  public static func bytes(_ parties: [Party]) -> [UInt8] {
    let items =
      parties.map { (KMLColour.hex($0.colour), "Held by " + name($0), false) } + [
        (KMLColour.contested, "Contested", false), (KMLColour.border, "Front line", true),
        (KMLColour.unknown, "Place: nothing known", false),
      ]
    let texts = items.map { String($0.1.prefix(longest)) }
    let text = margin * 2 + sample
    let widest = texts.map { PixelLetters.width($0) }.max() ?? 0
    var picture = PalettePNG(
      width: text + widest * scale + margin, height: items.count * line + margin,
      palette: [0xFF_FFFF, 0x20_2020] + items.map { Int($0.0.dropFirst(), radix: 16) ?? 0 })
    for (index, item) in items.enumerated() {
      let top = margin + index * line
      picture.fill(
        x: margin, y: item.2 ? top + 5 : top - 1, width: sample, height: item.2 ? 4 : 16, index + 2)
      PixelLetters.draw(texts[index]) { x, y in
        picture.fill(x: text + x * scale, y: top + y * scale, width: scale, height: scale, 1)
      }
    }
    return picture.bytes()
  }
}
