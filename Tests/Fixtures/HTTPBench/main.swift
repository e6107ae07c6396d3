import Foundation
import HTTPFixture

// serve: answers until standard input ends. load URL REQUESTS CONCURRENCY BYTES: measures. soak REQUESTS: looks for leaks.
let arguments = CommandLine.arguments.dropFirst().map { $0 }
switch arguments.first {
case "serve":
  let server = try HTTPFixture(isRecording: false)
  print(server.url)
  // Somebody waits for it at the other end of a pipe.
  fflush(nil)
  while readLine() != nil {}
case "load" where arguments.count == 5:
  try await Load(
    url: arguments[1], requests: Int(arguments[2]) ?? 0, concurrency: Int(arguments[3]) ?? 1,
    bytes: Int(arguments[4]) ?? 0
  ).run()
case "soak" where arguments.count == 2:
  try await Soak(requests: Int(arguments[1]) ?? 0).run()
default:
  print("HTTPBench serve | load URL REQUESTS CONCURRENCY BYTES | soak REQUESTS")
  exit(64)
}
