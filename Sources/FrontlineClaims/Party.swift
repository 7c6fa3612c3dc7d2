/// A side of the conflict, as the theatre file describes it.
public struct Party: Hashable, Sendable, Identifiable {
  /// Short, an NCName: used in every output.
  public var id: String
  public var name: String
  /// Other names of the party and of the forces that belong to it.
  public var aliases: [String]
  /// Words for its members.
  public var demonyms: [String]
  /// People, offices and outlets that speak for it.
  public var people: [String]
  /// `#rrggbb`.
  public var colour: String
  public var opposedTo: [String]
  public var alliedWith: [String]

  public init(
    id: String, name: String, aliases: [String] = [], demonyms: [String] = [],
    people: [String] = [], colour: String, opposedTo: [String] = [], alliedWith: [String] = []
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.demonyms = demonyms
    self.people = people
    self.colour = colour
    self.opposedTo = opposedTo
    self.alliedWith = alliedWith
  }
}
