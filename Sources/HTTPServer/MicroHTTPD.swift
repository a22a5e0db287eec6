// The loaded libmicrohttpd: one table of its functions for the whole process, filled at the first use.

import CMicroHTTPD

/// The functions of libmicrohttpd.
struct MicroHTTPD: @unchecked Sendable {
  // Sendable: a table of function addresses, written once before it is shared.
  let api: mhd_api

  private static let loaded: Result<MicroHTTPD, HTTPServerError> = {
    var api = mhd_api()
    guard let missing = mhd_load(&api) else { return .success(MicroHTTPD(api: api)) }
    return .failure(.libraryMissing(String(cString: missing)))
  }()

  /// The library, loaded at the first call.
  ///
  /// - Throws: `HTTPServerError` naming the package to install where it is not on the machine.
  static func load() throws(HTTPServerError) -> MicroHTTPD {
    try loaded.get()
  }

  func suspend(_ connection: Connection) { api.MHD_suspend_connection(connection.pointer) }

  func resume(_ connection: Connection) { api.MHD_resume_connection(connection.pointer) }

  func socket(of connection: Connection) -> Int32 {
    withUnsafePointer(to: api) { mhd_socket($0, connection.pointer) }
  }

  func context(of connection: Connection) -> UnsafeMutableRawPointer? {
    withUnsafePointer(to: api) { mhd_socket_context($0, connection.pointer) }
  }
}

/// A connection of libmicrohttpd.
struct Connection: @unchecked Sendable {
  // Sendable: only `MHD_resume_connection`, which takes a lock of its own, is called with it from other threads,
  // and only while the connection is suspended, when libmicrohttpd does not free it.
  let pointer: OpaquePointer
}
