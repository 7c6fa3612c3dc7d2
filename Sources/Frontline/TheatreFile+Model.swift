internal import FrontlineControl
internal import Yams

/// The keys `sources` and `model`.
extension TheatreFile {
  /// What is believed of sources: each named once, and none its own origin.
  func sources(_ node: Node?) throws -> [SourcePrior] {
    let nodes = try sequence(node, "sources")
    let priors = try nodes.map(source)
    var seen: Set<String> = []
    for (prior, node) in zip(priors, nodes) where !seen.insert(prior.source).inserted {
      throw error(node, "two entries are about the source '\(prior.source)'", "join them in one")
    }
    let origins = priors.origins
    for (prior, node) in zip(priors, nodes) {
      guard let origin = prior.origin, origins[prior.source] == nil else { continue }
      throw error(
        node, "the origin '\(origin)' of source '\(prior.source)' leads round in a circle",
        "name as origin the source that others reprint, and give that one none")
    }
    return priors
  }

  private func source(_ node: Node) throws -> SourcePrior {
    let fields = try mapping(
      node, "a source",
      keys: ["source", "says_true", "says_false", "weight_of_prior", "fixed", "origin"])
    var prior = SourcePrior(source: try required(fields["source"], "source", of: node))
    guard !prior.source.isEmpty else {
      throw error(node, "a source has no name", "name it as the claims do: 'source: NAME'")
    }
    prior.saysTrue = try number(fields["says_true"], "says_true", 0...1) ?? prior.saysTrue
    prior.saysFalse = try number(fields["says_false"], "says_false", 0...1) ?? prior.saysFalse
    prior.weightOfPrior =
      try number(fields["weight_of_prior"], "weight_of_prior", 0...1_000_000)
      ?? prior.weightOfPrior
    prior.isFixed = try flag(fields["fixed"], "fixed") ?? false
    prior.origin = try string(fields["origin"], "origin")
    return prior
  }

  func model(_ node: Node?) throws -> FieldParameters {
    var model = FieldParameters()
    guard let node else { return model }
    let keys = FieldParameters.keys
    let fields = try mapping(node, "model", keys: Set(keys.map(\.name)))
    for key in keys {
      let value = try number(
        fields[key.name], key.name, key.range, isWhole: key.isWhole, unit: key.unit)
      if let value { key.set(value, in: &model) }
    }
    return model
  }

  // MARK: Values

  private func number(
    _ node: Node?, _ key: String, _ range: ClosedRange<Double>, isWhole: Bool = false,
    unit: String = ""
  ) throws -> Double? {
    guard let node else { return nil }
    let words = try scalarText(node, key)
    guard let value = Double(words), range.contains(value), !isWhole || value == value.rounded()
    else {
      let kind = isWhole ? "a whole number" : "a number"
      let ends = "\(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))"
      throw error(
        node, "\(key) '\(words)' is not \(kind) from \(ends)",
        unit.isEmpty ? "give \(kind) in that range" : "give \(kind) in that range: \(unit)")
    }
    return value
  }

  private func flag(_ node: Node?, _ key: String) throws -> Bool? {
    guard let node else { return nil }
    let words = try scalarText(node, key)
    switch words {
    case "true": return true
    case "false": return false
    default: throw error(node, "\(key) '\(words)' is neither true nor false", "write true or false")
    }
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
