// The pattern matcher (reference manual §6.4.1). Backtracking with bounded recursion; every step is paid for, so that
// a pattern that explodes stops at the deadline.
#include "lib_item.h"

bool lib_pattern_is_plain(const char *pattern, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (traits[(unsigned char)pattern[i]] & MAGIC) return false;
  return true;
}

// ---- Captures

static int closed_capture(lib_matcher *m, char digit) {
  int index = digit - '1';
  if (index < 0 || index >= m->captures || m->capture[index].length == LIB_CAPTURE_OPEN)
    return luaL_error(m->L, "invalid capture index %%%d", index + 1);
  return index;
}

static const char *open_capture(lib_matcher *m, const char *s, const char *p, ptrdiff_t kind) {
  int index = m->captures;
  if (index >= LIB_MAX_CAPTURES) luaL_error(m->L, "too many captures");
  m->capture[index].start = s;
  m->capture[index].length = kind;
  m->captures = index + 1;
  const char *e = lib_match_from(m, s, p);
  if (e == NULL) m->captures--;
  return e;
}

static const char *close_capture(lib_matcher *m, const char *s, const char *p) {
  int index = m->captures - 1;
  while (index >= 0 && m->capture[index].length != LIB_CAPTURE_OPEN) index--;
  if (index < 0) luaL_error(m->L, "invalid pattern capture");
  m->capture[index].length = s - m->capture[index].start;
  const char *e = lib_match_from(m, s, p);
  if (e == NULL) m->capture[index].length = LIB_CAPTURE_OPEN;
  return e;
}

// %1...%9
static const char *repeat_capture(lib_matcher *m, const char *s, char digit) {
  int index = closed_capture(m, digit);
  size_t length = (size_t)m->capture[index].length;  // of a position: larger than any subject
  if ((size_t)(m->subject_end - s) < length) return NULL;
  lib_spend(m->L, &m->fuel, length / 32);
  return memcmp(m->capture[index].start, s, length) == 0 ? s + length : NULL;
}

// %bxy, with `p` at x
static const char *balance(lib_matcher *m, const char *s, const char *p) {
  if (p + 1 >= m->pattern_end) luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
  if (s >= m->subject_end || *s != *p) return NULL;
  char open = p[0], close = p[1];
  const char *from = s;
  size_t depth = 1;
  while (++s < m->subject_end) {
    if (*s == close) {
      if (--depth == 0) {
        lib_spend(m->L, &m->fuel, (size_t)(s - from) % LIB_SLICE);
        return s + 1;
      }
    } else if (*s == open) {
      depth++;
    }
    if ((size_t)(s - from) % LIB_SLICE == 0) lib_poll(m->L);
  }
  lib_spend(m->L, &m->fuel, (size_t)(s - from) % LIB_SLICE);
  return NULL;
}

// %f[set], with `p` at `[`
static bool at_frontier(lib_matcher *m, const char *s, const char *p, const char *end) {
  unsigned char before = s == m->subject ? 0 : (unsigned char)s[-1];
  unsigned char after = s == m->subject_end ? 0 : (unsigned char)*s;
  return !in_set(before, p, end - 1) && in_set(after, p, end - 1);
}

// ---- Sequences

// `*` and `+`, with one match before `s`: as many as there are, then fewer, down to `least`, until the rest of the
// pattern matches.
static const char *longest(lib_matcher *m, const char *s, const char *least, const char *p, const char *end) {
  const char *e = run_end(m, s, p, end);
  for (;;) {
    const char *result = lib_match_from(m, e, end + 1);
    if (result != NULL || e == least) return result;
    e--;
  }
}

// `-`: none, then more.
static const char *shortest(lib_matcher *m, const char *s, const char *p, const char *end) {
  for (;; s++) {
    const char *result = lib_match_from(m, s, end + 1);
    if (result != NULL) return result;
    if (!item_takes(m, s, p, end)) return NULL;
  }
}

const char *lib_match_from(lib_matcher *m, const char *s, const char *p) {
  if (m->depth-- == 0) luaL_error(m->L, "pattern too complex");
  while (p != m->pattern_end) {
    lib_spend(m->L, &m->fuel, 1);
    switch (*p) {
      case '(':
        s = p[1] == ')' ? open_capture(m, s, p + 2, LIB_CAPTURE_POSITION) : open_capture(m, s, p + 1, LIB_CAPTURE_OPEN);
        goto done;
      case ')': s = close_capture(m, s, p + 1); goto done;
      case '$':
        if (p + 1 != m->pattern_end) break;
        if (s != m->subject_end) s = NULL;
        goto done;
      case '%':
        switch (p[1]) {
          case 'b':
            s = balance(m, s, p + 2);
            if (s == NULL) goto done;
            p += 4;
            continue;
          case 'f': {
            p += 2;
            if (*p != '[') luaL_error(m->L, "missing '[' after '%%f' in pattern");
            const char *end = item_end(m, p);
            if (!at_frontier(m, s, p, end)) {
              s = NULL;
              goto done;
            }
            p = end;
            continue;
          }
          case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
            s = repeat_capture(m, s, p[1]);
            if (s == NULL) goto done;
            p += 2;
            continue;
          default: break;
        }
        break;
      default: break;
    }
    const char *end = item_end(m, p);
    if (!item_takes(m, s, p, end)) {
      if (*end == '*' || *end == '?' || *end == '-') {  // none is enough, and needs no recursion
        p = end + 1;
        continue;
      }
      s = NULL;
      goto done;
    }
    switch (*end) {
      case '*': s = longest(m, s + 1, s, p, end); goto done;
      case '+': s = longest(m, s + 1, s + 1, p, end); goto done;
      case '-': s = shortest(m, s, p, end); goto done;
      case '?': {
        const char *e = lib_match_from(m, s + 1, end + 1);
        if (e != NULL) {
          s = e;
          goto done;
        }
        p = end + 1;
        continue;
      }
      default:
        s++;
        p = end;
    }
  }
done:
  m->depth++;
  return s;
}
