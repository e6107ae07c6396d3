import Foundation

// serve [FILE]: plays SQS and SES on loopback, with the events of a file; a line on standard input asks for its figures,
//   the end of standard input ends it.
// flood URL REQUESTS: finds out how fast that is.
// launch URL FILE.csv | worker URL LANES | drain URL LANES: the network's part of a campaign alone, without a store.
let arguments = CommandLine.arguments.dropFirst().map { $0 }
let number = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1
switch arguments.first {
case "serve": try CloudServer(events: arguments.count > 1 ? arguments[1] : nil).run()
case "flood" where arguments.count == 3: try Flood(url: arguments[1]).run(requests: number)
case "launch" where arguments.count == 3: try await NetworkSide(url: arguments[1]).launch(csv: arguments[2])
case "worker" where arguments.count == 3: try await NetworkSide(url: arguments[1]).work(lanes: number)
case "drain" where arguments.count == 3: try await NetworkSide(url: arguments[1]).drain(lanes: number)
default:
  print("CloudBench serve [FILE] | flood URL REQUESTS | launch URL FILE.csv | worker URL LANES | drain URL LANES")
  exit(64)
}
