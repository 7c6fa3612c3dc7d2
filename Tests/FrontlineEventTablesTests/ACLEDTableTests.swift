import FrontlineClaims
import FrontlineEventTables
import FrontlineGeometry
import FrontlineReports
import Testing

@Suite struct `An ACLED row` {
  private func claim(_ changes: [String: String] = [:]) throws -> Claim {
    let made = try InventedTables.acled(changes)
    return try #require(made.claims.first, "\(made.findings)")
  }

  private func findings(_ changes: [String: String]) throws -> [String] {
    let made = try InventedTables.acled(changes)
    #expect(made.claims.isEmpty)
    return made.findings.map(\.description)
  }

  @Test func `of a clash is fighting that contests the place`() throws {
    let claim = try claim()
    #expect(claim.event == .fighting)
    #expect(claim.controlAfter == .contested)
    #expect(claim.actor == "north")
    #expect(claim.against == "south")
    #expect(claim.placeID == "xx-dovra")
    #expect(claim.claimant == .thirdParty)
    #expect(claim.hedge == .asserted)
    #expect(claim.figures == [.init(kind: .killed, party: nil, low: 3, high: 3)])
  }

  @Test func `keeps its text, its codes and its other cells`() throws {
    let claim = try claim()
    let notes = "On 2 September, soldiers and the Front fought in Dovra for an hour."
    #expect(
      claim.provenance
        == .init(
          report: "acled-TAL1", sentence: notes, sentenceRange: 0..<67, placeRange: 49..<54,
          rule: "acled.map: Battles / Armed clash"))
    let coding = try #require(claim.coding)
    #expect(coding.dataset == "acled")
    #expect(coding.row == "TAL1")
    #expect(coding.actor == "Military Forces of Talvania (2021-)")
    #expect(coding.against == "SF: Southern Front")
    #expect(coding.location == "Dovra")
    #expect(coding.radiusKilometres == 10)
    #expect(coding.geoPrecision == 1)
    #expect(coding.timePrecision == 1)
    #expect(coding.deaths == 3)
    #expect(coding.cell("source") == "Oldmark Courier; Radio Selna")
    #expect(coding.cell("source_scale") == "Subnational-National")
    #expect(coding.cell("timestamp") == "1631000000")
    #expect(coding.cell("interaction") == "12")
  }

  @Test(arguments: [
    ("Battles", "Government regains territory", "recaptured", "north"),
    ("Battles", "Non-state actor overtakes territory", "captured", "south"),
    ("battles", "NON-STATE ACTOR OVERTAKES TERRITORY", "captured", "south"),
    ("Strategic developments", "Non-violent transfer of territory", "captured", "north"),
    ("Strategic developments", "Headquarters or base established", "holds", "north"),
    ("Battle-Government regains territory", "", "recaptured", "north"),
  ])
  func `that names who holds the place afterwards says so`(
    type: String, subType: String, event: String, holder: String
  ) throws {
    let claim = try claim(["event_type": type, "sub_event_type": subType])
    #expect(claim.event.rawValue == event)
    #expect(claim.controlAfter == .held(party: holder))
    #expect(claim.actor == holder)
    #expect(claim.against == (holder == "north" ? "south" : "north"))
  }

  @Test func `tells the government by the codes of inter, wherever it stands`() throws {
    let claim = try claim([
      "sub_event_type": "Government regains territory", "actor1": "Southern Front",
      "inter1": "Rebel group", "actor2": "Northern Army", "inter2": "State forces",
    ])
    #expect(claim.controlAfter == .held(party: "north"))
    #expect(claim.against == "south")
  }

  @Test func `that does not tell which side is the government is left out`() throws {
    #expect(
      try findings([
        "sub_event_type": "Government regains territory", "inter1": "2", "inter2": "2",
      ]) == [
        """
        acled.csv:2: warning: 'Government regains territory: Military Forces of Talvania (2021-) (2) / SF: Southern Front (2)' does not say which party holds the place afterwards [unclear-holder]
            the codes of inter must tell a state's forces (1) from others, and the holder be a party
        """
      ])
  }

  @Test func `of shelling is an attack that contests the place`() throws {
    let claim = try claim([
      "event_type": "Explosions/Remote violence",
      "sub_event_type": "Shelling/artillery/missile attack",
    ])
    #expect(claim.event == .attack)
    #expect(claim.controlAfter == .contested)
  }

  @Test func `of violence against civilians says nothing of control`() throws {
    let claim = try claim([
      "event_type": "Violence against civilians", "sub_event_type": "Attack",
      "actor2": "Civilians (Talvania)", "inter2": "7",
    ])
    #expect(claim.event == .attack)
    #expect(claim.controlAfter == .unknown)
    #expect(claim.actor == "north")
    #expect(claim.against == nil)
  }

  @Test func `of a party that fights itself contests the place with nobody`() throws {
    let claim = try claim(["actor2": "Northern Army"])
    #expect(claim.controlAfter == .unknown)
    #expect(claim.against == nil)
  }

  @Test func `of a protest is skipped and counted`() throws {
    #expect(
      try findings(["event_type": "Protests", "sub_event_type": "Peaceful protest"]) == [
        """
        acled.csv:2: note: 'Protests / Peaceful protest' says nothing of where armed parties stand [skipped-event]
            nothing to do; the table of codes says 'skip'
        """
      ])
  }

  @Test func `of a type nobody knows is a finding`() throws {
    #expect(
      try findings(["event_type": "Cyber attack", "sub_event_type": "Denial"]) == [
        """
        acled.csv:2: warning: acled.map does not say what 'Cyber attack / Denial' means [unmapped-event]
            add a line 'event Cyber attack / Denial = …' to a copy of acled.map and name it with --codes
        """
      ])
  }

  @Test func `between actors of whom none is a party is noted`() throws {
    let made = try InventedTables.acled([
      "actor1": "Unidentified Armed Group (Talvania)", "actor2": "Civilians (Talvania)",
    ])
    #expect(made.claims.isEmpty)
    #expect(made.findings.map(\.code) == ["no-party"])
    #expect(made.findings.map(\.severity) == [.note])
  }

  @Test(arguments: [
    ("2021-09-02", "1", "2021-09-02", "2021-09-02", "day"),
    ("02 September 2021", "1", "2021-09-02", "2021-09-02", "day"),
    ("2 Sep 2021", "2", "2021-08-30", "2021-09-05", "week"),
    ("15-February-2024", "3", "2024-02-01", "2024-02-29", "month"),
    ("31 December 2021", "3", "2021-12-01", "2021-12-31", "month"),
  ])
  func `speaks of as many days as its precision of time says`(
    date: String, code: String, first: String, last: String, precision: String
  ) throws {
    let claim = try claim(["event_date": date, "time_precision": code])
    #expect(claim.valid.lowerBound.description == first)
    #expect(claim.valid.upperBound.advanced(by: -1).description == last)
    #expect(claim.precision.rawValue == precision)
    #expect(claim.reported.description == last)
    #expect(claim.dateBasis == "\(date), precision \(code)")
  }

  @Test func `without a readable day is a finding`() throws {
    #expect(
      try findings(["event_date": "02/09/2021"]) == [
        """
        acled.csv:2: warning: '02/09/2021' in the date is not a day [bad-date]
            write it as 2021-09-02 or 02 September 2021, or give a mapping's date_format
        """
      ])
  }

  @Test func `without a position on Earth is a finding`() throws {
    #expect(try findings(["latitude": "95"]).count == 1)
    #expect(try findings(["longitude": "east"]).count == 1)
    #expect(try findings(["latitude": "nan"]).count == 1)
  }

  @Test func `with an unknown code of precision is a finding`() throws {
    #expect(
      try findings(["geo_precision": "9"]) == [
        """
        acled.csv:2: warning: acled.map knows no code '9' of geographic precision [bad-precision]
            mend the cell, or add the code to a copy of acled.map and name it with --codes
        """
      ])
    #expect(try findings(["time_precision": "x"]).count == 1)
  }

  @Test func `whose position is only known within a district speaks for the district`() throws {
    let claim = try claim(["geo_precision": "2"])
    #expect(claim.placeID == "xx-harven")
    #expect(claim.coding?.radiusKilometres == 25)
    #expect(claim.coding?.location == "Dovra")
  }

  @Test func `whose position is only known within a province speaks for the province`() throws {
    let claim = try claim(["geo_precision": "3"])
    #expect(claim.placeID == "xx-oldmark")
    #expect(claim.coding?.radiusKilometres == 100)
  }

  @Test func `at a place the gazetteer does not have gets a place of its own`() throws {
    let claim = try claim(["location": "Zell's Farm", "latitude": "50.3", "longitude": "-0.05"])
    #expect(claim.placeID == "acled-zells-farm-n50.300-w0.050")
    #expect(claim.placeName == "Zell's Farm")
    #expect(claim.position == Position(longitude: -0.05, latitude: 50.3))
  }

  @Test func `takes a namesake in the gazetteer only if it is near`() throws {
    #expect(
      try claim(["location": "Novy Mir", "latitude": "50.30", "longitude": "9.96"]).placeID
        == "xx-novy-mir")
    #expect(
      try claim(["location": "Novy Mir", "latitude": "50.91", "longitude": "12.11"]).placeID
        == "xx-novy-mir-lindar")
    #expect(
      try claim(["location": "Novy Mir", "latitude": "50.6", "longitude": "11.0"]).placeID
        == "acled-novy-mir-n50.600-e11.000")
  }

  @Test func `at the very spot of a settlement is about it, whatever it is called`() throws {
    #expect(try claim(["location": "Dovra Old Town"]).placeID == "xx-dovra")
  }

  @Test func `whose sources all are one party's is that party's word`() throws {
    #expect(try claim(["source": "Northern Army Press"]).claimant == .party("north"))
    #expect(
      try claim(["source": "Northern Army Press; Radio Selna"]).claimant == .thirdParty)
    #expect(
      try claim(["source": "Northern Army Press; Mara Vint"]).claimant == .thirdParty)
    #expect(try claim(["source": ""]).claimant == .thirdParty)
  }

  @Test func `without notes says what it codes`() throws {
    #expect(
      try claim(["notes": ""]).provenance.sentence
        == "Battles / Armed clash: Military Forces of Talvania (2021-), SF: Southern Front; Dovra, 2021-09-02."
    )
  }

  @Test func `with a number that is none makes a claim without it`() throws {
    let made = try InventedTables.acled(["fatalities": "many"])
    #expect(made.claims.map(\.figures) == [[]])
    #expect(
      made.findings.map(\.description) == [
        """
        acled.csv:2: warning: 'many' in deaths is not a whole number from 0 up [bad-number]
            mend the cell; the claim was made without the number
        """
      ])
    #expect(made.leftOut == [])
  }
}

@Suite struct `An ACLED table` {
  @Test func `is read by its columns' names, in any order and without the optional ones`() throws {
    let columns = [
      "LOCATION", "longitude", "latitude", "actor2", "actor1", "event_date", "sub_event_type",
      "event_type", "event_id_cnty",
    ]
    let table = InventedTables.table(
      [["LOCATION": "Dovra"]], ordinary: InventedTables.ordinaryACLED, columns: columns)
    let made = try ACLEDTable.claims(
      table, file: "acled.csv", parties: InventedTables.parties, index: InventedTables.index)
    #expect(made.findings == [])
    #expect(made.claims.map(\.placeID) == ["xx-dovra"])
    #expect(made.claims.map(\.precision) == [.day])
    #expect(made.claims.map(\.figures) == [[]])
    #expect(made.claims[0].coding?.geoPrecision == nil)
  }

  @Test func `without columns it needs is refused with their names`() {
    let table = InventedTables.table(
      [[:]], ordinary: [:], columns: ["event_id_cnty", "event_type", "location", "latitude"])
    let error = #expect(throws: EventTableError.self) {
      try ACLEDTable.claims(
        table, file: "acled.csv", parties: InventedTables.parties, index: InventedTables.index)
    }
    #expect(
      error?.description == """
        acled.csv: error: the table lacks the columns 'event_date', 'actor1', 'longitude', without which a row of ACLED says too little [missing-columns]
            its first line has: event_id_cnty, event_type, location, latitude; is it a table of ACLED, with its header line?
        """)
  }

  @Test func `tells of an unmapped actor once, with its rows`() throws {
    let stranger = ["actor2": "Coast Guard of Elsewhere"]
    let made = try InventedTables.acled([:], stranger, stranger, ["actor1": "Guild"], stranger)
    #expect(made.claims.map(\.coding?.row) == ["TAL1"])
    #expect(made.rows == 5)
    #expect(
      made.findings.map(\.description) == [
        """
        acled.csv:3: warning: 'Coast Guard of Elsewhere' is no party of the theatre; 3 rows, lines 3, 4, 6 [unmapped-actor]
            add "Coast Guard of Elsewhere" to the aliases of a party in theatre.yaml
        """,
        """
        acled.csv:5: warning: 'Guild' is no party of the theatre [unmapped-actor]
            add "Guild" to the aliases of a party in theatre.yaml
        """,
      ])
    #expect(made.leftOut.map(\.line) == [3, 4, 5, 6])
    #expect(
      made.leftOutTable.written()
        == "line,code,value\r\n3,unmapped-actor,Coast Guard of Elsewhere\r\n4,unmapped-actor,Coast Guard of Elsewhere\r\n5,unmapped-actor,Guild\r\n6,unmapped-actor,Coast Guard of Elsewhere\r\n"
    )
  }

  @Test func `does not flood: many wrong values are summed up`() throws {
    let rows = (0..<120).map { ["event_id_cnty": "T\($0)", "actor2": "Stranger \($0)"] }
    let made = try ACLEDTable.claims(
      InventedTables.table(rows, ordinary: InventedTables.ordinaryACLED), file: "acled.csv",
      parties: InventedTables.parties, index: InventedTables.index)
    #expect(made.findings.count == 51)
    #expect(
      made.findings.last?.message == "the same is wrong with 70 more values in 70 rows")
    #expect(made.leftOut.count == 120)
  }

  @Test func `uses one of two rows with an id`() throws {
    let made = try InventedTables.acled(["event_id_cnty": "X"], ["event_id_cnty": "X"])
    #expect(made.claims.count == 1)
    #expect(made.findings.map(\.code) == ["duplicate-row"])
  }

  @Test func `with other codes is read by a map of one's own`() throws {
    let map = EventMap(
      Array("event Battles / * = withdrew second\ngeo 1 = around 30\nnonsense\n".utf8),
      name: "own.map")
    let made = try ACLEDTable.claims(
      InventedTables.table(
        [["time_precision": ""]], ordinary: InventedTables.ordinaryACLED), file: "acled.csv",
      parties: InventedTables.parties, index: InventedTables.index, map: map)
    #expect(made.claims.map(\.event) == [.withdrew])
    #expect(made.claims.map(\.controlAfter) == [.held(party: "south")])
    #expect(made.claims.map(\.placeID) == ["acled-dovra-30km-n50.250-e10.100"])
    #expect(made.findings.map(\.code) == ["unread-code"])
    #expect(made.findings.map(\.line) == [3])
  }
}

@Suite struct `Our tables of codes` {
  @Test func `have no line that is not read`() {
    #expect(EventMap.acled.unread == [])
    #expect(EventMap.ucdp.unread == [])
  }
}
