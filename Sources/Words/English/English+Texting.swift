import Model

extension English {
  /// What a text goes out as: `2 parts in Unicode`.
  func form(_ form: TextForm) -> String {
    switch form {
    case .gsm(let parts): count(parts, "part")
    case .unicode(let parts): "\(count(parts, "part")) in Unicode"
    case .koreanShort: "SMS"
    case .koreanLong: "LMS"
    }
  }

  /// How long a text is: `1 part, 45 of 160`.
  func size(of measure: TextMeasure) -> String {
    guard let form = measure.form else { return measure.fault.map(fault) ?? "" }
    let unit =
      switch form {
      case .gsm, .unicode: ""
      case .koreanShort, .koreanLong: " bytes"
      }
    return "\(self.form(form)), \(count(measure.units)) of \(count(measure.limit))\(unit)"
  }

  /// Why a text cannot go out.
  func fault(_ fault: TextFault) -> String {
    switch fault {
    case .tooLong(let units, let most): "too long: \(count(units)), and \(count(most)) may be sent"
    case .unfit(let letters):
      "not in the carriers' alphabet: " + letters.map { "“\($0.character)” at \($0.place)" }.joined(separator: ", ")
    case .blank: "there is nothing in it"
    }
  }
}
