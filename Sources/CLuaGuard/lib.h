// What the budgeted standard functions share: the look at the run's stop flag, a result buffer that is safe under
// errors, positions in strings, and the pattern matcher. Private to CLuaGuard.
#pragma once

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "guard.h"

// Units of work (about a nanosecond or a few each) that a function may do between two looks at the stop flag.
#define LIB_SLICE 4096
// Bytes moved by one memcpy between two looks: about 20 µs.
#define LIB_COPY ((size_t)1 << 18)
// A callback, itself allowed a slice, counts as this many.
#define LIB_CALL 64
// The stock library lets no string function make, by repetition or packing, more than this.
#define LIB_MAX_SIZE ((size_t)INT32_MAX)

static inline void lib_poll(lua_State *L) {
  if (guard_should_stop(L)) guard_raise_stop(L);
}

// Takes `units` from what is left of the slice; looks at the stop flag when it is used up.
static inline void lib_spend(lua_State *L, int64_t *fuel, size_t units) {
  if ((*fuel -= (int64_t)units) < 0) {
    *fuel = LIB_SLICE;
    lib_poll(L);
  }
}

// Bytes on their way to becoming a string. The first ones lie in the C frame; more lie in a userdata in the stack
// slot taken by lib_buffer_open. Nothing needs closing when an error unwinds the frame: the collector owns it (the
// auxiliary library's buffer frees its block in a `__gc`, which states here do not have).
typedef struct {
  lua_State *L;
  char *bytes;
  size_t length, capacity;
  int slot;
  char first[1024];
} lib_buffer;

void lib_buffer_open(lib_buffer *b, lua_State *L);  // pushes one value, which must stay below all later ones
void lib_buffer_grow(lib_buffer *b, size_t more);
void lib_buffer_add_large(lib_buffer *b, const char *bytes, size_t count);
void lib_buffer_push(lib_buffer *b);  // pushes the string
void lib_buffer_add_value(lib_buffer *b);  // adds and pops the string or number on the top

// Room for `more` bytes at the end; the caller adds what it wrote to `length`.
static inline char *lib_buffer_room(lib_buffer *b, size_t more) {
  if (b->capacity - b->length < more) lib_buffer_grow(b, more);
  return b->bytes + b->length;
}

static inline void lib_buffer_add(lib_buffer *b, const char *bytes, size_t count) {
  if (count > b->capacity - b->length || count > LIB_COPY) {
    lib_buffer_add_large(b, bytes, count);
  } else if (count > 0) {
    memcpy(b->bytes + b->length, bytes, count);
    b->length += count;
  }
}

static inline void lib_buffer_char(lib_buffer *b, char c) {
  *lib_buffer_room(b, 1) = c;
  b->length++;
}

// A start position as scripts give it (1-based, negative from the end), moved into 1... .
static inline size_t lib_start(lua_Integer position, size_t length) {
  if (position > 0) return (size_t)position;
  if (position == 0 || position < -(lua_Integer)length) return 1;
  return length + (size_t)position + 1;
}

// An end position, moved into 0...length.
static inline size_t lib_end(lua_Integer position, size_t length) {
  if (position > (lua_Integer)length) return length;
  if (position >= 0) return (size_t)position;
  if (position < -(lua_Integer)length) return 0;
  return length + (size_t)position + 1;
}

// ---- Patterns

#define LIB_MAX_CAPTURES 32
#define LIB_MATCH_DEPTH 200
#define LIB_CAPTURE_OPEN (-1)
#define LIB_CAPTURE_POSITION (-2)

typedef struct {
  lua_State *L;
  const char *subject, *subject_end, *pattern_end;
  int64_t fuel;
  int depth;     // recursions still allowed
  int captures;  // begun so far
  struct {
    const char *start;
    ptrdiff_t length;  // or LIB_CAPTURE_OPEN, LIB_CAPTURE_POSITION
  } capture[LIB_MAX_CAPTURES];
} lib_matcher;

static inline void lib_matcher_open(
    lib_matcher *m, lua_State *L, const char *subject, size_t subject_length, const char *pattern_end) {
  m->L = L;
  m->subject = subject;
  m->subject_end = subject + subject_length;
  m->pattern_end = pattern_end;
  m->fuel = LIB_SLICE;
}

// The end of the match of the pattern from `p` at exactly `s`, or NULL.
const char *lib_match_from(lib_matcher *m, const char *s, const char *p);

static inline const char *lib_match(lib_matcher *m, const char *s, const char *p) {
  m->depth = LIB_MATCH_DEPTH;
  m->captures = 0;
  return lib_match_from(m, s, p);
}

bool lib_pattern_is_plain(const char *pattern, size_t length);

// Capture `index` (0-based) of the match `s`..<`e`: its bytes, or LIB_CAPTURE_POSITION with the position pushed.
ptrdiff_t lib_capture(lib_matcher *m, int index, const char *s, const char *e, const char **start);
void lib_push_capture(lib_matcher *m, int index, const char *s, const char *e);
// All captures; the whole match where there are none and `s` is not NULL. Returns how many.
int lib_push_captures(lib_matcher *m, const char *s, const char *e);

// ---- The functions, by file

int lib_string_find(lua_State *L);
int lib_string_match(lua_State *L);
int lib_string_gmatch(lua_State *L);
int lib_string_gsub(lua_State *L);
int lib_string_format(lua_State *L);
int lib_string_pack(lua_State *L);
int lib_string_packsize(lua_State *L);
int lib_string_unpack(lua_State *L);
int lib_table_sort(lua_State *L);

// Adds the value at `index` as %q writes it (lib_quote.c).
void lib_format_literal(lua_State *L, lib_buffer *b, int index);

// What a table function does with its table; a value that is no table needs the metamethods for it.
#define LIB_READS 1
#define LIB_WRITES 2
#define LIB_MEASURES 4
void lib_check_table(lua_State *L, int index, int uses);
