extension ControlModel.Inference {
  /// By place: the probability of each party by what was said of the place itself and what contains it, in the
  /// order of ``parties``, as of the last word; its neighbours not heard.
  ///
  /// Places of which only areas round them were spoken, or whose words speak for no party, are not in it.
  public var ownBeliefs: [String: [Double]] {
    let nodes = field.nodes
    var beliefs: [String: [Double]] = [:]
    for node in 0..<nodes.count where nodes.nearness[node] >= 1 {
      let shares = nodes.shares[node * nodes.partyCount..<(node + 1) * nodes.partyCount]
      beliefs[sites[Int(nodes.sites[node])].placeID] = Array(shares)
    }
    return beliefs
  }
}
