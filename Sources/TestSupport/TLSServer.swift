// A TLS server with a certificate of one's choice: the openssl command, which every machine with libcurl's headers has.

import Foundation
import Synchronization

/// Certificates made for this run of the tests, by an authority of their own.
public struct TestCertificates: Sendable {
  /// Signed the certificates of `.good`, `.expired` and `.otherName`. No system trusts it.
  public let authority: String
  private let directory: String

  public enum Kind: String, Sendable, CaseIterable {
    /// For 127.0.0.1 and localhost.
    case good
    case expired
    /// For another host.
    case otherName
  }

  /// Made once a process; the directory stays until the system clears its temporary files.
  public static let shared: Result<TestCertificates, any Error> = Result { try TestCertificates() }

  private init() throws {
    directory = NSTemporaryDirectory() + "logto-lua-certificates-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    authority = directory + "/authority.pem"
    let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    try openssl(
      ["req", "-x509", "-keyout", "authority.key", "-out", "authority.pem", "-subj", "/CN=Test authority"]
        + ["-days", "2"] + newKey)
    for kind in Kind.allCases {
      let names = kind == .otherName ? "DNS:elsewhere.example" : "IP:127.0.0.1,DNS:localhost"
      let name = kind.rawValue
      try openssl(
        ["req", "-keyout", "\(name).key", "-out", "\(name).csr", "-subj", "/CN=test"]
          + ["-addext", "subjectAltName=\(names)"] + newKey)
      try openssl([
        "x509", "-req", "-in", "\(name).csr", "-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial",
        "-copy_extensions", "copy", "-out", "\(name).pem", "-days", kind == .expired ? "-1" : "2",
      ])
    }
  }

  func files(_ kind: Kind) -> (certificate: String, key: String) {
    ("\(directory)/\(kind.rawValue).pem", "\(directory)/\(kind.rawValue).key")
  }

  private struct CommandFailed: Error {
    var arguments: [String]
  }

  private func openssl(_ arguments: [String]) throws {
    let process = try ChildProcess("sh", ["-c", "cd \"$0\" && exec openssl \"$@\"", directory] + arguments)
    _ = process.readToEnd()
    guard process.wait() == 0 else { throw CommandFailed(arguments: arguments) }
  }
}

/// `openssl s_server`: answers every request with a page of its own (HTTP/1.0, 200), or passes bytes through.
public final class TLSServer: Sendable {
  public let port: UInt16
  private let process: ChildProcess

  public enum Mode: Sendable {
    case page
    /// What the client sends comes out of `read`, what `write` is given goes to the client; HTTP/2 is offered.
    case raw
  }

  public struct DidNotStart: Error {}

  public init(_ kind: TestCertificates.Kind, mode: Mode = .page) throws {
    let files = try TestCertificates.shared.get().files(kind)
    port = try FaultServer.unusedPort()
    process = try ChildProcess(
      "openssl",
      ["s_server", "-accept", "127.0.0.1:\(port)", "-cert", files.certificate, "-key", files.key]
        + (mode == .page ? ["-www"] : ["-quiet", "-alpn", "h2"]))
    try waitUntilListening()
  }

  public var url: String { "https://127.0.0.1:\(port)" }

  /// What has come from the client, at least one byte; empty when the server has ended.
  public func read() -> [UInt8] { process.read() }

  public func write(_ bytes: [UInt8]) { process.write(bytes) }

  public func stop() { process.kill() }

  /// A trial connection counts as a client that breaks off its handshake: the server goes on to the next.
  private func waitUntilListening() throws {
    for _ in 0..<2_000 {
      let trial = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
      let isListening = FaultServer.withAddress(port: port) { connect(trial, $0, $1) } == 0
      close(trial)
      if isListening { return }
      _ = poll(nil, 0, 5)
    }
    stop()
    throw DidNotStart()
  }
}
