import CFuzz

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A harness's main function: libFuzzer's loop around `body`, with the program's own arguments.
///
/// - Parameter body: one input. What breaks a promise calls `broken`.
public func fuzz(_ body: @escaping ([UInt8]) throws -> Void) -> Never {
  harness = body
  var count = CommandLine.argc
  var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
  exit(
    LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
      fuzz_count()
      do {
        try harness(Array(UnsafeBufferPointer(start: bytes, count: count)))
      } catch {
        broken("\(error)")
      }
      return 0
    })
}

// Set once, before the loop; libFuzzer calls back on the thread that it was called on.
nonisolated(unsafe) private var harness: ([UInt8]) throws -> Void = { _ in }

/// Ends the process with the promise that the input broke; libFuzzer keeps the input.
public func broken(_ promise: String) -> Never { fatalError(promise) }

public func promise(_ isKept: Bool, _ promise: @autoclosure () -> String) {
  if !isKept { broken(promise()) }
}
