import Testing

@testable import FrontlinePictures

struct LabelPlacingTests {
  private let frame = PageBox(left: 0, top: 0, width: 400, height: 300)

  @Test func `no two of many names overlap, and none leaves the map`() {
    var placing = LabelPlacing(frame: frame, taken: [])
    var boxes: [PageBox] = []
    for index in 0..<60 {
      let point = PagePoint(x: Double(index * 37 % 400), y: Double(index * 53 % 300))
      if let spot = placing.spot(at: point, width: 70, height: 17, distances: [10, 26, 42]) {
        boxes.append(spot.box)
      }
    }
    #expect(boxes.count > 20)
    for (index, box) in boxes.enumerated() {
      #expect(frame.contains(box))
      #expect(!boxes[..<index].contains { $0.overlaps(box) })
    }
  }

  @Test func `a name that cannot stand beside its dot gets a leader`() throws {
    let point = PagePoint(x: 200, y: 150)
    let near = LabelDrawing.box(round: point, 24)
    var placing = LabelPlacing(frame: frame, taken: [near])
    let found = placing.spot(at: point, width: 60, height: 17, distances: [10, 26])
    let spot = try #require(found)
    #expect(spot.leader?.first == point)
    #expect(!spot.box.overlaps(near))
    var free = LabelPlacing(frame: frame, taken: [])
    let beside = free.spot(at: point, width: 60, height: 17, distances: [10, 26])
    #expect(beside != nil && beside?.leader == nil)
  }

  @Test func `a name does not stand beside another place's dot`() throws {
    let point = PagePoint(x: 200, y: 150)
    let other = PagePoint(x: 212, y: 150)
    var placing = LabelPlacing(frame: frame, taken: [LabelDrawing.box(round: other, 6)])
    let found = placing.spot(
      at: point, width: 60, height: 17, distances: [10, 26], besides: [other])
    let spot = try #require(found)
    #expect(spot.box.right < point.x)
  }

  @Test func `a party's name stands inside its ground, or nowhere`() {
    let ring = [(20.0, 20.0), (320, 20), (320, 200), (20, 200)].map { PagePoint(x: $0, y: $1) }
    let hole = [(60.0, 40.0), (200, 40), (200, 180), (60, 180)].map { PagePoint(x: $0, y: $1) }
    let box = InnerSpot.box(
      width: 60, height: 20, inside: [ring, hole], frame: frame, isFree: { _ in true })
    #expect(box.map { $0.left > 200 && $0.right < 320 } == true)
    let sliver = [(20.0, 20.0), (320, 20), (320, 28), (20, 28)].map { PagePoint(x: $0, y: $1) }
    #expect(
      InnerSpot.box(
        width: 60, height: 20, inside: [sliver], frame: frame, isFree: { _ in true }) == nil)
  }
}
