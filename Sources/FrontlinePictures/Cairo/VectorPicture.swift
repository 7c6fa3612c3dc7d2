internal import CCairo

/// A picture as SVG.
enum VectorPicture {
  /// - Parameters:
  ///   - title: What the picture shows, for those who cannot see it.
  ///   - scale: Points for a step of the page.
  static func svg(
    width: Int, height: Int, scale: Double, title: String, _ draw: (Canvas) -> Void
  ) throws(PictureError) -> [UInt8] {
    let sink = ByteSink()
    let surface = cairo_svg_surface_create_for_stream(
      ByteSink.write, sink.pointer, Double(width), Double(height))
    defer { cairo_surface_destroy(surface) }
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
    cairo_svg_surface_restrict_to_version(surface, CAIRO_SVG_VERSION_1_1)
    let canvas = try Canvas(surface, scale: scale)
    draw(canvas)
    try canvas.check()
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(Canvas.words(status)) }
    return withExtendedLifetime(sink) { finished(sink.bytes, title: title) }
  }

  /// With a title, and without the number that cairo gives every surface of a process.
  private static func finished(_ bytes: [UInt8], title: String) -> [UInt8] {
    let number = Array("<g id=\"surface".utf8)
    let root = Array("<svg ".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 200)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
      let isGroup = line.starts(with: number)
      result += isGroup ? ArraySlice("<g id=\"map\">".utf8) : line
      result.append(UInt8(ascii: "\n"))
      if line.starts(with: root) { result += Array("<title>\(escaped(title))</title>\n".utf8) }
    }
    return result
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { text, character in
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      default: text.append(character)
      }
    }
  }
}
