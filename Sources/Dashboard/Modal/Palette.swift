import Canvas
import Model
import Words

/// A list of everything that can be done from here, every pane and every campaign, narrowed by what is typed.
struct Palette: Equatable, Sendable {
  var editor = LineEditor()
  /// What is chosen, by what it is and not by its place: what there is changes by itself.
  var chosen: Entry.Deed?

  /// The row that is chosen; `nil` when it is there no more, and Enter does nothing else instead.
  func index(in entries: [Entry]) -> Int? { entries.firstIndex { $0.deed == chosen } }

  /// Something that can be chosen.
  struct Entry: Equatable, Sendable {
    enum Deed: Equatable, Sendable {
      /// What a key does where the operator is.
      case press(Key)
      /// What a key does in another pane, where it can be seen first what it is about.
      case visit(Pane, KeyAction)
      case turn(Pane)
      case open(CampaignID)
    }

    var deed: Deed
    /// What is printed on its key; empty without one.
    var key: String
    var words: String
    /// Where it belongs.
    var place: String
    /// What finds it besides: the name of an action, in whatever language the rest is.
    var name = ""

    /// By what it is found.
    enum Fit { case words, name }

    /// By what each of some words is a part of it: by what it is called on the screen, or by its key, its place and its
    /// name besides; `nil` when not each is.
    func fit(_ wanted: [String]) -> Fit? {
      let said = words.lowercased()
      if wanted.allSatisfy(said.contains) { return .words }
      let more = "\(key) \(place) \(name)".lowercased()
      return wanted.allSatisfy { said.contains($0) || more.contains($0) } ? .name : nil
    }
  }
}

extension State {
  mutating func openPalette() {
    var palette = Palette()
    palette.chosen = entries(palette).first?.deed
    modal = .palette(palette)
  }

  /// What a palette offers, in its order: what can be done here, panes, what can be done in other panes, campaigns.
  func entries(_ palette: Palette) -> [Palette.Entry] {
    let wanted = palette.editor.text.lowercased().split(separator: " ").map(String.init)
    guard !wanted.isEmpty else { return allEntries }
    // What is read comes before what is only called so in the configuration.
    var (read, called): ([Palette.Entry], [Palette.Entry]) = ([], [])
    for entry in allEntries {
      switch entry.fit(wanted) {
      case .words: read.append(entry)
      case .name: called.append(entry)
      case nil: break
      }
    }
    return read + called
  }

  private var allEntries: [Palette.Entry] {
    let own = offered(focus.behavior.keys(self)).flatMap { keys in keys.actions.map { (keys, $0) } }
    let here = own.compactMap { keys, action in
      entry(.press(action.key), action, hint: keys.parts.isEmpty ? keys.hint : action.hint, words.meaning, in: focus)
    }
    let everywhere = offered(PaneKey.everywhere).flatMap(\.actions).filter { action in
      !own.contains { $0.1.key == action.key } && can(action.hint)
    }.compactMap { entry(.press($0.key), $0, hint: $0.hint, words.meaning, in: nil) }
    let panes = Pane.numbered.map { pane in
      Palette.Entry(
        deed: .turn(pane), key: pane.digit.map(String.init) ?? "", words: words.pane(pane.behavior.title), place: "")
    }
    let elsewhere = Pane.numbered.filter { $0 != focus }.flatMap { pane in
      offered(pane.behavior.keys).flatMap(\.actions).filter { action in
        !action.key.isFixed && !Self.everywhere.contains(action.key) && !Self.sorting.contains(action.key)
          && !here.contains { $0.name == action.hint.name }
      }.compactMap { entry(.visit(pane, $0), $0, hint: $0.hint, words.hint, in: pane) }
    }
    let campaigns = (snapshot?.campaigns ?? []).map { campaign in
      Palette.Entry(
        deed: .open(campaign.id), key: "", words: campaign.name, place: words.term(.campaign(campaign.id.description)))
    }
    return here + everywhere + panes + elsewhere + campaigns
  }

  private static let sorting = Set(PaneKey.sorting.flatMap(\.actions).map(\.key))
  private static let everywhere = Set(PaneKey.everywhere.flatMap(\.actions).map(\.key))

  private func entry(
    _ deed: Palette.Entry.Deed, _ action: KeyAction, hint: Hint, _ said: (Hint) -> String, in pane: Pane?
  ) -> Palette.Entry? {
    // What only moves or leads back is no action.
    guard ![.scroll, .back, .palette, .move, .panes, .open, .escape].contains(action.hint) else { return nil }
    return Palette.Entry(
      deed: deed, key: keyMap.label(of: action), words: said(hint),
      place: pane.map { words.pane($0.behavior.title) } ?? words.heading(.everywhere), name: action.hint.name)
  }

  /// Whether what means the same everywhere would do something now.
  private func can(_ hint: Hint) -> Bool {
    switch hint {
    case .pause: targetCampaign?.state.after(.pause) != nil
    case .resume: targetCampaign.map { $0.state.after(.resume) != nil || $0.state == .scheduled } ?? false
    case .cancel: targetCampaign?.state.after(.cancel) != nil
    case .resend, .whyNotResent: scope != nil
    case .suppress: !chosenAddresses.isEmpty
    case .export: focus.behavior.export(self) != nil
    case .copy: focus.behavior.copies(self) != .nothing
    case .link: !links.isEmpty && focus.behavior.message(self) != nil
    case .work: running.contains(where: \.command.canBeStopped)
    case .new: quittingSince == nil
    default: true
    }
  }

  /// The keys of the palette: letters are typed.
  mutating func press(_ key: Key, in palette: Palette) -> [Effect] {
    var palette = palette
    switch key {
    case .escape, .control("g"), .control("c"): modal = nil
    case .enter:
      let entries = entries(palette)
      guard let index = palette.index(in: entries) else {
        say(entries.isEmpty ? .nothingFits : .paletteKeys)
        return []
      }
      modal = nil
      return carryOut(entries[index].deed)
    case .up, .down, .pageUp, .pageDown, .control("p"), .control("n"):
      let entries = entries(palette)
      let page = PalettePane.rows(in: Layout(self).body)
      let step = (Motion(key) ?? .rows(0)).lines(page: page)
      guard !entries.isEmpty else { break }
      palette.chosen = entries[max(0, min((palette.index(in: entries) ?? 0) + step, entries.count - 1))].deed
      modal = .palette(palette)
    default:
      if palette.editor.handle(key) == .changed {
        palette.chosen = entries(palette).first?.deed
      } else {
        say(.paletteKeys)
      }
      modal = .palette(palette)
    }
    return []
  }

  /// Chooses the row at a point; a second click does it.
  mutating func click(_ point: Point, _ palette: Palette, in body: Rect) -> [Effect] {
    var palette = palette
    guard let row = PalettePane.row(at: point, palette, self, in: body) else { return [] }
    let entries = entries(palette)
    if row == palette.index(in: entries) { return press(.enter, in: palette) }
    palette.chosen = entries[row].deed
    modal = .palette(palette)
    return []
  }

  private mutating func carryOut(_ deed: Palette.Entry.Deed) -> [Effect] {
    switch deed {
    case .press(let key): return obey(key)
    case .turn(let pane): go(to: pane)
    case .visit(let pane, let action):
      go(to: pane)
      say(.pressHere(key: keyMap.label(of: action), does: words.hint(action.hint)))
    case .open(let id):
      go(to: .campaigns)
      panes.campaigns.filter = ""
      panes.campaigns.cursor.put(on: .campaign(id), in: campaignListIDs)
      panes.messages.show(MessageList.Scope(campaign: id))
      drill(to: .messages)
    }
    return []
  }
}
