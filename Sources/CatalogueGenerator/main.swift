// Makes what follows from contract/, or checks that what is checked in is what contract/ gives.
//
// Usage, from the package's root:
//   swift run CatalogueGenerator            writes the files that Products.swift names
//   swift run CatalogueGenerator --check    compares instead, exit 1 on a difference
//   swift run CatalogueGenerator --tokens   what the signatures and the documentation cost to read
//   swift run CatalogueGenerator --search [FILE [--verbose]]
//                                           how often the search finds what Benchmarks/search-questions.tsv asks for

import LogtoCatalogue

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

do {
  let bytes = try Contract.read(from: "contract").compile()
  let catalogue = try Catalogue(bytes: bytes)
  switch CommandLine.arguments.dropFirst().first {
  case nil: try Products.write(bytes, catalogue)
  case "--check": try Products.check(bytes, catalogue)
  case "--tokens": Tokens.report(catalogue)
  case "--search":
    let path = CommandLine.arguments.dropFirst(2).first ?? "Benchmarks/search-questions.tsv"
    try SearchBenchmark.run(path, catalogue)
  case let option?: throw CatalogueError("unknown option '\(option)'")
  }
} catch {
  let message = "catalogue-generator: \(error)\n"
  _ = message.withCString { write(2, $0, strlen($0)) }
  exit(1)
}
