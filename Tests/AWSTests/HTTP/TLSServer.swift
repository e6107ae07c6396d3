import Foundation

/// An HTTPS server on loopback, in Python, with a certificate that nobody trusts.
final class TLSServer {
  let url: String
  /// Names the file with its certificate.
  let certificate: String
  private let process = Process()
  /// Is never written to: its end tells the server that the tests are over, however they ended.
  private let input = Pipe()
  private let folder: URL

  /// What it speaks over TLS.
  enum Speech {
    case http1
    /// HTTP/2 and nothing else; answers with what was agreed on, and the numbers of connection and stream.
    case http2
  }

  init(_ speech: Speech = .http1) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appending(path: "certificate.pem").path
    let key = folder.appending(path: "key.pem").path
    let openssl = Process()
    openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    openssl.arguments =
      ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
      + ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate]
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    guard openssl.terminationStatus == 0 else { throw Failure(description: "openssl made no certificate") }

    let output = Pipe()
    let tools = #filePath.components(separatedBy: "/Tests/")[0] + "/.build/emulator/bin"
    process.executableURL = URL(fileURLWithPath: speech == .http1 ? "/usr/bin/env" : tools + "/python3")
    process.arguments =
      (speech == .http1 ? ["python3"] : []) + ["-c", speech == .http1 ? Self.http1 : Self.http2, certificate, key]
    process.standardOutput = output
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The port is the only thing it ever says.
    let line = output.fileHandleForReading.availableData
    guard let port = Int(String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Failure(description: "the server in Python did not start")
    }
    url = "https://127.0.0.1:\(port)"
  }

  deinit {
    // Not SIGTERM: it inherits the signals that the threads of tests block.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    // Best effort: it is in the folder for temporary files.
    _ = try? FileManager.default.removeItem(at: folder)
  }

  struct Failure: Error { var description: String }

  private static let http1 = """
    import http.server, os, ssl, sys, threading
    def wait():
      sys.stdin.read()
      os._exit(0)
    threading.Thread(target=wait, daemon=True).start()
    class Handler(http.server.BaseHTTPRequestHandler):
      protocol_version = "HTTP/1.1"
      def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
      def log_message(self, *arguments): pass
    class Server(http.server.ThreadingHTTPServer):
      def handle_error(self, *arguments): pass
    server = Server(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """

  private static let http2 = """
    import os, socket, ssl, sys, threading
    import h2.config, h2.connection, h2.events
    def wait():
      sys.stdin.read()
      os._exit(0)
    threading.Thread(target=wait, daemon=True).start()
    def serve(plain, number):
      try:
        link = context.wrap_socket(plain, server_side=True)
        if link.selected_alpn_protocol() != "h2":
          return link.close()
        peer = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        peer.initiate_connection()
        link.sendall(peer.data_to_send())
        while data := link.recv(65536):
          for event in peer.receive_data(data):
            if isinstance(event, h2.events.DataReceived):
              peer.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            if isinstance(event, h2.events.StreamEnded):
              peer.send_headers(event.stream_id, [(":status", "200")])
              peer.send_data(event.stream_id, b"h2 %d %d" % (number, event.stream_id), end_stream=True)
          link.sendall(peer.data_to_send())
      except OSError:
        pass
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    context.set_alpn_protocols(["h2"])
    server = socket.create_server(("127.0.0.1", 0))
    print(server.getsockname()[1], flush=True)
    number = 0
    while True:
      plain, _ = server.accept()
      threading.Thread(target=serve, args=(plain, number), daemon=True).start()
      number += 1
    """
}
