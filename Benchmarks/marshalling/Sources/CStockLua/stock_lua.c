#include "stock_lua.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>

static const char open_cjson[] =
    "package.cpath = package.cpath .. ';/usr/lib/x86_64-linux-gnu/lua/5.4/?.so;/usr/lib/aarch64-linux-gnu/lua/5.4/?.so'\n"
    "cjson = require 'cjson'";

static int report(lua_State *L) {
  fprintf(stderr, "lua: %s\n", lua_tostring(L, -1));
  return 1;
}

stock_lua *stock_lua_new(const char *text, size_t length) {
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  if (luaL_dostring(L, open_cjson) != LUA_OK) {
    report(L);
    lua_close(L);
    return NULL;
  }
  lua_pushlstring(L, text, length);
  lua_setglobal(L, "text");
  return L;
}

void stock_lua_free(stock_lua *state) { lua_close(state); }

int stock_lua_load(stock_lua *state, const char *source) {
  lua_settop(state, 0);
  return luaL_loadstring(state, source) == LUA_OK ? 0 : report(state);
}

int stock_lua_run(stock_lua *state) {
  lua_settop(state, 1);
  lua_pushvalue(state, 1);
  return lua_pcall(state, 0, 0, 0) == LUA_OK ? 0 : report(state);
}

const char *stock_lua_result(stock_lua *state, size_t *length) {
  lua_settop(state, 1);
  return lua_getglobal(state, "result") == LUA_TSTRING ? lua_tolstring(state, -1, length) : NULL;
}
