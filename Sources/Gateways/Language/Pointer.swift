import JSON

/// A place in a JSON document (<https://www.rfc-editor.org/rfc/rfc6901>), from the item at hand; `//x` from the document's
/// root. `/*` at the end stands for all elements of an array, or all members of an object.
package struct Pointer: Hashable, Sendable {
  let isFromRoot: Bool
  let tokens: [String]
  let takesAll: Bool

  /// Reads a pointer; `nil` for what is none. The empty text is the whole item.
  init?(_ text: String) {
    if text.isEmpty {
      (isFromRoot, tokens, takesAll) = (false, [], false)
      return
    }
    guard text.hasPrefix("/") else { return nil }
    isFromRoot = text.hasPrefix("//")
    var tokens = text.dropFirst(isFromRoot ? 2 : 1).split(separator: "/", omittingEmptySubsequences: false)
    takesAll = tokens.last == "*"
    if takesAll { tokens.removeLast() }
    guard !tokens.contains("*") else { return nil }
    self.tokens = tokens.map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }
  }

  /// What it points to; `nil` when there is nothing.
  func node(in view: JSONView, from item: Int) -> Int? {
    var node = isFromRoot ? 0 : item
    for token in tokens {
      guard let next = view.child(of: node, token) else { return nil }
      node = next
    }
    return node
  }

  /// The items of the list it points to; `nil` when there is no list.
  func items(in view: JSONView, from item: Int) -> [Int]? {
    guard let node = node(in: view, from: item) else { return nil }
    switch view.kind(node) {
    case .array: return view.elements(of: node)
    case .object where takesAll:
      var values: [Int] = []
      view.forEachMember(of: node) { _, value in values.append(value) }
      return values
    case .object, .string, .number, .bool, .null, nil: return nil
    }
  }
}

/// Where a text is found: at the first of several places that has one, or put together from several with `/` between.
package enum Source: Equatable, Sendable {
  /// A part of a text that is put together.
  package enum Part: Equatable, Sendable {
    case pointer(Pointer)
    /// A name in braces: of what is the recipient's or the question's.
    case value(TextTemplate)
  }

  case first([Pointer])
  case join([Part])

  /// The text; `nil` where it, or any part of one that is put together, is not there.
  func text(in view: JSONView, from item: Int, _ values: PlaceValues? = nil) -> String? {
    switch self {
    case .first(let pointers):
      for pointer in pointers {
        if let text = view.scalarText(pointer.node(in: view, from: item)), !text.isEmpty { return text }
      }
      return nil
    case .join(let parts):
      var texts: [String] = []
      for part in parts {
        switch part {
        case .pointer(let pointer):
          let node = pointer.node(in: view, from: item)
          // A null is said, and is nothing.
          guard let text = view.kind(node) == .null ? "" : view.scalarText(node) else { return nil }
          texts.append(text)
        case .value(let template): texts.append(values.map { template.filled($0) } ?? "")
        }
      }
      return texts.joined(separator: "/")
    }
  }
}

extension JSONView {
  func child(of node: Int, _ token: String) -> Int? {
    switch kind(node) {
    case .object:
      var found: Int?
      forEachMember(of: node) { key, value in
        if found == nil, text(key) == token { found = value }
      }
      return found
    case .array:
      guard let index = Int(token), index >= 0 else { return nil }
      let elements = elements(of: node)
      return index < elements.count ? elements[index] : nil
    case .string, .number, .bool, .null, nil: return nil
    }
  }

  /// The first text of a document that is not nested, for whoever has to say anything at all.
  var firstText: String? {
    var found: String?
    forEachMember(of: 0) { _, value in
      if found == nil, let text = text(value), !text.isEmpty { found = text }
    }
    return found
  }

  /// A text, or a number or a truth value as it is written; `nil` for anything else.
  func scalarText(_ node: Int?) -> String? {
    guard let node else { return nil }
    switch kind(node) {
    case .string: return text(node)
    case .number, .bool: return String(decoding: raw(node), as: UTF8.self)
    case .object, .array, .null, nil: return nil
    }
  }
}
