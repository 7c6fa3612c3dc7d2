internal import CCairo

/// What is drawn on, in steps of a page. The only place where cairo is called.
///
/// Not `Sendable`: it is made, drawn on and read within one call.
final class Canvas {
  private let context: OpaquePointer

  /// - Parameter surface: Stays the caller's.
  init(_ surface: OpaquePointer?, scale: Double) throws(PictureError) {
    guard let surface, let context = cairo_create(surface) else {
      throw .cairo("out of memory")
    }
    self.context = context
    cairo_scale(context, scale, scale)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    // Letters as they were designed, wherever they stand, so that words are as long in PNG as in SVG.
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
  }

  deinit { cairo_destroy(context) }

  /// - Throws: If anything drawn so far failed.
  func check() throws(PictureError) {
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(Self.words(status)) }
  }

  static func words(_ status: cairo_status_t) -> String {
    cairo_status_to_string(status).map { String(cString: $0) } ?? "cairo gave no reason"
  }

  // MARK: Shapes

  func fill(_ path: PagePath, _ ink: Ink) {
    trace(path)
    use(ink)
    cairo_fill(context)
  }

  func stroke(_ path: PagePath, _ pen: Pen) {
    trace(path)
    stroke(pen)
  }

  /// Draws inside a shape only.
  func clipped(to path: PagePath, _ draw: () -> Void) {
    cairo_save(context)
    trace(path)
    cairo_clip(context)
    draw()
    cairo_restore(context)
  }

  private func stroke(_ pen: Pen) {
    use(pen.ink)
    cairo_set_line_width(context, pen.width)
    cairo_set_dash(context, pen.dashes, Int32(pen.dashes.count), 0)
    cairo_set_line_cap(context, pen.isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_stroke(context)
  }

  private func use(_ ink: Ink) {
    cairo_set_source_rgba(context, ink.red, ink.green, ink.blue, ink.alpha)
  }

  private func trace(_ path: PagePath) {
    cairo_new_path(context)
    for step in path.steps {
      switch step {
      case .move(let point): cairo_move_to(context, point.x, point.y)
      case .line(let point): cairo_line_to(context, point.x, point.y)
      case .curve(let first, let second, let end):
        cairo_curve_to(context, first.x, first.y, second.x, second.y, end.x, end.y)
      case .circle(let centre, let radius):
        cairo_new_sub_path(context)
        cairo_arc(context, centre.x, centre.y, radius, 0, 2 * Double.pi)
        cairo_close_path(context)
      case .close: cairo_close_path(context)
      }
    }
  }

  // MARK: Words

  /// - Parameters:
  ///   - start: The left end of the line that the letters stand on.
  ///   - halo: Drawn round the letters.
  func text(_ text: String, at start: PagePoint, _ font: Font, _ ink: Ink, halo: Pen? = nil) {
    select(font)
    if let halo {
      cairo_new_path(context)
      cairo_move_to(context, start.x, start.y)
      cairo_text_path(context, text)
      stroke(halo)
    }
    cairo_move_to(context, start.x, start.y)
    use(ink)
    cairo_show_text(context, text)
    cairo_new_path(context)
  }

  /// How far a text takes the pen.
  func width(of text: String, _ font: Font) -> Double {
    select(font)
    var extents = cairo_text_extents_t()
    cairo_text_extents(context, text, &extents)
    return extents.x_advance
  }

  private func select(_ font: Font) {
    cairo_select_font_face(
      context, "sans", font.isItalic ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL,
      font.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    cairo_set_font_size(context, font.size)
  }
}
