import Model
import Ports

/// A campaign's subject, cut at its variables once, and filled in for each recipient.
struct SubjectLine: Sendable {
  private enum Part: Sendable {
    case literal(String)
    case column(Int)
    case address
  }

  private var parts: [Part] = []

  init(_ campaign: Campaign) {
    for piece in TemplatePiece.cut(campaign.template.subject) {
      switch piece {
      case .text(let text): parts.append(.literal(String(text)))
      case .tag(let tag) where tag.kind == .unclosed: parts.append(.literal(String(tag.source)))
      case .tag(let tag):
        if let column = campaign.columns.firstIndex(of: tag.name) {
          parts.append(.column(column))
        } else if tag.name == campaign.channel.addressColumn {
          parts.append(.address)
        }
      }
    }
  }

  /// The subject one recipient reads.
  func text(for recipient: ClaimedMessage) -> String {
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
