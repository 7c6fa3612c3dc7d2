import FrontlineClaims
import FrontlineTestSupport
import Testing

@testable import FrontlineEventTables

@Suite struct `An actor's name` {
  private let actors = ActorMatcher([
    {
      var north = InventedTheatre.north(opposedTo: [])
      north.aliases += ["Military Forces of Talvania (2021-)", "Guard", "Shared"]
      return north
    }(),
    {
      var south = InventedTheatre.south(opposedTo: [])
      south.aliases += ["Southern Front Guard", "Shared"]
      return south
    }(),
  ])

  @Test(arguments: [
    ("north", "north"), ("NORTHERN ARMY", "north"), ("Northern Army (Hill Wing)", "north"),
    ("SF: Southern Front", "south"), ("Military Forces of Talvania (2021-)", "north"),
    ("Military Forces of Talvania (2021-) Third Brigade", "north"),
    ("Southern Front Guard of Dovra", "south"), ("Northerners", "north"),
  ])
  func `means the party that has it, or the longest alias in it`(name: String, party: String) {
    #expect(actors.party(of: name) == party)
  }

  @Test(arguments: [
    "", "Military Forces of Talvania (2004-2021)", "Military Forces of Talvania",
    "Anti-Northern Army Front", "Former Southern Front", "Northerly Army", "Shared",
    "Unknown Group",
  ])
  func `that no party has, or several, means none`(name: String) {
    #expect(actors.party(of: name) == nil)
  }
}
