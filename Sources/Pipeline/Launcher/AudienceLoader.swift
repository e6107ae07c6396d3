import EventStore
import Model

/// An audience read whole: the exact count is known and nothing is in the store yet.
public struct LoadedAudience {
  /// The recipients, duplicates collapsed, on disk.
  public var staging: AudienceStaging
  /// The file's columns other than the address.
  public var columns: [String]
  /// Rows that name nobody who can be sent to.
  public var invalid: Int
  /// The first of them.
  public var invalidSamples: [InvalidRecipient]

  /// Recipients that would be sent to.
  public var recipients: Int { staging.recipients }
  /// Rows dropped because their address came before.
  public var duplicates: Int { staging.duplicates }

  /// The variables of a template that the file has no column for.
  public func missingVariables(of template: Template, channel: Channel) -> [String] {
    let known = Set(columns + [channel.addressColumn])
    return template.variables.filter { !known.contains($0) }
  }
}

/// Reads audiences.
public enum AudienceLoader {
  private static let sampleLimit = 100
  private static let chunk = 2000

  /// Reads a CSV file into a staging file; memory does not depend on the file's size.
  ///
  /// - Parameters:
  ///   - folder: where the staging file goes.
  ///   - onInvalid: called with each row that is not taken.
  ///   - progress: called now and then with the rows read so far.
  /// - Throws: ``CSVError``, `StoreError`, `CancellationError`.
  public static func load(
    csv path: String, channel: Channel, folder: String, onInvalid: (InvalidRecipient) -> Void = { _ in },
    progress: (Int) -> Void = { _ in }
  ) throws -> LoadedAudience {
    var reader = try AudienceReader(path: path, channel: channel)
    var audience = LoadedAudience(
      staging: try AudienceStaging(folder: folder), columns: reader.columns, invalid: 0, invalidSamples: [])
    var pending: [(address: String, values: [String])] = []
    while let entry = try reader.next() {
      switch entry {
      case .recipient(let recipient): pending.append((recipient.address, recipient.values))
      case .invalid(let invalid):
        audience.invalid += 1
        if audience.invalidSamples.count < sampleLimit { audience.invalidSamples.append(invalid) }
        onInvalid(invalid)
      }
      if pending.count >= chunk {
        try audience.staging.add(pending)
        pending.removeAll(keepingCapacity: true)
        try Task.checkCancellation()
        progress(audience.recipients + audience.duplicates + audience.invalid)
      }
    }
    try audience.staging.add(pending)
    return audience
  }
}
