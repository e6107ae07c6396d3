import Canvas
import Model
import Words

/// What is being composed, among the campaigns.
extension State {
  /// All drafts, the one that was changed last first: those that were read, and what was done to them here since.
  var drafts: [Draft] {
    var drafts = Dictionary((snapshot?.drafts ?? []).map { ($0.id, $0) }) { first, _ in first }
    for (id, own) in panes.campaigns.own {
      switch own {
      case .kept(let draft): drafts[id] = draft
      case .dropped: drafts[id] = nil
      }
    }
    return drafts.values.sorted { ($1.changedAt, $0.id.rawValue) < ($0.changedAt, $1.id.rawValue) }
  }

  /// The drafts that pass the filter.
  var draftRows: [Draft] {
    let wanted = panes.campaigns.filter.lowercased()
    return wanted.isEmpty ? drafts : drafts.filter { $0.name.lowercased().contains(wanted) }
  }

  /// The draft under the cursor.
  var chosenDraft: Draft? {
    let rows = draftRows
    guard let index = panes.campaigns.cursor.index(in: campaignListIDs), index < rows.count else { return nil }
    return rows[index]
  }

  /// Tells when somebody else has changed the draft that is open here: whoever types last has it.
  private mutating func tellOfForeignDraft() {
    guard case .compose(let form) = modal, let read = snapshot?.drafts.first(where: { $0.id == form.id }),
      read.entries != form.entries, panes.campaigns.toldForeign != read
    else { return }
    if case .kept(let own)? = panes.campaigns.own[form.id], own.changedAt >= read.changedAt { return }
    panes.campaigns.toldForeign = read
    notices.note(.warning, .draftChangedElsewhere(read.operator), at: now)
  }

  /// Forgets what was done here once it is read.
  mutating func forgetOwnDrafts() {
    tellOfForeignDraft()
    let read = Dictionary((snapshot?.drafts ?? []).map { ($0.id, $0) }) { first, _ in first }
    panes.campaigns.own = panes.campaigns.own.filter { id, own in
      switch own {
      case .kept(let draft): read[id].map { $0.changedAt < draft.changedAt } ?? true
      case .dropped: read[id] != nil
      }
    }
  }

  /// Asks before what was typed is given up.
  mutating func askToDrop(_ draft: Draft) {
    ask(
      Confirmation(
        title: words.question(.dropDraft(name(of: draft).shortened(to: Self.dialogNameWidth))),
        lines: [words.question(.dropDraftMeans)], verb: words.question(.dropDraftVerb), count: 1,
        order: .dropDraft(draft.id)))
  }

  mutating func dropDraft(_ id: Draft.ID) -> [Effect] {
    guard drafts.contains(where: { $0.id == id }) else { return [] }
    panes.campaigns.own[id] = .dropped
    return [.drop(id)]
  }

  /// The draft of a launch that has ended, which is none any more when it was launched.
  mutating func endLaunch(of composition: Composition, isDone: Bool) -> [Effect] {
    guard let index = panes.campaigns.launching.firstIndex(where: { $0.composition == composition }) else { return [] }
    let draft = panes.campaigns.launching.remove(at: index).draft
    return isDone ? dropDraft(draft) : []
  }

  /// How texts name a draft.
  func name(of draft: Draft) -> String {
    draft.name.isEmpty ? words.campaigns(.unnamed) : "“\(draft.name)”"
  }
}
