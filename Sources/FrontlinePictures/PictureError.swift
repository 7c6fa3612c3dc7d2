/// A picture that could not be made.
public struct PictureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In the words of what noticed.
  public var reason: String

  public var description: String { "error: the picture could not be drawn: \(reason) [picture]" }

  static func cairo(_ reason: String) -> PictureError { PictureError(reason: reason) }
  static let frames = PictureError(reason: "the frames of an animation must be of one size")
}
