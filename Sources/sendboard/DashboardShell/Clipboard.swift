import Foundation
import Words

extension CopyText.Way {
  /// What stands between a program and a clipboard, by the environment.
  init(_ environment: [String: String]) {
    let term = environment["TERM"] ?? ""
    if environment["TMUX"]?.isEmpty == false {
      self = .tmux
    } else if environment["STY"]?.isEmpty == false {
      self = .screen
    } else if ["linux", "dumb", "vt100", "vt102", "vt220"].contains(term) {
      self = .none(term: term)
    } else {
      self = .terminal
    }
  }
}
