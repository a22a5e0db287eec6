// Runs of a state: loading, resuming, and what comes of it. Whatever may raise runs in a protected call, or in the
// script's own coroutine.
#include "state.h"

// The coroutine in which the next run will be.
void session_new_root(lua_State *L) {
  guard_of(L)->root = lua_newthread(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, KEEP_ROOT);
}

// ---- Protected calls outside of the script

// What comes before the first run is called in its coroutine, so that the main thread's stack can stay small.
static lua_State *caller(guard *g) { return g->has_run || g->root == NULL ? g->main : g->root; }

// Calls the C function below the one argument on the thread. The result, or the error value, is then on its top. What may
// take long is watched.
static int protect(guard *g, lua_State *L, bool is_long) {
  char here;
  char *stack_base = g->stack_base;
  bool is_inside = atomic_load(&g->current) != NULL;
  if (!is_inside) {
    g->stack_base = &here;
    atomic_store(&g->current, L);
    if (is_long) watch_begin(g, 0);
  }
  bool can_wait = g->can_wait, can_preempt = g->can_preempt;
  g->can_wait = g->can_preempt = false;
  int status = LUA_ERRRUN;
  if (guard_should_stop(L)) {
    lua_pop(L, 1);
  } else {
    status = lua_pcall(L, 1, 1, 0);
    if (status == LUA_ERRMEM && !guard_should_stop(L)) guard_stop(g, GUARD_STOP_MEMORY);
  }
  g->can_wait = can_wait;
  g->can_preempt = can_preempt;
  if (!is_inside) {
    if (is_long) watch_end(g);
    atomic_store(&g->current, NULL);
    lua_sethook(L, NULL, 0, 0);
    g->stack_base = stack_base;
  }
  g->failed = L;
  return status == LUA_OK && !guard_should_stop(L) ? GUARD_DONE : GUARD_FAILED;
}

static int protect_with(guard *g, lua_CFunction function, void *argument, bool is_long) {
  lua_State *L = caller(g);
  lua_settop(L, 0);
  lua_pushcfunction(L, function);
  lua_pushlightuserdata(L, argument);
  return protect(g, L, is_long);
}

typedef struct {
  const char *name;
  const guard_item *item;
} definition;

static bool is_called(const guard_item *item, const char *name) {
  return strlen(name) == item->length && memcmp(name, item->bytes, item->length) == 0;
}

static int define(lua_State *L) {
  const definition *d = lua_touserdata(L, 1);
  if (d->item->kind == GUARD_NAMESPACE && is_called(d->item, d->name)) {
    namespace_push_unused(L, (uint32_t)d->item->integer);
  } else {
    guard_push_items(L, &(guard_reply){.kind = GUARD_RESULTS, .count = 1, .items = d->item});
  }
  globals_define(L, d->name);
  return 0;
}

int guard_define(guard *g, const char *name, const guard_item *item) {
  return protect_with(g, define, &(definition){.name = name, .item = item}, item->kind == GUARD_PRELUDE);
}

// ---- Runs

typedef struct {
  const char *bytes, *name;
  size_t length;
} source;

static int compile(lua_State *L) {
  guard *g = guard_of(L);
  const source *text = lua_touserdata(L, 1);
  if (g->has_run) {
    session_new_root(L);
    globals_restore(L);
  }
  lua_pushfstring(L, "@%s", text->name);
  if (load_text(L, text->bytes, text->length, lua_tostring(L, -1)) != LUA_OK) return lua_error(L);
  if (L != g->root) lua_xmove(L, g->root, 1);
  return L == g->root;
}

int guard_load(guard *g, const char *bytes, size_t length, const char *name) {
  lua_State *L = g->main;
  lua_settop(L, 0);
  // A stop that came before the first run is meant for it; one that came between two runs was meant for the last.
  if (g->has_run) atomic_store(&g->stop, GUARD_STOP_NONE);
  atomic_store(&g->preempt, false);
  memory_begin_run(g);
  g->results = 0;
  g->closes = 0;
  g->overflowed = false;
  g->cpu = 0;
  g->deadline = g->time_limit != 0 ? guard_now() + g->time_limit : 0;
  if (g->has_run) {
    g->root = NULL;
    // The last run's coroutine is garbage now; after a run that ended for lack of memory this is what makes room.
    lua_pushnil(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, KEEP_ROOT);
    if (g->memory.used > g->memory.real_limit / 2) lua_gc(L, LUA_GCCOLLECT);
  }
  int status = protect_with(g, compile, &(source){.bytes = bytes, .length = length, .name = name}, true);
  g->has_run = true;
  if (status != GUARD_DONE) g->root = NULL;
  return status;
}

// What kind of out of memory it was, if it was one: a refused stack, or the end of the run.
void session_failed(guard *g, int status) {
  g->overflowed = status == LUA_ERRMEM && g->memory.stack_refused;
  if (status == LUA_ERRMEM && !g->overflowed && g->memory.refused != 0) guard_stop(g, GUARD_STOP_MEMORY);
}

int guard_resume(guard *g, int64_t slice) {
  lua_State *L = g->root;
  g->results = 0;
  g->failed = g->main;
  if (L == NULL || !g->has_run) {
    lua_settop(g->main, 0);
    lua_pushnil(g->main);
    return GUARD_FAILED;
  }
  g->failed = L;
  char here;
  g->stack_base = &here;
  g->yielding = YIELD_SCRIPT;
  g->can_wait = g->can_preempt = true;
  int status = LUA_ERRRUN, results = 0;
  atomic_store(&g->preempt, false);
  watch_begin(g, slice);
  atomic_store(&g->current, L);
  // A stop that is there already found no `current` to interrupt; one that comes from here on does.
  if (!guard_should_stop(L)) status = lua_resume(L, NULL, 0, &results);
  atomic_store(&g->current, NULL);
  watch_end(g);
  session_failed(g, status);
  if (guard_should_stop(L)) {
    g->root = NULL;
    return GUARD_FAILED;
  }
  if (status == LUA_OK) {
    g->results = results;
    g->root = NULL;
    return GUARD_DONE;
  }
  if (status == LUA_YIELD) return g->yielding == YIELD_PREEMPT ? GUARD_PREEMPTED : GUARD_WAITING;
  g->root = NULL;
  return GUARD_FAILED;
}

uint64_t guard_wait(const guard *g) { return g->wait; }

bool guard_overflowed(const guard *g, guard_position *where) {
  *where = g->overflow != NULL ? *g->overflow : (guard_position){.line = 0};
  return g->overflowed;
}
lua_State *guard_thread(guard *g) { return g->failed; }
int guard_result_count(const guard *g) { return g->results; }
int64_t guard_deadline(const guard *g) { return g->deadline; }

guard_usage guard_usage_of(const guard *g) {
  const memory *m = &g->memory;
  return (guard_usage){
      .memory = m->used,
      .memory_peak = m->peak,
      .cpu = g->cpu,
      .coroutines_peak = m->threads_peak - 1,
  };
}

// ---- The text of an error

static int error_text(lua_State *L) {
  int type = lua_type(L, 1);
  if (type == LUA_TNUMBER) {
    lua_tolstring(L, 1, NULL);
  } else if (type == LUA_TNIL) {
    lua_pushliteral(L, "nil");
  } else if (luaL_getmetafield(L, 1, "__tostring") != LUA_TNIL) {
    guard_tolstring(L, 1, NULL);
  } else {
    if (type == LUA_TTABLE) {
      lua_pushliteral(L, "message");
      if (lua_rawget(L, 1) == LUA_TSTRING) return 1;
    }
    lua_pushfstring(L, "(error object is a %s value)", luaL_typename(L, 1));
  }
  return 1;
}

const char *guard_error_text(guard *g, size_t *length) {
  lua_State *from = g->failed;
  if (lua_type(from, -1) == LUA_TSTRING) return lua_tolstring(from, -1, length);
  if (!lua_checkstack(from, 1) || !lua_checkstack(g->main, 2)) return NULL;
  lua_pushvalue(from, -1);
  if (from == g->main) lua_pushcfunction(from, error_text), lua_insert(from, -2);
  if (from != g->main) lua_pushcfunction(g->main, error_text);
  lua_xmove(from, g->main, 1);
  int status = protect(g, g->main, true);
  g->failed = from;
  return status == GUARD_DONE ? lua_tolstring(g->main, -1, length) : NULL;
}
