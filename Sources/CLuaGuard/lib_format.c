// string.format.
#include <ctype.h>
#include <stdio.h>

#include "lib.h"

// The longest conversion C is handed, `%` and the length modifier included.
enum { SPECIFICATION = 32 };

// Which flags a conversion takes, and whether it takes a precision; no flags: there is no such conversion.
typedef struct {
  const char *flags;
  bool precise;
} conversion;

static const conversion conversions[256] = {
    ['d'] = {"-+0 ", true},  ['i'] = {"-+0 ", true},  ['u'] = {"-0", true},    ['x'] = {"-#0", true},
    ['X'] = {"-#0", true},   ['o'] = {"-#0", true},   ['c'] = {"-", false},    ['p'] = {"-", false},
    ['s'] = {"-", true},     ['a'] = {"-+#0 ", true}, ['A'] = {"-+#0 ", true}, ['e'] = {"-+#0 ", true},
    ['E'] = {"-+#0 ", true}, ['f'] = {"-+#0 ", true}, ['g'] = {"-+#0 ", true}, ['G'] = {"-+#0 ", true},
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static const char *two_digits(const char *s) {
  if (is_digit(*s)) s++;
  if (is_digit(*s)) s++;
  return s;
}

// Refuses what the conversion does not take, so that C never sees a format it leaves undefined.
static void check_specification(lua_State *L, const char *specification, const conversion *how) {
  const char *s = specification + 1;
  while (*s != '\0' && strchr(how->flags, *s) != NULL) s++;
  if (*s != '0') {
    s = two_digits(s);
    if (*s == '.' && how->precise) s = two_digits(s + 1);
  }
  if (!isalpha((unsigned char)*s)) luaL_error(L, "invalid conversion specification: '%s'", specification);
}

// Puts the length modifier of Lua's integers before the conversion's letter.
static void add_modifier(char *specification, size_t length) {
  static const char modifier[] = LUA_INTEGER_FRMLEN;
  char letter = specification[length - 1];
  memcpy(specification + length - 1, modifier, sizeof modifier - 1);
  specification[length + sizeof modifier - 2] = letter;
}

static void add_decimal(lib_buffer *b, lua_Integer n) {
  char digits[24];
  char *at = digits + sizeof digits;
  lua_Unsigned rest = n < 0 ? 0 - (lua_Unsigned)n : (lua_Unsigned)n;
  do *--at = (char)('0' + rest % 10);
  while ((rest /= 10) != 0);
  if (n < 0) *--at = '-';
  lib_buffer_add(b, at, (size_t)(digits + sizeof digits - at));
}

static void add_text(
    lua_State *L, lib_buffer *b, int index, const char *specification, const conversion *how) {
  size_t length;
  const char *s;
  if (lua_type(L, index) == LUA_TSTRING) {
    s = lua_tolstring(L, index, &length);
    if (specification[2] == '\0') {
      lib_buffer_add(b, s, length);
      return;
    }
    lua_pushvalue(L, index);
  } else {
    s = guard_tolstring(L, index, &length);
    if (specification[2] == '\0') {
      lib_buffer_add_value(b);
      return;
    }
  }
  luaL_argcheck(L, length == strlen(s), index, "string contains zeros");
  check_specification(L, specification, how);
  if (strchr(specification, '.') == NULL && length >= 100) {
    lib_buffer_add_value(b);  // longer than any width
    return;
  }
  char *to = lib_buffer_room(b, 128);
  b->length += (size_t)snprintf(to, 128, specification, s);
  lua_pop(L, 1);
}

// Handles one conversion for the argument at `index`. `specification` is the text from `%` to its letter.
static void add_conversion(lua_State *L, lib_buffer *b, int index, char *specification) {
  size_t length = strlen(specification);
  char letter = specification[length - 1];
  if (letter == 'q') {
    if (length != 2) luaL_error(L, "specifier '%%q' cannot have modifiers");
    lib_format_literal(L, b, index);
    return;
  }
  const conversion *how = &conversions[(unsigned char)letter];
  if (how->flags == NULL) luaL_error(L, "invalid conversion '%s' to 'format'", specification);
  switch (letter) {
    case 'c':
      check_specification(L, specification, how);
      b->length += (size_t)snprintf(
          lib_buffer_room(b, 128), 128, specification, (int)luaL_checkinteger(L, index));
      return;
    case 'd': case 'i': case 'u': case 'x': case 'X': case 'o': {
      lua_Integer n = luaL_checkinteger(L, index);
      check_specification(L, specification, how);
      if (specification[2] == '\0' && (letter == 'd' || letter == 'i')) {
        add_decimal(b, n);
        return;
      }
      add_modifier(specification, length);
      b->length += (size_t)snprintf(lib_buffer_room(b, 256), 256, specification, (long long)n);
      return;
    }
    case 'a': case 'A': case 'e': case 'E': case 'f': case 'g': case 'G': {
      if (letter == 'a' || letter == 'A') check_specification(L, specification, how);
      lua_Number n = luaL_checknumber(L, index);
      check_specification(L, specification, how);
      char *to = lib_buffer_room(b, 512);  // 309 digits, 99 behind the point, sign, point
      b->length += (size_t)snprintf(to, 512, specification, n);
      return;
    }
    case 'p': {
      check_specification(L, specification, how);
      if (lua_topointer(L, index) == NULL) {
        lua_pushliteral(L, "(null)");
      } else {
        guard_push_ordinal(L, index);  // never an address
      }
      specification[length - 1] = 's';
      b->length += (size_t)snprintf(lib_buffer_room(b, 128), 128, specification, lua_tostring(L, -1));
      lua_pop(L, 1);
      return;
    }
    default: add_text(L, b, index, specification, how);
  }
}

int lib_string_format(lua_State *L) {
  int top = lua_gettop(L);
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  const char *end = s + length;
  int index = 1;
  int64_t fuel = LIB_SLICE;
  lib_buffer b;
  lib_buffer_open(&b, L);
  while (s < end) {
    const char *mark = memchr(s, '%', (size_t)(end - s));
    if (mark == NULL) mark = end;
    lib_buffer_add(&b, s, (size_t)(mark - s));
    if (mark == end) break;
    s = mark + 1;
    lib_spend(L, &fuel, LIB_CALL);
    if (*s == '%') {
      lib_buffer_char(&b, '%');
      s++;
      continue;
    }
    if (++index > top) return luaL_argerror(L, index, "no value");
    size_t size = strspn(s, "-+ #0123456789.") + 1;
    if (size >= SPECIFICATION - 10) return luaL_error(L, "invalid format (too long)");
    char specification[SPECIFICATION] = "%";
    memcpy(specification + 1, s, size);
    s += size;
    add_conversion(L, &b, index, specification);
  }
  lib_buffer_push(&b);
  return 1;
}
