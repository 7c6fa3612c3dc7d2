internal import CCairo

/// A drawn picture as its points.
struct Raster: Hashable, Sendable {
  let width: Int
  let height: Int
  /// Row by row from the upper left, each 0x00rrggbb.
  let pixels: [UInt32]

  /// Draws a picture.
  ///
  /// - Parameters:
  ///   - scale: Points for a step of the page.
  init(width: Int, height: Int, scale: Double, _ draw: (Canvas) -> Void) throws(PictureError) {
    self.width = width
    self.height = height
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { cairo_surface_destroy(surface) }
    let canvas = try Canvas(surface, scale: scale)
    draw(canvas)
    try canvas.check()
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { throw .cairo("no picture") }
    let stride = Int(cairo_image_surface_get_stride(surface))
    var pixels: [UInt32] = []
    pixels.reserveCapacity(width * height)
    for row in 0..<height {
      let start = UnsafeRawPointer(data + row * stride)
      for column in 0..<width {
        pixels.append(start.load(fromByteOffset: column * 4, as: UInt32.self) & 0xFF_FFFF)
      }
    }
    self.pixels = pixels
  }

  /// A part of a picture.
  struct Part: Hashable, Sendable {
    var left: Int
    var top: Int
    var width: Int
    var height: Int
  }

  var whole: Part { Part(left: 0, top: 0, width: width, height: height) }

  /// The smallest part that holds all differences from a picture of the same size; one point if there is none.
  func difference(from other: Raster) -> Part {
    var (left, right, top, bottom) = (width, -1, height, -1)
    for row in 0..<height {
      let line = row * width
      for column in 0..<width where pixels[line + column] != other.pixels[line + column] {
        left = min(left, column)
        right = max(right, column)
        top = min(top, row)
        bottom = row
      }
    }
    guard right >= 0 else { return Part(left: 0, top: 0, width: 1, height: 1) }
    return Part(left: left, top: top, width: right - left + 1, height: bottom - top + 1)
  }

  func png() throws(PictureError) -> [UInt8] { try png(of: whole) }

  func png(of part: Part) throws(PictureError) -> [UInt8] {
    var cut: [UInt32] = []
    cut.reserveCapacity(part.width * part.height)
    for row in part.top..<part.top + part.height {
      let start = row * width + part.left
      cut += pixels[start..<start + part.width]
    }
    let sink = ByteSink()
    // RGB24 has four bytes a point and no gap at a row's end.
    let status = cut.withUnsafeMutableBytes { bytes in
      let surface = cairo_image_surface_create_for_data(
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_RGB24,
        Int32(part.width), Int32(part.height), Int32(part.width * 4))
      defer { cairo_surface_destroy(surface) }
      return cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.pointer)
    }
    guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(Canvas.words(status)) }
    return sink.bytes
  }
}

/// Takes what cairo writes.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  /// To be given with ``write``, for as long as the sink lives.
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
