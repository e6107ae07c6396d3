import AWS
import Foundation
import Model
import Provisioning

/// Compares the AWS side with the blueprint, puts it right, and knows what it is called.
struct Provision {
  let cloud: AWSConnection
  let blueprint: Blueprint
  let found: Inspection
  let differences: [Difference]
  private let clients: ProvisionClients

  /// What is carried out; the rest is somebody's own.
  var changes: [Difference] { differences.filter { $0.kind != .keep } }

  /// Reads what is there.
  ///
  /// - Throws: ``CommandError``; `ProvisionError`.
  init(
    _ cloud: AWSConnection, prefix: String, policy: QueuePolicy, alert: Blueprint.Alert, sendsTexts: Bool
  ) async throws {
    self.cloud = cloud
    clients = ProvisionClients(
      sqs: try cloud.sqs, sns: try cloud.sns, ses: try cloud.ses, texts: try cloud.smsVoice,
      cloudWatch: try cloud.cloudWatch)
    let region = try cloud.region
    do {
      let caller = try await cloud.sts.getCallerIdentity()
      let partition = caller.arn.split(separator: ":").dropFirst().first.map(String.init) ?? "aws"
      blueprint = try Blueprint(
        prefix: prefix, place: .init(partition: partition, region: region, account: caller.account), policy: policy,
        alert: alert, sendsTexts: sendsTexts)
      found = try await Inspector(clients).inspect(blueprint)
    } catch {
      throw Self.explained(error)
    }
    differences = try blueprint.differences(from: found)
  }

  /// Puts the differences right in order.
  ///
  /// - Parameter done: is told of each when it is.
  /// - Throws: ``CommandError`` saying how far it came.
  func apply(done: (Difference) -> Void) async throws {
    let provisioner = Provisioner(clients, say: { StandardError.print($0) })
    for (index, difference) in changes.enumerated() {
      do {
        try await provisioner.apply(difference)
      } catch {
        let what = "\(difference.kind.rawValue) \(difference.resource) \(difference.name)"
        throw Self.explained(error, what, after: index)
      }
      done(difference)
    }
  }

  /// What a configuration says to work with all this.
  ///
  /// - Throws: ``CommandError`` when a queue that was made cannot be found.
  func values(profile: String?) async throws -> [(key: String, value: String)] {
    var values = [("queue", "sqs"), ("providers.email", "ses")]
    if blueprint.sendsTexts { values.append(("providers.sms", "aws")) }
    values.append(("aws.region", blueprint.place.region))
    if let profile { values.append(("aws.profile", profile)) }
    values.append(("aws.sendQueue", try await url(blueprint.sendQueueName)))
    values.append(("aws.deadLetterQueue", try await url(blueprint.sendQueueName + "-dlq")))
    values.append(("aws.eventQueue", try await url(blueprint.eventQueueName)))
    values += [("aws.topic", blueprint.topic), ("aws.configurationSet", blueprint.configurationSet)]
    return values + (blueprint.textConfigurationSet.map { [(Self.textsKey, $0)] } ?? [])
  }

  /// Under which the configuration set of texts is written down.
  static let textsKey = "aws.textConfigurationSet"

  /// What was made just now is not seen everywhere at once.
  private func url(_ name: String) async throws -> String {
    if let known = found.queues[name]?.url { return known }
    let sqs = try cloud.sqs
    var tries = 0
    while true {
      do {
        return try await sqs.getQueueURL(name)
      } catch {
        tries += 1
        guard error.code == .notFound, tries < 10 else {
          throw Self.explained(error, "find queue \(name)", after: changes.count)
        }
      }
      try await Task.sleep(for: .seconds(1))
    }
  }

  /// Gives AWS's errors a remedy, and says how far it came.
  private static func explained(_ error: any Error, _ what: String? = nil, after done: Int = 0) -> any Error {
    guard let error = error as? AWSError else { return error }
    guard let what else { return CommandError("\(error.description): \(error.remedy)", underlying: error) }
    return CommandError(
      "\(what): \(error.description): \(error.remedy) (\(counted(done, "change")) done; run it again to go on)",
      underlying: error)
  }
}
