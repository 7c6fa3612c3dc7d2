/// The colours of pictures, those of the map in a browser on its light paper.
enum Palette {
  static let paper = Ink("#fbfaf7")
  /// What lies outside of what was mapped.
  static let outside = Ink("#e9e6df")
  static let ink = Ink("#1d1f23")
  static let soft = Ink("#5c6168")
  static let rule = Ink("#d9d6cf")
  static let white = Ink("#ffffff")
  static let contestedEdge = Ink("#7a4300")

  /// How much of a party's colour its ground has.
  static let tint = 0.46

  /// How pale the ground is where the line may run, by the chance that it runs inside.
  static func band(_ level: Double) -> Ink {
    paper.covering(level > 0.9 ? 0.26 : level > 0.65 ? 0.3 : 0.36)
  }

  static let halo = Pen(ink: white.covering(0.85), width: 3.2)
}
