// Secrets in text: every way to write one that is caught, and ordinary text that is left alone.

import Testing

@testable import LogtoLua

@Suite struct SecretVaultTests {
  static let secret = "Zk3!vQ9-x7Lm_Tp2"

  func redact(_ text: String, secret: String = SecretVaultTests.secret, isCode: Bool = false) -> String {
    var vault = SecretVault()
    vault.add(Array(secret.utf8), label: "secret of application a1", isCode: isCode)
    return String(decoding: vault.redact(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    "Zk3!vQ9-x7Lm_Tp2", "ZK3!VQ9-X7LM_TP2", "zk3!vq9-x7lm_tp2", "Zk3!\tvQ9-\tx7Lm\t_Tp2",
    "Z k 3 ! v Q 9 - x 7 L m _ T p 2",
    "\"Zk3!\", \"vQ9-x7Lm_Tp2\"", "2pT_mL7x-9Qv!3kZ", "5a6b332176 51392d78374c6d5f547032",
    "5A6B33217651392D78374C6D5F547032",
    "Zk3%21vQ9-x7Lm_Tp2", "Zk3%21vQ9%2dx7Lm%5fTp2", "WmszIXZROS14N0xtX1RwMg==", "eFprMyF2UTkteDdMbV9UcDI=",
    "eHhaazMhdlE5LXg3TG1fVHAy", "Zk3!vQ9-x7Lm_T…", "vQ9-x7Lm_Tp2",
  ])
  func `A secret is replaced however it is written`(text: String) {
    let redacted = redact("before \(text) after")
    #expect(redacted.contains("‹secret of application a1›"))
    #expect(redacted.hasPrefix("before "))
    #expect(redacted.hasSuffix(" after"))
    #expect(!redacted.lowercased().contains("x7lm"))
  }

  @Test func `Ordinary text beside a secret stays`() {
    #expect(
      redact("logo https://logto.io/logo.svg, id kfzu6el1c27m, bad, 123")
        == "logo https://logto.io/logo.svg, id kfzu6el1c27m, bad, 123")
  }

  @Test(arguments: ["#$%^&*()_+!!", "p@$$w0rd!!", "-a-b-c-d-", "\"q\\t\"!'!'", "пароль-12", "$$$$$$$$"])
  func `A value that is mostly punctuation is found with it`(secret: String) {
    for text in [secret, secret.uppercased(), String(secret.reversed()), secret.map { "\($0) " }.joined()] {
      #expect(
        redact("x \(text) y", secret: secret) == "x ‹secret of application a1› \(text.hasSuffix(" ") ? " " : "")y")
    }
    #expect(redact("ordinary a b c d words, p w 0 r d", secret: secret) == "ordinary a b c d words, p w 0 r d")
  }

  @Test func `A word in a secret is no secret, the whole of it is`() {
    #expect(redact("hasPassword, password", secret: "N3w!password") == "hasPassword, password")
    #expect(redact("N3w! password", secret: "N3w!password") == "‹secret of application a1›")
    #expect(redact("correct horse", secret: "correcthorse") == "‹secret of application a1›")
  }

  @Test func `Of an address the server is no secret, of a picture its header`() {
    let address = "https://login.acme.example/cb?code=Zk3vQ9x7LmTp2"
    #expect(redact(address, secret: address) == "https://login.acme.example/‹secret of application a1›")
    #expect(redact("https://login.acme.example/about", secret: address) == "https://login.acme.example/about")
    let header = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    let picture = header + "AAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg"
    #expect(redact("x \(header)", secret: picture) == "x \(header)")
    #expect(!redact(picture, secret: picture).contains("UlEQVR42mNkYPhfDw"))
  }

  @Test func `A short value is not searched for, a six-digit code is`() {
    #expect(redact("bad", secret: "bad") == "bad")
    #expect(redact("code 493817.", secret: "493817", isCode: true) == "code ‹secret of application a1›.")
  }

  @Test func `A secret spread over the strings of a document is taken out of each`() {
    var vault = SecretVault()
    vault.add(Array(Self.secret.utf8), label: "key")
    let pieces = ["a", "Zk3!vQ", "9-x7L", "m_Tp2", "z"].map { Array($0.utf8) }
    let redacted = vault.redact(pieces).map { String(decoding: $0, as: UTF8.self) }
    #expect(redacted == ["a", "‹key›", "", "", "z"])
  }

  @Test func `A long secret that was cut is still hidden`() {
    let long = String((0..<2000).map { "abcdefghijklmnopqrstuvwxyz0123456789"[($0 * 7919 + $0 / 36) % 36] })
    let redacted = redact("key: " + long.prefix(100) + "… (1900 more)", secret: long)
    #expect(redacted == "key: ‹secret of application a1›… (1900 more)")
  }
}

extension String {
  fileprivate subscript(index: Int) -> Character { self[self.index(startIndex, offsetBy: index)] }
}
