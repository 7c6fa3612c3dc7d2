import FrontlineClaims
import FrontlineControl
import FrontlineGazetteer
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `A place` {
  @Test func `without prior control and without a claim is unknown`() {
    let place = check("xx-dovra", [])
    #expect(place.status == .unknown)
    #expect(place.probability == 0)
    #expect(place.partyProbabilities == [])
    #expect(place.claims == [])
    #expect(place.decidedBy == nil)
  }

  @Test func `is held by whoever is said to have captured it`() {
    let claim = captured("north", day(0))
    let place = check("xx-dovra", [claim])
    #expect(place.status == .held(party: "north"))
    #expect(place.probability > 0.7 && place.probability < 0.95)
    #expect(place.claims == [claim.id])
    #expect(place.decidedBy == "xx-dovra")
  }

  @Test func `changes hands with a later capture`() {
    let claims = [captured("north", day(0)), captured("south", day(3))]
    #expect(check("xx-dovra", claims, on: day(2)).status == .held(party: "north"))
    #expect(check("xx-dovra", claims, on: day(3)).status == .held(party: "south"))
  }

  @Test func `that both sides took on one day is contested between them`() {
    let claims = [captured("north", day(0)), captured("south", day(0))]
    let place = check("xx-dovra", claims)
    #expect(place.status == .contested(parties: ["north", "south"]))
    #expect(place.probability == 0.5)
    #expect(place.claims == claims.map(\.id).sorted())
  }

  @Test func `that a party alone says it took is contested, and not that party's`() {
    let held = Claim.invented(
      .holds, at: "xx-dovra", actor: "south", against: nil, on: day(0))
    let taken = Claim.invented(
      .captured, at: "xx-dovra", actor: "north", against: "south", on: day(9),
      by: .party("north"))
    #expect(
      check("xx-dovra", [held, taken], on: day(9)).status
        == .contested(parties: ["north", "south"]))
    let confirmed = Claim.invented(
      .captured, at: "xx-dovra", actor: "north", against: "south", on: day(10))
    #expect(
      check("xx-dovra", [held, taken, confirmed], on: day(10)).status == .held(party: "north"))
  }

  @Test func `does not hear of a later day`() {
    #expect(check("xx-dovra", [captured("north", day(1))], on: day(0)).status == .unknown)
  }

  @Test func `is as it was known on a day, when asked`() {
    let claim = captured("north", day(0), reported: day(5))
    #expect(check("xx-dovra", [claim], on: day(1), knownBy: day(4)).status == .unknown)
    #expect(
      check("xx-dovra", [claim], on: day(1), knownBy: day(5)).status == .held(party: "north"))
    #expect(check("xx-dovra", [claim], on: day(1)).status == .held(party: "north"))
  }

  @Test func `loses certainty with every day nobody speaks of it`() {
    let claims = [captured("north", day(0))]
    let beliefs = [0, 10, 100, 10_000].map { check("xx-dovra", claims, on: day($0)).probability }
    #expect(beliefs == beliefs.sorted(by: >))
    #expect(Set(beliefs).count == 4)
    #expect(beliefs[3] > 0.5 && beliefs[3] < 0.51)
  }

  @Test func `loses that certainty too where prior control has no date`() {
    let prior = [PriorStatement(id: "prior", areaID: "xx-dovra", party: "north", since: nil)]
    let claims = [captured("south", day(0))]
    let soon = check("xx-dovra", claims, on: day(0), prior: prior)
    let late = check("xx-dovra", claims, on: day(100), prior: prior)
    #expect(late.probability < soon.probability)
  }

  @Test func `takes the latest prior statement, in whatever order they stand`() {
    let early = PriorStatement(id: "early", areaID: "xx", party: "north", since: day(-9))
    let late = PriorStatement(id: "late", areaID: "xx", party: "south", since: day(-2))
    for prior in [[early, late], [late, early]] {
      let place = check("xx-dovra", [], on: day(0), prior: prior)
      #expect(place.status == .held(party: "south"))
      #expect(place.claims == ["late"])
      #expect(place.decidedBy == "xx")
      #expect(check("xx-dovra", [], on: day(-5), prior: prior).claims == ["early"])
      #expect(check("xx-dovra", [], on: day(-10), prior: prior).status == .unknown)
    }
  }

  @Test func `takes the nearest prior statement`() {
    let prior = [
      PriorStatement(id: "country", areaID: "xx", party: "north", since: day(-2)),
      PriorStatement(id: "district", areaID: "xx-harven", party: "south", since: day(-9)),
    ]
    #expect(check("xx-dovra", [], prior: prior).claims == ["district"])
    #expect(check("xx-selna", [], prior: prior).claims == ["country"])
  }

  @Test func `goes with its area until somebody speaks of the place itself`() {
    let area = captured("north", day(0), at: "xx-oldmark")
    let near = captured("south", day(0), at: "xx-dovra")
    let before = check("xx-dovra", [area])
    #expect(before.status == .held(party: "north"))
    #expect(before.decidedBy == "xx-oldmark")
    #expect(before.probability < check("xx-dovra", [captured("north", day(0))]).probability)
    let after = check("xx-dovra", [area, near])
    #expect(after.status == .held(party: "south"))
    #expect(after.decidedBy == "xx-dovra")
    #expect(check("xx-selna", [area, near]).status == .held(party: "north"))
  }

  @Test func `does not go by what happened at the edge of its area`() {
    let edge = Claim.invented(
      .captured, at: "xx-harven", actor: "north", against: "south", on: day(0), edge: "entrance")
    #expect(check("xx-dovra", [edge]).status == .unknown)
  }
}

@Suite struct `Fighting` {
  @Test func `leaves a place contested while it is fresh, then what was before`() {
    let claims = [
      captured("north", day(0)),
      Claim.invented(.fighting, at: "xx-dovra", actor: nil, against: nil, on: day(5)),
    ]
    let states = (4...9).map { check("xx-dovra", claims, on: day($0)).status }
    let contested = PlaceControl.Status.contested(parties: ["north", "south"])
    let held = PlaceControl.Status.held(party: "north")
    #expect(states == [held, contested, contested, contested, held, held])
  }

  @Test func `in a place nobody is known to hold leaves it unknown again`() {
    let fight = [
      Claim.invented(.attack, at: "xx-dovra", actor: "north", against: "south", on: day(0))
    ]
    #expect(
      check("xx-dovra", fight, on: day(0)).status == .contested(parties: ["north", "south"]))
    #expect(check("xx-dovra", fight, on: day(9)).status == .unknown)
  }

  @Test func `among parties that are not named says nothing where nobody is known to be`() {
    let fight = [Claim.invented(.fighting, at: "xx-dovra", actor: nil, against: nil, on: day(0))]
    #expect(check("xx-dovra", fight).status == .unknown)
  }

  @Test func `in a province makes no single place contested`() {
    let fight = Claim.invented(
      .attack, at: "xx-oldmark", actor: "north", against: "south", on: day(0))
    #expect(check("xx-dovra", [fight]).status == .unknown)
  }

  @Test func `in a district makes its places contested, with less belief`() {
    let district = Claim.invented(
      .attack, at: "xx-harven", actor: "north", against: "south", on: day(0))
    let place = Claim.invented(
      .attack, at: "xx-dovra", actor: "north", against: "south", on: day(0))
    let wide = check("xx-dovra", [district])
    let near = check("xx-dovra", [place])
    #expect(wide.status == near.status)
    #expect(wide.probability < near.probability)
    #expect(wide.decidedBy == "xx-harven")
  }

  @Test
  func `is expected where a side gathers at what its enemy holds, and not at what is its own`() {
    let masses = Claim.invented(
      .massing, at: "xx-dovra", actor: "north", against: "south", on: day(1))
    let theirs = check("xx-dovra", [captured("south", day(0)), masses], on: day(1))
    #expect(theirs.status == .contested(parties: ["north", "south"]))
    #expect(theirs.claims.contains(masses.id))
    #expect(
      check("xx-dovra", [captured("north", day(0)), masses], on: day(1)).status
        == .held(party: "north"))
    #expect(
      check("xx-dovra", [captured("south", day(0)), masses], on: day(9)).status
        == .held(party: "south"))
  }

  @Test func `that is hearsay makes a place contested, and not every place of a district`() {
    func hearsay(at place: String) -> Claim {
      Claim.invented(
        .attack, at: place, actor: "north", against: "south", on: day(0), hedge: .unverified)
    }
    #expect(
      check("xx-dovra", [hearsay(at: "xx-dovra")]).status
        == .contested(parties: ["north", "south"]))
    #expect(check("xx-dovra", [hearsay(at: "xx-harven")]).status == .unknown)
  }
}

@Suite struct `A source` {
  @Test func `counts once, however often it says a thing`() {
    let once = [captured("north", day(0))]
    let twice = once + [captured("north", day(0), event: .holds, id: "again")]
    #expect(check("xx-dovra", once + once) == check("xx-dovra", once))
    #expect(check("xx-dovra", twice).probability == check("xx-dovra", once).probability)
    #expect(check("xx-dovra", twice).claims == twice.map(\.id).sorted())
  }

  @Test func `that copies another's sentence is no second source`() {
    var copy = captured("north", day(0), report: "copy")
    let once = captured("north", day(0))
    let same = check("xx-dovra", [once, copy])
    #expect(same.probability == check("xx-dovra", [once]).probability)
    copy.provenance.sentence = "Somebody else saw it too."
    #expect(check("xx-dovra", [once, copy]).probability > same.probability)
  }

  @Test func `that is a party counts once in however many reports`() {
    func said(_ report: String) -> Claim {
      var claim = captured("north", day(0), by: .party("north"), report: report)
      claim.provenance.sentence = "Report \(report)."
      return claim
    }
    let many = (0..<10).map { said("r\($0)") }
    #expect(
      check("xx-dovra", many).probability == check("xx-dovra", [many[0]]).probability)
  }

  @Test func `counts less in its own favour than against its own interest`() {
    let favour = check("xx-dovra", [captured("north", day(0), by: .party("north"))])
    let neutral = check("xx-dovra", [captured("north", day(0))])
    let against = check("xx-dovra", [captured("north", day(0), by: .party("south"))])
    #expect(favour.probability < neutral.probability)
    #expect(neutral.probability < against.probability)
  }

  @Test func `that is unsure counts less`() {
    let unsure = check("xx-dovra", [captured("north", day(0), hedge: .unverified)])
    #expect(unsure.probability < check("xx-dovra", [captured("north", day(0))]).probability)
  }

  @Test(arguments: [
    (View.assessed, ["independent", "resident", "north", "south", "hearsay"]),
    (.independent, ["independent", "resident", "hearsay"]),
    (.claimed(party: "north"), ["north", "hearsay"]),
    (.claimed(party: "south"), ["south"]),
  ])
  func `is heard in the views it belongs to`(view: View, expected: [String]) {
    let claims = [
      captured("north", day(0), by: .independent, id: "independent"),
      captured("north", day(0), by: .resident, id: "resident"),
      captured("north", day(0), by: .party("north"), id: "north"),
      captured("north", day(0), by: .party("south"), id: "south"),
      captured("north", day(0), by: .thirdParty, hedge: .unverified, id: "hearsay"),
    ]
    #expect(check("xx-dovra", claims, in: view).claims == expected.sorted())
  }
}

/// The state of a place, with both parties opposed and the invented gazetteer.
private func check(
  _ placeID: String, _ claims: [Claim], on asOf: Day = day(0), in view: View = .assessed,
  prior: [PriorStatement] = [], knownBy: Day? = nil
) -> PlaceControl {
  let map = InventedModel(prior: prior).map(
    asOf: asOf, view: view, claims: claims, knownBy: knownBy)
  return map.places.first { $0.placeID == placeID }!
}

private func captured(
  _ party: String, _ day: Day, at place: String = "xx-dovra", event: Claim.Event = .captured,
  reported: Day? = nil, by claimant: Claim.Claimant = .independent,
  hedge: Claim.Hedge = .asserted, report: String = "report", id: String? = nil
) -> Claim {
  .invented(
    event, at: place, actor: party, against: party == "north" ? "south" : "north", on: day,
    reported: reported, by: claimant, hedge: hedge, report: report, id: id)
}
