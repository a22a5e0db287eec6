// A program on a terminal of its own, with a test as the person who sits at it.

import Dispatch
import Foundation
import Synchronization

/// A pseudo-terminal with a program as the leader of its session, so that Ctrl-C typed here reaches it as a signal.
///
///     let terminal = try Pseudoterminal("/bin/cat", [], environment: [:])
///     terminal.type("hello\n")
///     _ = try await terminal.expect("hello")
public final class Pseudoterminal: Sendable {
  /// The control characters that people press.
  public static let controlC = "\u{3}"
  public static let controlD = "\u{4}"
  public static let up = "\u{1B}[A"

  private struct State {
    var output: [UInt8] = []
    /// How far the output was looked at.
    var seen = 0
    var isClosed = false
    var waiting: (text: [UInt8], continuation: CheckedContinuation<String, any Error>)?
  }

  private let master: Int32
  private let id: pid_t
  /// Guards the process's number, which is another's once the process was waited for.
  private let isOver = Mutex(false)
  private let state = Mutex(State())

  /// - Parameters:
  ///   - environment: variables besides `PATH` and `TERM`.
  ///   - killAfter: a program that outlives this is killed, and what is expected of it fails.
  public init(
    _ path: String, _ arguments: [String], environment: [String: String], killAfter: Duration = .seconds(180)
  ) throws {
    let name: String
    (master, name) = try Self.open()
    Self.resize(master, columns: 200)
    var spawn = Spawn(path, arguments, environment: ["TERM": "xterm"].merging(environment) { $1 })
    spawn.leadsSession()
    spawn.open(0, name, O_RDWR)
    spawn.copy(0, to: 1)
    spawn.copy(0, to: 2)
    id = try spawn.start()
    Thread.detachNewThread { self.read() }
    DispatchQueue.global().asyncAfter(deadline: .now() + killAfter / .seconds(1)) {
      self.signal(SIGKILL)
    }
  }

  /// A new terminal: the descriptor of its other side, and its name.
  private static func open() throws -> (Int32, String) {
    #if canImport(Glibc)
    // posix_openpt and its friends are hidden in the Glibc module; these are the calls that they make.
    let master = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    let (unlock, getNumber) = (UInt(0x4004_5431), UInt(0x8004_5430))
    var number: Int32 = 0
    if master >= 0, ioctl(master, unlock, &number) == 0, ioctl(master, getNumber, &number) == 0 {
      return (master, "/dev/pts/\(number)")
    }
    #else
    let master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    if master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) {
      return (master, String(cString: name))
    }
    #endif
    throw MeasuredProcess.Failure(message: "no pseudo-terminal: \(String(cString: strerror(errno)))")
  }

  private static func resize(_ master: Int32, columns: UInt16) {
    var size = winsize(ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Gives the terminal that width, as a person who pulls at its window; it begins with 200 columns.
  public func resize(columns: UInt16) { Self.resize(master, columns: columns) }

  /// Sends the program a signal, unless it has ended.
  public func signal(_ number: Int32) { isOver.withLock { if !$0 { kill(id, number) } } }

  /// Types a text; `\r` is the Enter key.
  public func type(_ text: String) { Descriptor.write(Array(text.utf8), to: master) }

  /// Waits until the program has written a text, after what was expected before.
  ///
  /// - Returns: what was written up to there, the text included.
  /// - Throws: ``MeasuredProcess/Failure`` with all of the output, where the program ends first.
  @discardableResult
  public func expect(_ text: String) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
      state.withLock { $0.waiting = (Array(text.utf8), continuation) }
      advance()
    }
  }

  /// Waits for the program's end.
  ///
  /// - Returns: the exit code (128 + the number of the signal that ended it), and what was written since the text that
  ///   was expected last.
  public func end() async -> (status: Int32, rest: String) {
    let status = await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: waitFor(self.id, marking: self.isOver).status) }
    }
    // An end of text that never comes: waits for the last of the output.
    _ = try? await expect("\u{0}")
    return (status, state.withLock { String(decoding: $0.output[$0.seen...], as: UTF8.self) })
  }

  /// Everything that the terminal showed.
  public var transcript: String { state.withLock { String(decoding: $0.output, as: UTF8.self) } }

  /// Whether the terminal shows what is typed.
  public var echoes: Bool {
    var settings = termios()
    tcgetattr(master, &settings)
    return settings.c_lflag & tcflag_t(ECHO) != 0
  }

  private func read() {
    while true {
      let more = Descriptor.read(master)
      // Linux answers EIO when the last program has let go of the terminal.
      guard !more.isEmpty else { break }
      state.withLock { $0.output += more }
      advance()
    }
    state.withLock { $0.isClosed = true }
    advance()
  }

  /// Lets whoever expects something go on, where it has come or never will.
  private func advance() {
    let found = state.withLock { state -> (CheckedContinuation<String, any Error>, Result<String, any Error>)? in
      guard let (text, continuation) = state.waiting else { return nil }
      let rest = state.output[state.seen...]
      if let range = rest.firstRange(of: text) {
        state.seen = range.upperBound
        state.waiting = nil
        return (continuation, .success(String(decoding: rest[..<range.upperBound], as: UTF8.self)))
      }
      guard state.isClosed else { return nil }
      state.waiting = nil
      let all = String(decoding: state.output, as: UTF8.self)
      let expected = String(decoding: text, as: UTF8.self)
      return (continuation, .failure(MeasuredProcess.Failure(message: "no \(expected.debugDescription) in: \(all)")))
    }
    if let (continuation, result) = found { continuation.resume(with: result) }
  }

  deinit { close(master) }
}
