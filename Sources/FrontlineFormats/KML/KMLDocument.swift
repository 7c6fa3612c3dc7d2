public import FrontlineClaims
public import FrontlineLayers

/// What one KML file shows: layers, and what is needed to name and colour them.
public struct KMLDocument: Hashable, Sendable {
  /// How the file says when its features hold.
  public enum Time: Hashable, Sendable {
    /// No time elements at all, for a file of one date: viewers without a time slider show it right.
    case none
    /// A TimeSpan on every Placemark, from the columns `valid_from` and `valid_to`.
    case spans
  }

  public var title: String
  /// Who made the file (`atom:author`); nil for none.
  public var author: String?
  /// Where to read more (`atom:link`); nil for none.
  public var link: String?
  /// Whom to thank for what it is made of; nil for nobody.
  public var credits: String?
  /// Drawn in this order.
  public var layers: [Layer]
  public var parties: [Party]
  public var time: Time
  /// The picture of points: white, so that the status colours it; nil for the viewer's own.
  public var pointIcon: String?

  public init(
    title: String, author: String? = nil, link: String? = nil, credits: String? = nil,
    layers: [Layer], parties: [Party], time: Time, pointIcon: String? = nil
  ) {
    self.title = title
    self.author = author
    self.link = link
    self.credits = credits
    self.layers = layers
    self.parties = parties
    self.time = time
    self.pointIcon = pointIcon
  }
}
