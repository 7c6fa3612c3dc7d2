import Frontline
import FrontlineReports
import Testing

struct KMLSizeTests {
  @Test(arguments: [
    (KMLSize(bytes: 10_000_000, placemarks: 1_000), false),
    (KMLSize(bytes: 10_000_001, placemarks: 1), true),
    (KMLSize(bytes: 1, placemarks: 1_001), true),
  ])
  func `a KML is large over 10 MB or 1,000 Placemarks`(size: KMLSize, isLarge: Bool) {
    #expect(size.isLarge == isLarge)
    #expect((size.finding("a.kml") != nil) == isLarge)
  }

  @Test func `the warning says how large, for whom that is too much, and what to do`() {
    let finding = KMLSize(bytes: 10_200_000, placemarks: 1_234).finding("war.kml")
    #expect(
      finding?.description
        == "war.kml: warning: the file has 1234 Placemarks in 11 MB; some viewers take no more than 1000, or 10 MB [large-kml]\n    simplify the shapes (--simplify 100), or build fewer days or views"
    )
  }
}
