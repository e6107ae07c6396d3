package import Model

/// Finds the column that holds the address.
///
/// It is the one named `email` (or `phone`), or else so but for its case; or else the only one with a name that people give
/// it: `E-mail`, `Email Address`, `이메일`, `휴대폰번호`. Where that is not certain nobody is sent to, and whoever knows names
/// the column.
package enum AddressColumn {
  /// Whether a column's name is the channel's own word for the address, however it is written.
  package static func isNamed(_ name: String, _ channel: Channel) -> Bool { key(name) == channel.addressColumn }

  /// Returns the index of the column.
  ///
  /// - Parameter named: the column's name, when somebody gave it.
  /// - Throws: ``CSVError`` when there is none, or more than one.
  static func find(in header: [String], _ channel: Channel, named: String?) throws(CSVError) -> Int {
    if let named {
      let name = VariableName.cleaned(named)
      if let index = header.firstIndex(of: name) { return index }
      let alike = header.indices.filter { key(header[$0]) == key(name) }
      if alike.count == 1 { return alike[0] }
      throw CSVError(.noSuchColumn(name, columns: header), line: 1)
    }
    let wanted = channel.addressColumn
    if let exact = header.firstIndex(of: wanted) { return exact }
    let names = aliases(channel).union([wanted])
    var matches = header.indices.filter { header[$0].lowercased() == wanted }
    if matches.isEmpty { matches = header.indices.filter { names.contains(key(header[$0])) } }
    switch matches.count {
    case 0: throw CSVError(.noAddressColumn(wanted: wanted, columns: header), line: 1)
    case 1: return matches[0]
    default: throw CSVError(.severalAddressColumns(wanted: wanted, matches.map { header[$0] }), line: 1)
    }
  }

  private static func aliases(_ channel: Channel) -> Set<String> {
    switch channel {
    case .email:
      [
        "emailaddress", "emailaddr", "mail", "mailaddress", "이메일", "이메일주소", "메일", "메일주소", "전자우편",
        "전자우편주소", "전자메일", "전자메일주소",
      ]
    case .sms:
      [
        "phonenumber", "phoneno", "telephone", "telephonenumber", "tel", "telno", "mobile", "mobilenumber", "mobileno",
        "mobilephone", "mobilephonenumber", "cell", "cellphone", "cellphonenumber", "cellnumber", "휴대폰", "휴대폰번호",
        "휴대전화", "휴대전화번호", "핸드폰", "핸드폰번호", "전화", "전화번호", "연락처",
      ]
    }
  }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { !"-_. ".contains($0) }
  }
}
