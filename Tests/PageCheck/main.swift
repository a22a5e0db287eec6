// Looks at the HTML reference in a real browser: PageCheck FOLDER BROWSER PICTURES-FOLDER (`scripts/check-page`).

import JSON
import TestSupport

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

let words = CommandLine.arguments
guard words.count == 4 else {
  print("usage: PageCheck FOLDER BROWSER PICTURES-FOLDER")
  exit(2)
}
// A browser that hangs must not hang the check: the signal ends it, and its end of the pipe ends the browser.
alarm(300)
signal(SIGPIPE, SIG_IGN)

var checks = 0
var failures = 0

/// Prints what is checked where it does not hold.
@MainActor
func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
  checks += 1
  if !holds {
    failures += 1
    print("check-page: \(what())")
  }
}

/// Expects a list of faults to be empty.
@MainActor
func none(_ faults: [String], _ what: String) {
  expect(faults.isEmpty, "\(what): \(faults.joined(separator: "; "))")
}

func texts(_ value: JSONValue) -> [String] { value.arrayValue?.map { $0.stringValue ?? "" } ?? ["no list"] }

do {
  let pictures = words[3]
  let page = try Page(try Browser(words[2], folder: pictures), folder: words[1])

  // Search, by keys alone.
  try page.show(scheme: "light")
  try page.open("index.html")
  try page.press("/", code: 191, text: "/")
  expect(
    try page.value("document.activeElement.id + document.activeElement.value") == "page-search", "/ does not focus")
  try page.type("suspend a user")
  let found = try page.value("document.getElementById('page-results').innerText").stringValue ?? ""
  expect(found.contains("update_user_is_suspended"), "the search for 'suspend a user' shows \(found)")
  try page.screenshot("\(pictures)/search-light.png")
  let active = "document.getElementById('page-search').getAttribute('aria-activedescendant')"
  try page.arrow(down: true)
  expect(try page.value(active) == "page-result-1", "the arrow down does not choose the second")
  try page.arrow(down: false)
  expect(try page.value(active) == "page-result-0", "the arrow up does not choose the first again")
  try page.enter()
  try page.browser.wait(for: "Page.loadEventFired")
  let place = try page.value("location.pathname.split('/').pop() + location.hash")
  expect(place == "users.html#update_user_is_suspended", "Enter went to \(place.encodedString())")
  let top = try page.value("document.getElementById('update_user_is_suspended').getBoundingClientRect().top")
  expect((top.numberValue ?? -1) >= 0 && (top.numberValue ?? 901) < 300, "the function is not in sight: \(top)")
  try page.screenshot("\(pictures)/function-light.png")

  // On the same page, and Escape.
  try page.press("/", code: 191, text: "/")
  try page.type("delete_user")
  try page.enter()
  expect(try page.value("location.hash") == "#delete_user", "Enter does not go to a function of the same page")
  expect(try page.value("document.getElementById('page-results').hidden") == true, "the results stay open")
  try page.press("/", code: 191, text: "/")
  try page.type("roles")
  try page.escape()
  expect(try page.value("document.getElementById('page-search').value") == "", "Escape does not clear")
  expect(try page.value("document.getElementById('page-results').hidden") == true, "Escape leaves the results open")

  // Both colour schemes, and a narrow window.
  var grounds: [String] = []
  for scheme in ["light", "dark"] {
    try page.show(scheme: scheme)
    for file in ["index", "users", "types"] {
      try page.open("\(file).html")
      none(texts(try page.value(Rules.contrast)), "contrast of \(file) in \(scheme)")
      try page.screenshot("\(pictures)/\(file)-\(scheme).png")
    }
    grounds.append(try page.value("getComputedStyle(document.body).backgroundColor").stringValue ?? "")
    try page.press("/", code: 191, text: "/")
    try page.type("list")
    none(texts(try page.value(Rules.contrast)), "contrast of the search in \(scheme)")
    try page.screenshot("\(pictures)/search-\(scheme).png")
  }
  expect(Set(grounds).count == 2, "both colour schemes look alike: \(grounds)")
  try page.show(scheme: "dark", width: 390, height: 844)
  for file in ["index", "users", "experience"] {
    try page.open("\(file).html")
    none(texts(try page.value(Rules.structure)), "\(file) in a narrow window")
    try page.screenshot("\(pictures)/\(file)-narrow.png")
  }

  // Every page.
  try page.show(scheme: "light")
  let files = try FileManager.default.contentsOfDirectory(atPath: words[1]).filter { $0.hasSuffix(".html") }.sorted()
  expect(files.count > 40, "only \(files.count) pages")
  for file in files {
    try page.open(file)
    none(texts(try page.value(Rules.structure)), file)
  }
  none(page.faults(), "the console or the network")
  print("page: \(files.count) pages, \(checks) checks, \(failures) failed; pictures in \(pictures)")
} catch {
  failures += 1
  print("check-page: \(error)")
}
exit(failures == 0 ? 0 : 1)
