// How often the search finds what a person asks for.

import LogtoCatalogue

/// Asks the questions of a file (question, tab, names of the right functions with commas between) and counts. With
/// `--verbose` it prints each question whose first answer is not right.
enum SearchBenchmark {
  static func run(_ path: String, _ catalogue: Catalogue) throws {
    let search = Search(catalogue)
    var first = 0
    var amongFive = 0
    var count = 0
    var missed: [String] = []
    let verbose = CommandLine.arguments.contains("--verbose")
    for (number, line) in String(decoding: try File.read(path), as: UTF8.self).split(separator: "\n").enumerated() {
      if line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t")
      guard fields.count == 2 else { throw CatalogueError("\(path):\(number + 1): not question, tab, names") }
      let right = Set(fields[1].split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.map(String.init))
      let found = search.find(String(fields[0])).map(\.name)
      count += 1
      if let best = found.first, right.contains(best) { first += 1 }
      if verbose, !right.contains(found.first ?? "") {
        print("\(fields[0])\n    wanted \(fields[1])\n    found  \(found.joined(separator: ", "))")
      }
      if found.contains(where: right.contains) { amongFive += 1 } else { missed.append("\(number + 1)") }
    }
    print("questions \(count)   first \(first)   among five \(amongFive)")
    if !missed.isEmpty { print("not among five: lines \(missed.joined(separator: ", "))") }
  }
}
