// Calls of the host: arguments out, values or an error in, and the wait between them.
#include "json_internal.h"
#include "state.h"

const guard_host *guard_host_of(lua_State *L) { return guard_of(L)->host; }
void *guard_context_of(lua_State *L) { return guard_of(L)->context; }

static void push_item(lua_State *L, const guard_item *item) {
  switch (item->kind) {
    case GUARD_BOOLEAN: lua_pushboolean(L, item->integer != 0); break;
    case GUARD_INTEGER: lua_pushinteger(L, item->integer); break;
    case GUARD_NUMBER: lua_pushnumber(L, item->number); break;
    case GUARD_STRING: lua_pushlstring(L, item->bytes, item->length); break;
    case GUARD_NULL: guard_json_push_null(L); break;
    case GUARD_JSON: guard_push_json(L, item); break;
    case GUARD_FUNCTION: call_push_function(L, (uint32_t)item->integer); break;
    case GUARD_NAMESPACE: namespace_push(L, (uint32_t)item->integer, item->bytes, item->length); break;
    case GUARD_PRELUDE: prelude_push(L, item->bytes, item->length, item->name, item->name_length); break;
    case GUARD_CHUNK:
      lua_pushlstring(L, item->name, item->name_length);
      if (load_text(L, item->bytes, item->length, lua_tostring(L, -1)) != LUA_OK) lua_error(L);
      lua_remove(L, -2);
      break;
    default: lua_pushnil(L);
  }
}

int guard_push_items(lua_State *L, const guard_reply *reply) {
  const guard_item *items = reply->items;
  size_t count = reply->count;
  guard_checkstack(L, (lua_Integer)count + 8, "too many results");
  for (size_t i = 0; i < count; i++) push_item(L, &items[i]);
  return (int)count;
}

static int go_on(lua_State *L, int status, lua_KContext wait);

// Ends in values, in an error, or in a yield that `go_on` continues.
static int deliver(lua_State *L, guard_reply reply) {
  guard *g = guard_of(L);
  for (;;) {
    if (guard_should_stop(L)) guard_raise_stop(L);
    if (reply.kind == GUARD_RESULTS) return guard_push_items(L, &reply);
    if (reply.kind == GUARD_FAILURE) guard_raise_failure(L, &reply);
    if (g->can_wait && lua_isyieldable(L)) {
      g->wait = reply.wait;
      g->yielding = YIELD_HOST;
      return lua_yieldk(L, 0, (lua_KContext)reply.wait, go_on);
    }
    uint64_t wait = reply.wait;
    g->host->block(g->context, wait);
    if (guard_should_stop(L)) guard_raise_stop(L);
    reply = g->host->finish(g->context, L, wait);
  }
}

static int go_on(lua_State *L, int status, lua_KContext wait) {
  (void)status;
  guard *g = guard_of(L);
  if (guard_should_stop(L)) guard_raise_stop(L);
  return deliver(L, g->host->finish(g->context, L, (uint64_t)wait));
}

// The C function behind every function of the host's; its number is the upvalue.
int call_host(lua_State *L) {
  guard *g = guard_of(L);
  if (guard_should_stop(L)) guard_raise_stop(L);
  uint32_t function = (uint32_t)lua_tointeger(L, lua_upvalueindex(1));
  luaL_checkstack(L, LUA_MINSTACK, NULL);  // for the host's looks into tables
  return deliver(L, g->host->call(g->context, L, function, 1, lua_gettop(L)));
}

void call_push_function(lua_State *L, uint32_t function) {
  lua_pushinteger(L, function);
  lua_pushcclosure(L, call_host, 1);
}
