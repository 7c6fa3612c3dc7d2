public import FrontlineControl
public import FrontlineFronts
import FrontlineGazetteer
import FrontlineGeometry
public import FrontlineReports

extension LayerBuilder {
  /// The symbols of several views, in the views' order, each view's symbols in their own.
  public func frontSymbols(_ symbols: [(view: View, symbols: [FrontSymbol])], on day: Day) -> Layer
  {
    var ids = UniqueNames()
    let features = symbols.flatMap { view, symbols in
      symbols.map { feature($0, view: view, on: day, ids: &ids) }
    }
    return Layer(LayerSchema.frontSymbols, features)
  }

  private func feature(
    _ symbol: FrontSymbol, view: View, on day: Day, ids: inout UniqueNames
  ) -> Feature {
    let basis = basis(symbol.claims, view)
    let isInferred = gazetteer.place(id: symbol.placeID)?.confidence == .d
    let values: [PropertyValue] =
      span(day, day...day)
      + [
        .text(view.description), .text(symbol.kind == .access ? "surrounded" : "contested"),
        .optional(symbol.partyA), .optional(symbol.partyB),
      ]
      + evidence(
        symbol.probability, basis,
        words.symbol(symbol, view: view, basis: basis, isInferred: isInferred))
      + [
        .text(symbol.kind.rawValue), .optional(symbol.attacker), .text(symbol.name),
        .text(symbol.placeID),
        .optional(symbol.surrounded), .text(symbol.solidity.rawValue),
        .text(symbol.newest.description), .joined(symbol.sources, by: "; "),
      ]
    return Feature(
      id: ids.name(
        ["symbol-\(day)-\(view)", symbol.kind.rawValue, symbol.placeID, symbol.attacker]
          .compactMap { $0 }.joined(separator: "-")),
      geometry: .lines([symbol.line]), values: values)
  }
}

extension SummaryWords {
  /// What is said to go on there, how surely, and until which day it was spoken of.
  func symbol(
    _ symbol: FrontSymbol, view: View, basis: Basis, isInferred: Bool
  ) -> String {
    let parties = [symbol.partyA, symbol.partyB].compactMap { $0 }.map(name)
    let attacker = symbol.attacker.map(name)
    let what =
      switch symbol.kind {
      case .bar: "a fight for \(symbol.name) between \(Self.list(parties))"
      case .arrow: "an attack on \(symbol.name)" + (attacker.map { " by \($0)" } ?? "")
      case .access:
        "\(symbol.surrounded ?? symbol.name) is said to be surrounded"
          + (attacker.map { " by \($0)" } ?? "") + "; \(symbol.name) is a way in"
      }
    let marks = [
      symbol.probability.flatMap(probability), isInferred ? "position inferred" : nil,
    ]
    let voices =
      symbol.solidity == .reported
      ? "by sources independent of each other"
      : "by no two sources that are independent of each other"
    return sentence(
      view,
      what + brackets(marks) + ", told of \(symbol.newest) " + voices
        + sources(basis), basis.voice)
  }
}
