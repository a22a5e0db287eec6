// Typing that the terminal does not show.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The echo of the terminal on standard input: turned off for a secret, and on again also where Ctrl-C ends the process.
enum HiddenInput {
  // Unchecked: the process has one thread while it asks, and the signal's handler, which only reads. Not a global
  // `termios()`: the compiler leaves out the padding of its initial value, and `tcgetattr` wrote beyond it.
  nonisolated(unsafe) fileprivate static let before = UnsafeMutablePointer<termios>.allocate(capacity: 1)

  /// Does `body` without echo.
  static func during<R>(_ body: () -> R) -> R {
    guard tcgetattr(0, before) == 0 else { return body() }
    var quiet = before.pointee
    quiet.c_lflag &= ~tcflag_t(ECHO)
    for number in [SIGINT, SIGTERM] { signal(number, showAndEnd) }
    tcsetattr(0, TCSAFLUSH, &quiet)
    defer {
      tcsetattr(0, TCSAFLUSH, before)
      for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
    return body()
  }
}

/// A signal's handler: the call is one of those that are allowed there. The signal ends the process when it returns.
private func showAndEnd(_ number: Int32) {
  tcsetattr(0, TCSANOW, HiddenInput.before)
  signal(number, SIG_DFL)
  raise(number)
}
