import FrontlineGazetteer
import FrontlineGeometry
import FrontlineTestSupport
import Testing

@testable import FrontlineEvaluation
@testable import FrontlineMentions

struct CorpusScoreTests {
  /// Texts with `⟦marked names⟧`; a name of the invented country stands where the country has it.
  private func texts(_ marked: String...) -> [AnnotatedText] {
    marked.enumerated().map { index, text in
      var plain = ""
      var names: [AnnotatedText.Name] = []
      for (part, piece) in text.split(separator: /[⟦⟧]/, omittingEmptySubsequences: false)
        .enumerated()
      {
        let start = plain.unicodeScalars.count
        plain += piece
        guard part % 2 == 1 else { continue }
        let place = InventedPlaces.places.first { $0.name == piece }
        names.append(
          AnnotatedText.Name(
            text: String(piece), range: start..<plain.unicodeScalars.count,
            position: place?.position))
      }
      return AnnotatedText(id: String(index + 1), text: plain, names: names)
    }
  }

  private func score(_ marked: String...) -> CorpusScore {
    let texts = marked.flatMap { self.texts($0) }
    let read = CorpusReader(InventedPlaces.gazetteer).mentions(of: texts)
    return CorpusScore(texts, read: read, gazetteer: InventedPlaces.gazetteer)
  }

  @Test func `a name counts by its letters and by its words`() {
    let score = score("They left ⟦Dovra⟧ for ⟦Selna⟧ town. Marvik fell, and ⟦Atlantis⟧ too.")
    #expect(score.exact == PrecisionRecall(right: 1, wrong: 2, missed: 2))
    #expect(score.normalised == PrecisionRecall(right: 2, wrong: 1, missed: 1))
  }

  @Test func `what was missed is named by why`() {
    let score = score(
      "They left ⟦Dovra⟧. The ⟦Marvik⟧ University and ⟦Atlantis⟧ stood. ⟦orvik⟧ fell, ⟦Novy⟧ Mir held."
    )
    #expect(
      score.errors.map(\.kind.code) == [
        "taken-otherwise", "unknown-name", "not-taken", "found-other-span", "other-span",
      ])
  }

  @Test func `a place far off is wrong, and one that was not found counts among all`() {
    let place = AnnotatedText(
      id: "1", text: "In Dovra they sing. Atlantis sank.",
      names: [
        AnnotatedText.Name(
          text: "Dovra", range: 3..<8, position: Position(longitude: 20, latitude: 50.25)),
        AnnotatedText.Name(
          text: "Atlantis", range: 20..<28, position: Position(longitude: 20, latitude: 50)),
      ])
    let read = CorpusReader(InventedPlaces.gazetteer).mentions(of: [place])
    let score = CorpusScore([place], read: read, gazetteer: InventedPlaces.gazetteer)
    #expect(score.foundNames.names == 1)
    #expect(score.foundNames.errors.map { Int($0) } == [703])
    #expect(score.foundNames.accuracy161 == 0)
    #expect(score.allNames.names == 2)
  }

  @Test func `half of the errors are below the median`() {
    var located = CorpusScore.Located()
    #expect(located.medianError == nil && located.meanError == nil && located.accuracy161 == 0)
    located = CorpusScore.Located(names: 4, errors: [1, 2, 600])
    #expect(located.medianError == 2)
    #expect(located.meanError == 201)
    #expect(located.accuracy161 == 0.5)
    located.errors.append(1000)
    #expect(located.medianError == 301)
  }
}
