internal import CCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Carries HTTP requests over libcurl, on one thread of its own that keeps connections open.
///
/// HTTP/2 where a server offers it over TLS, for short requests that may be repeated; redirects are not followed, nothing
/// is decompressed. Make one and share it.
package final class CurlTransport: HTTPTransport {
  private let inbox: HTTPInbox

  /// Starts the thread.
  ///
  /// - Throws: ``HTTPError`` when the system has no pipe or no thread left.
  package init(_ settings: HTTPSettings) throws(HTTPError) {
    _ = Self.library
    inbox = try HTTPInbox()
    try CurlThread(inbox: inbox, settings: CurlSettings(settings)).start()
  }

  deinit {
    close()
  }

  /// Ends the thread and its connections; returns at once. What is under way fails, and so does everything sent later.
  package func close() {
    inbox.close()
  }

  /// Sends a request and waits for its whole answer. Cancelling the task closes the connection, or over HTTP/2 the stream.
  ///
  /// - Throws: ``HTTPError``.
  package func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    // The transport would otherwise be free to go while the answer is awaited, and take the request with it.
    defer { withExtendedLifetime(self) {} }
    let ticket = try HTTPTicket(request)
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        guard !inbox.submit(HTTPSubmission(ticket: ticket, continuation: continuation)) else { return }
        continuation.resume(returning: .failure(ticket.refusal("the transport was closed", .cancelled)))
      }
    } onCancel: {
      inbox.cancel(ticket)
    }
    return HTTPResponse(try outcome.get())
  }

  /// Makes libcurl ready, once for the process.
  private static let library = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
}

/// What the thread starts with; gone when it ends.
private final class CurlThread: Sendable {
  private let inbox: HTTPInbox
  private let settings: CurlSettings

  init(inbox: HTTPInbox, settings: CurlSettings) {
    self.inbox = inbox
    self.settings = settings
  }

  func start() throws(HTTPError) {
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(&thread, nil, runCurlThread, context.toOpaque())
    guard code == 0 else {
      context.release()
      throw HTTPError(.cannotConnect, host: "", context: "no thread: error \(code)", mayHaveArrived: false)
    }
    #if canImport(Glibc)
      pthread_detach(thread)
    #else
      thread.map { _ = pthread_detach($0) }
    #endif
  }

  func run() {
    // Signals are for others; and OpenSSL writes without MSG_NOSIGNAL, so that a closed connection would end the process.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    if let loop = CurlLoop(inbox, settings) {
      loop.run()
    } else {
      inbox.refuse()
    }
  }
}

#if canImport(Glibc)
  private func runCurlThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<CurlThread>.fromOpaque(context).takeRetainedValue().run() }
    return nil
  }
#else
  private func runCurlThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<CurlThread>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#endif
