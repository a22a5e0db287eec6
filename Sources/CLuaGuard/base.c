// The basic functions that liblua's own library would bring along, without those that reach outside (dofile, loadfile,
// print, collectgarbage's controls) and without addresses. Same results and messages as Lua 5.4.4.
#include <ctype.h>

#include "state.h"

// Strings and numbers have no `__tostring`: no script gets at their metatables.
static int to_string(lua_State *L) {
  luaL_checkany(L, 1);
  if (lua_isstring(L, 1)) {
    lua_settop(L, 1);
    lua_tolstring(L, 1, NULL);
  } else {
    guard_tolstring(L, 1, NULL);
  }
  return 1;
}

static int type(lua_State *L) {
  int type = lua_type(L, 1);
  luaL_argcheck(L, type != LUA_TNONE, 1, "value expected");
  lua_pushstring(L, lua_typename(L, type));
  return 1;
}

// The digits of `text` in `base`, or NULL; the end of what was read.
static const char *read_integer(const char *text, int base, lua_Integer *out) {
  lua_Unsigned number = 0;
  bool is_negative = false;
  text += strspn(text, " \f\n\r\t\v");
  if (*text == '-' || *text == '+') is_negative = *text++ == '-';
  if (!isalnum((unsigned char)*text)) return NULL;
  do {
    int digit = isdigit((unsigned char)*text) ? *text - '0' : toupper((unsigned char)*text) - 'A' + 10;
    if (digit >= base) return NULL;
    number = number * (lua_Unsigned)base + (lua_Unsigned)digit;
    text++;
  } while (isalnum((unsigned char)*text));
  text += strspn(text, " \f\n\r\t\v");
  *out = (lua_Integer)(is_negative ? 0u - number : number);
  return text;
}

static int to_number(lua_State *L) {
  if (lua_isnoneornil(L, 2)) {
    if (lua_type(L, 1) == LUA_TNUMBER) {
      lua_settop(L, 1);
      return 1;
    }
    size_t length;
    const char *text = lua_tolstring(L, 1, &length);
    if (text != NULL && lua_stringtonumber(L, text) == length + 1) return 1;
    luaL_checkany(L, 1);
  } else {
    lua_Integer base = luaL_checkinteger(L, 2);
    luaL_checktype(L, 1, LUA_TSTRING);
    size_t length;
    const char *text = lua_tolstring(L, 1, &length);
    luaL_argcheck(L, 2 <= base && base <= 36, 2, "base out of range");
    lua_Integer number = 0;
    if (read_integer(text, (int)base, &number) == text + length) {
      lua_pushinteger(L, number);
      return 1;
    }
  }
  luaL_pushfail(L);
  return 1;
}

static int get_metatable(lua_State *L) {
  luaL_checkany(L, 1);
  if (!lua_getmetatable(L, 1)) {
    lua_pushnil(L);
    return 1;
  }
  if (guard_is_locked(L, 1)) {
    lua_pushboolean(L, 0);
  } else {
    luaL_getmetafield(L, 1, "__metatable");
  }
  return 1;
}

static int set_metatable(lua_State *L) {
  int type = lua_type(L, 2);
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
  if (GUARD_UNLIKELY(lua_getmetatable(L, 1)) &&
      (guard_is_locked(L, 1) || luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL))
    return luaL_error(L, "cannot change a protected metatable");
  lua_settop(L, 2);
  if (type == LUA_TTABLE) {
    lua_pushliteral(L, "__gc");
    if (lua_rawget(L, 2) != LUA_TNIL) return luaL_error(L, "a finalizer ('__gc') is not in the sandbox");
    lua_settop(L, 2);
  }
  lua_setmetatable(L, 1);
  return 1;
}

static int raw_equal(lua_State *L) {
  luaL_checkany(L, 1);
  luaL_checkany(L, 2);
  lua_pushboolean(L, lua_rawequal(L, 1, 2));
  return 1;
}

static int raw_len(lua_State *L) {
  int type = lua_type(L, 1);
  luaL_argexpected(L, type == LUA_TTABLE || type == LUA_TSTRING, 1, "table or string");
  lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
  return 1;
}

static int raw_get(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  lua_settop(L, 2);
  first_use(L, 1);
  lua_rawget(L, 1);
  return 1;
}

static int raw_set(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  luaL_checkany(L, 3);
  lua_settop(L, 3);
  if (guard_is_locked(L, 1)) return locked_refuse_write(L);
  lua_rawset(L, 1);
  return 1;
}

int base_next(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  if (lua_isnil(L, 2)) first_use(L, 1);
  if (lua_next(L, 1)) return 2;
  lua_pushnil(L);
  return 1;
}

static int pairs_again(lua_State *L, int status, lua_KContext context) {
  (void)L, (void)status, (void)context;
  return 3;
}

static int pairs(lua_State *L) {
  luaL_checkany(L, 1);
  if (luaL_getmetafield(L, 1, "__pairs") == LUA_TNIL) {
    lua_pushcfunction(L, base_next);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
  } else {
    lua_pushvalue(L, 1);
    lua_callk(L, 1, 3, 0, pairs_again);
  }
  return 3;
}

static int next_element(lua_State *L) {
  lua_Integer i = luaL_checkinteger(L, 2);
  i = luaL_intop(+, i, 1);
  lua_pushinteger(L, i);
  return lua_geti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

static int ipairs(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushcfunction(L, next_element);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

static int select_values(lua_State *L) {
  int count = lua_gettop(L);
  if (lua_type(L, 1) == LUA_TSTRING && *lua_tostring(L, 1) == '#') {
    lua_pushinteger(L, count - 1);
    return 1;
  }
  lua_Integer from = luaL_checkinteger(L, 1);
  if (from < 0) {
    from = count + from;
  } else if (from > count) {
    from = count;
  }
  luaL_argcheck(L, 1 <= from, 1, "index out of range");
  return count - (int)from;
}

// Tells the memory in use. What controls the collector does nothing; the rest is refused.
static int collect_garbage(lua_State *L) {
  static const char *const options[] = {"collect", "count", "step", "stop", "restart", "isrunning", NULL};
  int option = luaL_checkoption(L, 1, "collect", options);
  if (option == 1) {
    lua_pushnumber(L, (lua_Number)guard_of(L)->memory.used / 1024);
    return 1;
  }
  if (option == 0) {
    lua_pushinteger(L, 0);
    return 1;
  }
  if (option == 5) {
    lua_pushboolean(L, 1);
    return 1;
  }
  return luaL_error(L, "collectgarbage('%s') is not in the sandbox", options[option]);
}

const luaL_Reg base_functions[] = {
    {"collectgarbage", collect_garbage}, {"getmetatable", get_metatable}, {"ipairs", ipairs}, {"next", base_next},
    {"pairs", pairs}, {"rawequal", raw_equal}, {"rawget", raw_get}, {"rawlen", raw_len}, {"rawset", raw_set},
    {"select", select_values}, {"setmetatable", set_metatable}, {"tonumber", to_number}, {"tostring", to_string},
    {"type", type}, {NULL, NULL},
};
