import Model

extension Korean {
  func address(_ problem: AddressProblem.Code) -> String {
    switch problem {
    case .empty: "주소가 비어 있음"
    case .noAt: "주소에 @가 없음"
    case .severalAts: "주소에 @가 둘 이상임"
    case .space: "주소에 공백이 있음"
    case .controlCharacter: "주소에 제어 문자나 보이지 않는 문자가 있음"
    case .displayName: "주소에 이름이나 <>가 붙어 있음: 이 열에는 주소만 넣으세요"
    case .quoted: "@ 앞부분이 따옴표로 묶여 있음: 지원하지 않습니다"
    case .emptyLocalPart: "@ 앞이 비어 있음"
    case .badLocalPart: "@ 앞부분에 쓸 수 없는 문자나 잘못 놓인 점이 있음"
    case .localPartTooLong: "@ 앞부분이 64자를 넘음"
    case .nonASCIILocalPart: "@ 앞부분에 ASCII가 아닌 문자가 있음: 발송 서비스가 접수하지 않습니다"
    case .badDomain: "도메인 이름이 올바르지 않음"
    case .domainTooLong: "도메인이 253자를 넘음"
    case .noDot: "도메인에 점이 없음"
    case .addressTooLong: "주소가 254자를 넘음"
    case .severalAddresses: "주소가 둘 이상임: 한 행에 하나씩 넣으세요"
    case .noCountryCode: "번호가 +와 국가 번호로 시작하지 않음: +82 10-1234-5678처럼 쓰세요"
    case .nationalNumber:
      "번호에 국가 번호가 없음: +82 10-1234-5678처럼 쓰거나 defaultCountry를 정하세요(--default-country KR)"
    case .badPhoneCharacter: "번호에 숫자, 공백, 하이픈, 점, 괄호가 아닌 것이 있음"
    case .phoneTooShort: "번호가 7자리보다 짧음"
    case .phoneTooLong: "번호가 15자리를 넘음"
    case .trunkZero: "국가 번호 뒤에 0이 있음: 그 0을 빼세요"
    case .leadingZeroLost: "번호 맨 앞의 0이 없어졌음: 열을 텍스트 서식으로 바꿔 다시 저장하세요"
    case .landline: "휴대전화 번호가 아님: 문자를 받을 수 없습니다"
    }
  }

  func row(_ problem: RowProblem) -> String {
    switch problem {
    case .address(let code): address(code)
    case .textAfterQuote: "닫는 따옴표 뒤에 글자가 있음"
    case .fieldCount(let found, let header): "행의 필드는 \(found)개, 머리글은 \(header)개"
    }
  }

  func file(_ problem: FileProblem) -> String {
    switch problem {
    case .notThere(let words): "\(words): 경로를 확인하세요"
    case .folder: "폴더입니다: 그 안의 파일을 지정하세요"
    case .notAllowed(let words): "\(words): 권한을 확인하세요"
    case .unreadable(let words): "읽을 수 없음: \(words)"
    case .empty: "빈 파일입니다"
    case .noRows: "머리글만 있고 행이 없음: 발송할 사람이 없습니다"
    case .workbookOrArchive(let command):
      "Excel 통합 문서나 ZIP 파일입니다; \(saveAsCSV), 또는 '\(command)' 명령으로 푸세요"
    case .packed(let kind, let command): "CSV가 아니라 압축 파일(\(kind))입니다; 먼저 '\(command)' 명령으로 푸세요"
    case .oldWorkbook: "예전 Excel 통합 문서(.xls)입니다; \(saveAsCSV)"
    case .pdf: "CSV가 아니라 PDF 문서입니다"
    case .nulBytes(let isAtBeginning):
      "NUL 바이트가 있음: CSV가 아니거나 \(isAtBeginning ? "BOM 없는 " : "")UTF-16입니다; \(saveAsCSV)"
    case .notUTF8(let encoding):
      "올바른 UTF-8이 아님: \(encoding.map { "\(self.encoding($0))일 수 있습니다; " } ?? "")\(saveAsCSV)"
    case .openQuote: "여기서 연 따옴표가 닫히지 않음"
    case .longQuote: "여기서 연 따옴표가 1 MiB 안에 닫히지 않음"
    case .longRow: "행이 1 MiB보다 긺: CSV 파일이 맞습니까?"
    case .unnamedColumn(let number): "머리글의 \(number)번째 열에 이름이 없음"
    case .repeatedColumn(let name): "머리글에 \"\(name)\" 열이 두 번 있음"
    case .noSuchColumn(let name, let columns): "\"\(name)\" 열이 없음; 있는 열: \(quoted(columns))"
    case .noAddressColumn(let wanted, let columns):
      "\"\(wanted)\" 열도, 그런 뜻의 열도 없음; 있는 열: \(quoted(columns))"
    case .severalAddressColumns(let wanted, let columns):
      "\"\(wanted)\"에 해당하는 열이 둘 이상임: \(columns.map { "\"\($0)\"" }.joined(separator: ", "))"
    case .tooLong(let limit): "\(limit)바이트보다 긺: 맞는 파일입니까?"
    case .utf16: "UTF-16입니다: UTF-8로 저장하세요"
    case .nulInText(let line, let isUTF16):
      isUTF16
        ? "BOM 없는 UTF-16 같습니다: UTF-8로 저장하세요"
        : "\(line)행에 텍스트에 없는 NUL 바이트가 있음: 지우거나 UTF-8로 저장하세요"
    case .notText(let line): "\(line)행이 UTF-8 텍스트가 아님: UTF-8로 저장하세요"
    }
  }

  private var saveAsCSV: String { "\"CSV UTF-8\" 형식으로 저장하세요" }

  /// A header may be as long as a row.
  private func quoted(_ columns: [String]) -> String {
    String(columns.map { "\"\($0)\"" }.joined(separator: ", ").prefix(1000))
  }

  private func encoding(_ encoding: TextEncoding) -> String {
    let korean = "EUC-KR(CP949, 한국어 Excel의 CSV)"
    let chinese = "GB18030(GBK, 중국어 Excel의 CSV)"
    return switch encoding {
    case .korean: korean
    case .chinese: chinese
    case .koreanOrChinese: "\(korean) 또는 \(chinese)"
    case .japanese: "Shift-JIS(CP932, 일본어 Excel의 CSV)"
    case .western: "Latin-1(Windows-1252, 서유럽어 Excel의 CSV)"
    }
  }
}
