// Sequential requests through the transport, on the thread of the caller: what a script that makes one call after the
// other sees. Usage: BenchSequential URL COUNT. Prints microseconds a request, and how many threads there were.

import Foundation
import HTTPTransport

guard CommandLine.arguments.count == 3, let count = Int(CommandLine.arguments[2]) else {
  FileHandle.standardError.write(Data("usage: BenchSequential URL COUNT\n".utf8))
  exit(2)
}
print(try SequentialRun(url: CommandLine.arguments[1], count: count).measure())
