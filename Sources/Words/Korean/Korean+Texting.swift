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
    case .notServed: "이 서비스는 자국 번호만 받음"
    }
  }

  func textFailure(_ failure: TextFailure) -> String {
    switch failure {
    case .invalidNumber: "없는 번호"
    case .undeliverable: "전달 불가"
    case .unreachable: "연결 안 됨"
    case .carrierUnreachable: "통신사 연결 안 됨"
    case .expired: "기한 지남"
    case .invalidMessage: "잘못된 내용"
    case .carrierBlocked: "통신사 차단"
    case .spam: "스팸 처리"
    case .blocked: "수신 차단"
    case .optedOut: "수신 거부"
    case .protected: "국가·번호 제한"
    case .unknown: "결과 없음"
    }
  }

  /// What to do about a text message that did not arrive.
  func advice(on failure: TextFailure) -> String {
    switch failure {
    case .invalidNumber: "없거나 문자를 받지 못하는 번호: 번호를 고치거나 메일로 알리세요."
    case .undeliverable: "이 번호에는 전달할 수 없음: 번호를 고치거나 메일로 알리세요."
    case .unreachable: "전화기가 꺼져 있거나 통화권 밖이었음: 몇 시간 뒤 다시 보내세요."
    case .carrierUnreachable: "통신사에 일시적으로 연결되지 않음: 몇 시간 뒤 다시 보내세요."
    case .expired: "정해진 시간 안에 전달되지 않음: 아직 필요하면 다시 보내세요."
    case .invalidMessage: "통신사가 처리할 수 없는 내용: 문자와 길이를 확인하세요."
    case .carrierBlocked: "통신사가 원치 않는 문자로 보고 차단함: 문구와 링크, 발신번호 등록을 확인하세요."
    case .spam: "통신사가 스팸으로 처리함: 다른 사람에게 보내기 전에 문구와 링크를 확인하세요."
    case .optedOut: "이 사람이 수신을 거부함: 그대로 두세요. 꼭 필요하면 다른 방법으로 알리세요."
    case .blocked: "수신자의 전화기나 설정이 이 발신자를 차단함: 다른 방법으로 알리세요."
    case .protected: "AWS 계정의 규칙이 이 국가나 번호를 막음: 의도한 것이 아니면 그 차단 설정을 바꾸세요."
    case .unknown: "어떻게 되었는지 알려지지 않음: 다시 보내기 전에 수신자에게 확인하세요."
    }
  }
}
