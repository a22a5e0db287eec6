// Takes `__mode` and `__gc` out of the language of one state.
//
// Ephemeron tables cost seconds in one step of the collector, liblua 5.4.4 is not memory-safe where an allocation fails
// under a weak metatable, and `__mode` can be set after `setmetatable` has looked. liblua finds a metamethod by the
// address of the interned string of its name; those addresses lie in the state's main block, which is ours. They are
// replaced by the address of a long string: long strings are not interned, so no key of any table is ever equal.
#include "state.h"

// As liblua has them, in the order of its enumeration.
static const char *const names[] = {"__index", "__newindex", "__gc", "__mode", "__len", "__eq"};
enum { NAME_COUNT = 6, GC = 2, MODE = 3 };

// More than LUAI_MAXSHORTLEN (40) characters.
static const char no_event[] = "no finalizers and no weak tables are here";

// False where the six addresses are not found exactly once: then this liblua is not known, and not safe.
// Needs a protected call around it.
bool events_disarm(guard *g) {
  lua_State *L = g->main;
  const char *text[NAME_COUNT];
  luaL_checkstack(L, NAME_COUNT + 2, NULL);
  for (int i = 0; i < NAME_COUNT; i++) text[i] = lua_pushstring(L, names[i]);
  lua_pop(L, NAME_COUNT);
  const char *const *found = NULL;
  ptrdiff_t header = 0;
  const char *const *words = (const char *const *)(const void *)g->memory.main_block;
  size_t count = g->memory.main_size / sizeof *words;
  for (size_t at = 0; at + NAME_COUNT <= count; at++) {
    ptrdiff_t distance = text[0] - words[at];
    if (distance <= 0 || distance > 64) continue;  // of the characters from the start of a string object
    size_t i = 1;
    while (i < NAME_COUNT && text[i] - words[at + i] == distance) i++;
    if (i < NAME_COUNT) continue;
    if (found != NULL) return false;
    found = words + at;
    header = distance;
  }
  if (found == NULL) return false;
  const char **slots = (const char **)(uintptr_t)found;
  slots[GC] = slots[MODE] = lua_pushlstring(L, no_event, sizeof no_event - 1) - header;
  lua_rawseti(L, LUA_REGISTRYINDEX, KEEP_EVENT);
  return true;
}
