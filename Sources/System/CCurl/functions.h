// The functions of libcurl that are used, as a table filled by dlopen: one list gives fields, types and names.
#pragma once

#include <dlfcn.h>
#include <stdio.h>

#define CCURL_FUNCTIONS(F)   \
  F(curl_global_init)        \
  F(curl_version_info)       \
  F(curl_easy_init)          \
  F(curl_easy_cleanup)       \
  F(curl_easy_setopt)        \
  F(curl_easy_getinfo)       \
  F(curl_easy_strerror)      \
  F(curl_multi_init)         \
  F(curl_multi_cleanup)      \
  F(curl_multi_setopt)       \
  F(curl_multi_add_handle)   \
  F(curl_multi_remove_handle) \
  F(curl_multi_socket_action) \
  F(curl_multi_info_read)    \
  F(curl_share_init)         \
  F(curl_share_setopt)       \
  F(curl_share_cleanup)      \
  F(curl_mime_init)          \
  F(curl_mime_free)          \
  F(curl_mime_addpart)       \
  F(curl_mime_name)          \
  F(curl_mime_filename)      \
  F(curl_mime_type)          \
  F(curl_mime_data)          \
  F(curl_mime_filedata)

struct ccurl {
#define CCURL_FIELD(name) __typeof__(&name) name;
  CCURL_FUNCTIONS(CCURL_FIELD)
#undef CCURL_FIELD
};

// Fills the table. Answers 1, or 0 with what is wrong in `error`. The library stays loaded for good.
static inline int ccurl_load(struct ccurl *table, char *error, size_t size) {
#ifdef __APPLE__
  void *library = dlopen("libcurl.4.dylib", RTLD_LAZY | RTLD_LOCAL);
#else
  // The second is Debian's flavour over GnuTLS: same functions, same versions of symbols.
  void *library = dlopen("libcurl.so.4", RTLD_LAZY | RTLD_LOCAL);
  if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_LAZY | RTLD_LOCAL);
#endif
  if (!library) {
    snprintf(error, size, "libcurl is not installed (Debian: apt install libcurl4): %s", dlerror());
    return 0;
  }
#define CCURL_FIND(name)                                                          \
  table->name = (__typeof__(&name))dlsym(library, #name);                         \
  if (!table->name) {                                                             \
    snprintf(error, size, "this libcurl has no %s: 7.85 or newer is needed", #name); \
    return 0;                                                                     \
  }
  CCURL_FUNCTIONS(CCURL_FIND)
#undef CCURL_FIND
  return 1;
}
