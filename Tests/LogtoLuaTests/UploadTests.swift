// Uploads by path: only plain files in the folders that the owner allowed.

import TestSupport
import Testing

@testable import LogtoLua

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct UploadTests {
  let folder = Temporary.path("upload")

  init() throws {
    try FileManager.default.createDirectory(atPath: folder + "/inside", withIntermediateDirectories: true)
    try Data("picture".utf8).write(to: URL(filePath: folder + "/inside/logo.png"))
    try Data("private".utf8).write(to: URL(filePath: folder + "/outside.txt"))
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/inside/link", withDestinationPath: folder + "/outside.txt")
  }

  @Test func `A file of an allowed folder goes out whole, under its name`() async throws {
    let tenant = try FakeTenant(json: #"{"url":"https://x.example/logo.png"}"#, status: 200)
    let script = "return logto.create_user_asset{ file = { path = 'logo.png', type = 'image/png' } }.url"
    let allowed = folder + "/inside"
    let outcome = try await run(script, against: tenant) { $0.uploadFolders = [allowed] }
    #expect(outcome.result == "https://x.example/logo.png", "\(outcome.failure)")
    let body = String(decoding: tenant.seen.last?.body ?? [], as: UTF8.self)
    #expect(body.contains("picture"))
    #expect(body.contains(#"filename="logo.png""#))
    await tenant.stop()
  }

  @Test(arguments: ["../outside.txt", "link", "", ".", "none.png", "/etc/passwd"])
  func `What is not in the folder is refused, and nothing is sent`(path: String) async throws {
    let tenant = try FakeTenant()
    let allowed = folder + "/inside"
    let script = "logto.create_user_asset{ file = { path = '\(path)' } }"
    let outcome = try await run(script, against: tenant) { $0.uploadFolders = [allowed] }
    #expect(outcome.error?.kind == .validation, "\(outcome.failure)")
    #expect(tenant.seen.isEmpty)
    let without = try await run(script, against: tenant)
    #expect(without.failure.contains("--upload-path"))
    await tenant.stop()
  }
}
