/// The scale bar and the north arrow, on the map.
struct MapFurniture {
  let window: MapWindow

  private static let font = Font(size: 12.5)

  /// What no name may cover.
  var boxes: [PageBox] { [scalePlate, northPlate] }

  func draw(on canvas: Canvas) {
    scaleBar(canvas)
    northArrow(canvas)
  }

  // MARK: Scale

  /// The longest of 1, 2 and 5 times a power of ten that fits in a fifth of the map, km.
  var scaleLength: Double {
    let most = window.box.width / 5 / window.scale
    var length = 0.001
    while length * 10 <= most { length *= 10 }
    return [5.0, 2].map { $0 * length }.first { $0 <= most } ?? length
  }

  private var scalePlate: PageBox {
    PageBox(
      left: window.box.left + 12, top: window.box.bottom - 48,
      width: scaleLength * window.scale + 48, height: 36)
  }

  private func scaleBar(_ canvas: Canvas) {
    let plate = scalePlate
    canvas.fill(.rectangle(plate), Palette.white.covering(0.82))
    let length = scaleLength
    let half = length * window.scale / 2
    let bar = PageBox(left: plate.left + 12, top: plate.bottom - 13, width: half, height: 5)
    let other = PageBox(left: bar.right, top: bar.top, width: half, height: 5)
    canvas.fill(.rectangle(bar), Palette.ink)
    canvas.fill(.rectangle(other), Palette.white)
    canvas.stroke(
      .rectangle(PageBox(left: bar.left, top: bar.top, width: 2 * half, height: 5)),
      Pen(ink: Palette.ink, width: 1))
    for (share, words) in [
      (0.0, "0"), (0.5, Self.words(length / 2)), (1, Self.words(length) + " km"),
    ] {
      let middle = bar.left + 2 * half * share
      let own = canvas.width(of: Self.words(length * share), Self.font)
      canvas.text(
        words, at: PagePoint(x: middle - own / 2, y: bar.top - 5), Self.font, Palette.ink)
    }
  }

  /// Without a fraction that is nothing.
  private static func words(_ kilometres: Double) -> String {
    let thousandths = Int((kilometres * 1000).rounded())
    let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
    guard rest > 0 else { return String(whole) }
    var digits = String(rest)
    digits = String(repeating: "0", count: 3 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }

  // MARK: North

  private var northPlate: PageBox {
    PageBox(left: window.box.right - 46, top: window.box.top + 10, width: 36, height: 58)
  }

  private func northArrow(_ canvas: Canvas) {
    let plate = northPlate
    canvas.fill(.rectangle(plate), Palette.white.covering(0.82))
    let middle = plate.middle.x
    let (tip, foot) = (plate.top + 6, plate.top + 38)
    canvas.fill(
      .polygon([
        PagePoint(x: middle, y: tip), PagePoint(x: middle + 9, y: foot),
        PagePoint(x: middle, y: foot - 8), PagePoint(x: middle - 9, y: foot),
      ]), Palette.ink)
    let font = Font(size: 14, isBold: true)
    canvas.text(
      "N", at: PagePoint(x: middle - canvas.width(of: "N", font) / 2, y: plate.bottom - 5), font,
      Palette.ink)
  }
}
