internal import FrontlineXML

/// What an element refers to, kept until the document has been read.
enum KMLReference: Hashable, Sendable {
  /// It is wrong whatever comes.
  case fault(String)
  /// The text of a `styleUrl`.
  case style(String)
  case schemaData(KMLSchemaData)
  case file(KMLFileKind, String)
  case alias(KMLModelFiles)
  case textures(KMLModelFiles)
  /// The text of a `targetHref`.
  case update(String)
}

/// What a document has that can be referred to.
struct KMLDocumentIndex {
  /// Ids of `Style` and `StyleMap`.
  var styles: Set<String> = []
  /// What is named by `targetId` inside of an `Update`.
  var targets: Set<String> = []
  /// Fields by name, by the id of their `Schema`; a field without a type that KML knows is nil.
  var schemas: [String: [String: KMLFieldType?]] = [:]
}

/// Judges references, remembering what they led to.
struct KMLReferenceJudge {
  enum Judgement: Hashable, Sendable {
    case good
    case fault(String)
    /// Out of the archive that the document is in.
    case outside(String)
    case unknown(String)
  }

  let index: KMLDocumentIndex
  let surroundings: KMLSurroundings
  private var stylesOfOthers: [KMLAddress: Set<String>?] = [:]

  init(index: KMLDocumentIndex, surroundings: KMLSurroundings) {
    self.index = index
    self.surroundings = surroundings
  }

  mutating func judge(_ reference: KMLReference) -> Judgement {
    switch reference {
    case .fault(let fault): .fault(fault)
    case .style(let text): style(text)
    case .schemaData(let data): schemaData(data)
    case .file(let kind, let href): file(kind, href)
    case .alias(let files): alias(files)
    case .textures(let files): textures(files)
    case .update(let text): update(text)
    }
  }

  // MARK: Files

  private func file(_ kind: KMLFileKind, _ href: String) -> Judgement {
    guard !href.isEmpty else { return .fault("its address is empty") }
    guard let address = KMLAddress(Self.lowestTile(href)) else { return Self.noAddress(href) }
    switch surroundings.find(address) {
    case .missing: return .fault("'\(href)' is not there")
    case .outside: return .outside(href)
    case .unknown(let why): return .unknown(why)
    case .file(let file): return kind.fault(of: file).map { .fault("'\(href)' \($0)") } ?? .good
    }
  }

  /// The address of the coarsest tile of a tiled photo: every `$[…]` is zero.
  private static func lowestTile(_ href: String) -> String {
    var rest = href[...]
    var result = ""
    while let start = rest.firstRange(of: "$["),
      let end = rest[start.upperBound...].firstIndex(of: "]")
    {
      result += rest[..<start.lowerBound] + "0"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func noAddress(_ text: String) -> Judgement {
    .fault("'\(text)' is no address (URI); write a space as %20 and a backslash as /")
  }

  /// An `Update` changes a file that was loaded from the same address, so the address must be a full one.
  private func update(_ text: String) -> Judgement {
    guard let address = KMLAddress(text) else { return Self.noAddress(text) }
    guard address.scheme != nil else { return .fault("'\(text)' is not an absolute address") }
    let judgement = file(.kml, text)
    guard judgement == .good, case .file(let file) = surroundings.find(address) else {
      return judgement
    }
    let targets = KMLTargets(index.targets)
    let ending = file.contents()?.withUnsafeBytes { bytes in
      XMLSource(bytes).read(schema: nil, visitor: targets).ending
    }
    guard ending == .complete else {
      return .unknown("ids in archives and in documents that cannot be read are not looked at")
    }
    return targets.missing.min().map { .fault("'\(text)' has nothing with the id '\($0)'") }
      ?? .good
  }

  // MARK: Styles and schemas

  private mutating func style(_ text: String) -> Judgement {
    guard let address = KMLAddress(text) else { return Self.noAddress(text) }
    guard let id = address.fragment else {
      return .fault("'\(text)' names no style; write # and the style's id at its end")
    }
    if text.hasPrefix("#") {
      return index.styles.contains(id)
        ? .good : .fault("'\(text)' names no Style or StyleMap of this document")
    }
    if let scheme = address.scheme, scheme != "http", scheme != "file" {
      return .fault("'\(text)' is neither relative nor an http: or file: address")
    }
    switch surroundings.find(address) {
    case .missing: return .fault("'\(text)': there is no such file")
    case .outside: return .outside(text)
    case .unknown(let why): return .unknown(why)
    case .file(let file):
      guard let styles = styles(of: file, at: address) else {
        return .unknown("styles in archives and in documents that cannot be read are not looked at")
      }
      return styles.contains(id)
        ? .good : .fault("'\(text)' names no Style or StyleMap of that document")
    }
  }

  private mutating func styles(of file: KMLFile, at address: KMLAddress) -> Set<String>? {
    if let known = stylesOfOthers[address] { return known }
    let visitor = KMLReading(KMLReading.Options(checks: [], allowsGX: false))
    let ending = file.contents()?.withUnsafeBytes { bytes in
      XMLSource(bytes).read(schema: nil, visitor: visitor).ending
    }
    let styles = ending == .complete ? visitor.index.styles : nil
    stylesOfOthers[address] = .some(styles)
    return styles
  }

  /// As in OGC's suite, a relative address is taken for one in the same document, whatever its path.
  private func schemaData(_ data: KMLSchemaData) -> Judgement {
    guard !data.url.isEmpty else { return .fault("it has no schemaUrl") }
    guard let address = KMLAddress(data.url) else { return Self.noAddress(data.url) }
    guard let id = address.fragment else {
      return .fault("'\(data.url)' names no schema; write # and the schema's id at its end")
    }
    guard address.scheme == nil else {
      return .unknown("schemas of other documents are not looked at")
    }
    guard let fields = index.schemas[id] else {
      return .fault("'\(data.url)' names no Schema of this document")
    }
    return data.fault(by: fields).map { .fault($0) } ?? .good
  }

  // MARK: Models

  private func alias(_ files: KMLModelFiles) -> Judgement {
    guard let alias = files.aliases.first, let target = alias.target, let source = alias.source
    else {
      return .fault("it lacks <targetHref> or <sourceHref>")
    }
    let image = file(.image, target)
    if image != .good { return image }
    guard let href = files.href else { return .fault("the model's own file is not named") }
    return modelText(href) { Self.fault(of: source, in: $0) }
  }

  private func textures(_ files: KMLModelFiles) -> Judgement {
    // That the link names no file is for the checks of links to say, unless aliases are meant for it.
    guard let href = files.href else {
      return files.hasMap ? .fault("its <Link> has no <href>") : .good
    }
    guard files.aliases.allSatisfy({ $0.source != nil }) else {
      return .fault("one of its aliases has no <sourceHref>")
    }
    let judgement = modelText(href) { model in
      for source in files.aliases.compactMap(\.source) {
        if let fault = Self.fault(of: source, in: model) { return fault }
      }
      let known = Set(files.aliases.compactMap(\.source).map(Self.fileName))
      let bare = Self.textures(of: model).first { !known.contains(Self.fileName($0)) }
      return bare.map { "the model's texture '\($0)' has no <Alias>" }
    }
    // Likewise that the model is missing.
    if case .fault = judgement, files.aliases.isEmpty, modelIsMissing(href) { return .good }
    return judgement
  }

  private func modelIsMissing(_ href: String) -> Bool {
    guard let address = KMLAddress(href), case .missing = surroundings.find(address) else {
      return false
    }
    return true
  }

  private func modelText(_ href: String, _ fault: ([UInt8]) -> String?) -> Judgement {
    guard let address = KMLAddress(href) else { return Self.noAddress(href) }
    switch surroundings.find(address) {
    case .missing: return .fault("the model '\(href)' is not there")
    case .outside: return .outside(href)
    case .unknown(let why): return .unknown(why)
    case .file(let file):
      guard let text = file.contents() else { return .unknown("large models are not looked at") }
      return fault(text).map { .fault($0) } ?? .good
    }
  }

  private static func fault(of source: String, in model: [UInt8]) -> String? {
    let name = fileName(source)
    return String(decoding: model, as: UTF8.self).contains(name)
      ? nil : "'\(name)' does not occur in the model"
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
  }

  /// The image files that a COLLADA model names in its `init_from` elements.
  private static func textures(of model: [UInt8]) -> [String] {
    var rest = String(decoding: model, as: UTF8.self)[...]
    var names: [String] = []
    while let start = rest.firstRange(of: "<init_from>") {
      let text = rest[start.upperBound...].prefix { $0 != "<" }
      // Some name another element of the model, without an extension.
      let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if name.contains(".") { names.append(name) }
      rest = rest[text.endIndex...]
    }
    return names
  }
}
