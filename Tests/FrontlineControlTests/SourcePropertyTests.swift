import FrontlineClaims
import FrontlineControl
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `A second source` {
  /// What is believed of a town by its own claims, on the day of the last of them, where claims by lot are told of others.
  private func belief(_ extra: [Claim], seed: Int) -> Double {
    let others = InventedModel.claims(seed: seed).filter { $0.placeID != "xx-orvik" }
    // The town lies by itself: nobody near it speaks for it.
    let alone = others.filter { !$0.placeID.contains("lindar") && !$0.placeID.contains("westrin") }
      .filter { !["xx", "xx-talgrad"].contains($0.placeID) }
    let model = ControlModel(InventedModel().setting, claims: alone + extra)
    let inference = model.infer(asOf: day(9), view: .assessed, knownBy: nil)
    guard let site = inference.control.places.first(where: { $0.placeID == "xx-orvik" })
    else { return 0 }
    let nearest = inference.evidence(for: "north", near: site.position, limit: 1)
    return nearest.first { $0.placeID == site.placeID }?.probability ?? 0
  }

  private func says(
    _ source: String, _ number: Int, by claimant: Claim.Claimant = .independent
  ) -> Claim {
    var claim = Claim.invented(
      .holds, at: "xx-orvik", actor: "north", against: nil, on: day(number), by: claimant,
      report: source, id: "e-\(source)-\(number)")
    claim.provenance.sentence = "\(source) on day \(number)."
    return claim
  }

  @Test(arguments: 0..<40)
  func `weighs more than the first that repeats itself`(seed: Int) {
    for later in 3...9 {
      let once = belief([says("r1", 2)], seed: seed)
      let repeated = belief([says("r1", 2), says("r1", later)], seed: seed)
      let second = belief([says("r1", 2), says("r2", later)], seed: seed)
      #expect(once > 0.5)
      #expect(second > repeated + 1e-6)
    }
  }

  @Test(arguments: 0..<20)
  func `weighs more than nine repeats of the first on the same day`(seed: Int) {
    let repeats = (1...9).map { number in
      var claim = says("r1", 2)
      claim.id += "-\(number)"
      return claim
    }
    let repeated = belief(repeats, seed: seed)
    #expect(repeated == belief([says("r1", 2)], seed: seed))
    #expect(belief([says("r1", 2), says("r2", 2)], seed: seed) > repeated)
  }

  @Test(arguments: 0..<20)
  func `that is the same party in another report is none`(seed: Int) {
    let once = belief([says("r1", 2, by: .party("north"))], seed: seed)
    let twice = belief(
      [says("r1", 2, by: .party("north")), says("r2", 2, by: .party("north"))], seed: seed)
    #expect(twice == once)
  }
}
