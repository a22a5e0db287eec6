// From a tape to Lua values.
//
// The tape was checked before, so nothing can go wrong here but memory, and then the state's own error unwinds C alone.
// What costs is Lua's own table building; two things make it cheaper. Tables are made in their final size. And the keys
// of an object are likely to be those of the object before: a cache keeps them as Lua strings in stack slots and first
// tries the key that followed last time.
#include "json_internal.h"

#include <string.h>

#define MAX_KEYS 256
#define HASH_SLOTS 512

typedef struct cached_key {
  const uint8_t *bytes;
  uint32_t length;
  uint16_t next;    // the entry that followed last time
  uint16_t chain;   // the next entry of the same hash slot
  uint32_t set_in;  // the last container in which a value was set under this key
} cached_key;

typedef struct builder {
  lua_State *L;
  const cjson_tape *tape;
  const uint32_t *notes;
  size_t note;  // place of the next container's
  int arrays;    // stack slot of the array metatable
  int nodes;     // stack slot of the metatables by note
  int keys;      // stack slot of entry 0
  uint16_t max_keys;
  uint16_t count;  // entries in use; entry 0 is nobody
  uint16_t last;   // the entry used last
  uint16_t slots[HASH_SLOTS];
  cached_key entries[MAX_KEYS + 1];
} builder;

static const uint8_t *bytes_of(const builder *b, uint64_t word) {
  return ((word >> 60) == CJSON_STRING ? b->tape->source : b->tape->text) + (uint32_t)word;
}

static uint32_t length_of(uint64_t word) { return (uint32_t)(word >> 32) & 0x0FFFFFFF; }

static uint32_t hash(const uint8_t *bytes, uint32_t length) {
  uint32_t h = length * 0x9E3779B1u;
  if (length >= 4) {
    uint32_t first, last;
    memcpy(&first, bytes, 4);
    memcpy(&last, bytes + length - 4, 4);
    h ^= (first * 0x85EBCA6Bu) ^ (last * 0xC2B2AE35u) ^ bytes[length / 2];
  } else if (length > 0) {
    h ^= bytes[0] * 0x85EBCA6Bu ^ bytes[length - 1] * 0xC2B2AE35u;
  }
  return (h ^ h >> 15) % HASH_SLOTS;
}

// The cache entry of a key, made if there is room; 0 where there is none.
static uint16_t find_key(builder *b, uint64_t word) {
  const uint8_t *bytes = bytes_of(b, word);
  uint32_t length = length_of(word);
  uint16_t guess = b->entries[b->last].next;
  if (guess != 0) {
    const cached_key *entry = &b->entries[guess];
    if (entry->length == length && memcmp(entry->bytes, bytes, length) == 0) {
      b->last = guess;
      return guess;
    }
  }
  uint16_t *slot = &b->slots[hash(bytes, length)];
  uint16_t found = *slot;
  while (found != 0) {
    const cached_key *entry = &b->entries[found];
    if (entry->length == length && memcmp(entry->bytes, bytes, length) == 0) break;
    found = entry->chain;
  }
  if (found == 0) {
    if (b->count >= b->max_keys) return 0;
    found = (uint16_t)(b->count + 1);
    lua_pushlstring(b->L, (const char *)bytes, length);
    lua_replace(b->L, b->keys + found);
    b->count = found;
    b->entries[found] = (cached_key){.bytes = bytes, .length = length, .chain = *slot};
    *slot = found;
  }
  b->entries[b->last].next = found;
  b->last = found;
  return found;
}

static void push_key(builder *b, uint64_t word, uint16_t entry) {
  if (entry != 0) {
    lua_pushvalue(b->L, b->keys + entry);
  } else {
    lua_pushlstring(b->L, (const char *)bytes_of(b, word), length_of(word));
  }
}

static uint32_t next_note(builder *b) {
  return b->notes != NULL ? b->notes[b->note++] : 0;
}

// Gives the table on top the metatable of its place.
static void mark_table(builder *b, uint32_t note, bool is_array) {
  if (note == 0) {
    if (!is_array) return;
    lua_pushvalue(b->L, b->arrays);
  } else {
    guard_json_push_node(b->L, b->nodes, note, is_array);
  }
  lua_setmetatable(b->L, -2);
}

static const uint64_t *build(builder *b, const uint64_t *word);

static const uint64_t *build_array(builder *b, const uint64_t *word) {
  const uint64_t *end = b->tape->words + (uint32_t)*word;
  uint32_t note = next_note(b);
  lua_createtable(b->L, (int)length_of(*word), 0);
  mark_table(b, note, true);
  lua_Integer index = 1;
  for (word++; word < end; index++) {
    word = build(b, word);
    lua_rawseti(b->L, -2, index);
  }
  return end;
}

static const uint64_t *build_object(builder *b, const uint64_t *word) {
  const uint64_t *end = b->tape->words + (uint32_t)*word;
  uint32_t container = (uint32_t)(word - b->tape->words) + 1;
  uint32_t note = next_note(b);
  lua_createtable(b->L, 0, (int)length_of(*word));
  mark_table(b, note, false);
  for (word++; word < end;) {
    uint64_t key = *word++;
    uint16_t entry = find_key(b, key);
    if (*word >> 60 == CJSON_NULL) {
      word++;
      // Absent already, unless the same key came before: of equal keys the last one counts.
      if (entry != 0 && b->entries[entry].set_in < container) continue;
      push_key(b, key, entry);
      lua_pushnil(b->L);
    } else {
      push_key(b, key, entry);
      b->entries[entry].set_in = container;
      word = build(b, word);
    }
    lua_rawset(b->L, -3);
  }
  return end;
}

static const uint64_t *build(builder *b, const uint64_t *word) {
  lua_State *L = b->L;
  switch (*word >> 60) {
    case CJSON_FALSE: lua_pushboolean(L, 0); break;
    case CJSON_TRUE: lua_pushboolean(L, 1); break;
    case CJSON_SMALL: lua_pushinteger(L, (lua_Integer)((int64_t)(*word << 4) >> 4)); break;
    case CJSON_INTEGER: lua_pushinteger(L, (lua_Integer)*++word); break;
    case CJSON_NUMBER: {
      double number;
      memcpy(&number, ++word, sizeof number);
      lua_pushnumber(L, number);
      break;
    }
    case CJSON_STRING:
    case CJSON_TEXT: lua_pushlstring(L, (const char *)bytes_of(b, *word), length_of(*word)); break;
    case CJSON_ARRAY:
    case CJSON_OBJECT:
      luaL_checkstack(L, 12, "JSON is too deep");
      if (guard_should_stop(L)) guard_raise_stop(L);
      return (*word >> 60) == CJSON_ARRAY ? build_array(b, word) : build_object(b, word);
    default: guard_json_push_null(L); break;
  }
  return word + 1;
}

void guard_push_json(lua_State *L, const guard_item *item) {
  builder b;
  if (item->tape.count == 0) luaL_error(L, "there is no JSON to decode");
  size_t pairs = item->tape.count / 2;
  b.L = L;
  b.tape = &item->tape;
  b.notes = item->notes;
  b.note = 0;
  b.max_keys = (uint16_t)(pairs < MAX_KEYS ? pairs : MAX_KEYS);
  b.count = 0;
  b.last = 0;
  memset(b.slots, 0, sizeof b.slots);
  memset(&b.entries[0], 0, sizeof b.entries[0]);
  luaL_checkstack(L, b.max_keys + 12, "JSON is too deep");
  int base = lua_gettop(L);
  b.arrays = base + 1;
  b.nodes = base + 2;
  b.keys = base + 2;
  guard_json_push_metatables(L, b.notes != NULL);
  lua_settop(L, b.keys + b.max_keys);
  build(&b, b.tape->words);
  lua_replace(L, base + 1);
  lua_settop(L, base + 1);
}
