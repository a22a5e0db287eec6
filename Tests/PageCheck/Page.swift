// A page of the reference in the browser: going there, typing, looking at what is there.

import JSON
import TestSupport

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

struct Page {
  let browser: Browser
  /// The folder's address, without a slash at its end.
  let folder: String

  init(_ browser: Browser, folder: String) throws {
    self.browser = browser
    self.folder = "file://\(folder)"
    for domain in ["Page", "Runtime", "Log", "Network"] { try browser.call("\(domain).enable") }
  }

  func open(_ file: String) throws {
    try browser.call("Page.navigate", ["url": .string("\(folder)/\(file)")])
    try browser.wait(for: "Page.loadEventFired")
  }

  /// The value of an expression of JavaScript.
  func value(_ expression: String) throws -> JSONValue {
    let answer = try browser.call("Runtime.evaluate", ["expression": .string(expression), "returnByValue": true])
    if let fault = answer["exceptionDetails"] { throw Browser.Failure(fault.encodedString()) }
    return answer["result"]?["value"] ?? nil
  }

  /// Presses and releases a key; `text` is what it writes.
  func press(_ key: String, code: Int64 = 0, text: String? = nil) throws {
    var event: JSONObject = ["type": "keyDown", "key": .string(key), "windowsVirtualKeyCode": .integer(code)]
    if let text { event["text"] = .string(text) }
    try browser.call("Input.dispatchKeyEvent", .object(event))
    event["type"] = "keyUp"
    event["text"] = nil
    try browser.call("Input.dispatchKeyEvent", .object(event))
  }

  func type(_ text: String) throws {
    for character in text { try press(String(character), text: String(character)) }
  }

  func enter() throws { try press("Enter", code: 13, text: "\r") }
  func escape() throws { try press("Escape", code: 27) }
  func arrow(down: Bool) throws { try press(down ? "ArrowDown" : "ArrowUp", code: down ? 40 : 38) }

  func show(scheme: String, width: Int64 = 1280, height: Int64 = 900) throws {
    try browser.call(
      "Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": .string(scheme)]]])
    try browser.call(
      "Emulation.setDeviceMetricsOverride",
      ["width": .integer(width), "height": .integer(height), "deviceScaleFactor": 1, "mobile": false])
  }

  func screenshot(_ path: String) throws {
    let picture = try browser.call("Page.captureScreenshot")["data"]?.stringValue ?? ""
    guard let data = Data(base64Encoded: picture), !data.isEmpty else {
      throw Browser.Failure("no picture for \(path)")
    }
    try data.write(to: URL(filePath: path))
  }

  /// Errors and warnings of the console and exceptions since the last call, and requests that leave the folder.
  func faults() -> [String] {
    var faults: [String] = []
    for event in browser.take([
      "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded", "Network.requestWillBeSent",
    ]) {
      if event["method"] == "Network.requestWillBeSent" {
        let address = event["params"]?["request"]?["url"]?.stringValue ?? ""
        if !address.hasPrefix(folder + "/"), !address.hasPrefix("data:") { faults.append("requested \(address)") }
      } else {
        faults.append(event.encodedString())
      }
    }
    return faults
  }
}
