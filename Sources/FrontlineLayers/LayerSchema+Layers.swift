extension LayerSchema {
  /// The layers made from control and claims, in the order they are drawn.
  public static let all = [
    controlAreas, uncertainty, frontLines, frontSymbols, places, disagreements, claims,
  ]

  public static let frontLines = LayerSchema(
    name: "front_lines", shape: "LineString or MultiLineString",
    meaning: "The border between two parties, or the edge of what they fight over.",
    columns: shared(
      status:
        "`held` between areas held by two parties, `contested` at the edge of a contested area",
      parties: [
        PropertyColumn("party_a", .text, meaning: "One party, the first by id"),
        PropertyColumn("party_b", .text, meaning: "The other party"),
      ],
      probability: "Chance that the places that hold it on either side are held as drawn, 0 to 1")
      + [
        PropertyColumn("kind", .text, meaning: "`line` or `contested_edge`"),
        PropertyColumn(
          "contested_places", .text,
          meaning: "Names of the contested places along it, joined by `; `"),
        PropertyColumn("length_km", .number, unit: "km", decimals: 2, meaning: "Geodesic length"),
        PropertyColumn(
          "left_party", .text, meaning: "The party on the left of the line in its direction"),
        PropertyColumn(
          "half_width_km", .number, unit: "km", decimals: 2,
          meaning: "Four times in five the true line lies within this of it"),
        PropertyColumn(
          "newest_evidence", .text, meaning: "Day of the newest evidence on either side, ISO 8601"),
        PropertyColumn(
          "place_ids", .text,
          meaning: "Ids of the places that hold it on either side, joined by a space"),
        PropertyColumn(
          "sources", .text, meaning: "Who made the claims, joined by `; `"),
      ])

  public static let uncertainty = LayerSchema(
    name: "uncertainty", shape: "Polygon or MultiPolygon",
    meaning: "Where the front line runs with some chance; not drawn for what one party claims.",
    columns: shared(
      status: "`uncertain`", parties: [party], probability: "The chance, 0 to 1")
      + [
        PropertyColumn(
          "level", .number, decimals: 2, meaning: "The chance again: 0.5, 0.8 or 0.95"),
        PropertyColumn("area_km2", .number, unit: "km²", decimals: 1, meaning: "Geodesic area"),
        PropertyColumn("kind", .text, meaning: "`band`"),
      ])

  public static let controlAreas = LayerSchema(
    name: "control_areas", shape: "Polygon or MultiPolygon",
    meaning: "The area one party holds, or several fight over; what is unknown has no area.",
    columns: shared(
      status: "`held` or `contested`", parties: [party],
      probability: "Mean belief of the places inside, 0 to 1")
      + [
        PropertyColumn("area_km2", .number, unit: "km²", decimals: 1, meaning: "Geodesic area"),
        PropertyColumn("place_count", .integer, meaning: "How many places lie inside"),
        PropertyColumn(
          "parties", .text, meaning: "Ids of the parties that fight over it, joined by a space"),
        PropertyColumn(
          "kind", .text, meaning: "`control` where one party holds it, or `contested`"),
      ])

  public static let places = LayerSchema(
    name: "places", shape: "Point",
    meaning: "The state of a known place, also where nothing is known of it.",
    columns: shared(
      status: "`held`, `contested` or `unknown`", parties: [party],
      probability: "Belief in the status, 0 to 1; 0 if unknown")
      + [
        PropertyColumn("name", .text, meaning: "The place's name (`place_name` in KML)"),
        PropertyColumn("place_id", .text, meaning: "The place's id in the gazetteer"),
        PropertyColumn("feature_code", .text, meaning: "GeoNames' feature code, such as `PPL`"),
        PropertyColumn("admin1", .text, meaning: "The first-level unit it lies in"),
        PropertyColumn("admin2", .text, meaning: "The second-level unit it lies in"),
        PropertyColumn(
          "decided_by", .text,
          meaning: "Id of the place whose claims decided it: itself or a unit it lies in"),
        PropertyColumn("confidence", .text, meaning: positionConfidence),
        PropertyColumn(
          "party_probabilities", .text,
          meaning: "Each party's id and probability, joined by `; `; empty if unknown"),
      ])

  public static let disagreements = LayerSchema(
    name: "disagreements", shape: "Point",
    meaning:
      "A place that two opposing parties both say they hold, in words of their own; `view` is `disagreements`.",
    columns: shared(
      status: "`disputed`",
      parties: [
        PropertyColumn(
          "party_a", .text, meaning: "One party that says it holds it, the first by id"),
        PropertyColumn("party_b", .text, meaning: "The other party that says so"),
      ],
      probability: "Belief of the assessed view in its own status, 0 to 1; empty without that view",
      period: "on which both claims stand")
      + [
        PropertyColumn("name", .text, meaning: "The place's name (`place_name` in KML)"),
        PropertyColumn("place_id", .text, meaning: "The place's id in the gazetteer"),
      ] + side("a") + side("b") + [
        PropertyColumn(
          "assessed", .text, meaning: "The status in the view `assessed`, with its parties"),
        PropertyColumn(
          "probability_a", .number, decimals: 3,
          meaning: "Assessed probability that the first party holds it, 0 to 1"),
        PropertyColumn(
          "probability_b", .number, decimals: 3,
          meaning: "Assessed probability that the other party holds it, 0 to 1"),
        PropertyColumn(
          "independent", .text, meaning: "The status in the view `independent`, with its parties"),
      ])

  /// The latest claim of one side.
  private static func side(_ letter: String) -> [PropertyColumn] {
    let party = letter == "a" ? "the first party" : "the other party"
    return [
      PropertyColumn("claim_\(letter)", .text, meaning: "Id of the latest claim of \(party)"),
      PropertyColumn("day_\(letter)", .text, meaning: "The day it is about, ISO 8601"),
      PropertyColumn(
        "about_\(letter)", .text, meaning: "The place it is about: this one, or an area round it"),
      PropertyColumn("sentence_\(letter)", .text, meaning: "The sentence it was read from"),
      PropertyColumn("report_\(letter)", .text, meaning: "The report's id"),
    ]
  }

  public static let claims = LayerSchema(
    name: "claims", shape: "Point",
    meaning: "What a report says was so at a place; `view` is `claims`.",
    columns: shared(
      status: "What holds at the place if it is true: `held`, `contested` or `unknown`",
      parties: [
        PropertyColumn("party", .text, meaning: "The party that holds it if it is true")
      ],
      probability: "Empty: a claim is not weighed by itself",
      period: "on which it is said to have been so")
      + [
        PropertyColumn("claim_id", .text, meaning: "The claim's id"),
        PropertyColumn("name", .text, meaning: "The place's name (`place_name` in KML)"),
        PropertyColumn("place_id", .text, meaning: "The place's id in the gazetteer"),
        PropertyColumn(
          "edge", .text,
          meaning: "The word that puts it at the place's edge; empty for the place itself"),
        PropertyColumn("event", .text, meaning: "What is said to have happened"),
        PropertyColumn("actor", .text, meaning: "Id of the party that did it"),
        PropertyColumn("against", .text, meaning: "Id of the party it was done to"),
        PropertyColumn(
          "claimant", .text,
          meaning: "Who says so: a party's id, `independent`, `resident`, `analyst`, `third_party`"),
        PropertyColumn("speaker", .text, meaning: "The person or body quoted"),
        PropertyColumn(
          "hedge", .text, meaning: "`asserted`, `claimed`, `denied` or `unverified`"),
        PropertyColumn("reported", .text, meaning: "The day it was said, ISO 8601"),
        PropertyColumn(
          "precision", .text, meaning: "How well the time is known: `day`, `week`, `month`"),
        PropertyColumn("date_basis", .text, meaning: "The words that fixed the time"),
        PropertyColumn("figures", .text, meaning: "Losses said, such as `killed 40+`"),
        PropertyColumn("sentence", .text, meaning: "The sentence it was read from"),
        PropertyColumn("report", .text, meaning: "The report's id"),
        PropertyColumn("rule", .text, meaning: "The rule that read it"),
        PropertyColumn("confidence", .text, meaning: positionConfidence),
        PropertyColumn(
          "edited", .text,
          meaning:
            "What a person did to it: `accepted`, `changed`, `added`; empty for a claim as it was read"
        ),
        PropertyColumn("edit_reason", .text, meaning: "Why, in the person's words"),
      ])

  private static let party = PropertyColumn(
    "party", .text, meaning: "Id of the party that holds it; empty if none does alone")

  private static let positionConfidence =
    "How well the position is known: `A` two sources, `B` one, `C` derived, `D` inferred"

  /// What every layer has, first and in this order.
  static func shared(
    status: String, parties: [PropertyColumn], probability: String, period: String = "it holds"
  ) -> [PropertyColumn] {
    [
      PropertyColumn("date", .day, meaning: "The day of the map (per-date files only)"),
      PropertyColumn(
        "valid_from", .dateTime, unit: "UTC", meaning: "First day \(period), 00:00:00"),
      PropertyColumn("valid_to", .dateTime, unit: "UTC", meaning: "Last day \(period), 23:59:59"),
      PropertyColumn(
        "view", .text,
        meaning: "Whose answer: `assessed`, `claimed:` and a party's id, `independent`"),
      PropertyColumn("status", .text, meaning: status),
    ] + parties + [
      PropertyColumn("probability", .number, decimals: 3, meaning: probability),
      PropertyColumn(
        "claims", .text,
        meaning:
          "Ids of the claims weighed for and against it, joined by a space; `prior-` marks prior control"
      ),
      PropertyColumn("reports", .integer, meaning: "How many reports the claims come from"),
      PropertyColumn("summary", .text, meaning: "All this in a sentence"),
    ]
  }
}
