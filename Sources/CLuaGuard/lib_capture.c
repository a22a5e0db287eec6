// What a match hands out: its captures.
#include "lib.h"

ptrdiff_t lib_capture(lib_matcher *m, int index, const char *s, const char *e, const char **start) {
  if (index >= m->captures) {
    if (index != 0) luaL_error(m->L, "invalid capture index %%%d", index + 1);
    *start = s;
    return e - s;
  }
  *start = m->capture[index].start;
  ptrdiff_t length = m->capture[index].length;
  if (length == LIB_CAPTURE_OPEN) luaL_error(m->L, "unfinished capture");
  if (length == LIB_CAPTURE_POSITION) lua_pushinteger(m->L, *start - m->subject + 1);
  return length;
}

void lib_push_capture(lib_matcher *m, int index, const char *s, const char *e) {
  const char *start;
  ptrdiff_t length = lib_capture(m, index, s, e, &start);
  if (length == LIB_CAPTURE_POSITION) return;
  m->fuel -= length / 64;
  lua_pushlstring(m->L, start, (size_t)length);
}

int lib_push_captures(lib_matcher *m, const char *s, const char *e) {
  int count = m->captures == 0 && s != NULL ? 1 : m->captures;
  luaL_checkstack(m->L, count, "too many captures");
  for (int i = 0; i < count; i++) lib_push_capture(m, i, s, e);
  return count;
}
