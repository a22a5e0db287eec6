// The buffer in which the standard functions build their strings.
#include "lib.h"

void lib_buffer_open(lib_buffer *b, lua_State *L) {
  b->L = L;
  b->bytes = b->first;
  b->length = 0;
  b->capacity = sizeof b->first;
  lua_pushnil(L);
  b->slot = lua_gettop(L);
}

static void copy(lua_State *L, char *to, const char *from, size_t count) {
  for (; count > LIB_COPY; to += LIB_COPY, from += LIB_COPY, count -= LIB_COPY) {
    memcpy(to, from, LIB_COPY);
    lib_poll(L);
  }
  memcpy(to, from, count);
}

void lib_buffer_grow(lib_buffer *b, size_t more) {
  lua_State *L = b->L;
  if (more > (SIZE_MAX >> 1) - b->length) luaL_error(L, "buffer too large");
  size_t capacity = b->capacity * 2;
  if (capacity < b->length + more) capacity = b->length + more;
  char *bytes = lua_newuserdatauv(L, capacity, 0);
  copy(L, bytes, b->bytes, b->length);
  lua_replace(L, b->slot);
  b->bytes = bytes;
  b->capacity = capacity;
}

void lib_buffer_add_large(lib_buffer *b, const char *bytes, size_t count) {
  copy(b->L, lib_buffer_room(b, count), bytes, count);
  b->length += count;
}

void lib_buffer_add_value(lib_buffer *b) {
  size_t length;
  const char *bytes = lua_tolstring(b->L, -1, &length);
  lib_buffer_add(b, bytes, length);
  lua_pop(b->L, 1);
}

void lib_buffer_push(lib_buffer *b) { lua_pushlstring(b->L, b->bytes, b->length); }
