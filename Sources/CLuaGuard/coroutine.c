// The coroutine library. A wait for the host passes through every coroutine up to the host, unseen by the script: the
// flag `yielding` tells it from the script's own yields. Whoever resumes again hands nothing on but the turn.
#include "state.h"

// Closes inside of closes; liblua does not count them.
#define CLOSE_DEPTH 100

void mark_set(lua_State *L, uintptr_t mark) { *(uintptr_t *)lua_getextraspace(L) |= mark; }
void mark_clear(lua_State *L, uintptr_t mark) { *(uintptr_t *)lua_getextraspace(L) &= ~mark; }

int coroutine_run(lua_State *L, lua_State *co, int arguments, int *results) {
  guard *g = guard_of(L);
  atomic_store_explicit(&g->current, co, memory_order_release);
  int status = lua_resume(co, L, arguments, results);
  atomic_store_explicit(&g->current, L, memory_order_release);
  return status;
}

// Runs what is left to close in `co`. After a stop there is nothing that may run.
int coroutine_reset(lua_State *L, lua_State *co) {
  guard *g = guard_of(L);
  if (guard_should_stop(L)) guard_raise_stop(L);
  stack_check(L);
  if (g->closes >= CLOSE_DEPTH) luaL_error(L, "C stack overflow");
  bool can_wait = g->can_wait, can_preempt = g->can_preempt;
  g->can_wait = g->can_preempt = false;
  g->closes++;
  atomic_store_explicit(&g->current, co, memory_order_release);
  int status = lua_resetthread(co);
  atomic_store_explicit(&g->current, L, memory_order_release);
  g->closes--;
  g->can_wait = can_wait;
  g->can_preempt = can_preempt;
  if (guard_should_stop(L)) guard_raise_stop(L);
  return status;
}

enum { RUNNING, DEAD, SUSPENDED, NORMAL };
static const char *const status_names[] = {"running", "dead", "suspended", "normal"};

static lua_State *check_coroutine(lua_State *L) {
  lua_State *co = lua_tothread(L, 1);
  luaL_argexpected(L, co, 1, "coroutine");
  return co;
}

static int status_of(lua_State *L, lua_State *co) {
  if (L == co) return RUNNING;
  if (mark_of(co) & MARK_HELD) return NORMAL;
  switch (lua_status(co)) {
    case LUA_YIELD: return SUSPENDED;
    case LUA_OK: {
      lua_Debug record;
      if (lua_getstack(co, 0, &record)) return NORMAL;
      return lua_gettop(co) == 0 ? DEAD : SUSPENDED;
    }
    default: return DEAD;
  }
}

// What a step of `co` led to.
enum { STEP_FAILED = -1, STEP_WAITS = -2 };

// Leaves the values on `L` and returns their number; or STEP_FAILED with the message there; or STEP_WAITS.
static int step(lua_State *L, lua_State *co, int arguments) {
  guard *g = guard_of(L);
  bool can_wait = g->can_wait, can_preempt = g->can_preempt;
  bool is_yieldable = lua_isyieldable(L);
  g->can_wait = can_wait && is_yieldable;
  g->can_preempt = can_preempt && is_yieldable;
  int results = 0;
  int status = coroutine_run(L, co, arguments, &results);
  g->can_wait = can_wait;
  g->can_preempt = can_preempt;
  if (status == LUA_YIELD && g->yielding != YIELD_SCRIPT) {
    mark_set(co, MARK_HELD);
    return STEP_WAITS;
  }
  if (GUARD_LIKELY(status == LUA_OK || status == LUA_YIELD)) {
    // A C function has LUA_MINSTACK slots to itself; `resume` and `wrap` take a few before they come here.
    if (GUARD_UNLIKELY(results > LUA_MINSTACK / 2 && !lua_checkstack(L, results + 1))) {
      lua_pop(co, results);
      lua_pushliteral(L, "too many results to resume");
      return STEP_FAILED;
    }
    lua_xmove(co, L, results);
    return results;
  }
  lua_xmove(co, L, 1);
  interrupt_caught(L, status);
  return STEP_FAILED;
}

// Moves the arguments for a step to `co`. False, and a message on `L`, where it cannot be resumed.
static inline bool hand_over(lua_State *L, lua_State *co, int arguments) {
  stack_check(L);
  if (GUARD_UNLIKELY(mark_of(co) != 0)) {
    lua_pop(L, arguments);
    lua_pushliteral(L, "cannot resume non-suspended coroutine");
    return false;
  }
  if (arguments == 0) return true;
  if (GUARD_UNLIKELY(!lua_checkstack(co, arguments))) {
    lua_pushliteral(L, "too many arguments to resume");
    return false;
  }
  lua_xmove(L, co, arguments);
  return true;
}

static int go_on(lua_State *L, lua_State *co) {
  mark_clear(co, MARK_HELD);
  guard_of(L)->yielding = YIELD_SCRIPT;
  return step(L, co, 0);
}

// ---- resume

static int resume_again(lua_State *L, int status, lua_KContext context);

// `true` is on the stack already, under the results or the message.
static int resumed(lua_State *L, int results) {
  if (GUARD_LIKELY(results >= 0)) return results + 1;
  if (results == STEP_WAITS) return lua_yieldk(L, 0, 0, resume_again);
  lua_pushboolean(L, 0);
  lua_replace(L, -3);
  return 2;
}

static int resume_again(lua_State *L, int status, lua_KContext context) {
  (void)status, (void)context;
  return resumed(L, go_on(L, lua_tothread(L, 1)));
}

static int resume(lua_State *L) {
  lua_State *co = check_coroutine(L);
  int arguments = lua_gettop(L) - 1;
  if (!hand_over(L, co, arguments)) {
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
  }
  lua_pushboolean(L, 1);
  return resumed(L, step(L, co, arguments));
}

// ---- wrap

static int wrap_again(lua_State *L, int status, lua_KContext context);

static int wrapped(lua_State *L, lua_State *co, int results) {
  if (GUARD_LIKELY(results >= 0)) return results;
  if (results == STEP_WAITS) return lua_yieldk(L, 0, 0, wrap_again);
  int status = lua_status(co);
  if (status != LUA_OK && status != LUA_YIELD && !(mark_of(co) & MARK_HELD)) {
    // The error stays on the coroutine, to be the one that its `__close` handlers see.
    lua_pushvalue(L, -1);
    lua_xmove(L, co, 1);
    status = coroutine_reset(L, co);
    lua_xmove(co, L, 1);
    interrupt_caught(L, status);
  }
  if (lua_type(L, -1) == LUA_TSTRING) {
    luaL_where(L, 1);
    lua_insert(L, -2);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

static int wrap_again(lua_State *L, int status, lua_KContext context) {
  (void)status, (void)context;
  lua_State *co = lua_tothread(L, lua_upvalueindex(1));
  return wrapped(L, co, go_on(L, co));
}

static int call_wrapped(lua_State *L) {
  lua_State *co = lua_tothread(L, lua_upvalueindex(1));
  int arguments = lua_gettop(L);
  return wrapped(L, co, hand_over(L, co, arguments) ? step(L, co, arguments) : STEP_FAILED);
}

// ---- the rest

static int create(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_State *co = lua_newthread(L);
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  return 1;
}

static int wrap(lua_State *L) {
  create(L);
  lua_pushcclosure(L, call_wrapped, 1);
  return 1;
}

// The script's main part runs in a coroutine too, which it shall not notice. Nor can the main thread yield: later
// liblua's lua_resetthread forgets it.
static bool is_top(lua_State *L) {
  const guard *g = guard_of(L);
  return L == g->root || L == g->main || (mark_of(L) & MARK_BRANCH);
}

static int yield(lua_State *L) {
  if (is_top(L)) return luaL_error(L, "attempt to yield from outside a coroutine");
  guard_of(L)->yielding = YIELD_SCRIPT;
  return lua_yield(L, lua_gettop(L));
}

static int status(lua_State *L) {
  lua_pushstring(L, status_names[status_of(L, check_coroutine(L))]);
  return 1;
}

static int is_yieldable(lua_State *L) {
  lua_State *co = lua_isnone(L, 1) ? L : check_coroutine(L);
  lua_pushboolean(L, lua_isyieldable(co) && !is_top(co));
  return 1;
}

static int running(lua_State *L) {
  lua_pushthread(L);
  lua_pushboolean(L, L == guard_of(L)->root);
  return 2;
}

static int close(lua_State *L) {
  lua_State *co = check_coroutine(L);
  int status = status_of(L, co);
  if ((status != DEAD && status != SUSPENDED) || mark_of(co) != 0)
    return luaL_error(L, "cannot close a %s coroutine", status_names[status == SUSPENDED ? NORMAL : status]);
  status = coroutine_reset(L, co);
  if (status == LUA_OK) {
    lua_pushboolean(L, 1);
    return 1;
  }
  lua_xmove(co, L, 1);
  interrupt_caught(L, status);
  lua_pushboolean(L, 0);
  lua_insert(L, -2);
  return 2;
}

const luaL_Reg coroutine_functions[] = {
    {"close", close}, {"create", create}, {"isyieldable", is_yieldable}, {"resume", resume},
    {"running", running}, {"status", status}, {"wrap", wrap}, {"yield", yield}, {NULL, NULL},
};
