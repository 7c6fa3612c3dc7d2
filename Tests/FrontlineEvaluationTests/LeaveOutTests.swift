import Foundation
import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineGazetteer
import FrontlineReports
import FrontlineTestSupport
import Testing

@testable import FrontlineEvaluation

@Suite struct `Leaving places out` {
  private static let war = SimulatedWar.slow(seed: 11, places: 80)

  private static func pipeline(_ war: SimulatedWar) -> Pipeline {
    let places = war.places.map { town in
      Place(
        id: town.id, name: town.name, featureClass: "P", featureCode: "PPL", country: "XX",
        position: town.position)
    }
    return Pipeline(
      theatre: Theatre(id: "war", title: "War", box: war.box, parties: war.parties),
      gazetteer: Gazetteer(places: places, names: []))
  }

  private func scores(
    _ claims: [Claim], methods: [ControlMethod] = ControlMethod.allCases
  ) async throws -> LeaveOut {
    let last = Self.war.days.upperBound
    return try await LeaveOut(
      Self.pipeline(Self.war), claims: claims, days: [last],
      methods: methods)
  }

  @Test func `holds each method against the same places, whatever the order of the claims`()
    async throws
  {
    let methods = [ControlMethod.kriging, .nearest]
    let found = try await scores(Self.war.claims, methods: methods)
    let places = Set(found.methods.map(\.total.places))
    #expect(places.count == 1)
    #expect(places.allSatisfy { $0 > 60 && $0 <= 80 })
    #expect(try await scores(Self.war.claims.reversed(), methods: methods) == found)
    for method in found.methods {
      #expect(method.total.places == method.days.reduce(0) { $0 + $1.places })
      #expect(method.total.wrong <= method.total.sure)
    }
  }

  @Test func `shows that the recommended method foretells more than the baselines`() async throws {
    let found = try await scores(Self.war.claims)
    let byMethod = Dictionary(uniqueKeysWithValues: found.methods.map { ($0.method, $0.total) })
    let best = try #require(byMethod[.kriging]?.logScore)
    for baseline in [ControlMethod.tessellation, .nearest, .naturalNeighbour] {
      #expect(try best < #require(byMethod[baseline]?.logScore), "\(baseline)")
    }
  }

  @Test func `a place's own claims do not help to foretell them`() async throws {
    // One place says what none of the others round it does, and is sure of it.
    var claims = Self.war.claims.map { claim in
      var claim = claim
      claim.controlAfter = .held(party: "amber")
      claim.event = .holds
      claim.claimant = .independent
      return claim
    }
    let odd = Self.war.places[0].id
    for index in claims.indices where claims[index].placeID == odd {
      claims[index].controlAfter = .held(party: "basalt")
    }
    let found = try await scores(claims, methods: [.kriging])
    #expect(found.methods[0].total.wrong == 1)
  }

  @Test func `scores belief against belief`() throws {
    var score = LeaveOut.Score()
    score.add(own: [1, 0], map: [0.8, 0.2])
    score.add(own: [0.5, 0.5], map: [0.9, 0.1])
    score.add(own: [0.05, 0.95], map: [0.6, 0.4])
    #expect(score.places == 3 && score.sure == 2 && score.wrong == 1)
    let logs = [
      -log(0.8), -(log(0.9) + log(0.1)) / 2, -(0.05 * log(0.6) + 0.95 * log(0.4)),
    ]
    #expect(try abs(#require(score.logScore) - logs.reduce(0, +) / 3) < 1e-12)
    let briers = [0.04, (0.01 + 0.81) / 2, 0.05 * 0.16 + 0.95 * 0.36]
    #expect(try abs(#require(score.brierScore) - briers.reduce(0, +) / 3) < 1e-12)
    #expect(score.wrongShare == 0.5)
    #expect(LeaveOut.Score().logScore == nil)
  }
}
