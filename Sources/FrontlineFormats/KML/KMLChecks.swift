internal import FrontlineXML

/// What a schema cannot say: abstract tests of OGC 07-134r2 on coordinates, times and style references, each by its
/// number. They are the ones whose failure makes a viewer draw nothing or the wrong thing.
enum KMLChecks {
  /// The faults in document order of the elements concerned.
  static func faults(in root: XMLElement) -> [KMLFault] {
    var ids: Set<String> = []
    root.walk { element in
      if element.namespace == root.namespace, let id = element.attributes["id"] { ids.insert(id) }
    }
    var faults: [KMLFault] = []
    root.walk { element in
      if element.namespace == root.namespace { faults += self.faults(of: element, ids) }
    }
    return faults
  }

  private static func faults(of element: XMLElement, _ ids: Set<String>) -> [KMLFault] {
    switch element.name {
    case "coordinates": coordinates(element)
    case "TimeSpan": timeSpan(element)
    case "TimeStamp": timeStamp(element)
    case "styleUrl": styleReference(element, ids)
    case "Point": tuples(of: element, exactly: 1, "ATC 14")
    case "LineString": tuples(of: element, atLeast: 2, "ATC 15")
    case "LinearRing": ring(element)
    default: []
    }
  }

  private static func fault(_ element: XMLElement, _ check: String, _ message: String) -> [KMLFault]
  {
    [KMLFault(line: element.line, element: element.name, check: check, message: message)]
  }

  // MARK: ATC 3, 14, 15, 16: coordinates

  /// ATC 3: white-space-separated tuples of two or three decimals, on the Earth.
  private static func coordinates(_ element: XMLElement) -> [KMLFault] {
    for tuple in words(element.text) {
      let numbers = tuple.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
      guard numbers.count == 2 || numbers.count == 3, numbers.allSatisfy({ $0?.isFinite == true }),
        let longitude = numbers[0], let latitude = numbers[1]
      else {
        return fault(
          element, "ATC 3",
          "'\(tuple)' is not a tuple: write longitude,latitude without a space between")
      }
      guard abs(longitude) <= 180, abs(latitude) <= 90 else {
        return fault(
          element, "ATC 3",
          "'\(tuple)' is not on the Earth: longitude comes first, within 180 degrees, then latitude, within 90"
        )
      }
    }
    return []
  }

  private static func tuples(
    of element: XMLElement, exactly: Int? = nil, atLeast: Int = 0, _ check: String
  ) -> [KMLFault] {
    guard let coordinates = element.children("coordinates").first else { return [] }
    let count = words(coordinates.text).count
    if let exactly, count != exactly {
      return fault(
        coordinates, check, "a \(element.name) has exactly \(exactly) tuple, this one \(count)")
    }
    guard count >= atLeast else {
      return fault(
        coordinates, check, "a \(element.name) has at least \(atLeast) tuples, this one \(count)")
    }
    return []
  }

  /// ATC 16: at least four tuples, the first repeated as the last, to the letter.
  private static func ring(_ element: XMLElement) -> [KMLFault] {
    let few = tuples(of: element, atLeast: 4, "ATC 16")
    guard few.isEmpty, let coordinates = element.children("coordinates").first else { return few }
    let tuples = words(coordinates.text)
    guard tuples.first == tuples.last else {
      return fault(
        coordinates, "ATC 16", "the ring is open: its last tuple must be written as its first")
    }
    return []
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
  }

  // MARK: ATC 4, 5: times

  /// ATC 4: a begin or an end; with both, the begin strictly earlier.
  private static func timeSpan(_ element: XMLElement) -> [KMLFault] {
    let begin = element.children("begin").first?.text
    let end = element.children("end").first?.text
    guard begin != nil || end != nil else {
      return fault(element, "ATC 4", "a TimeSpan has a begin, an end or both")
    }
    guard let begin, let end, let first = instant(begin), let last = instant(end) else { return [] }
    return first < last
      ? [] : fault(element, "ATC 4", "the span begins at \(begin), not before its end \(end)")
  }

  /// ATC 5.
  private static func timeStamp(_ element: XMLElement) -> [KMLFault] {
    element.children("when").isEmpty ? fault(element, "ATC 5", "a TimeStamp has a when") : []
  }

  /// Minutes and seconds since year 0 of a KML time the schema has accepted, in UTC; nil for anything else.
  private static func instant(_ text: String) -> Double? {
    let parts = text.split(separator: "T", maxSplits: 1)
    let date = parts.first?.split(separator: "-").compactMap { Int($0) } ?? []
    guard let year = date.first else { return nil }
    let month = date.count > 1 ? date[1] : 1
    let day = date.count > 2 ? date[2] : 1
    var seconds = Double((year * 12 + month) * 31 + day) * 86_400
    guard parts.count > 1 else { return seconds }
    var clock = parts[1]
    var zone = 0.0
    if clock.hasSuffix("Z") {
      clock = clock.dropLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let offset = clock[clock.index(after: sign)...].split(separator: ":").compactMap {
        Double($0)
      }
      zone = (offset.first ?? 0) * 3600 + (offset.count > 1 ? offset[1] * 60 : 0)
      if clock[sign] == "-" { zone = -zone }
      clock = clock[..<sign]
    }
    for (value, unit) in zip(
      clock.split(separator: ":").compactMap { Double($0) }, [3600.0, 60, 1])
    {
      seconds += value * unit
    }
    return seconds - zone
  }

  // MARK: ATC 6: style references

  /// ATC 6, as far as the document itself can tell: `#id` names something that is there.
  private static func styleReference(_ element: XMLElement, _ ids: Set<String>) -> [KMLFault] {
    let reference = element.text
    guard reference.hasPrefix("#"), !ids.contains(String(reference.dropFirst())) else { return [] }
    return fault(element, "ATC 6", "'\(reference)' names no style in this document")
  }
}
