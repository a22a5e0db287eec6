// An address to listen on, as the socket functions take it.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An IPv4 or IPv6 address with a port.
struct SocketAddress {
  private var v4 = sockaddr_in()
  private var v6 = sockaddr_in6()
  let isIPv6: Bool

  /// From digits: `127.0.0.1`, `::1`. Nil for anything else, names among it.
  init?(_ text: String, port: UInt16) {
    if inet_pton(AF_INET, text, &v4.sin_addr) == 1 {
      v4.sin_family = sa_family_t(AF_INET)
      v4.sin_port = port.bigEndian
      isIPv6 = false
    } else if inet_pton(AF_INET6, text, &v6.sin6_addr) == 1 {
      v6.sin6_family = sa_family_t(AF_INET6)
      v6.sin6_port = port.bigEndian
      isIPv6 = true
    } else {
      return nil
    }
  }

  func withPointer<R>(_ body: (UnsafePointer<sockaddr>) -> R) -> R {
    func rebind<A>(_ address: A) -> R {
      withUnsafePointer(to: address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body) }
    }
    return isIPv6 ? rebind(v6) : rebind(v4)
  }
}
