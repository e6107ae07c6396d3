import AWS
import Foundation
import Model
import Pipeline

/// Compares the AWS side with the blueprint, puts it right, and writes what it is called into the configuration.
struct Provision {
  let cloud: Cloud
  let blueprint: Blueprint
  let found: Inspection
  let differences: [Difference]
  private let clients: ProvisionClients

  /// What is carried out; the rest is somebody's own.
  var changes: [Difference] { differences.filter { $0.kind != .keep } }

  /// Reads what is there.
  ///
  /// - Throws: ``CommandError``; `ProvisionError`.
  init(_ cloud: Cloud, prefix: String, policy: QueuePolicy, alert: Blueprint.Alert) async throws {
    self.cloud = cloud
    clients = ProvisionClients(
      sqs: try cloud.sqs, sns: try cloud.sns, ses: try cloud.ses, cloudWatch: try cloud.cloudWatch)
    let clients = clients
    let region = try cloud.region
    (blueprint, found) = try await Self.explained {
      let caller = try await cloud.sts.getCallerIdentity()
      let partition = caller.arn.split(separator: ":").dropFirst().first.map(String.init) ?? "aws"
      let blueprint = try Blueprint(
        prefix: prefix, place: .init(partition: partition, region: region, account: caller.account), policy: policy,
        alert: alert)
      return (blueprint, try await Inspector(clients).inspect(blueprint))
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
      try await Self.explained("\(difference.kind.rawValue) \(difference.resource) \(difference.name)", after: index) {
        try await provisioner.apply(difference)
      }
      done(difference)
    }
  }

  /// The values of the configuration's `aws` block.
  ///
  /// - Throws: ``CommandError`` when a queue that was made cannot be found.
  func names(profile: String?) async throws -> [(String, String)] {
    let sqs = try cloud.sqs
    let blueprint = blueprint
    func url(_ name: String) async throws -> String {
      if let known = found.queues[name]?.url { return known }
      // What was made just now is not seen everywhere at once.
      return try await Self.explained("find queue \(name)", after: changes.count) {
        for _ in 0..<10 {
          do throws(AWSError) {
            return try await sqs.getQueueURL(name)
          } catch where error.code == .notFound {
            try await Task.sleep(for: .seconds(1))
          }
        }
        return try await sqs.getQueueURL(name)
      }
    }
    var names = [("region", blueprint.place.region)]
    if let profile { names.append(("profile", profile)) }
    names.append(("sendQueue", try await url(blueprint.sendQueueName)))
    names.append(("deadLetterQueue", try await url(blueprint.sendQueueName + "-dlq")))
    names.append(("eventQueue", try await url(blueprint.eventQueueName)))
    return names + [("topic", blueprint.topic), ("configurationSet", blueprint.configurationSet)]
  }

  /// Gives AWS's errors a remedy.
  private static func explained<Answer>(
    _ what: String? = nil, after done: Int = 0, _ body: () async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await body()
    } catch let error as AWSError {
      let place = what.map { "\($0): " } ?? ""
      let end = what == nil ? "" : " (\(counted(done, "change")) done; run it again to go on)"
      throw CommandError("\(place)\(error.description): \(error.remedy)\(end)", underlying: error)
    }
  }
}
