// libcrypto, loaded when the first digest is asked for: loading it costs 1.2 ms, and only a sign-in needs it.
//
// The one function used has had the same signature in every release of OpenSSL, so its headers are not needed.
#pragma once

#include <stddef.h>

#if defined(__APPLE__)

#include <CommonCrypto/CommonDigest.h>

static inline int ccrypto_sha256(const void *bytes, size_t count, unsigned char digest[32]) {
  return CC_SHA256(bytes, (CC_LONG)count, digest) ? 0 : -1;
}

#else

#include <dlfcn.h>

typedef unsigned char *(*ccrypto_sha256_function)(const unsigned char *, size_t, unsigned char *);

// Writes the SHA-256 of `bytes`; -1 where no libcrypto can be loaded. Safe from any thread: loading twice gives the same.
static inline int ccrypto_sha256(const void *bytes, size_t count, unsigned char digest[32]) {
  static const char *const names[] = {"libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void *library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
    if (!library) continue;
    ccrypto_sha256_function sha256 = (ccrypto_sha256_function)dlsym(library, "SHA256");
    if (sha256 && sha256((const unsigned char *)bytes, count, digest)) return 0;
  }
  return -1;
}

#endif
