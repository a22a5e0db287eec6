// Metatables that say what a table is: an array, an object, the value of a schema's node.
//
// A table that stands under a schema gets the one metatable of its node. It carries the node's number for printing, and
// where the schema is strict an __index, which Lua asks only about fields that are absent: a documented one reads nil,
// any other raises. Scripts cannot reach these metatables (__metatable), so a mark cannot be forged.
#include "json_internal.h"
#include "state.h"

// Addresses serve as keys of the registry, and of the mark inside a metatable.
static const char arrays_key, objects_key, nodes_key, mark_key;

// A new metatable on the stack, marked and locked.
static void push_marked(lua_State *L, uint32_t kind, uint32_t schema) {
  lua_createtable(L, 0, 2);
  lua_pushinteger(L, (lua_Integer)schema << 2 | kind);
  lua_rawsetp(L, -2, &mark_key);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
}

static void push_unnamed(lua_State *L, uint8_t kind) {
  const char *key = kind == GUARD_MARK_ARRAY ? &arrays_key : &objects_key;
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, key) == LUA_TTABLE) return;
  lua_pop(L, 1);
  push_marked(L, kind, 0);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

void guard_json_push_metatables(lua_State *L, bool has_notes) {
  push_unnamed(L, GUARD_MARK_ARRAY);
  if (has_notes) registry_table(L, &nodes_key);
  if (!has_notes) lua_pushnil(L);
}

guard_mark guard_json_mark(lua_State *L, int index) {
  guard_mark mark = {GUARD_MARK_NONE, 0};
  if (!lua_getmetatable(L, index)) return mark;
  if (lua_rawgetp(L, -1, &mark_key) == LUA_TNUMBER) {
    lua_Integer value = lua_tointeger(L, -1);
    mark.kind = value & 3;
    mark.schema = (uint32_t)(value >> 2);
  }
  lua_pop(L, 2);
  return mark;
}

void guard_json_set_mark(lua_State *L, uint8_t kind) {
  push_unnamed(L, kind);
  lua_setmetatable(L, -2);
}

// __index of a strict object: upvalue 1 is the schema.
static int missing_field(lua_State *L) {
  size_t length;
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  const char *key = lua_tolstring(L, 2, &length);
  const guard_host *host = guard_host_of(L);
  guard_reply reply = host->missing(guard_context_of(L), (uint32_t)lua_tointeger(L, lua_upvalueindex(1)), key, length);
  if (reply.kind == GUARD_FAILURE) guard_raise_failure(L, &reply);
  return 0;
}

// __index of a list under a schema.
static int list_field(lua_State *L) {
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  return luaL_error(
      L, "no field '%s': this is the list itself; its elements are [1], [2], …, and # counts them", lua_tostring(L, 2));
}

void guard_json_push_node(lua_State *L, int nodes, uint32_t note, bool is_array) {
  lua_Integer key = (lua_Integer)note << 1 | is_array;
  if (lua_rawgeti(L, nodes, key) == LUA_TTABLE) return;
  lua_pop(L, 1);
  push_marked(L, is_array ? GUARD_MARK_ARRAY : GUARD_MARK_OBJECT, note & GUARD_NOTE_SCHEMA);
  if (note & GUARD_NOTE_STRICT) {
    lua_pushinteger(L, note & GUARD_NOTE_SCHEMA);
    lua_pushcclosure(L, is_array ? list_field : missing_field, 1);
    lua_setfield(L, -2, "__index");
  }
  lua_pushvalue(L, -1);
  lua_rawseti(L, nodes, key);
}

static int null_text(lua_State *L) {
  lua_pushliteral(L, "null");
  return 1;
}

// json.null is the light userdata NULL; all light userdata share one metatable, made with the first null.
void guard_json_push_null(lua_State *L) {
  lua_pushlightuserdata(L, NULL);
  if (lua_getmetatable(L, -1)) {
    lua_pop(L, 1);
    return;
  }
  lua_createtable(L, 0, 2);
  lua_pushcfunction(L, null_text);
  lua_setfield(L, -2, "__tostring");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
}
