// libcurl for Swift: the types of its header, and its functions through a table that is filled at first use.
// (Linking against libcurl would cost every start of the program 4 ms for TLS, Kerberos and LDAP behind it.)
#pragma once

#define CURL_DISABLE_TYPECHECK  // the macros of typecheck-gcc.h cannot be used on members of a table
#include <curl/curl.h>

#include "functions.h"
#include "options.h"

#ifdef __linux__
// What the Glibc module of Swift lacks.
#include <sys/epoll.h>
#include <sys/eventfd.h>
#endif
