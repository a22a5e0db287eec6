// Items of patterns: what stands for one byte of the subject. Every step of theirs is paid for.
#pragma once

#include "lib_class.h"

// Where the item at `p` ends.
static inline const char *item_end(lib_matcher *m, const char *p) {
  char first = *p++;
  if (first == '%') {
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (ends with '%%')");
    return p + 1;
  }
  if (first != '[') return p;
  const char *from = p;
  if (*p == '^') p++;
  do {  // a `]` in first place is a member
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
    if (*p++ == '%' && p < m->pattern_end) p++;
  } while (*p != ']');
  lib_spend(m->L, &m->fuel, (size_t)(p - from) / 4);
  return p + 1;
}

static inline bool item_takes(lib_matcher *m, const char *s, const char *p, const char *end) {
  if (s >= m->subject_end) return false;
  unsigned char c = (unsigned char)*s;
  switch (*p) {
    case '.': return true;
    case '%': return in_class(c, (unsigned char)p[1]);
    case '[':
      m->fuel -= (end - p) / 4;
      return in_set(c, p, end - 1);
    default: return (unsigned char)*p == c;
  }
}

// The end of the longest run of bytes from `s` that the item takes. A slice at a time, so that the inner loops need
// no accounting.
static inline const char *run_end(lib_matcher *m, const char *s, const char *p, const char *end) {
  size_t cost = *p == '[' ? 1 + (size_t)(end - p) / 4 : 1;
  size_t slice = cost < LIB_SLICE ? LIB_SLICE / cost : 1;
  for (;;) {
    size_t left = (size_t)(m->subject_end - s);
    const char *from = s;
    const char *stop = left > slice ? s + slice : m->subject_end;
    switch (*p) {
      case '.': s = stop; break;
      case '%':
        while (s < stop && in_class((unsigned char)*s, (unsigned char)p[1])) s++;
        break;
      case '[':
        while (s < stop && in_set((unsigned char)*s, p, end - 1)) s++;
        break;
      default:
        while (s < stop && *s == *p) s++;
    }
    lib_spend(m->L, &m->fuel, (size_t)(s - from) * cost);
    if (s < stop || s == m->subject_end) return s;
  }
}
