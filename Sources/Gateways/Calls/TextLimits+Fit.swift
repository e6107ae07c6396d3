import Model
import SMSText

extension TextLimits {
  /// As what a text goes out.
  ///
  /// - Throws: ``Misfit`` when there is no kind for it.
  func kind(of text: String) throws(Misfit) -> Kind {
    let length: Int
    switch charset {
    case .eucKR:
      let korean = KoreanText(text)
      guard korean.unfit.isEmpty else { throw .characters(korean.unfit.map { String($0.character) }) }
      length = korean.bytes
    case .any: length = text.count
    }
    guard let kind = kinds.first(where: { length <= $0.most }) else {
      throw .length(length, most: kinds.last?.most ?? 0)
    }
    return kind
  }

  /// Why a text is not taken.
  enum Misfit: Error, Equatable {
    case characters([String])
    case length(Int, most: Int)

    /// In the words that are stored.
    var reason: OwnReason {
      switch self {
      case .characters(let characters): .textNotWritable(characters.joined(separator: " "))
      case .length(let length, let most): .textTooLong(length: length, most: most)
      }
    }
  }
}

extension NumberForm {
  /// The number as the broker wants it; `nil` for one that it does not serve.
  func written(_ address: String) -> String? {
    switch self {
    case .e164: return address
    case .digits: return String(address.drop { $0 == "+" })
    case .national:
      // The store holds nothing but what was checked.
      guard let number = try? PhoneNumber(address) else { return nil }
      return number.national(in: .korea)
    }
  }
}
