import TestSupport
import Testing

@testable import LogtoLua

/// Secrets that are very long, and very many: what a hostile script may send.
@Suite struct VaultSizeTests {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  private func text(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in Self.digits[Int.random(in: 0..<62, using: &random)] }
  }

  @Test func `a very long secret is found whole and in part`() {
    var vault = SecretVault()
    var random = SeededGenerator(seed: 1)
    let long = text(1 << 17, &random)
    vault.add(long, label: "long")
    #expect(vault.redact(long) == Array("‹long›".utf8))
    #expect(vault.redact(Array(long[40_000..<41_000])) == Array("‹long›".utf8))
  }

  @Test func `very many secrets are found, each by its own name`() {
    var vault = SecretVault()
    var random = SeededGenerator(seed: 2)
    let many = (0..<1_000).map { _ in text(32, &random) }
    for (number, value) in many.enumerated() { vault.add(value, label: "k\(number)") }
    let all = vault.redact(Array(many.joined(separator: Array(" ".utf8))))
    #expect(String(decoding: all, as: UTF8.self) == many.indices.map { "‹k\($0)›" }.joined(separator: " "))
  }
}
