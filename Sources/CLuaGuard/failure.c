// Errors that the host raises: tables with a mark (their metatable) that no script can forge, and that print well.
#include "state.h"

// Frames looked through for a line of the script's own.
#define WHERE_FRAMES 60

static bool is_script_line(const lua_Debug *record) {
  return record->currentline > 0 && strncmp(record->source, PRELUDE_CHUNK, sizeof PRELUDE_CHUNK - 1) != 0;
}

guard_position guard_where(lua_State *L) {
  guard_position position = {.line = 0};
  lua_Debug record;
  for (int level = 0; level < WHERE_FRAMES && lua_getstack(L, level, &record); level++) {
    lua_getinfo(L, "Sl", &record);
    if (!is_script_line(&record)) continue;
    position.line = record.currentline;
    memcpy(position.chunk, record.short_src, sizeof record.short_src);
    position.chunk[sizeof position.chunk - 1] = 0;
    break;
  }
  return position;
}

static int error_text(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  lua_pushliteral(L, "where");
  lua_rawget(L, 1);
  lua_pushliteral(L, "message");
  lua_rawget(L, 1);
  if (lua_type(L, 3) != LUA_TSTRING) lua_pushliteral(L, "an error without a message"), lua_replace(L, 3);
  if (lua_type(L, 2) == LUA_TSTRING) lua_pushfstring(L, "%s: %s", lua_tostring(L, 2), lua_tostring(L, 3));
  return 1;
}

static void push_metatable(lua_State *L) {
  guard *g = guard_of(L);
  static const char key;
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &key) == LUA_TTABLE) return;
  lua_pop(L, 1);
  lua_createtable(L, 0, 3);
  lua_pushcfunction(L, error_text);
  lua_setfield(L, -2, "__tostring");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushliteral(L, "error");
  lua_setfield(L, -2, "__name");
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key);
  g->error_metatable = lua_topointer(L, -1);
}

_Noreturn void guard_raise_failure(lua_State *L, const guard_reply *reply) {
  if (reply->reason != GUARD_STOP_NONE) {
    guard_stop(guard_of(L), reply->reason);
    guard_raise_stop(L);
  }
  luaL_checkstack(L, 8, NULL);
  guard_push_json(L, &reply->items[0]);
  guard_position position = guard_where(L);
  if (position.line > 0) {
    lua_pushliteral(L, "where");
    lua_pushfstring(L, "%s:%d", position.chunk, position.line);
    lua_rawset(L, -3);
  }
  push_metatable(L);
  lua_setmetatable(L, -2);
  lua_error(L);
  __builtin_unreachable();
}

bool guard_is_error(lua_State *L, int index) {
  const void *mark = guard_of(L)->error_metatable;
  if (mark == NULL || lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index)) return false;
  bool is_marked = lua_topointer(L, -1) == mark;
  lua_pop(L, 1);
  return is_marked;
}

bool guard_has_metafield(lua_State *L, int index, const char *name) {
  if (!lua_checkstack(L, 4) || !lua_getmetatable(L, index)) return false;
  int top = lua_gettop(L);
  bool is_found = false;
  lua_pushnil(L);
  while (!is_found && lua_next(L, top)) {
    is_found = lua_type(L, -2) == LUA_TSTRING && strcmp(lua_tostring(L, -2), name) == 0;
    lua_settop(L, top + 1);
  }
  lua_settop(L, top - 1);
  return is_found;
}

// ---- Tracebacks

typedef struct {
  char *out;
  size_t length, capacity;
} text;

static void add(text *t, const char *bytes) {
  size_t count = strlen(bytes);
  if (count > t->capacity - 1 - t->length) count = t->capacity - 1 - t->length;
  memcpy(t->out + t->length, bytes, count);
  t->length += count;
  t->out[t->length] = 0;
}

static void add_line(text *t, int line) {
  char digits[16];
  size_t at = sizeof digits;
  digits[--at] = 0;
  for (unsigned rest = line > 0 ? (unsigned)line : 0; at > 0 && (rest > 0 || digits[at] == 0); rest /= 10)
    digits[--at] = (char)('0' + rest % 10);
  add(t, digits + at);
}

// Frames shown at the top and at the bottom of a deep stack.
#define SHOWN_FRAMES 12

static int depth_of(lua_State *L) {
  lua_Debug record;
  int low = 0, high = 1;
  while (lua_getstack(L, high, &record)) low = high, high *= 2;
  while (high - low > 1) {
    int middle = (low + high) / 2;
    if (lua_getstack(L, middle, &record)) low = middle;
    if (!lua_getstack(L, middle, &record)) high = middle;
  }
  return low + 1;
}

size_t guard_traceback(lua_State *L, char *out, size_t capacity) {
  text t = {.out = out, .capacity = capacity};
  if (capacity == 0) return 0;
  out[0] = 0;
  int depth = depth_of(L);
  lua_Debug record;
  for (int level = 0; level < depth && lua_getstack(L, level, &record); level++) {
    if (depth > 2 * SHOWN_FRAMES && level == SHOWN_FRAMES) {
      level = depth - SHOWN_FRAMES;
      add(&t, "...\n");
      continue;
    }
    lua_getinfo(L, "Sln", &record);
    if (!is_script_line(&record)) continue;
    add(&t, record.short_src);
    add(&t, ":");
    add_line(&t, record.currentline);
    if (*record.what == 'm') {
      add(&t, ": in the main part");
    } else if (record.name != NULL) {
      add(&t, ": in ");
      add(&t, record.namewhat);
      add(&t, " '");
      add(&t, record.name);
      add(&t, "'");
    } else {
      add(&t, ": in a function of line ");
      add_line(&t, record.linedefined);
    }
    add(&t, "\n");
  }
  return t.length;
}
