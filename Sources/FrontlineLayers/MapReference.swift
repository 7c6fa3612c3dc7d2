public import FrontlineGeometry

/// A name that a reader may know the land by: no report need speak of it.
public struct MapReference: Hashable, Sendable {
  public enum Kind: String, Sendable { case capital, town, pass, unit }

  public var name: String
  public var position: Position
  public var kind: Kind

  public init(name: String, position: Position, kind: Kind) {
    self.name = name
    self.position = position
    self.kind = kind
  }
}
