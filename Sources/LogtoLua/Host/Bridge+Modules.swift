import JSON
import LuaRuntime

// Functions that the program around the script registered.
extension Bridge {
  func lookupModule(_ index: Int, _ key: String) -> Reply {
    let functions = hostModules[index].functions
    guard let place = functions.firstIndex(where: { $0.name == key }) else {
      return unknown(key, hostModules[index].name, functions.map(\.name))
    }
    return .result(.function(Callee(.module, account: index, index: place).id))
  }

  func callModule(_ callee: Callee, _ arguments: LuaArguments) throws(LuaError) -> Reply {
    let module = hostModules[callee.account]
    let function = module.functions[callee.index]
    let name = "\(module.name).\(function.name)"
    var values: [JSONValue] = []
    for index in 0..<arguments.count {
      let bytes = try view(arguments, index).encoded(schema: .none, path: "argument \(index + 1)", name: name)
      values.append((try? JSONValue.parse(bytes)) ?? .null)
    }
    switch function.body {
    case .immediate(let body):
      do {
        return .result(.value(try body(values)))
      } catch {
        throw Self.failure(error, name: name)
      }
    case .waiting(let body): return wait(for: Self.begin(body, values, name: name))
    }
  }

  private static func begin(
    _ body: @escaping @Sendable ([JSONValue]) async throws -> JSONValue, _ values: [JSONValue], name: String
  ) -> Waiting {
    let cell = WaitCell<Result<JSONValue, LuaError>>()
    let task = Task {
      do {
        let value = try await body(values)
        cell.fill(.success(value))
      } catch {
        cell.fill(.failure(failure(error, name: name)))
      }
    }
    return .module(cell, task)
  }

  private static func failure(_ error: any Error, name: String) -> LuaError {
    guard let error = error as? HostFunctionError else { return .script("\(name) failed") }
    return .script("\(name): \(error.message)", hint: error.hint)
  }
}
