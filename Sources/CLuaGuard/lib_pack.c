// string.pack, packsize and unpack.
#include "lib_pack_format.h"

// ---- Bytes of numbers

static void put_integer(lib_buffer *b, lua_Unsigned n, bool little, size_t size, bool negative) {
  unsigned char *to = (unsigned char *)lib_buffer_room(b, size);
  for (size_t i = 0; i < size; i++) {
    unsigned char byte = i < sizeof n ? (unsigned char)(n >> (8 * i)) : negative ? UINT8_MAX : 0;
    to[little ? i : size - 1 - i] = byte;
  }
  b->length += size;
}

static lua_Integer take_integer(lua_State *L, const char *s, bool little, size_t size, bool is_signed) {
  lua_Unsigned n = 0;
  size_t most = size < sizeof n ? size : sizeof n;
  for (size_t i = most; i-- > 0;) n = n << 8 | (unsigned char)s[little ? i : size - 1 - i];
  if (size < sizeof n) {
    if (is_signed) {
      lua_Unsigned sign = (lua_Unsigned)1 << (size * 8 - 1);
      n = (n ^ sign) - sign;
    }
    return (lua_Integer)n;
  }
  unsigned char fill = is_signed && (lua_Integer)n < 0 ? UINT8_MAX : 0;
  for (size_t i = sizeof n; i < size; i++)
    if ((unsigned char)s[little ? i : size - 1 - i] != fill)
      luaL_error(L, "%d-byte integer does not fit into Lua Integer", (int)size);
  return (lua_Integer)n;
}

static void copy_ordered(void *to, const void *from, size_t size, bool little) {
  const unsigned char *source = from;
  unsigned char *target = to;
  bool same = little == (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
  for (size_t i = 0; i < size; i++) target[i] = source[same ? i : size - 1 - i];
}

static void put_fill(lib_buffer *b, size_t count) {
  while (count > 0) {
    size_t some = count < LIB_COPY ? count : LIB_COPY;
    memset(lib_buffer_room(b, some), 0, some);
    b->length += some;
    count -= some;
    if (count > 0) lib_poll(b->L);
  }
}

// ---- The functions

static void put_text(lua_State *L, lib_buffer *b, const reader *r, option o, int index) {
  size_t length;
  const char *s = luaL_checklstring(L, index, &length);
  if (o.kind == FIXED) {
    luaL_argcheck(L, length <= o.size, index, "string longer than given size");
    lib_buffer_room(b, o.size);
    lib_buffer_add(b, s, length);
    put_fill(b, o.size - length);
  } else if (o.kind == PREFIXED) {
    bool fits = o.size >= sizeof length || length < (size_t)1 << (o.size * 8);
    luaL_argcheck(L, fits, index, "string length does not fit in given size");
    put_integer(b, length, r->little, o.size, false);
    lib_buffer_add(b, s, length);
  } else {
    luaL_argcheck(L, strlen(s) == length, index, "string contains zeros");
    lib_buffer_add(b, s, length + 1);
  }
}

int lib_string_pack(lua_State *L) {
  reader r;
  reader_open(&r, L, luaL_checkstring(L, 1));
  lib_buffer b;
  int index = 1;
  size_t total = 0;
  lua_pushnil(L);  // sets the arguments apart from the buffer: a missing one reads nil
  lib_buffer_open(&b, L);
  while (*r.at != '\0') {
    option o = read_option(&r, total);
    total += o.padding + o.size;
    put_fill(&b, o.padding);
    index++;
    switch (o.kind) {
      case SIGNED: {
        lua_Integer n = luaL_checkinteger(L, index);
        if (o.size < sizeof n) {
          lua_Integer limit = (lua_Integer)1 << (o.size * 8 - 1);
          luaL_argcheck(L, -limit <= n && n < limit, index, "integer overflow");
        }
        put_integer(&b, (lua_Unsigned)n, r.little, o.size, n < 0);
        break;
      }
      case UNSIGNED: {
        lua_Unsigned n = (lua_Unsigned)luaL_checkinteger(L, index);
        if (o.size < sizeof n) luaL_argcheck(L, n < (lua_Unsigned)1 << (o.size * 8), index, "unsigned overflow");
        put_integer(&b, n, r.little, o.size, false);
        break;
      }
      case FLOAT: {
        float n = (float)luaL_checknumber(L, index);
        copy_ordered(lib_buffer_room(&b, sizeof n), &n, sizeof n, r.little);
        b.length += sizeof n;
        break;
      }
      case DOUBLE: {
        double n = luaL_checknumber(L, index);
        copy_ordered(lib_buffer_room(&b, sizeof n), &n, sizeof n, r.little);
        b.length += sizeof n;
        break;
      }
      case FIXED: put_text(L, &b, &r, o, index); break;
      case PREFIXED:
      case ZERO: {
        size_t before = b.length;
        put_text(L, &b, &r, o, index);
        total += b.length - before - o.size;
        break;
      }
      case PADDING: lib_buffer_char(&b, '\0'); index--; break;
      case ALIGNMENT:
      case NOTHING: index--;
    }
  }
  lib_buffer_push(&b);
  return 1;
}

int lib_string_packsize(lua_State *L) {
  reader r;
  reader_open(&r, L, luaL_checkstring(L, 1));
  size_t total = 0;
  while (*r.at != '\0') {
    option o = read_option(&r, total);
    luaL_argcheck(L, o.kind != PREFIXED && o.kind != ZERO, 1, "variable-length format");
    size_t size = o.size + o.padding;
    luaL_argcheck(L, size <= LIB_MAX_SIZE && total <= LIB_MAX_SIZE - size, 1, "format result too large");
    total += size;
  }
  lua_pushinteger(L, (lua_Integer)total);
  return 1;
}

int lib_string_unpack(lua_State *L) {
  reader r;
  reader_open(&r, L, luaL_checkstring(L, 1));
  size_t length;
  const char *s = luaL_checklstring(L, 2, &length);
  size_t at = lib_start(luaL_optinteger(L, 3, 1), length) - 1;
  luaL_argcheck(L, at <= length, 3, "initial position out of string");
  int results = 0;
  while (*r.at != '\0') {
    option o = read_option(&r, at);
    size_t left = length - at;
    luaL_argcheck(L, o.padding <= left && o.size <= left - o.padding, 2, "data string too short");
    at += o.padding;
    left -= o.padding;
    luaL_checkstack(L, 2, "too many results");
    results++;
    switch (o.kind) {
      case SIGNED:
      case UNSIGNED: lua_pushinteger(L, take_integer(L, s + at, r.little, o.size, o.kind == SIGNED)); break;
      case FLOAT: {
        float n;
        copy_ordered(&n, s + at, sizeof n, r.little);
        lua_pushnumber(L, n);
        break;
      }
      case DOUBLE: {
        double n;
        copy_ordered(&n, s + at, sizeof n, r.little);
        lua_pushnumber(L, n);
        break;
      }
      case FIXED:
        lib_spend(L, &r.fuel, o.size / 64);
        lua_pushlstring(L, s + at, o.size);
        break;
      case PREFIXED: {
        size_t size = (size_t)take_integer(L, s + at, r.little, o.size, false);
        luaL_argcheck(L, size <= left - o.size, 2, "data string too short");
        lib_spend(L, &r.fuel, size / 64);
        lua_pushlstring(L, s + at + o.size, size);
        at += size;
        break;
      }
      case ZERO: {
        const char *end = memchr(s + at, '\0', left);
        luaL_argcheck(L, end != NULL, 2, "unfinished string for format 'z'");
        size_t size = (size_t)(end - s) - at;
        lib_spend(L, &r.fuel, size / 32);
        lua_pushlstring(L, s + at, size);
        at += size + 1;
        break;
      }
      case PADDING:
      case ALIGNMENT:
      case NOTHING: results--;
    }
    at += o.size;
  }
  lua_pushinteger(L, (lua_Integer)at + 1);
  return results + 1;
}
