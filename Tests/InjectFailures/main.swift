// Fails every allocation of every script of the corpora, two in a row (make failures). Ends with 1 where a promise is
// broken. Arguments: the repository's folder, and the corpora to take (all of them without).
import FailureInjection

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

let root = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."
let names = CommandLine.arguments.dropFirst(2)
var isClean = true
for corpus in Corpus.allCases where names.isEmpty || names.contains("\(corpus)") {
  let count = try await corpus.inject(root: root, isComplete: true)
  print(
    "\(corpus.rawValue): \(count.scripts) scripts with \(count.allocations) allocations, \(count.runs) runs,"
      + " \(count.limited) ended by the memory limit, the others as undisturbed; \(count.faults.count) faults")
  for fault in count.faults.prefix(20) { print("  \(fault)") }
  fflush(nil)
  isClean = isClean && count.faults.isEmpty
}
print(isClean ? "all clean" : "not clean")
exit(isClean ? 0 : 1)
