import Model

/// What an answer says of the recipients of a call.
package struct AnswerRule: Equatable, Sendable {
  /// When the whole call was turned away, and nobody was sent anything.
  struct Whole: Equatable, Sendable {
    var statuses: StatusPattern?
    var condition: Condition?
    var cause: Refusal.Cause?
    var code: Source?
    var reason: Source?
  }

  /// By what an item of a list is a recipient's.
  enum Key: Equatable, Sendable {
    /// It stands where the recipient stood in the call.
    case order
    /// Our reference comes back there.
    case ref(Source)
    case number(Source)
  }

  /// When an item says that a text was taken, and by which id.
  struct Accepted: Equatable, Sendable {
    var condition: Condition?
    var id: Source
  }

  /// When an item says that a text was not taken.
  struct Refused: Equatable, Sendable {
    var condition: Condition?
    var code: Source?
    var reason: Source?
  }

  /// A list with an item for each recipient it is about.
  struct List: Equatable, Sendable {
    var place: [Pointer]
    var key: Key
    var accepted: Accepted?
    var refused: Refused?
  }

  /// Where it says that all were taken, and does not name them.
  struct All: Equatable, Sendable {
    var statuses: StatusPattern?
    var accepted: Accepted
  }

  var whole: [Whole]
  var lists: [List]
  var all: All?
  var causes: CodeTable<Refusal.Cause>
}
