import FrontlineTestSupport

/// Two towns, two parties, one report with a claim about each.
enum DovraTheatre {
  private static let file = """
    id: dovra
    title: Dovra
    period: { first: 2031-05-12, last: 2031-05-14 }
    box: { west: 9, south: 49, east: 12, north: 52 }
    gazetteers: [places]
    parties:
      - { id: north, name: Northern Army, aliases: [northern forces], colour: "#336699", opposed_to: [south] }
      - { id: south, name: Southern Front, aliases: [southern forces], colour: "#cc6633", opposed_to: [north] }
    """

  private static let places = """
    id\tname\tfeature_class\tfeature_code\tcountry\tadmin1\tadmin2\tparent\tlatitude\tlongitude\tradius_km\twest\tsouth\teast\tnorth\tsource\tconfidence\tnote
    xx-dovra\tDovra\tP\tPPL\tXX\t\t\t\t50.25\t10.1\t\t\t\t\t\tinvented\tB\t
    xx-selna\tSelna\tP\tPPL\tXX\t\t\t\t50.52\t10.38\t\t\t\t\t\tinvented\tB\t

    """

  private static let report = """
    date 2031-05-13

    Northern forces captured Dovra on Tuesday. Southern forces captured Selna on Tuesday.
    """

  /// In the folder `t`.
  static func written() throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.write(file, to: "t/theatre.yaml")
    _ = try scratch.write(places, to: "t/places/places.tsv")
    _ = try scratch.write(
      "place_id\tname\tlanguage\tscript\tkind\nxx-dovra\tDovra\tund\tLatn\tofficial\n",
      to: "t/places/names.tsv")
    _ = try scratch.write(report, to: "t/reports/first.txt")
    return scratch
  }
}
