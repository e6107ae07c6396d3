import HTTP

/// Calls one service: signs, sends, checks that the answer is the service's, and tries again where that is safe.
struct ServiceClient: Sendable {
  /// Names the service for people: `SQS`.
  let name: String
  /// Names it in signatures: `sqs`.
  let signingName: String
  let endpoint: ServiceEndpoint
  let environment: ServiceEnvironment

  /// Makes a call.
  ///
  /// - Parameter read: reads the content of an answer with a status of 200 to 299.
  func send<Answer>(
    _ call: ServiceCall, _ read: ([UInt8]) throws(AnswerProblem) -> Answer
  ) async throws(AWSError) -> Answer {
    var history = CallHistory(call)
    while true {
      let failure: AWSError
      do throws(AWSError) {
        return try await attempt(call, &history, read)
      } catch {
        failure = history.note(error)
      }
      switch history.remedy(failure, environment.retries, random: environment.random()) {
      case .giveUp: throw failure
      case .again: continue
      case .wait(let delay):
        if failure.code == .throttled { environment.whenThrottled("\(name) \(call.operation)", delay) }
        do {
          try await environment.sleep(delay)
        } catch {
          var failure = failure
          failure.code = .cancelled
          failure.isRetryable = false
          failure.message = "the task was cancelled while waiting for another try, after: \(failure.message)"
          throw failure
        }
      }
    }
  }

  /// Tries once, with fresh credentials and the time of now.
  private func attempt<Answer>(
    _ call: ServiceCall, _ history: inout CallHistory, _ read: ([UInt8]) throws(AnswerProblem) -> Answer
  ) async throws(AWSError) -> Answer {
    let credentials = call.isSigned ? try await credentials(for: call) : nil
    var request = HTTPRequest(
      call.method, endpoint.url + call.path, headers: call.headers, body: call.body, timeout: call.timeout,
      repeatable: call.isRepeatable)
    let date = environment.clock.date
    do {
      if let credentials { try environment.sign(&request, credentials, signingName, endpoint.region, date) }
    } catch {
      throw AWSError(
        .invalidRequest, service: name, operation: call.operation, message: "the request cannot be signed: \(error)",
        underlying: error)
    }
    let response: HTTPResponse
    do throws(HTTPError) {
      response = try await environment.transport.send(request)
    } catch {
      throw AWSError(error, service: name, operation: call.operation)
    }
    environment.clock.note(response)
    if (200..<300).contains(response.status) {
      do throws(AnswerProblem) {
        return try read(response.body)
      } catch {
        throw broken(call, response, error)
      }
    }
    let error = ErrorAnswer(response).error(service: name, operation: call.operation, signedAt: date)
    switch error.code {
    case .expiredCredentials, .invalidCredentials:
      guard let credentials else { break }
      await environment.credentials.invalidate(credentials)
      history.hasNewCredentials = true
    case .clockSkew:
      history.hasNewTime = environment.clock.adopt(response)
    case .throttled, .dailyQuotaExceeded, .accountSuspended, .sendingPaused, .messageRejected, .accessDenied,
      .noCredentials, .notFound, .alreadyExists, .conflict, .limitExceeded, .unsupported, .invalidRequest, .unavailable,
      .brokenAnswer, .redirected, .unreachable, .timedOut, .connectionLost, .cancelled, .other:
      break
    }
    throw error
  }

  private func credentials(for call: ServiceCall) async throws(AWSError) -> Credentials {
    do {
      return try await environment.credentials.credentials()
    } catch let error as CredentialError {
      throw AWSError(
        error.code == .expired ? .expiredCredentials : .noCredentials, service: name, operation: call.operation,
        message: error.context, underlying: error)
    } catch {
      let isCancelled = error is CancellationError || Task.isCancelled
      throw AWSError(
        isCancelled ? .cancelled : .noCredentials, service: name, operation: call.operation,
        message: isCancelled ? "the task was cancelled" : "no credentials: \(error)", underlying: error)
    }
  }

  private func broken(_ call: ServiceCall, _ response: HTTPResponse, _ problem: AnswerProblem) -> AWSError {
    let answer = ErrorAnswer(response)
    return AWSError(
      .brokenAnswer, service: name, operation: call.operation, message: "\(answer.shape): \(problem.text)",
      requestID: answer.requestID, status: response.status, isRetryable: true, isOutcomeUnknown: true)
  }
}

extension AWSError {
  /// Makes an error of what the transport says.
  init(_ error: HTTPError, service: String, operation: String) {
    let (code, isRetryable): (Code, Bool) =
      switch error.code {
      case .invalidRequest: (.invalidRequest, false)
      case .cannotResolve, .cannotConnect: (.unreachable, true)
      case .insecure: (.unreachable, false)
      case .timedOut: (.timedOut, true)
      case .connectionLost: (.connectionLost, true)
      case .malformed: (.brokenAnswer, true)
      case .tooLong: (.brokenAnswer, false)
      case .cancelled: (.cancelled, false)
      }
    self.init(
      code, service: service, operation: operation, message: error.description, isRetryable: isRetryable,
      isOutcomeUnknown: error.mayHaveArrived, underlying: error)
  }
}
