// Running the command that prints a secret.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Runs one command and takes what it prints. Its standard error stays that of this process, so that a password manager can
/// say what it wants; its standard input is empty.
enum SecretCommand {
  /// The most a command may print.
  static let mostBytes = 64 << 10
  /// How long a command may take; long enough for a person to unlock something.
  static let timeout = Duration.seconds(60)

  static func run(_ command: String, timeout: Duration = timeout) throws(InvalidValue) -> Secret {
    let (reading, writing) = try pipe()
    defer { close(reading) }
    let child: pid_t
    do {
      defer { close(writing) }
      child = try spawn(command, output: writing)
    }
    let bytes: [UInt8]
    do throws(InvalidValue) {
      bytes = try collect(reading, until: .now + timeout)
    } catch {
      kill(-child, SIGKILL)
      _ = wait(child)
      throw error
    }
    let status = wait(child)
    guard status == 0 else {
      throw InvalidValue("is to come from a command, which failed (status \(status.map(String.init) ?? "unknown"))")
    }
    var text = String(validating: bytes, as: UTF8.self).map { $0[...] } ?? ""
    while let last = text.last, last.isNewline { text.removeLast() }
    guard !text.isEmpty, Account.isPrintable(text) else {
      throw InvalidValue("is to come from a command, which printed nothing, or more than one line of text")
    }
    return Secret(String(text))
  }

  private static func pipe() throws(InvalidValue) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
    let made = Darwin.pipe(&ends)
    #elseif canImport(Musl)
    let made = Musl.pipe(&ends)
    #else
    let made = Glibc.pipe(&ends)
    #endif
    guard made == 0 else { throw InvalidValue("is to come from a command, and no pipe can be made for it") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Starts `/bin/sh -c` in a process group of its own, so that all of it can be ended.
  private static func spawn(_ command: String, output: Int32) throws(InvalidValue) -> pid_t {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var child = pid_t()
    var words: [UnsafeMutablePointer<CChar>?] = ["/bin/sh", "-c", command].map { (word: String) in
      strdup(word)
    }
    words.append(nil)
    defer { for word in words { free(word) } }
    guard posix_spawn(&child, "/bin/sh", &actions, &attributes, words, environ) == 0 else {
      throw InvalidValue("is to come from a command, which cannot be started")
    }
    return child
  }

  private static func collect(_ descriptor: Int32, until end: ContinuousClock.Instant) throws(InvalidValue) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let rest = (end - .now).components
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&request, 1, Int32(max(0, rest.seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000)))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { throw InvalidValue("is to come from a command, which took too long") }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= mostBytes else { throw InvalidValue("is to come from a command, which prints too much") }
    }
  }

  /// The exit status; `nil` where a signal ended it.
  private static func wait(_ child: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}

extension Account {
  /// No control characters: one line of text.
  static func isPrintable(_ text: Substring) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
}
