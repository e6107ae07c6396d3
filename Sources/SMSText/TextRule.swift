package import Model

/// By what a provider counts texts.
package enum TextRule: Equatable, Sendable {
  /// By parts, whatever they are written in: AWS
  /// (<https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-character.html>).
  case parts
  /// By the types of Korean carriers: a short or a long message, in EUC-KR.
  case korean

  /// Measures a text as its recipient gets it.
  package func measure(_ text: String) -> TextMeasure {
    switch self {
    case .parts:
      let parts = SMSParts(text)
      let isAlone = parts.count == 1
      let fault: TextFault? =
        text.allSatisfy(\.isWhitespace)
        ? .blank : parts.isTooLong ? .tooLong(parts.units, most: parts.encoding.most) : nil
      let form: TextForm = parts.encoding == .gsm7 ? .gsm(parts: parts.count) : .unicode(parts: parts.count)
      return TextMeasure(
        form: fault == nil ? form : nil, units: parts.units,
        limit: fault != nil
          ? parts.encoding.most : isAlone ? parts.encoding.alone : parts.encoding.inPart * parts.count,
        fault: fault, foreign: parts.isCostlier ? parts.foreign : nil)
    case .korean:
      let korean = KoreanText(text)
      let fault: TextFault? =
        text.allSatisfy(\.isWhitespace)
        ? .blank
        : !korean.unfit.isEmpty
          ? .unfit(korean.unfit)
          : korean.bytes > KoreanText.Kind.lms.most ? .tooLong(korean.bytes, most: KoreanText.Kind.lms.most) : nil
      let kind = fault == nil ? korean.kind : nil
      return TextMeasure(
        form: kind.map { $0 == .sms ? .koreanShort : .koreanLong }, units: korean.bytes,
        limit: (kind ?? .lms).most, fault: fault)
    }
  }
}
