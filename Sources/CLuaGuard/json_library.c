// The table `json`, and `inspect`. What can raise is here; the work on bytes is Swift's, behind guard_json.
#include "json_internal.h"

#include <lauxlib.h>

static int json_decode(lua_State *L) {
  size_t length;
  luaL_checktype(L, 1, LUA_TSTRING);
  const char *text = lua_tolstring(L, 1, &length);
  guard_json *json = guard_json_of(L);
  guard_answer answer;
  guard_bytes message;
  if (!json->decode(json->context, text, length, &answer, &message)) {
    luaL_where(L, 1);
    lua_pushliteral(L, "this is not JSON: ");
    lua_pushlstring(L, message.data, message.length);
    lua_concat(L, 3);
    return lua_error(L);
  }
  guard_json_build(L, &answer);
  json->forget(json->context);
  return 1;
}

static int option(lua_State *L, const char *name, int value) {
  lua_getfield(L, 2, name);
  int result = lua_toboolean(L, -1) ? value : 0;
  lua_pop(L, 1);
  return result;
}

static int json_encode(lua_State *L) {
  luaL_checkany(L, 1);
  int options = 0;
  if (!lua_isnoneornil(L, 2)) {
    luaL_checktype(L, 2, LUA_TTABLE);
    options = option(L, "pretty", GUARD_ENCODE_PRETTY) | option(L, "sorted", GUARD_ENCODE_SORTED);
  }
  lua_settop(L, 1);
  guard_json *json = guard_json_of(L);
  guard_bytes bytes;
  bool done = json->encode(json->context, L, 1, options, &bytes);
  guard_json_poll(L);
  if (!done) luaL_where(L, 1);
  lua_pushlstring(L, bytes.data, bytes.length);
  if (!done) {
    lua_concat(L, 2);
    return lua_error(L);
  }
  json->forget(json->context);
  return 1;
}

// json.array and json.object: a new table, or the given one with the mark.
static int mark(lua_State *L, uint8_t kind) {
  if (lua_isnoneornil(L, 1)) {
    lua_settop(L, 0);
    lua_createtable(L, 0, 0);
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  if (lua_getmetatable(L, 1)) {
    lua_pop(L, 1);
    guard_mark now = guard_json_mark(L, 1);
    if (now.kind == GUARD_MARK_NONE) luaL_argerror(L, 1, "the table has a metatable of its own");
    if (now.kind == kind) return 1;
  }
  guard_json_set_mark(L, kind);
  return 1;
}

static int json_array(lua_State *L) { return mark(L, GUARD_MARK_ARRAY); }
static int json_object(lua_State *L) { return mark(L, GUARD_MARK_OBJECT); }

int guard_inspect(lua_State *L) {
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  guard_json *json = guard_json_of(L);
  guard_bytes bytes;
  json->render(json->context, L, 1, false, &bytes);
  guard_json_poll(L);
  lua_pushlstring(L, bytes.data, bytes.length);
  json->forget(json->context);
  return 1;
}

void guard_json_open(lua_State *L, guard_json *json) {
  static const luaL_Reg functions[] = {
      {"encode", json_encode}, {"decode", json_decode}, {"array", json_array}, {"object", json_object}, {NULL, NULL}};
  guard_json_open_marks(L, json);
  luaL_newlib(L, functions);
  lua_pushlightuserdata(L, NULL);
  lua_setfield(L, -2, "null");
}
