import AWS
import Cloud
import Foundation
import HTTP
import Pacing
import Ports
import Provisioning

/// The AWS side: clients made of the settings and the environment, sharing one transport and one set of credentials.
struct AWSConnection: Sendable {
  let settings: CloudSettings
  let location: AWSEnvironment
  let environment: ServiceEnvironment

  /// - Parameter whenThrottled: is told of waits for AWS's limits on calls.
  /// - Throws: ``CommandError`` when the HTTP side cannot be set up, such as for a CA bundle that is not there.
  init(
    _ settings: CloudSettings, retries: RetryPolicy = RetryPolicy(),
    whenThrottled: @escaping @Sendable (_ call: String, _ wait: Duration) -> Void = { _, _ in }
  ) throws {
    self.settings = settings
    let variables = ProcessInfo.processInfo.environment
    location = AWSEnvironment(
      variables: variables, profile: settings.profile, region: settings.region, endpoint: settings.endpoint)
    do {
      let transport = try CurlTransport(HTTPSettings(environment: variables))
      let signer = RequestSigner()
      environment = ServiceEnvironment(
        transport: transport,
        credentials: CachedCredentials(CredentialChain(environment: location, transport: transport)),
        sign: { request, credentials, service, region, date in
          try signer.sign(&request, credentials: credentials, service: service, region: region, at: date)
        }, retries: retries, whenThrottled: whenThrottled)
    } catch {
      throw CommandError("AWS cannot be reached: \(error)", underlying: error)
    }
  }

  var sqs: SQSClient { get throws { SQSClient(environment, endpoint: try endpoint(.sqs)) } }
  var ses: SESClient { get throws { SESClient(environment, endpoint: try endpoint(.sesv2)) } }
  var sns: SNSClient { get throws { SNSClient(environment, endpoint: try endpoint(.sns)) } }
  var smsVoice: SMSVoiceClient { get throws { SMSVoiceClient(environment, endpoint: try endpoint(.smsVoice)) } }
  var sts: STSClient { get throws { STSClient(environment, endpoint: try endpoint(.sts)) } }
  var cloudWatch: CloudWatchClient { get throws { CloudWatchClient(environment, endpoint: try endpoint(.cloudwatch)) } }

  /// A queue of the configuration.
  ///
  /// - Throws: ``CommandError`` when it is not in it.
  func queue(_ key: KeyPath<CloudSettings, String?>, _ setting: String, named name: String, for what: String) throws
    -> any MessageQueue
  {
    SQSQueue(name: name, url: try settings.required(key, setting, for: what), client: try sqs)
  }

  /// The queue that the event queue's dead letters go to: in the same account and region, so its URL differs in the name.
  ///
  /// - Returns: `nil` when it has none.
  /// - Throws: `AWSError`; ``CommandError``.
  func eventDeadLetters() async throws -> (any MessageQueue)? {
    guard let url = settings.eventQueue, let slash = url.lastIndex(of: "/") else { return nil }
    let attributes = try await sqs.getQueueAttributes(url, ["RedrivePolicy"])
    guard let target = QueueBlueprint.Redrive(attributes["RedrivePolicy"])?.target,
      let name = target.split(separator: ":").last
    else { return nil }
    return SQSQueue(name: "event-dead-letters", url: String(url[...slash]) + name, client: try sqs)
  }

  /// SES as the provider.
  ///
  /// - Parameter pace: the file of the bucket that processes on this host share.
  /// - Throws: ``CommandError``, `PaceFileError`.
  func provider(pace: String, monitor: HealthMonitor) throws -> any Provider {
    SESProvider(
      client: try ses,
      configurationSet: try settings.required(\.configurationSet, "configurationSet", for: "provider: ses"),
      pace: try PaceFile(path: pace), monitor: monitor)
  }

  /// End User Messaging as the provider of texts.
  ///
  /// - Parameter pace: the file of the rate that processes on this host share.
  /// - Throws: ``CommandError``, `PaceFileError`.
  func texts(pace: String, monitor: HealthMonitor) throws -> any Provider {
    let rate = try settings.textRate.map { (pace: try PaceFile(path: pace), perSecond: $0) }
    return SMSVoiceProvider(
      client: try smsVoice, options: settings.texts,
      gate: ProviderGate("SMS (SendTextMessage)", monitor: monitor, rate: rate))
  }

  /// The region that is meant.
  ///
  /// - Throws: ``CommandError`` when nothing names one.
  var region: String {
    get throws {
      do throws(AWSConfigurationError) {
        return try location.region()
      } catch {
        throw CommandError("\(error)\(error.advice)", underlying: error)
      }
    }
  }

  private func endpoint(_ service: AWSService) throws -> ServiceEndpoint {
    do throws(AWSConfigurationError) {
      return try location.endpoint(of: service)
    } catch {
      throw CommandError("\(error)\(error.advice)", underlying: error)
    }
  }
}
