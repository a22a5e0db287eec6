// Modules of the prelude: Lua of our own, compiled when first used. A module gets one private table, `host`, and
// globals that no script can change.
#include "state.h"

static const char key_of_modules, key_of_globals;

bool prelude_push_globals(lua_State *L) {
  return lua_rawgetp(L, LUA_REGISTRYINDEX, &key_of_globals) == LUA_TTABLE;
}

static void push_globals(lua_State *L) {
  if (prelude_push_globals(L)) return;
  lua_pop(L, 1);
  globals_push_private(L);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key_of_globals);
}

// Pushes what the module at `name` (a string on the stack) returns.
static void run(lua_State *L, int name) {
  guard *g = guard_of(L);
  size_t length;
  const char *module = lua_tolstring(L, name, &length);
  guard_reply reply = g->host->prelude(g->context, module, length);
  if (reply.kind == GUARD_FAILURE) guard_raise_failure(L, &reply);
  if (reply.kind != GUARD_RESULTS || reply.count == 0) luaL_error(L, "there is no module '%s'", module);
  lua_pushfstring(L, PRELUDE_CHUNK "%s", module);
  const guard_item *text = &reply.items[0];
  if (luaL_loadbufferx(L, text->bytes, text->length, lua_tostring(L, -1), "t") != LUA_OK) lua_error(L);
  lua_remove(L, -2);
  push_globals(L);
  lua_setupvalue(L, -2, 1);
  namespace_push(L, GUARD_PRELUDE_SPACE, "host", 4);
  lua_call(L, 1, 1);
}

void prelude_push(lua_State *L, const char *module, size_t length, const char *field, size_t field_length) {
  luaL_checkstack(L, 12, NULL);
  int top = lua_gettop(L);
  lua_pushlstring(L, module, length);
  if (field != NULL) lua_pushlstring(L, field, field_length);
  if (field == NULL) lua_pushnil(L);
  registry_table(L, &key_of_modules);
  lua_pushvalue(L, top + 1);
  if (lua_rawget(L, top + 3) == LUA_TNIL) {
    lua_pop(L, 1);
    run(L, top + 1);
    lua_pushvalue(L, top + 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, top + 3);
  }
  if (!lua_isnil(L, top + 2)) {
    lua_pushvalue(L, top + 2);
    lua_gettable(L, -2);
  }
  lua_replace(L, top + 1);
  lua_settop(L, top + 1);
}
