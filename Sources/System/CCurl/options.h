// The variadic functions of libcurl, one wrapper for each type of argument: Swift calls no variadic C function.
#pragma once

#include "functions.h"

static inline CURLcode ccurl_set_number(const struct ccurl *c, CURL *easy, CURLoption option, long value) {
  return (c->curl_easy_setopt)(easy, option, value);
}

static inline CURLcode ccurl_set_size(const struct ccurl *c, CURL *easy, CURLoption option, curl_off_t value) {
  return (c->curl_easy_setopt)(easy, option, value);
}

// For options that take a string, a list, a blob or a user pointer.
static inline CURLcode ccurl_set_pointer(const struct ccurl *c, CURL *easy, CURLoption option, const void *value) {
  return (c->curl_easy_setopt)(easy, option, value);
}

static inline CURLcode ccurl_set_text(const struct ccurl *c, CURL *easy, CURLoption option, const char *value) {
  return (c->curl_easy_setopt)(easy, option, value);
}

// `option` is CURLOPT_WRITEFUNCTION or CURLOPT_HEADERFUNCTION.
static inline CURLcode ccurl_set_data_callback(
    const struct ccurl *c, CURL *easy, CURLoption option, curl_write_callback callback) {
  return (c->curl_easy_setopt)(easy, option, callback);
}

static inline CURLcode ccurl_set_request_callback(const struct ccurl *c, CURL *easy, curl_prereq_callback callback) {
  return (c->curl_easy_setopt)(easy, CURLOPT_PREREQFUNCTION, callback);
}

static inline CURLcode ccurl_set_open_callback(const struct ccurl *c, CURL *easy, curl_opensocket_callback callback) {
  return (c->curl_easy_setopt)(easy, CURLOPT_OPENSOCKETFUNCTION, callback);
}

static inline CURLcode ccurl_set_close_callback(
    const struct ccurl *c, CURL *easy, curl_closesocket_callback callback) {
  return (c->curl_easy_setopt)(easy, CURLOPT_CLOSESOCKETFUNCTION, callback);
}

static inline CURLcode ccurl_get_number(const struct ccurl *c, CURL *easy, CURLINFO info, long *value) {
  return (c->curl_easy_getinfo)(easy, info, value);
}

static inline CURLcode ccurl_get_pointer(const struct ccurl *c, CURL *easy, CURLINFO info, void **value) {
  return (c->curl_easy_getinfo)(easy, info, value);
}

static inline CURLSHcode ccurl_share(const struct ccurl *c, CURLSH *share, curl_lock_data what) {
  return (c->curl_share_setopt)(share, CURLSHOPT_SHARE, what);
}

static inline CURLMcode ccurl_multi_set_number(const struct ccurl *c, CURLM *multi, CURLMoption option, long value) {
  return (c->curl_multi_setopt)(multi, option, value);
}

static inline CURLMcode ccurl_multi_set_socket_callback(
    const struct ccurl *c, CURLM *multi, curl_socket_callback callback, void *context) {
  CURLMcode code = (c->curl_multi_setopt)(multi, CURLMOPT_SOCKETFUNCTION, callback);
  return code ? code : (c->curl_multi_setopt)(multi, CURLMOPT_SOCKETDATA, context);
}

static inline CURLMcode ccurl_multi_set_timer_callback(
    const struct ccurl *c, CURLM *multi, curl_multi_timer_callback callback, void *context) {
  CURLMcode code = (c->curl_multi_setopt)(multi, CURLMOPT_TIMERFUNCTION, callback);
  return code ? code : (c->curl_multi_setopt)(multi, CURLMOPT_TIMERDATA, context);
}
