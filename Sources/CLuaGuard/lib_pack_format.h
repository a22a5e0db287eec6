// Reading the format strings of string.pack, packsize and unpack.
#pragma once

#include "lib.h"

enum { MAX_INTEGER = 16, NATIVE_ALIGNMENT = _Alignof(max_align_t) < 8 ? _Alignof(max_align_t) : 8 };

typedef enum { SIGNED, UNSIGNED, FLOAT, DOUBLE, FIXED, PREFIXED, ZERO, PADDING, ALIGNMENT, NOTHING } kind;

// Reading a format string: where it is, and what it has set.
typedef struct {
  lua_State *L;
  const char *at;
  bool little;
  size_t alignment;  // the most an item is aligned to
  int64_t fuel;
} reader;

// One option of the format: its bytes, and those of padding before it.
typedef struct {
  kind kind;
  size_t size, padding;
} option;

static inline void reader_open(reader *r, lua_State *L, const char *format) {
  r->L = L;
  r->at = format;
  r->little = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;
  r->alignment = 1;
  r->fuel = LIB_SLICE;
}

static inline bool at_digit(const reader *r) { return *r->at >= '0' && *r->at <= '9'; }

// A decimal number, or `missing`. Stops before it could overflow; what is left is then an invalid option.
static inline size_t read_number(reader *r, size_t missing) {
  if (!at_digit(r)) return missing;
  size_t n = 0;
  do n = n * 10 + (size_t)(*r->at++ - '0');
  while (at_digit(r) && n <= (LIB_MAX_SIZE - 9) / 10);
  return n;
}

static inline size_t read_size(reader *r, size_t missing) {
  size_t n = read_number(r, missing);
  if (n > MAX_INTEGER || n == 0)
    luaL_error(r->L, "integral size (%d) out of limits [1,%d]", (int)n, (int)MAX_INTEGER);
  return n;
}

static inline option read_plain(reader *r) {
  char c = *r->at++;
  switch (c) {
    case 'b': return (option){SIGNED, sizeof(char), 0};
    case 'B': return (option){UNSIGNED, sizeof(char), 0};
    case 'h': return (option){SIGNED, sizeof(short), 0};
    case 'H': return (option){UNSIGNED, sizeof(short), 0};
    case 'l': return (option){SIGNED, sizeof(long), 0};
    case 'L': return (option){UNSIGNED, sizeof(long), 0};
    case 'j': return (option){SIGNED, sizeof(lua_Integer), 0};
    case 'J': return (option){UNSIGNED, sizeof(lua_Integer), 0};
    case 'T': return (option){UNSIGNED, sizeof(size_t), 0};
    case 'f': return (option){FLOAT, sizeof(float), 0};
    case 'd': case 'n': return (option){DOUBLE, sizeof(double), 0};
    case 'i': return (option){SIGNED, read_size(r, sizeof(int)), 0};
    case 'I': return (option){UNSIGNED, read_size(r, sizeof(int)), 0};
    case 's': return (option){PREFIXED, read_size(r, sizeof(size_t)), 0};
    case 'c': {
      size_t size = read_number(r, SIZE_MAX);
      if (size == SIZE_MAX) luaL_error(r->L, "missing size for format option 'c'");
      return (option){FIXED, size, 0};
    }
    case 'z': return (option){ZERO, 0, 0};
    case 'x': return (option){PADDING, 1, 0};
    case 'X': return (option){ALIGNMENT, 0, 0};
    case ' ': break;
    case '<': r->little = true; break;
    case '>': r->little = false; break;
    case '=': r->little = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__; break;
    case '!': r->alignment = read_size(r, NATIVE_ALIGNMENT); break;
    default: luaL_error(r->L, "invalid format option '%c'", c);
  }
  return (option){NOTHING, 0, 0};
}

// The next option, for an item that would begin `offset` bytes into the result.
static inline option read_option(reader *r, size_t offset) {
  lib_spend(r->L, &r->fuel, 2);
  option o = read_plain(r);
  size_t alignment = o.size;
  if (o.kind == ALIGNMENT) {
    kind next = FIXED;
    if (*r->at != '\0') {
      option following = read_plain(r);
      next = following.kind;
      alignment = following.size;
    }
    if (next == FIXED || alignment == 0) luaL_argerror(r->L, 1, "invalid next option for option 'X'");
  }
  if (alignment <= 1 || o.kind == FIXED) return o;
  if (alignment > r->alignment) alignment = r->alignment;
  if ((alignment & (alignment - 1)) != 0) luaL_argerror(r->L, 1, "format asks for alignment not power of 2");
  o.padding = (alignment - (offset & (alignment - 1))) & (alignment - 1);
  return o;
}
