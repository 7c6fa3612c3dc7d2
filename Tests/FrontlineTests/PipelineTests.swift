import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineFronts
import FrontlineReports
import FrontlineTestSupport
import Testing

struct PipelineTests {
  private let day = Day(number: 22_413)

  private func pipeline() -> Pipeline {
    let invented = InventedTheatre.two
    let theatre = Theatre(
      id: "t", title: "Invented", box: invented.box, reachKilometres: 20, parties: invented.parties)
    return Pipeline(theatre: theatre, gazetteer: invented.gazetteer)
  }

  private var reports: [Report] {
    let texts = [
      "The Southern Front seized Dovra and Marvik on Monday.",
      "Residents said Northern forces held Dovra.",
      "There was heavy fighting at Selna overnight, and Northern forces captured Pelin.",
    ]
    return texts.enumerated().map { index, text in
      Report(id: "r-\(index)", published: day, publishedBasis: "invented", text: text)
    }
  }

  @Test func `one core or all, and any order of claims, give the same maps`() async throws {
    let pipeline = pipeline()
    let (claims, _) = await pipeline.extract(reports)
    #expect(claims.count >= 4)
    let days = [day.advanced(by: -1), day, day.advanced(by: 1)]
    let views = pipeline.allViews()
    #expect(
      views.map(\.description) == ["assessed", "claimed:north", "claimed:south", "independent"])
    let parallel = try await pipeline.maps(
      of: claims, options: BuildOptions(days: days, views: views))
    let serial = try await pipeline.maps(
      of: claims.reversed(), options: BuildOptions(days: days, views: views, isParallel: false))
    #expect(parallel.maps == serial.maps)
    #expect(parallel.maps.flatMap { $0 }.contains { !$0.fronts.areas.isEmpty })
  }

  @Test func `a report read twice changes no place that it is the only one to speak of`()
    async throws
  {
    let pipeline = pipeline()
    let (once, _) = await pipeline.extract(reports)
    let (twice, _) = await pipeline.extract(reports + reports)
    #expect(Set(once) == Set(twice))
  }
}
