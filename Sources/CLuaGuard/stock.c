// What of `os` and `math` is safe.
#include <lualib.h>

#include "state.h"

// strftime takes about a microsecond a conversion, with no look at the limits.
#define FORMAT_BYTES 1024

// Calls the stock function that is the upvalue.
static int call_stock(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  return lua_gettop(L);
}

static int date(lua_State *L) {
  size_t length = 0;
  luaL_optlstring(L, 1, "", &length);
  luaL_argcheck(L, length <= FORMAT_BYTES, 1, "format too long");
  return call_stock(L);
}

// CPU time of the script, not of the process: that would tell of others.
static int clock_seconds(lua_State *L) {
  lua_pushnumber(L, (lua_Number)guard_cpu_now(guard_of(L)) / 1e9);
  return 1;
}

int guard_open_os(lua_State *L) {
  static const char *const stock[] = {"time", "difftime"};
  luaopen_os(L);
  int from = lua_gettop(L);
  lua_createtable(L, 0, 4);
  for (size_t i = 0; i < sizeof stock / sizeof *stock; i++) {
    lua_getfield(L, from, stock[i]);
    lua_setfield(L, -2, stock[i]);
  }
  lua_getfield(L, from, "date");
  lua_pushcclosure(L, date, 1);
  lua_setfield(L, -2, "date");
  lua_pushcfunction(L, clock_seconds);
  lua_setfield(L, -2, "clock");
  return 1;
}

// Upvalue: the stock function, which without arguments would seed with an address, and return it.
static int random_seed(lua_State *L) {
  if (lua_isnone(L, 1)) {
    lua_Integer seeds[2];
    guard_random(seeds, sizeof seeds);
    lua_pushinteger(L, seeds[0]);
    lua_pushinteger(L, seeds[1]);
  } else {
    luaL_checknumber(L, 1);
  }
  return call_stock(L);
}

int guard_open_math(lua_State *L) {
  luaopen_math(L);
  lua_getfield(L, -1, "randomseed");
  lua_pushcclosure(L, random_seed, 1);
  lua_pushvalue(L, -1);
  lua_call(L, 0, 0);
  lua_setfield(L, -2, "randomseed");
  return 1;
}
