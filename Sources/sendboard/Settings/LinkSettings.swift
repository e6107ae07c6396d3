import Model
import Yams

/// Reads the links of a configuration: `links: [{name: Ticket, url: "https://tickets.example/search?q={address}"}]`.
enum LinkSettings {
  /// The key under which they stand.
  static let key = "links"

  private static let form =
    "'links' takes a list of names and addresses, such as '- {name: Ticket, url: \"https://tickets.example/?q={address}\"}'"

  /// Reads the links.
  ///
  /// - Parameter fail: makes the error of a place in the file.
  /// - Throws: ``CommandError``.
  static func read(_ node: Node, _ fail: (Node, String) -> CommandError) throws -> [LinkTemplate] {
    guard let list = node.sequence else { throw fail(node, form) }
    return try list.map { item -> LinkTemplate in
      guard let mapping = item.mapping else { throw fail(item, form) }
      var called: Node?
      var url: Node?
      for (key, value) in mapping {
        switch key.string {
        case "name": called = value
        case "url": url = value
        default: throw fail(key, "a link has a name and a url, and no '\(key.string ?? "")'")
        }
      }
      guard let name = called?.scalar?.string, !name.isEmpty else { throw fail(item, "this link has no name") }
      guard let url, let text = url.scalar?.string, !text.isEmpty else {
        throw fail(item, "the link '\(name)' has no url")
      }
      do throws(LinkTemplate.Problem) { return try LinkTemplate(name: name, url: text) } catch {
        throw fail(url, "the link '\(name)': \(words(error))")
      }
    }
  }

  private static func words(_ problem: LinkTemplate.Problem) -> String {
    let known = LinkTemplate.Place.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
    return switch problem {
    case .unknownPlace(let name): "there is no {\(name)}; there are \(known)"
    case .strayBrace: "a brace is not closed, or was not opened: { and } stand around the name of what is known"
    case .noScheme: "it does not begin with a scheme, such as https:"
    case .blank: "it holds a blank or a control character: write %20 for a blank"
    }
  }
}
