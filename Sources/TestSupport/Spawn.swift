// Starting a program: `posix_spawn` with its descriptors, its variables, and perhaps a session of its own.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A program about to be started. Used up by ``start()``.
struct Spawn: ~Copyable {
  private let path: String
  private let arguments: [String]
  private let environment: [String: String]
  #if canImport(Darwin)
  private static let setsid = Int16(POSIX_SPAWN_SETSID)
  private var actions: posix_spawn_file_actions_t?
  private var attributes: posix_spawnattr_t?
  #else
  // <spawn.h>: not imported, since it is glibc's own.
  private static let setsid: Int16 = 0x80
  private var actions = posix_spawn_file_actions_t()
  private var attributes = posix_spawnattr_t()
  #endif

  /// - Parameters:
  ///   - path: found along our own `PATH` where it is a name alone.
  ///   - environment: variables besides `PATH`.
  init(_ path: String, _ arguments: [String], environment: [String: String]) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
  }

  deinit {
    var actions = actions
    var attributes = attributes
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }

  mutating func open(_ descriptor: Int32, _ path: String, _ flags: Int32) {
    posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o600)
  }

  mutating func copy(_ from: Int32, to descriptor: Int32) {
    posix_spawn_file_actions_adddup2(&actions, from, descriptor)
  }

  /// Lets all signals through to the program: the thread that starts it may hold some back.
  mutating func letsSignalsThrough() {
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
  }

  /// Makes the program the leader of a session: the first terminal that it opens is its own. All signals are as a
  /// login gives them.
  mutating func leadsSession() {
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | Self.setsid)
  }

  consuming func start() throws -> pid_t {
    var argv = Self.strings([path] + arguments)
    // Where sanitizers report.
    let sanitizer = ["TSAN_OPTIONS", "ASAN_OPTIONS"].compactMap { (name: String) -> String? in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    var variables = Self.strings(
      ["PATH=/usr/bin:/bin"] + sanitizer + environment.map { "\($0.key)=\($0.value)" })
    defer { for text in argv + variables { free(text) } }
    var id: pid_t = 0
    let code = posix_spawnp(&id, path, &actions, &attributes, &argv, &variables)
    guard code == 0 else {
      throw MeasuredProcess.Failure(message: "cannot start \(path): \(String(cString: strerror(code)))")
    }
    return id
  }

  /// C strings, and NULL behind them; each is the caller's to free.
  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { text in strdup(text) } + [nil]
  }
}
