// What the prelude's scheduler of concurrent branches is made of, in its `host` table alone. A branch is a coroutine
// whose waits for the host go to the scheduler, as numbers, instead of to the host; the scheduler waits for any of its
// numbers by a call of the host like any other, so that branches may have branches.
//
//   branch(f)          a branch that will call f
//   resume(b, …)       runs it:  "wait", number | "done", results… | "error", value
//   close(b)           ends it, running what it has to close; its error, or one of theirs that took its place
#include "state.h"

static int create(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_State *co = lua_newthread(L);
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  mark_set(co, MARK_BRANCH);
  return 1;
}

static lua_State *check_branch(lua_State *L) {
  lua_State *co = lua_tothread(L, 1);
  luaL_argexpected(L, co != NULL && (mark_of(co) & MARK_BRANCH), 1, "branch");
  return co;
}

static int resume_again(lua_State *L, int status, lua_KContext context);

static int step(lua_State *L, lua_State *co, int arguments) {
  guard *g = guard_of(L);
  bool can_wait = g->can_wait, can_preempt = g->can_preempt;
  g->can_wait = true;
  g->can_preempt = can_preempt && lua_isyieldable(L);
  int results = 0;
  int status = coroutine_run(L, co, arguments, &results);
  g->can_wait = can_wait;
  g->can_preempt = can_preempt;
  if (status == LUA_YIELD) {
    mark_set(co, MARK_HELD);
    if (g->yielding == YIELD_PREEMPT) return lua_yieldk(L, 0, 0, resume_again);
    lua_pushliteral(L, "wait");
    lua_pushinteger(L, (lua_Integer)g->wait);
    return 2;
  }
  if (status != LUA_OK) {
    // The branch keeps its error: what it has to close is given it.
    lua_xmove(co, L, 1);
    lua_pushvalue(L, -1);
    lua_xmove(L, co, 1);
    interrupt_caught(L, status);
    lua_pushliteral(L, "error");
    lua_insert(L, -2);
    return 2;
  }
  lua_pushliteral(L, "done");
  luaL_checkstack(L, results, "too many results");
  lua_xmove(co, L, results);
  return results + 1;
}

static int resume_again(lua_State *L, int status, lua_KContext context) {
  (void)status, (void)context;
  lua_State *co = lua_tothread(L, 1);
  mark_clear(co, MARK_HELD);
  return step(L, co, 0);
}

static int resume(lua_State *L) {
  lua_State *co = check_branch(L);
  stack_check(L);
  int arguments = lua_gettop(L) - 1;
  if (mark_of(co) & MARK_HELD) {
    mark_clear(co, MARK_HELD);
    arguments = 0;
  } else {
    luaL_argcheck(L, lua_status(co) == LUA_OK && lua_gettop(co) > 0, 1, "the branch has ended");
    if (!lua_checkstack(co, arguments)) return luaL_error(L, "too many arguments to resume");
    lua_xmove(L, co, arguments);
  }
  return step(L, co, arguments);
}

static int close(lua_State *L) {
  lua_State *co = check_branch(L);
  mark_clear(co, MARK_HELD);
  lua_Debug record;
  if (L == co || (lua_status(co) == LUA_OK && lua_getstack(co, 0, &record)))
    return luaL_error(L, "cannot close a running branch");
  int status = coroutine_reset(L, co);
  if (status == LUA_OK) return 0;
  lua_xmove(co, L, 1);
  interrupt_caught(L, status);
  return 1;
}

const luaL_Reg branch_functions[] = {{"branch", create}, {"resume", resume}, {"close", close}, {NULL, NULL}};
