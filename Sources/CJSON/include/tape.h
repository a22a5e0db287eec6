// The tape: a JSON text as a flat row of 64-bit words. Swift (JSON/JSONTape) writes it, Swift and C (CLuaGuard) read it.
//
// A word is a kind in the top 4 bits and a payload in the other 60:
//
//   null, false, true     payload unused
//   small                 a signed integer of 60 bits
//   integer, number       payload unused; the next word is the int64_t or the double
//   string                bytes without an escape, in the source:  length << 32 | offset
//   text                  unescaped bytes, in the side buffer:     length << 32 | offset
//   array, object         size << 32 | index of the word after the container's last
//
// The members of an object follow its word as key, value, key, value. The size of an array is its number of elements;
// that of an object the number of its members that are not null, which is what its Lua table needs room for.
// Lengths have 28 bits, so a text is at most 256 MiB long.
#pragma once
#include <stddef.h>
#include <stdint.h>

enum {
  CJSON_NULL = 0,
  CJSON_FALSE = 1,
  CJSON_TRUE = 2,
  CJSON_SMALL = 3,
  CJSON_INTEGER = 4,
  CJSON_NUMBER = 5,
  CJSON_STRING = 6,
  CJSON_TEXT = 7,
  CJSON_ARRAY = 8,
  CJSON_OBJECT = 9,
};

#define CJSON_MAX_SOURCE ((size_t)0x0FFFFFFF)

// What a reader of a tape needs. Valid until the tape is parsed into again or freed.
typedef struct cjson_tape {
  const uint64_t *words;
  size_t count;
  const uint8_t *source;
  const uint8_t *text;
} cjson_tape;
