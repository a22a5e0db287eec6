// The first shape of the boundary, so that its neighbours can build on it: no state can be made yet.
#include "guard_state.h"

static const char not_yet[] = "no state can be made yet";
guard *guard_new(const guard_host *host, const guard_limits *limits, const char **problem) {
  (void)host, (void)limits;
  *problem = not_yet;
  return NULL;
}
void guard_set_context(guard *g, void *context) { (void)g, (void)context; }
void guard_free(guard *g) { (void)g; }
int64_t guard_free_checked(guard *g) { return (void)g, 0; }
int guard_define(guard *g, const char *name, const guard_item *item) { return (void)g, (void)name, (void)item, GUARD_FAILED; }
int guard_load(guard *g, const char *bytes, size_t length, const char *name) {
  return (void)g, (void)bytes, (void)length, (void)name, GUARD_FAILED;
}
int guard_resume(guard *g, int64_t slice) { return (void)g, (void)slice, GUARD_FAILED; }
uint64_t guard_wait(const guard *g) { return (void)g, 0; }
lua_State *guard_thread(guard *g) { return (void)g, NULL; }
int guard_result_count(const guard *g) { return (void)g, 0; }
void guard_preempt(guard *g) { (void)g; }
void guard_stop(guard *g, int reason) { (void)g, (void)reason; }
int guard_stop_reason(const guard *g) { return (void)g, 0; }
int64_t guard_deadline(const guard *g) { return (void)g, 0; }
guard_usage guard_usage_of(const guard *g) { return (void)g, (guard_usage){0}; }
int64_t guard_now(void) { return 0; }
guard_position guard_where(lua_State *L) { return (void)L, (guard_position){0}; }
const char *guard_error_text(guard *g, size_t *length) { return (void)g, (void)length, NULL; }
void guard_prepare_process(void) {}

static char stopped;
_Noreturn void guard_raise_stop(lua_State *L) {
  lua_pushlightuserdata(L, &stopped);
  lua_error(L);
  __builtin_unreachable();
}
const char *guard_tolstring(lua_State *L, int index, size_t *length) { return luaL_tolstring(L, index, length); }
void guard_push_ordinal(lua_State *L, int index) { (void)index, lua_pushinteger(L, 1); }
void guard_checkstack(lua_State *L, lua_Integer count, const char *message) {
  if (count > 30000) luaL_error(L, "stack overflow (%s)", message);
  luaL_checkstack(L, (int)count, message);
}
bool guard_is_locked(lua_State *L, int index) { return (void)L, (void)index, false; }
