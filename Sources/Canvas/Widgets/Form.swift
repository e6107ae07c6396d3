/// Holds fields to fill in and buttons to press, one below the other.
///
/// Its pane names the fields with a type of its own, so that a misspelt name does not compile.
package struct Form<ID: Hashable & Sendable>: Hashable, Sendable {
  /// Says what a field holds.
  package enum Kind: Hashable, Sendable {
    /// Holds a line of text.
    case text(LineEditor, placeholder: String = "")
    /// Holds one of several options, counted from 0.
    case choice([String], selected: Int)
    /// Does something when it is pressed.
    case button
  }

  /// Holds a field.
  package struct Field: Hashable, Sendable {
    /// Names it in the program.
    package var id: ID
    /// Names it on the screen.
    package var label: String
    /// Says what it holds.
    package var kind: Kind
    /// Stands beside the field, as what is wrong with it.
    package var note: String
    /// Says how the note looks.
    package var noteRole: Role

    /// Makes a field.
    package init(_ id: ID, _ label: String, _ kind: Kind, note: String = "", noteRole: Role = .bad) {
      self.id = id
      self.label = label
      self.kind = kind
      self.note = note
      self.noteRole = noteRole
    }
  }

  /// Says what a key did.
  package enum Response: Hashable, Sendable {
    /// Did nothing: the key is for someone else.
    case ignored
    /// Moved the cursor, or from one field to another.
    case handled
    /// Changed what a field holds.
    case changed(ID)
    /// Pressed a button.
    case pressed(ID)
    /// Asked to leave the form.
    case cancelled
  }

  /// Holds the fields, from top to bottom.
  package var fields: [Field]
  /// Counts the field that has the keys from 0.
  package private(set) var focus: Int

  /// Makes a form; the first field has the keys.
  package init(_ fields: [Field]) {
    self.fields = fields
    focus = 0
  }

  /// Holds the text of a field: of a choice, that of the option; of a button, nothing.
  package subscript(id: ID) -> String {
    get {
      switch fields.first(where: { $0.id == id })?.kind {
      case .text(let editor, _): editor.text
      case .choice(let options, let selected): options.indices.contains(selected) ? options[selected] : ""
      case .button, nil: ""
      }
    }
    set {
      guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
      switch fields[index].kind {
      case .text(_, let placeholder):
        fields[index].kind = .text(LineEditor(newValue), placeholder: placeholder)
      case .choice(let options, let selected):
        fields[index].kind = .choice(options, selected: options.firstIndex(of: newValue) ?? selected)
      case .button: break
      }
    }
  }

  /// Says what is wrong with a field, or with an empty text that nothing is.
  package mutating func note(_ id: ID, _ text: String, role: Role = .bad) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[index].note = text
    fields[index].noteRole = role
  }

  /// Gives the keys to a field.
  package mutating func focus(on id: ID) {
    if let index = fields.firstIndex(where: { $0.id == id }) { focus = index }
  }

  /// Takes a key: Tab and arrows go from field to field, Enter goes on or presses, Space and ←→ change a choice.
  package mutating func handle(_ key: Key) -> Response {
    guard fields.indices.contains(focus) else { return key == .escape ? .cancelled : .ignored }
    let id = fields[focus].id
    switch key {
    case .escape: return .cancelled
    case .tab, .down: return move(by: 1)
    case .backTab, .up: return move(by: -1)
    default: break
    }
    switch fields[focus].kind {
    case .button:
      switch key {
      case .enter, .character(" "): return .pressed(id)
      case .left: return move(by: -1)
      case .right: return move(by: 1)
      default: return .ignored
      }
    case .choice(let options, let selected):
      switch key {
      case .enter: return move(by: 1)
      case .right, .character(" "): return choose(selected + 1, of: options)
      case .left: return choose(selected - 1 + options.count, of: options)
      default: return .ignored
      }
    case .text(var editor, let placeholder):
      if key == .enter { return move(by: 1) }
      let outcome = editor.handle(key)
      fields[focus].kind = .text(editor, placeholder: placeholder)
      switch outcome {
      case .changed: return .changed(id)
      case .handled: return .handled
      case .ignored: return .ignored
      }
    }
  }

  private mutating func move(by step: Int) -> Response {
    focus = (focus + step + fields.count) % fields.count
    return .handled
  }

  private mutating func choose(_ option: Int, of options: [String]) -> Response {
    guard !options.isEmpty else { return .handled }
    fields[focus].kind = .choice(options, selected: option % options.count)
    return .changed(fields[focus].id)
  }
}
