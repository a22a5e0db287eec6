// The utf8 library (reference manual §6.5): sequences of one to six bytes for numbers to 2^31, or the stricter four
// bytes to 10FFFF without surrogates.
#include "lib.h"

#define MAX_POINT 0x10FFFFu
#define MAX_NUMBER 0x7FFFFFFFu
#define INVALID "invalid UTF-8 code"

static bool continues(const char *s) { return (*s & 0xC0) == 0x80; }

// Decodes the sequence at `s`, which a NUL ends at the latest. Returns what follows it, or NULL where it is none.
static const char *decode(const char *s, uint32_t *point, bool strict) {
  static const uint32_t least[] = {0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};  // by continuation bytes
  unsigned char first = (unsigned char)*s;
  if (first < 0x80) {
    *point = first;
    return s + 1;
  }
  if (first < 0xC0 || first >= 0xFE) return NULL;
  int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF8 ? 3 : first < 0xFC ? 4 : 5;
  uint32_t value = first & (0x3Fu >> more);
  for (int i = 1; i <= more; i++) {
    if (!continues(s + i)) return NULL;
    value = value << 6 | ((unsigned char)s[i] & 0x3F);
  }
  if (value < least[more]) return NULL;
  if (strict && (value > MAX_POINT || (value >= 0xD800 && value <= 0xDFFF))) return NULL;
  *point = value;
  return s + more + 1;
}

static int encode(char *to, uint32_t point) {
  if (point < 0x80) {
    to[0] = (char)point;
    return 1;
  }
  int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : point < 0x200000 ? 3 : point < 0x4000000 ? 4 : 5;
  for (int i = more; i > 0; i--, point >>= 6) to[i] = (char)(0x80 | (point & 0x3F));
  to[0] = (char)((0xFFu << (6 - more + 1)) | point);
  return more + 1;
}

// A position from the end is moved; one before the beginning becomes 0.
static lua_Integer position(lua_Integer i, size_t length) {
  if (i >= 0) return i;
  return 0u - (size_t)i > length ? 0 : (lua_Integer)length + i + 1;
}

static int utf8_len(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer i = position(luaL_optinteger(L, 2, 1), length);
  lua_Integer last = position(luaL_optinteger(L, 3, -1), length);
  bool strict = !lua_toboolean(L, 4);
  luaL_argcheck(L, 1 <= i && --i <= (lua_Integer)length, 2, "initial position out of bounds");
  luaL_argcheck(L, --last < (lua_Integer)length, 3, "final position out of bounds");
  lua_Integer count = 0;
  int64_t fuel = LIB_SLICE;
  while (i <= last) {
    uint32_t point;
    const char *next = decode(s + i, &point, strict);
    if (next == NULL) {
      luaL_pushfail(L);
      lua_pushinteger(L, i + 1);
      return 2;
    }
    i = next - s;
    count++;
    lib_spend(L, &fuel, 1);
  }
  lua_pushinteger(L, count);
  return 1;
}

static int utf8_codepoint(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer first = position(luaL_optinteger(L, 2, 1), length);
  lua_Integer last = position(luaL_optinteger(L, 3, first), length);
  bool strict = !lua_toboolean(L, 4);
  luaL_argcheck(L, first >= 1, 2, "out of bounds");
  luaL_argcheck(L, last <= (lua_Integer)length, 3, "out of bounds");
  if (first > last) return 0;
  if (last - first >= INT32_MAX) return luaL_error(L, "string slice too long");
  luaL_checkstack(L, (int)(last - first) + 1, "string slice too long");
  const char *end = s + last;
  int count = 0;
  int64_t fuel = LIB_SLICE;
  for (s += first - 1; s < end; count++) {
    uint32_t point;
    s = decode(s, &point, strict);
    if (s == NULL) return luaL_error(L, INVALID);
    lua_pushinteger(L, point);
    lib_spend(L, &fuel, 1);
  }
  return count;
}

static int utf8_char(lua_State *L) {
  int count = lua_gettop(L);
  lib_buffer b;
  lib_buffer_open(&b, L);
  for (int i = 1; i <= count; i++) {
    lua_Unsigned point = (lua_Unsigned)luaL_checkinteger(L, i);
    luaL_argcheck(L, point <= MAX_NUMBER, i, "value out of range");
    b.length += (size_t)encode(lib_buffer_room(&b, 8), (uint32_t)point);
  }
  lib_buffer_push(&b);
  return 1;
}

// Looks at the stop flag where a walk over a string has come to `look`; returns where to look next.
static inline lua_Integer poll_at(lua_State *L, lua_Integer i, lua_Integer look, lua_Integer step) {
  if (__builtin_expect(i != look, 1)) return look;
  lib_poll(L);
  return look + step;
}

// Goes over the eight bytes behind `s`, again and again, while they cannot hold the last of the `n` beginnings of
// sequences that are looked for; takes those found from `n`. Returns how far it went.
static lua_Integer skip_words(lua_State *L, const char *s, size_t length, lua_Integer *n) {
  int64_t fuel = LIB_SLICE;
  size_t i = 0;
  for (; *n > 8 && length - i >= 8; i += 8) {
    uint64_t word;
    memcpy(&word, s + i + 1, sizeof word);
    *n -= 8 - __builtin_popcountll(word >> 7 & ~(word >> 6) & 0x0101010101010101u);
    lib_spend(L, &fuel, 1);
  }
  return (lua_Integer)i;
}

static int utf8_offset(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer n = luaL_checkinteger(L, 2);
  lua_Integer i = position(luaL_optinteger(L, 3, n >= 0 ? 1 : (lua_Integer)length + 1), length);
  luaL_argcheck(L, 1 <= i && --i <= (lua_Integer)length, 3, "position out of bounds");
  if (n == 0) {
    for (lua_Integer look = i - LIB_SLICE; i > 0 && continues(s + i); i--) look = poll_at(L, i, look, -LIB_SLICE);
    lua_pushinteger(L, i + 1);
    return 1;
  }
  if (continues(s + i)) return luaL_error(L, "initial position is a continuation byte");
  if (n < 0) {
    lua_Integer look = i - LIB_SLICE;
    for (; n < 0 && i > 0; n++) {
      do look = poll_at(L, --i, look, -LIB_SLICE);
      while (i > 0 && continues(s + i));
    }
  } else {
    n--;
    i += skip_words(L, s + i, length - (size_t)i, &n);
    lua_Integer look = i + LIB_SLICE;
    for (; n > 0 && i < (lua_Integer)length; n--) {
      do look = poll_at(L, ++i, look, LIB_SLICE);
      while (continues(s + i));
    }
  }
  if (n == 0) {
    lua_pushinteger(L, i + 1);
  } else {
    luaL_pushfail(L);
  }
  return 1;
}

static int next_code(lua_State *L, bool strict) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Unsigned i = (lua_Unsigned)lua_tointeger(L, 2);  // behind the first byte of the sequence before
  int64_t fuel = LIB_SLICE;
  if (i >= length) return 0;
  for (; continues(s + i); i++) lib_spend(L, &fuel, 1);
  if (i >= length) return 0;
  uint32_t point;
  const char *next = decode(s + i, &point, strict);
  if (next == NULL) return luaL_error(L, INVALID);
  lua_pushinteger(L, (lua_Integer)i + 1);
  lua_pushinteger(L, point);
  return 2;
}

static int next_strict(lua_State *L) { return next_code(L, true); }

static int next_lax(lua_State *L) { return next_code(L, false); }

static int utf8_codes(lua_State *L) {
  bool lax = lua_toboolean(L, 2);
  luaL_checkstring(L, 1);
  lua_pushcfunction(L, lax ? next_lax : next_strict);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

static const luaL_Reg functions[] = {
    {"char", utf8_char}, {"codepoint", utf8_codepoint}, {"codes", utf8_codes}, {"len", utf8_len},
    {"offset", utf8_offset}, {"charpattern", NULL}, {NULL, NULL},
};

// Pushes the library.
int guard_open_utf8(lua_State *L) {
  luaL_newlibtable(L, functions);
  luaL_setfuncs(L, functions, 0);
  static const char one[] = "[\0-\x7F\xC2-\xFD][\x80-\xBF]*";
  lua_pushlstring(L, one, sizeof one - 1);
  lua_setfield(L, -2, "charpattern");
  return 1;
}
