extension LayerSchema {
  public static let frontSymbols = LayerSchema(
    name: "front_symbols", shape: "LineString",
    meaning:
      "A fight where too little is known to draw a border: a bar across the axis, an arrow from the attacker, an arrow at a closed way in.",
    columns: shared(
      status: "`contested`, or `surrounded` for a closed way in",
      parties: [
        PropertyColumn("party_a", .text, meaning: "One side, the first by id"),
        PropertyColumn("party_b", .text, meaning: "The other side"),
      ],
      probability: "Belief that the place is fought over, 0 to 1; empty where it is not")
      + [
        PropertyColumn(
          "kind", .text,
          meaning: "`bar`, `arrow` of an attack, or `access`, a way in that is said to be closed"),
        PropertyColumn(
          "attacker", .text, meaning: "Id of the party the arrow is of; empty for a bar"),
        PropertyColumn("name", .text, meaning: "The place's name (`place_name` in KML)"),
        PropertyColumn("place_id", .text, meaning: "The place's id in the gazetteer"),
        PropertyColumn(
          "surrounded", .text, meaning: "The name of what is surrounded; empty but for an access"),
        PropertyColumn(
          "solidity", .text,
          meaning:
            "`reported` by two independent sources: draw it solid; `claimed` by one: draw it dashed"
        ),
        PropertyColumn(
          "newest_evidence", .text, meaning: "The last day that the claims speak of, ISO 8601"),
        PropertyColumn(
          "sources", .text,
          meaning: "Who says so, a party or a publisher, joined by `; `"),
      ])
}
