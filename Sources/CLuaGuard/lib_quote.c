// The conversion %q of string.format: a text that the Lua parser reads back as the same value.
#include <locale.h>
#include <math.h>
#include <stdio.h>

#include "lib.h"

static void add_quoted(lua_State *L, lib_buffer *b, const char *s, size_t length) {
  const char *end = s + length, *kept = s;
  int64_t fuel = LIB_SLICE;
  lib_buffer_char(b, '"');
  for (; s < end; s++) {
    unsigned char c = (unsigned char)*s;
    if (c >= ' ' && c != '"' && c != '\\' && c != 127) continue;
    lib_spend(L, &fuel, 8 + (size_t)(s - kept) / 4);
    lib_buffer_add(b, kept, (size_t)(s - kept));
    kept = s + 1;
    if (c == '"' || c == '\\' || c == '\n') {
      lib_buffer_char(b, '\\');
      lib_buffer_char(b, (char)c);
    } else {
      bool digit_follows = kept < end && *kept >= '0' && *kept <= '9';
      b->length += (size_t)snprintf(lib_buffer_room(b, 8), 8, digit_follows ? "\\%03d" : "\\%d", c);
    }
  }
  lib_buffer_add(b, kept, (size_t)(end - kept));
  lib_buffer_char(b, '"');
}

static int quote_float(char *to, size_t room, lua_Number n) {
  if (n == (lua_Number)HUGE_VAL) return snprintf(to, room, "1e9999");
  if (n == -(lua_Number)HUGE_VAL) return snprintf(to, room, "-1e9999");
  if (n != n) return snprintf(to, room, "(0/0)");
  int size = snprintf(to, room, "%a", n);
  char point = localeconv()->decimal_point[0];
  char *at = point == '.' ? NULL : memchr(to, point, (size_t)size);
  if (at != NULL) *at = '.';
  return size;
}

void lib_format_literal(lua_State *L, lib_buffer *b, int index) {
  char text[64];
  size_t length;
  switch (lua_type(L, index)) {
    case LUA_TSTRING: {
      const char *s = lua_tolstring(L, index, &length);
      add_quoted(L, b, s, length);
      return;
    }
    case LUA_TNUMBER: {
      int size;
      if (lua_isinteger(L, index)) {
        lua_Integer n = lua_tointeger(L, index);
        const char *how = n == LUA_MININTEGER ? "0x%" LUA_INTEGER_FRMLEN "x" : LUA_INTEGER_FMT;
        size = snprintf(text, sizeof text, how, n);
      } else {
        size = quote_float(text, sizeof text, lua_tonumber(L, index));
      }
      lib_buffer_add(b, text, (size_t)size);
      return;
    }
    case LUA_TNIL:
    case LUA_TBOOLEAN:
      guard_tolstring(L, index, NULL);
      lib_buffer_add_value(b);
      return;
    default: luaL_argerror(L, index, "value has no literal form");
  }
}
