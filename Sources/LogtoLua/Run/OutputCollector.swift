/// Where a run's printed lines go: to the sink as they come, or into the outcome. Used on the run's thread alone.
struct OutputCollector {
  private let sink: (@Sendable (UnsafeRawBufferPointer) -> Void)?
  private var bytes: [UInt8] = []

  init(sink: (@Sendable (UnsafeRawBufferPointer) -> Void)?) { self.sink = sink }

  mutating func write(_ output: UnsafeRawBufferPointer) {
    if let sink { sink(output) } else { bytes.append(contentsOf: output) }
  }

  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
