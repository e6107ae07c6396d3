import ArgumentParser
import Model
import Testing

@testable import sendboard

/// What serves each channel, as a configuration says it.
@Suite struct ProviderSettingsTests {
  private func settings(_ text: String, provisioned: String = "") throws -> CloudSettings {
    try CloudSettings(
      SettingsReader(
        ConfigurationDocument(text, path: "c.yaml"),
        provisioned: ConfigurationDocument(provisioned, path: "c.provisioned.yaml")), GlobalOptions.parse([]))
  }

  @Test(arguments: [
    // The single provider of older files is email's; the simulator takes whatever there is.
    ("", CloudSettings.Provider.simulator, CloudSettings.Provider.simulator),
    ("provider: simulator\n", .simulator, .simulator),
    ("provider: ses\n", .ses, .unserved), ("providers: {email: ses, sms: simulator}\n", .ses, .simulator),
    ("providers:\n  email: ses\n", .ses, .unserved),
    ("provider: ses\nproviders:\n  sms: simulator\n", .ses, .simulator),
    ("provider: ses\nproviders:\n  email: ses\n", .ses, .unserved),
    ("providers:\n  email: none\n  sms: simulator\n", .unserved, .simulator),
    ("providers:\n  email: simulator\n  sms: none\n", .simulator, .unserved),
  ])
  func eachChannelHasItsProvider(text: String, email: CloudSettings.Provider, sms: CloudSettings.Provider) throws {
    let settings = try settings(text)
    #expect(settings[.email] == email)
    #expect(settings[.sms] == sms)
    #expect(settings.isNeeded == (email == .ses))
  }

  @Test(arguments: [
    ("providers: {sms: ses}\n", "c.yaml:1: providers.sms: 'ses' is not known; it may be simulator or aws or none"),
    ("providers:\n  email: gmail\n", "c.yaml:2: providers.email: 'gmail' is not known"),
    ("provider: none\n", "c.yaml:1: provider: 'none' is not known"),
    (
      "provider: ses\nproviders:\n  email: simulator\n",
      "c.yaml:1: provider is 'ses' and c.yaml:3: providers.email 'simulator': both say what serves email; keep one"
    ),
  ])
  func whatCannotBeIsSaidWithItsLine(text: String, words: String) {
    let error = #expect(throws: CommandError.self) { try settings(text) }
    #expect("\(error.map { "\($0)" } ?? "")".hasPrefix(words))
  }

  /// What an operator wrote wins over what was provisioned, by either name of the key.
  @Test(arguments: [
    ("", CloudSettings.Provider.ses), ("provider: simulator\n", .simulator),
    ("providers: {email: simulator}\n", .simulator),
    ("providers: {sms: simulator}\n", .ses), ("provider: ses\n", .ses), ("provider:\n", .ses),
  ])
  func whatWasProvisionedComesLast(text: String, email: CloudSettings.Provider) throws {
    #expect(try settings(text, provisioned: "providers:\n  email: ses\n")[.email] == email)
  }

  @Test func aChannelThatNothingServesIsRefusedWithItsRemedy() throws {
    let ses = try settings("provider: ses\n")
    try ses.check(.email)
    let error = #expect(throws: CommandError.self) { try ses.check(.sms) }
    let words =
      "SES sends email only: sms campaigns need another provider: set providers.sms; nothing was stored"
    #expect("\(error.map { "\($0)" } ?? "")" == words)
    #expect(throws: CommandError.self) {
      try settings("providers:\n  email: none\n  sms: none\n").requireNames()
    }
  }

  @Test(arguments: [
    ("", "simulator"), ("provider: ses\n", "ses"),
    ("providers: {email: ses, sms: simulator}\n", "email by ses, sms by simulator"),
    ("providers: {email: none, sms: simulator}\n", "sms by simulator"),
  ])
  func aWorkerSaysInAFewWordsWhatItSendsWith(text: String, words: String) throws {
    #expect(try settings(text).providerWords == words)
  }
}

extension ActionsEndToEnd {
  @Suite struct ProviderVariableTests {
    /// Whoever sets the variable means it, whatever an old or a new file says.
    @Test(arguments: ["provider: ses\n", "providers:\n  email: ses\n"])
    func theEnvironmentWinsOverTheFile(text: String) async throws {
      let place = try Workplace()
      let file = try place.write(text, to: "c.yaml")
      for variable in ["SENDBOARD_PROVIDER", "SENDBOARD_PROVIDERS_EMAIL"] {
        let result = try await place.run(
          ["doctor", "--json", "--config", file], environment: [variable: "simulator"], within: .seconds(30))
        #expect(result.output.contains("by the simulator: nothing leaves this machine"), "\(result)")
      }
    }

    /// What it cannot serve stays on the queue, as new, for a worker that can.
    @Test func aWorkerLeavesAChannelAloneThatItHasNoProviderFor() async throws {
      let place = try Workplace()
      let texts = try place.write("phone,name\n+821012345678,Kim\n+821012345679,Lee\n", to: "texts.csv")
      let words = try place.write("Hello {{name}}", to: "words.txt")
      func send(_ name: String, _ environment: [String: String]) async throws -> Program.Result {
        try await place.run(
          ["send", "--name", name, "--channel", "sms", "--recipients", texts, "--from", "Shop", "--text", words],
          environment: environment)
      }
      let none = ["SENDBOARD_PROVIDERS_SMS": "none"]
      #expect(try await send("Texts", [:]).status == 0)
      #expect(try await send("More", none).errors.contains("nothing serves sms here"))
      let left = try await place.run(["run", "--drain"], environment: none, within: .seconds(100))
      #expect(left.status == 2, "\(left)")
      #expect(left.errors.contains("batches of sms are left to other workers"), "\(left.errors)")
      #expect(left.errors.contains("0 messages handed over; 1 batch on the queue"), "\(left.errors)")
      let sent = try await place.run(["run", "--drain"], within: .seconds(100))
      #expect(sent.errors.contains("2 messages handed over"), "\(sent.errors)")
    }
  }
}
