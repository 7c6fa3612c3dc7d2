import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineGeometry
import FrontlineReports
import Testing

struct TheatreFileTests {
  private static let parties = """
    parties:
      - {id: north, name: Northern Army, colour: "#1565c0", opposed_to: [south]}
      - {id: south, name: Southern Front}
    """

  private func read(_ yaml: String) throws -> Theatre {
    try TheatreFile(file: "theatre.yaml").read(yaml, defaultID: "my theatre")
  }

  /// The whole message for a file that cannot be used.
  private func message(_ yaml: String) -> String {
    do {
      _ = try read(yaml)
      return "read without a complaint"
    } catch {
      return "\(error)"
    }
  }

  @Test func `what a file leaves out has its default`() throws {
    let theatre = try read(Self.parties)
    #expect(theatre.id == "my-theatre" && theatre.title == "my theatre")
    #expect(theatre.timeZone == "UTC" && theatre.reachKilometres == 8)
    #expect(theatre.period == nil && theatre.box == nil && theatre.prior == [])
    #expect(theatre.parties.map(\.colour) == ["#1565c0", "#888888"])
    #expect(theatre.areOpposed("south", "north") && !theatre.areOpposed("north", "north"))
  }

  @Test func `everything a file says is read`() throws {
    let theatre = try read(
      """
      id: t-1
      title: "Over there: 2031"
      time_zone: Asia/Kabul
      period: {first: 2031-05-01, last: 2031-05-14}
      box: {west: 9, south: 49.5, east: 13, north: 52}
      gazetteers: [../places]
      reach_km: 5.5
      weights: {own_favour: 0.25}
      \(Self.parties)
      prior:
        - {place: xx, party: north, since: 2031-04-01, source: "told"}
      """)
    #expect(
      theatre.period.map { [$0.lowerBound.description, $0.upperBound.description] } == [
        "2031-05-01", "2031-05-14",
      ])
    #expect(theatre.box?.south == 49.5 && theatre.reachKilometres == 5.5)
    #expect(theatre.weights.ownFavour == 0.25 && theatre.weights.independent == 1)
    #expect(
      theatre.prior.map(\.place) == ["xx"] && theatre.prior[0].since == Day(iso: "2031-04-01"))
  }

  @Test func `each mistake is told with its line and its remedy`() {
    #expect(
      message("title: [").hasPrefix("theatre.yaml:2: error: not readable as YAML"))
    #expect(
      message("titel: x\n\(Self.parties)") == """
        theatre.yaml:1: error: the theatre file has no key 'titel' [theatre]
            known keys: box, gazetteers, id, parties, period, prior, reach_km, time_zone, title, weights
        """)
    #expect(
      message("\(Self.parties)\nperiod: {first: 2031-05-14, last: 2031-05-01}") == """
        theatre.yaml:4: error: the period ends on 2031-05-01, before it starts on 2031-05-14 [theatre]
            swap the two days
        """)
    #expect(
      message("\(Self.parties)\nperiod: {first: 2031-02-30, last: 2031-05-01}") == """
        theatre.yaml:4: error: first '2031-02-30' is not a day [theatre]
            write it as YYYY-MM-DD
        """)
    #expect(
      message("\(Self.parties)\nbox: {west: 13, south: 49, east: 9, north: 52}") == """
        theatre.yaml:4: error: the box is empty [theatre]
            west must be less than east, south less than north
        """)
    #expect(
      message("\(Self.parties)\nprior: [{place: xx, party: east}]").contains(
        "'east' is not the id of a party [theatre]\n    use one of: north, south"))
    #expect(
      message("parties: [{id: a, colour: red}]").contains(
        "colour 'red' of party 'a' is not of the form #rrggbb"))
    #expect(
      message("parties: [{id: 'a b'}]").contains(
        "a party's id 'a b' has characters an id cannot have"))
    #expect(message("parties: [{id: a}, {id: a}]").contains("two parties have the id 'a'"))
    #expect(message("title: x").contains("the file names no parties"))
    #expect(message("\(Self.parties)\nreach_km: far").contains("reach_km 'far' is not a distance"))
    #expect(
      message("\(Self.parties)\nweights: {prior: -1}").contains(
        "weight prior '-1' is not a number from 0 up"))
  }
}
