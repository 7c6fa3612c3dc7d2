internal import FrontlineGazetteer

/// The places that a report names without any doubt, by which its other names are resolved.
///
/// One entry a place, so that asking costs as much for a long report as for a short one.
struct Anchors {
  private struct Anchor {
    var place: Place
    /// The mentions that name it, in text order.
    var mentions: [Int]
    /// How many of them stand in each sentence.
    var sentences: [Int: Int]
  }

  struct Near {
    var kilometres: Double
    var name: String
    fileprivate var anchor: Int
  }

  private var anchors: [Anchor] = []
  private var indexByID: [String: Int] = [:]
  private var anchorOfMention: [Int: Int] = [:]
  /// The two nearest to a place, by the place's id.
  private var nearest: [String: [Near]] = [:]

  /// - Parameter mention: Its index; added in text order.
  mutating func add(_ place: Place, mention: Int, sentence: Int) {
    let index = indexByID[place.id] ?? anchors.count
    if index == anchors.count {
      indexByID[place.id] = index
      anchors.append(Anchor(place: place, mentions: [], sentences: [:]))
    }
    anchors[index].mentions.append(mention)
    anchors[index].sentences[sentence, default: 0] += 1
    anchorOfMention[mention] = index
  }

  /// Whichever of some units is named first in the sentence, else anywhere, by another mention.
  func first(
    of units: [Place], besides mention: Int, sentence: Int
  ) -> (name: String, isSameSentence: Bool)? {
    let named = units.compactMap { unit -> (first: Int, name: String, isHere: Bool)? in
      guard let index = indexByID[unit.id] else { return nil }
      let anchor = anchors[index]
      let own = anchorOfMention[mention] == index ? 1 : 0
      guard let first = anchor.mentions.first(where: { $0 != mention }) else { return nil }
      return (first, anchor.place.name, anchor.sentences[sentence, default: 0] > own)
    }.sorted { $0.first < $1.first }
    return (named.first(where: \.isHere) ?? named.first).map { ($0.name, $0.isHere) }
  }

  /// The nearest other place that another mention names; equals by name.
  ///
  /// - Complexity: O(places named) for the first question about a place, then constant.
  mutating func nearest(to place: Place, besides mention: Int) -> Near? {
    let known = nearest[place.id] ?? twoNearest(to: place)
    nearest[place.id] = known
    return known.first { near in
      anchorOfMention[mention] != near.anchor || anchors[near.anchor].mentions.count > 1
    }
  }

  private func twoNearest(to place: Place) -> [Near] {
    let all = anchors.indices.filter { anchors[$0].place.id != place.id }.map { index in
      Near(
        kilometres: place.position.approximateKilometres(to: anchors[index].place.position),
        name: anchors[index].place.name, anchor: index)
    }
    return Array(all.sorted { ($0.kilometres, $0.name) < ($1.kilometres, $1.name) }.prefix(2))
  }
}
