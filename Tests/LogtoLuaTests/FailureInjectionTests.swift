import FailureInjection
import TestSupport
import Testing

/// Out of memory at a sample of the allocations of every example, attack and recorded answer; `make failures` takes all.
@Suite struct FailureInjectionTests {
  @Test(arguments: Corpus.allCases)
  func `a script whose memory fails ends with the memory limit or as it does undisturbed`(
    _ corpus: Corpus
  ) async throws {
    let count = try await corpus.inject(root: Files.repositoryRoot, isComplete: false)
    #expect(count.faults.isEmpty, "\(count.faults.prefix(10).joined(separator: "\n"))")
    #expect(count.limited > count.runs / 4)
    print("\(corpus.rawValue): \(count.limited) of \(count.runs) runs were ended by the memory limit")
  }
}
