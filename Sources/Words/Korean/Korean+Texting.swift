import Model

extension Korean {
  /// What a text goes out as: `유니코드 2파트`.
  func form(_ form: TextForm) -> String {
    switch form {
    case .gsm(let parts): "\(parts)파트"
    case .unicode(let parts): "유니코드 \(parts)파트"
    case .koreanShort: "단문(SMS)"
    case .koreanLong: "장문(LMS)"
    }
  }

  /// How long a text is: `1파트, 45/160`.
  func size(of measure: TextMeasure) -> String {
    guard let form = measure.form else { return measure.fault.map(fault) ?? "" }
    let unit =
      switch form {
      case .gsm, .unicode: ""
      case .koreanShort, .koreanLong: "바이트"
      }
    return "\(self.form(form)), \(measure.units)/\(measure.limit)\(unit)"
  }

  /// Why a text cannot go out.
  func fault(_ fault: TextFault) -> String {
    switch fault {
    case .tooLong(let units, let most): "너무 긺: 길이 \(units), 한도 \(most)"
    case .unfit(let letters):
      "통신사에서 쓸 수 없는 문자: " + letters.map { "\($0.place)번째 “\($0.character)”" }.joined(separator: ", ")
    case .blank: "내용이 없음"
    }
  }
}
