// string.byte, char, len, lower, rep, reverse, sub, upper; the arithmetic of strings; and the library's table.
#include "lib.h"

static int string_len(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  lua_pushinteger(L, (lua_Integer)length);
  return 1;
}

static int string_sub(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  size_t from = lib_start(luaL_checkinteger(L, 2), length);
  size_t to = lib_end(luaL_optinteger(L, 3, -1), length);
  if (from <= to) {
    lua_pushlstring(L, s + from - 1, to - from + 1);
  } else {
    lua_pushliteral(L, "");
  }
  return 1;
}

static int string_byte(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer first = luaL_optinteger(L, 2, 1);
  size_t from = lib_start(first, length);
  size_t to = lib_end(luaL_optinteger(L, 3, first), length);
  if (from > to) return 0;
  if (to - from >= (size_t)INT32_MAX) return luaL_error(L, "string slice too long");
  int count = (int)(to - from) + 1;
  luaL_checkstack(L, count, "string slice too long");
  int64_t fuel = LIB_SLICE;
  for (int i = 0; i < count; i++) {
    lib_spend(L, &fuel, 1);
    lua_pushinteger(L, (unsigned char)s[from - 1 + (size_t)i]);
  }
  return count;
}

static int string_char(lua_State *L) {
  int count = lua_gettop(L);
  lib_buffer b;
  lib_buffer_open(&b, L);
  char *bytes = lib_buffer_room(&b, (size_t)count);
  for (int i = 1; i <= count; i++) {
    lua_Unsigned c = (lua_Unsigned)luaL_checkinteger(L, i);
    luaL_argcheck(L, c <= UINT8_MAX, i, "value out of range");
    bytes[i - 1] = (char)c;
  }
  b.length = (size_t)count;
  lib_buffer_push(&b);
  return 1;
}

// ---- Whole strings, byte by byte

static void to_lower(char *to, const char *from, size_t count) {
  for (size_t i = 0; i < count; i++) {
    unsigned char c = (unsigned char)from[i];
    to[i] = (char)(c + ((unsigned char)(c - 'A') < 26) * 32);
  }
}

static void to_upper(char *to, const char *from, size_t count) {
  for (size_t i = 0; i < count; i++) {
    unsigned char c = (unsigned char)from[i];
    to[i] = (char)(c - ((unsigned char)(c - 'a') < 26) * 32);
  }
}

static int change_case(lua_State *L, void (*change)(char *, const char *, size_t)) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lib_buffer b;
  lib_buffer_open(&b, L);
  char *to = lib_buffer_room(&b, length);
  b.length = length;
  for (; length > LIB_COPY; to += LIB_COPY, s += LIB_COPY, length -= LIB_COPY) {
    change(to, s, LIB_COPY);
    lib_poll(L);
  }
  change(to, s, length);
  lib_buffer_push(&b);
  return 1;
}

static int string_lower(lua_State *L) { return change_case(L, to_lower); }

static int string_upper(lua_State *L) { return change_case(L, to_upper); }

static int string_reverse(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lib_buffer b;
  lib_buffer_open(&b, L);
  char *to = lib_buffer_room(&b, length);
  for (size_t left = length; left > 0;) {
    size_t some = left < LIB_COPY ? left : LIB_COPY;
    for (size_t i = 1; i <= some; i++) *to++ = s[left - i];
    left -= some;
    lib_poll(L);
  }
  b.length = length;
  lib_buffer_push(&b);
  return 1;
}

static int string_rep(lua_State *L) {
  size_t length, separator_length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer count = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &separator_length);
  if (count <= 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if (length + separator_length > INT64_MAX / (size_t)count) return luaL_error(L, "resulting string too large");
  if (length + separator_length > UINT32_MAX / (size_t)count) {
    // A size that is one, but far beyond what Lua's own error is about: it is the run's memory that does not suffice.
    guard_stop(guard_of(L), GUARD_STOP_MEMORY);
    guard_raise_stop(L);
  }
  if (length + separator_length > LIB_MAX_SIZE / (size_t)count) return luaL_error(L, "resulting string too large");
  size_t unit = length + separator_length;
  size_t total = unit * (size_t)count - separator_length;
  lib_buffer b;
  lib_buffer_open(&b, L);
  char *to = lib_buffer_room(&b, total);
  // Write the unit once, then double what is there: the cost is that of the bytes, not of the repetitions.
  if (total > 0 && unit == 1) {
    lib_buffer_room(&b, 0);
    memset(to, length == 1 ? *s : *separator, total < LIB_COPY ? total : LIB_COPY);
    b.length = total < LIB_COPY ? total : LIB_COPY;
  } else {
    lib_buffer_add(&b, s, length);
    if (count > 1) lib_buffer_add(&b, separator, separator_length);
  }
  while (b.length < total) {
    size_t more = b.length < total - b.length ? b.length : total - b.length;
    lib_buffer_add(&b, to, more);
  }
  lib_buffer_push(&b);
  return 1;
}

// ---- Arithmetic on strings that hold numbers

static bool push_number(lua_State *L, int index) {
  if (lua_type(L, index) == LUA_TNUMBER) {
    lua_pushvalue(L, index);
    return true;
  }
  size_t length;
  const char *s = lua_tolstring(L, index, &length);
  return s != NULL && lua_stringtonumber(L, s) == length + 1;
}

// The operator on two numbers; where one is none, the second operand's own metamethod.
static int arithmetic(lua_State *L, int operator, const char *event) {
  if (push_number(L, 1) && push_number(L, 2)) {
    lua_arith(L, operator);
    return 1;
  }
  lua_settop(L, 2);
  if (lua_type(L, 2) == LUA_TSTRING || !luaL_getmetafield(L, 2, event))
    return luaL_error(
        L, "attempt to %s a '%s' with a '%s'", event + 2, luaL_typename(L, -2), luaL_typename(L, -1));
  lua_insert(L, -3);
  lua_call(L, 2, 1);
  return 1;
}

static int add(lua_State *L) { return arithmetic(L, LUA_OPADD, "__add"); }
static int subtract(lua_State *L) { return arithmetic(L, LUA_OPSUB, "__sub"); }
static int multiply(lua_State *L) { return arithmetic(L, LUA_OPMUL, "__mul"); }
static int modulo(lua_State *L) { return arithmetic(L, LUA_OPMOD, "__mod"); }
static int power(lua_State *L) { return arithmetic(L, LUA_OPPOW, "__pow"); }
static int divide(lua_State *L) { return arithmetic(L, LUA_OPDIV, "__div"); }
static int floor_divide(lua_State *L) { return arithmetic(L, LUA_OPIDIV, "__idiv"); }
static int negate(lua_State *L) { return arithmetic(L, LUA_OPUNM, "__unm"); }

static const luaL_Reg operators[] = {
    {"__add", add}, {"__sub", subtract}, {"__mul", multiply}, {"__mod", modulo}, {"__pow", power}, {"__div", divide},
    {"__idiv", floor_divide}, {"__unm", negate}, {"__index", NULL}, {"__metatable", NULL}, {NULL, NULL},
};

static const luaL_Reg functions[] = {
    {"byte", string_byte}, {"char", string_char}, {"find", lib_string_find}, {"format", lib_string_format},
    {"gmatch", lib_string_gmatch}, {"gsub", lib_string_gsub}, {"len", string_len}, {"lower", string_lower},
    {"match", lib_string_match}, {"pack", lib_string_pack}, {"packsize", lib_string_packsize}, {"rep", string_rep},
    {"reverse", string_reverse}, {"sub", string_sub}, {"unpack", lib_string_unpack}, {"upper", string_upper},
    {NULL, NULL},
};

// The first method that a script calls of a string, `__index` until then: most call none.
static int first_method(lua_State *L) {
  lua_settop(L, 2);
  guard_open_string(L);
  // Where the auxiliary library looks for the name of a function that was not called by name.
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_pushvalue(L, 3);
  lua_setfield(L, -2, "string");
  lua_pushvalue(L, 2);
  lua_rawget(L, 3);
  return 1;
}

// The metatable of all strings, which no script can get at; pushed.
static void push_metatable(lua_State *L) {
  lua_pushliteral(L, "__index");  // any string
  if (!lua_getmetatable(L, -1)) {
    luaL_newlibtable(L, operators);
    luaL_setfuncs(L, operators, 0);
    lua_pushcfunction(L, first_method);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pushvalue(L, -1);
    lua_setmetatable(L, -3);
  }
  lua_remove(L, -2);
}

void guard_prepare_strings(lua_State *L) {
  push_metatable(L);
  lua_pop(L, 1);
}

// Pushes the library, whose functions are the methods of all strings from then on.
int guard_open_string(lua_State *L) {
  luaL_newlibtable(L, functions);
  luaL_setfuncs(L, functions, 0);
  push_metatable(L);
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  return 1;
}
