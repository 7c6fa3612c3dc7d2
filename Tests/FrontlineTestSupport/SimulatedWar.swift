public import FrontlineClaims
public import FrontlineGeometry
public import FrontlineReports

/// A made-up war of which everything is known: what is claimed of it, and what is true.
///
/// The same arguments give the same war, place for place and claim for claim.
public struct SimulatedWar: Sendable {
  /// A town of it. Several may share a name, so that its id is the name and the coordinates.
  public struct Town: Hashable, Sendable, Identifiable {
    public var id: String
    public var name: String
    public var position: Position

    public init(name: String, position: Position) {
      id = "\(name)@\(position.latitude),\(position.longitude)"
      self.name = name
      self.position = position
    }
  }

  public var name: String
  /// Opposed all to all.
  public var parties: [Party]
  public var places: [Town]
  public var days: ClosedRange<Day>
  /// By the day of the report.
  public var claims: [Claim]
  public var truth: SimulatedTruth
  /// Lines that no control reaches across, such as a river.
  public var barriers: [LineString]
  /// Lines that control reaches along, such as a valley.
  public var corridors: [LineString]

  public var box: BoundingBox { truth.box }
  /// Where a line can be.
  public var theatre: Polygon { Polygon(box) }

  /// Who really holds a place on a day; nil where nobody does.
  public func holder(at position: Position, on day: Day) -> String? {
    truth.holder(at: truth.point(at: position), on: day)
  }

  /// Where the parties really face each other, with a point every half kilometre.
  public func trueLine(on day: Day) -> [LineString] { truth.lines(on: day) }

  /// The same war with other reports.
  ///
  /// - Parameter seed: Of the reports; the truth and the places stay.
  public func reported(_ reporting: SimulatedReporting, seed: Int) -> SimulatedWar {
    var war = self
    war.claims = SimulatedReporter(war: self, reporting: reporting, seed: seed).claims()
    return war
  }

  init(
    name: String, parties: [String], places: [SimulatedPoint], lasting length: Int,
    truth: SimulatedTruth, reporting: SimulatedReporting, seed: Int,
    barriers: [SimulatedPath] = [], corridors: [SimulatedPath] = []
  ) {
    self.name = name
    self.parties = Self.parties(parties)
    self.places = Self.towns(places.map { truth.position(at: $0) }, seed: seed)
    days = truth.firstDay...truth.firstDay.advanced(by: length)
    claims = []
    self.truth = truth
    self.barriers = barriers.map { LineString($0.points.map { truth.position(at: $0) }) }
    self.corridors = corridors.map { LineString($0.points.map { truth.position(at: $0) }) }
    self = reported(reporting, seed: seed)
  }

  private static func parties(_ ids: [String]) -> [Party] {
    let colours = ["#336699", "#cc6633", "#669933", "#993366", "#999933"]
    return ids.enumerated().map { index, id in
      Party(
        id: id, name: id.prefix(1).uppercased() + id.dropFirst() + " Army",
        colour: colours[index % colours.count], opposedTo: ids.filter { $0 != id })
    }
  }
}

extension SimulatedWar: CustomStringConvertible {
  /// Its name: a failed test need not print all that happened in it.
  public var description: String { name }
}
