/// Why a text message did not arrive, whoever carried it.
package enum TextFailure: String, CaseIterable, Sendable {
  /// There is no such number, or it takes no texts.
  case invalidNumber
  /// It cannot be delivered to this number, for good.
  case undeliverable
  /// The phone is off or out of reach; a passing fault of its carrier.
  case unreachable, carrierUnreachable
  /// It was not delivered in time.
  case expired
  /// The carrier cannot make anything of what is in it.
  case invalidMessage
  /// The carrier takes it for unwanted.
  case carrierBlocked, spam
  /// The phone, or its owner's settings, keep the sender out.
  case blocked
  /// The recipient wants none, and has said so.
  case optedOut
  /// Our own account's rules keep the country or the number out.
  case protected
  /// Nobody knows: no last word came.
  case unknown

  /// Whether it is a failure only while nothing better is known: carriers go on trying, and tell of it when the phone is back.
  package var isProvisional: Bool {
    switch kind {
    case .soft, .undetermined: true
    case .hard, .suppressed, .content, .complaint, .rejected, .rendering, .refused, .delay: false
    }
  }

  /// What it counts against the sender as; `nil` for nothing.
  package var measure: BreakerMeasure? {
    switch self {
    case .invalidNumber, .undeliverable: .invalidNumbers
    case .carrierBlocked, .spam: .carrierBlocks
    case .unreachable, .carrierUnreachable, .expired, .invalidMessage, .blocked, .optedOut, .protected, .unknown: nil
    }
  }

  /// What that is counted as.
  package var kind: FailureKind {
    switch self {
    case .invalidNumber, .undeliverable: .hard
    case .unreachable, .carrierUnreachable, .expired: .soft
    case .invalidMessage, .carrierBlocked, .spam: .content
    case .blocked, .optedOut, .protected: .suppressed
    case .unknown: .undetermined
    }
  }
}

extension Classification {
  /// The broad word for a text message's failure.
  package static let textCause = "Text"

  /// What a text message's failure is.
  package static func text(_ failure: TextFailure) -> Classification {
    Classification(kind: failure.kind, cause: textCause, subtype: failure.rawValue)
  }

  /// Why a text message did not arrive; `nil` for mail, and for what a provider refused.
  package var textFailure: TextFailure? { cause == Self.textCause ? TextFailure(rawValue: subtype) : nil }
}
