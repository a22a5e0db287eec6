// table.concat, insert, remove, move, pack, unpack; and the library's table. All respect metamethods, and none
// believes a length: what loops over one looks at the stop flag.
#include "lib.h"

static bool has_field(lua_State *L, const char *name, int metatable) {
  lua_pushstring(L, name);
  return lua_rawget(L, metatable) != LUA_TNIL;
}

void lib_check_table(lua_State *L, int index, int uses) {
  if (lua_type(L, index) == LUA_TTABLE) return;
  int top = lua_gettop(L);
  bool serves = lua_getmetatable(L, index) && (!(uses & LIB_READS) || has_field(L, "__index", top + 1)) &&
                (!(uses & LIB_WRITES) || has_field(L, "__newindex", top + 1)) &&
                (!(uses & LIB_MEASURES) || has_field(L, "__len", top + 1));
  if (!serves) luaL_checktype(L, index, LUA_TTABLE);
  lua_settop(L, top);
}

static lua_Integer measure(lua_State *L, int uses) {
  lib_check_table(L, 1, uses | LIB_MEASURES);
  return luaL_len(L, 1);
}

// Whether the value is a table without a metatable, which holds what its raw length says. A look cheaper than those of
// lib_check_table and luaL_len.
static bool is_plain(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TTABLE) return false;
  if (!lua_getmetatable(L, index)) return true;
  lua_pop(L, 1);
  return false;
}

// Elements between two looks at the stop flag: each may be a callback.
#define ELEMENTS (LIB_SLICE / LIB_CALL)

// Element by element in the given direction, `count` of them. Not raw, as in the stock library: on a plain table that is
// the same, and liblua's shortest way. The loops hold nothing but the two calls.
static void move_elements(lua_State *L, int source, lua_Integer from, int target, lua_Integer to, lua_Integer count,
                          bool forward) {
  for (lua_Integer left = count; left > 0;) {
    lua_Integer slice = left < ELEMENTS ? left : ELEMENTS;
    if (forward) {
      lua_Integer i = count - left;
      for (lua_Integer end = i + slice; i < end; i++) {
        lua_geti(L, source, from + i);
        lua_seti(L, target, to + i);
      }
    } else {
      lua_Integer i = left;
      for (lua_Integer end = i - slice; i-- > end;) {
        lua_geti(L, source, from + i);
        lua_seti(L, target, to + i);
      }
    }
    left -= slice;
    if (left > 0) lib_poll(L);
  }
}

// The length, of a value that may be read, written and measured.
static lua_Integer length_to_change(lua_State *L) {
  return is_plain(L, 1) ? (lua_Integer)lua_rawlen(L, 1) : measure(L, LIB_READS | LIB_WRITES);
}

static int table_insert(lua_State *L) {
  lua_Unsigned end = (lua_Unsigned)length_to_change(L) + 1;
  lua_Integer position;
  switch (lua_gettop(L)) {
    case 2: position = (lua_Integer)end; break;
    case 3: {
      position = luaL_checkinteger(L, 2);
      luaL_argcheck(L, (lua_Unsigned)position - 1 < end, 2, "position out of bounds");
      if ((lua_Integer)end > position)
        move_elements(L, 1, position, 1, position + 1, (lua_Integer)end - position, false);
      break;
    }
    default: return luaL_error(L, "wrong number of arguments to 'insert'");
  }
  lua_seti(L, 1, position);
  return 0;
}

static int table_remove(lua_State *L) {
  lua_Integer size = length_to_change(L);
  lua_Integer position = luaL_optinteger(L, 2, size);
  if (position != size)
    luaL_argcheck(L, (lua_Unsigned)position - 1 <= (lua_Unsigned)size, 1, "position out of bounds");
  lua_geti(L, 1, position);
  if (position < size) {
    move_elements(L, 1, position + 1, 1, position, size - position, true);
    position = size;
  }
  lua_pushnil(L);
  lua_seti(L, 1, position);
  return 1;
}

static int table_move(lua_State *L) {
  lua_Integer from = luaL_checkinteger(L, 2);
  lua_Integer end = luaL_checkinteger(L, 3);
  lua_Integer to = luaL_checkinteger(L, 4);
  int target = lua_isnoneornil(L, 5) ? 1 : 5;
  lib_check_table(L, 1, LIB_READS);
  lib_check_table(L, target, LIB_WRITES);
  if (end >= from) {
    luaL_argcheck(L, from > 0 || end < LUA_MAXINTEGER + from, 3, "too many elements to move");
    lua_Integer count = end - from + 1;
    luaL_argcheck(L, to <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
    // From the end where the target begins inside the source.
    bool forward = to > end || to <= from || (target != 1 && !lua_compare(L, 1, target, LUA_OPEQ));
    move_elements(L, 1, from, target, to, count, forward);
  }
  lua_pushvalue(L, target);
  return 1;
}

static inline void add_element(lua_State *L, lib_buffer *b, lua_Integer i) {
  lib_poll(L);
  lua_geti(L, 1, i);
  if (!lua_isstring(L, -1))
    luaL_error(L, "invalid value (%s) at index %I in table for 'concat'", luaL_typename(L, -1), (LUAI_UACINT)i);
  lib_buffer_add_value(b);
}

static int table_concat(lua_State *L) {
  lua_Integer end = measure(L, LIB_READS);
  size_t length;
  const char *separator = luaL_optlstring(L, 2, "", &length);
  lua_Integer i = luaL_optinteger(L, 3, 1);
  end = luaL_optinteger(L, 4, end);
  lib_buffer b;
  lib_buffer_open(&b, L);
  for (; i < end; i++) {
    add_element(L, &b, i);
    lib_buffer_add(&b, separator, length);
  }
  if (i == end) add_element(L, &b, i);
  lib_buffer_push(&b);
  return 1;
}

static int table_pack(lua_State *L) {
  int count = lua_gettop(L);
  lua_createtable(L, count, 1);
  lua_insert(L, 1);
  for (int i = count; i >= 1; i--) lua_seti(L, 1, i);
  lua_pushinteger(L, count);
  lua_setfield(L, 1, "n");
  return 1;
}

static int table_unpack(lua_State *L) {
  lua_Integer from = luaL_optinteger(L, 2, 1);
  lua_Integer end = luaL_opt(L, luaL_checkinteger, 3, luaL_len(L, 1));
  if (from > end) return 0;
  lua_Unsigned count = (lua_Unsigned)end - (lua_Unsigned)from;
  if (count >= (lua_Unsigned)INT32_MAX || !lua_checkstack(L, (int)(count + 1)))
    return luaL_error(L, "too many results to unpack");
  for (lua_Integer done = 0, size = (lua_Integer)count + 1; done < size;) {
    lua_Integer slice_end = done + ELEMENTS < size ? done + ELEMENTS : size;
    for (; done < slice_end; done++) lua_geti(L, 1, from + done);
    if (done < size) lib_poll(L);
  }
  return (int)count + 1;
}

static const luaL_Reg functions[] = {
    {"concat", table_concat}, {"insert", table_insert}, {"move", table_move}, {"pack", table_pack},
    {"remove", table_remove}, {"sort", lib_table_sort}, {"unpack", table_unpack}, {NULL, NULL},
};

// Pushes the library.
int guard_open_table(lua_State *L) {
  luaL_newlibtable(L, functions);
  luaL_setfuncs(L, functions, 0);
  return 1;
}
