/// Classes of characters, without asking Unicode's tables about ASCII: most of what reports hold.
extension Unicode.Scalar {
  var isSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  var isLetter: Bool {
    isASCII ? isUppercase || isLowercase : properties.isAlphabetic
  }

  var isUppercase: Bool {
    isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase
  }

  var isLowercase: Bool {
    isASCII ? (0x61...0x7A).contains(value) : properties.isLowercase
  }
}

extension String {
  /// The text of some scalars.
  init(scalars: ArraySlice<Unicode.Scalar>) {
    if scalars.allSatisfy(\.isASCII) {
      self.init(unsafeUninitializedCapacity: scalars.count) { bytes in
        for (index, scalar) in scalars.enumerated() {
          bytes[index] = UInt8(truncatingIfNeeded: scalar.value)
        }
        return scalars.count
      }
    } else {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      self.init(view)
    }
  }
}
