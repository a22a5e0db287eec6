// Compiling. Text only: bytecode is not checked by liblua, and can do anything. The text is handed to the parser in
// small pieces with a look at the stop flag before each, since some texts take the parser seconds.
#include "state.h"

#define PIECE ((size_t)512)

typedef struct {
  lua_State *L;
  const char *at;
  size_t left;
} pieces;

static const char *read_piece(lua_State *L, void *context, size_t *size) {
  pieces *p = context;
  if (guard_should_stop(L)) guard_raise_stop(L);
  *size = p->left < PIECE ? p->left : PIECE;
  const char *piece = p->at;
  p->at += *size;
  p->left -= *size;
  return *size > 0 ? piece : NULL;
}

// Pushes the function, or the message.
int load_text(lua_State *L, const char *text, size_t length, const char *name) {
  guard *g = guard_of(L);
  if (length > g->source_limit) {
    guard_stop(g, GUARD_STOP_SOURCE);
    guard_raise_stop(L);
  }
  if (length > 0 && text[0] == LUA_SIGNATURE[0]) {
    lua_pushfstring(L, "attempt to load a binary chunk (mode is 't')");
    return LUA_ERRSYNTAX;
  }
  int line = 0;
  if (!scan_chains(text, length, &line)) {
    lua_pushfstring(L, "%s:%d: a chain of more than 200 fields", *name == '@' || *name == '=' ? name + 1 : name, line);
    return LUA_ERRSYNTAX;
  }
  pieces p = {.L = L, .at = text, .left = length};
  int status = lua_load(L, read_piece, &p, name, "t");
  if (status != LUA_OK) interrupt_caught(L, status);
  return status;
}

// Reads all pieces of the reader function at index 1 into one string, which it returns; the first alone where index 2
// says so. Called protected.
static int collect(lua_State *L) {
  guard *g = guard_of(L);
  bool first_only = lua_toboolean(L, 2);
  size_t total = 0;
  lua_settop(L, 1);
  lua_newtable(L);
  lua_Integer count = 0;
  for (;;) {
    lua_pushvalue(L, 1);
    lua_call(L, 0, 1);
    if (lua_isnil(L, -1)) break;
    if (!lua_isstring(L, -1)) {
      luaL_where(L, 2);
      lua_pushliteral(L, "reader function must return a string");
      lua_concat(L, 2);
      return lua_error(L);
    }
    size_t length;
    lua_tolstring(L, -1, &length);
    if (length == 0) break;
    total += length;
    if (total > g->source_limit) {
      guard_stop(g, GUARD_STOP_SOURCE);
      guard_raise_stop(L);
    }
    lua_rawseti(L, 2, ++count);
    if (first_only) break;
  }
  char *text = lua_newuserdatauv(L, total > 0 ? total : 1, 0);
  size_t at = 0;
  for (lua_Integer i = 1; i <= count; i++) {
    size_t length;
    lua_rawgeti(L, 2, i);
    const char *piece = lua_tolstring(L, -1, &length);
    memcpy(text + at, piece, length);
    at += length;
    lua_pop(L, 1);
  }
  lua_pushlstring(L, text, total);
  return 1;
}

static int load(lua_State *L) {
  const char *mode = luaL_optstring(L, 3, "bt");
  bool has_environment = !lua_isnone(L, 4);
  lua_settop(L, 4);
  bool is_refused = strchr(mode, 't') == NULL;
  const char *name;
  if (lua_isstring(L, 1)) {
    name = luaL_optstring(L, 2, lua_tostring(L, 1));
    lua_pushvalue(L, 1);
  } else {
    name = luaL_optstring(L, 2, "=(load)");
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_pushcfunction(L, collect);
    lua_pushvalue(L, 1);
    lua_pushboolean(L, is_refused);
    int status = lua_pcall(L, 2, 1, 0);
    if (status != LUA_OK) {
      interrupt_caught(L, status);
      lua_pushnil(L);
      lua_insert(L, -2);
      return 2;
    }
  }
  if (is_refused) {
    lua_pushnil(L);
    lua_pushfstring(L, "attempt to load a text chunk (mode is '%s')", mode);
    return 2;
  }
  size_t length;
  const char *text = lua_tolstring(L, 5, &length);
  if (load_text(L, text, length, name) != LUA_OK) {
    lua_pushnil(L);
    lua_insert(L, -2);
    return 2;
  }
  if (has_environment) {
    lua_pushvalue(L, 4);
    if (lua_setupvalue(L, -2, 1) == NULL) lua_pop(L, 1);
  }
  return 1;
}

const luaL_Reg load_functions[] = {{"load", load}, {NULL, NULL}};
