import Pipeline

/// The AWS side: clients made of the settings and the environment.
struct Cloud: Sendable {
  private let settings: CloudSettings

  init(_ settings: CloudSettings) throws { self.settings = settings }

  func queue(_ key: KeyPath<CloudSettings, String?>, _ setting: String, named name: String, for what: String) throws
    -> any MessageQueue
  {
    throw CommandError("not there yet: \(try settings.required(key, setting, for: what))")
  }

  func provider(pace: String, links: Links) throws -> any Provider { throw CommandError("not there yet") }
}
