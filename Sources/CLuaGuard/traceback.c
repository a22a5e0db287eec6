// Where a script is: its own line, and its stack as text. Frames of the prelude are not the script's.
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
