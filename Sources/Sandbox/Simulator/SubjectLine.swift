import Model
import Pipeline

/// A campaign's subject, cut at its variables once, and filled in for each recipient.
struct SubjectLine: Sendable {
  private enum Part: Sendable {
    case literal(String)
    case column(Int)
    case address
  }

  private var parts: [Part] = []

  init(_ campaign: Campaign) {
    var rest = campaign.template.subject[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      let name = rest[open.upperBound..<close.lowerBound].filter { !"{} &".contains($0) }
      parts.append(.literal(String(rest[..<open.lowerBound])))
      if let column = campaign.columns.firstIndex(of: String(name)) {
        parts.append(.column(column))
      } else if name == campaign.channel.addressColumn {
        parts.append(.address)
      }
      rest = rest[close.upperBound...]
      if rest.first == "}" { rest.removeFirst() }
    }
    parts.append(.literal(String(rest)))
  }

  /// The subject one recipient reads.
  func text(for recipient: SendRequest.Recipient) -> String {
    if parts.count == 1, case .literal(let text) = parts[0] { return text }
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .column(let index): text += index < recipient.values.count ? recipient.values[index] : ""
      case .address: text += recipient.address
      }
    }
    return text
  }
}
