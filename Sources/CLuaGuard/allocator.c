// Memory of a state: size classes cut from slabs, larger blocks from malloc, everything counted against the limit and
// given back at once when the state ends. Also the place where a Lua stack that grows too far is refused, and where
// coroutines are counted, since nothing else sees them die.
#include <stdlib.h>
#ifdef __linux__
#include <sys/random.h>
#endif

#include "state.h"

#define FIRST_CHUNK ((size_t)16 << 10)
#define LAST_CHUNK ((size_t)256 << 10)
// Room beyond the limit, opened once the run is to end for lack of memory, in which its end can be reported.
#define EMERGENCY_ROOM ((size_t)64 << 10)
// Slots of the largest Lua stack. A chain of `__call` metamethods shifts all of them once a link: at 40,000 slots that
// ends within 0.1 s, and a function can still call itself 28,000 levels deep.
#define STACK_SLOTS ((size_t)41000)
#define SLOT_BYTES ((size_t)16)
#define STACK_EXTRA ((size_t)5)

void guard_random(void *bytes, size_t count) {
#ifdef __linux__
  if (getrandom(bytes, count, 0) == (ssize_t)count) return;
  memset(bytes, 0, count);
  uint64_t time = (uint64_t)guard_now() * 0x9E3779B97F4A7C15u;
  memcpy(bytes, &time, count < sizeof time ? count : sizeof time);
#else
  arc4random_buf(bytes, count);
#endif
}

// ---- From malloc

static char *chunk_take(memory *m, size_t size) {
  chunk_header *chunk = malloc(size);
  if (chunk == NULL) return NULL;
  chunk->next = m->chunks;
  chunk->size = size;
  m->chunks = chunk;
  m->held += size;
  return (char *)chunk;
}

// Leaves what remains of the old chunk to the free lists.
static bool chunk_begin(memory *m) {
  size_t rest = (size_t)(m->bump_end - m->bump);
  if (rest >= CLASS_BYTES) {
    size_t class = rest / CLASS_BYTES > CLASS_COUNT ? CLASS_COUNT : rest / CLASS_BYTES;
    *(void **)(void *)m->bump = m->free[class];
    m->free[class] = m->bump;
  }
  size_t size = m->held < LAST_CHUNK ? FIRST_CHUNK : LAST_CHUNK;
  char *chunk = chunk_take(m, size);
  if (chunk == NULL) return false;
  m->bump = chunk + sizeof(chunk_header);
  m->bump_end = chunk + size;
  return true;
}

static void large_link(memory *m, block_header *block) {
  block->next = m->large.next;
  block->previous = &m->large;
  block->next->previous = block;
  m->large.next = block;
}

static void *large_take(memory *m, size_t size, size_t tag) {
  block_header *block = malloc(sizeof *block + size);
  if (block == NULL) return NULL;
  block->size = size;
  block->tag = tag;
  large_link(m, block);
  m->held += size;
  return block + 1;
}

static void *large_resize(memory *m, void *pointer, size_t size) {
  block_header *old = (block_header *)pointer - 1;
  block_header *previous = old->previous, *next = old->next;
  size_t old_size = old->size;
  block_header *block = realloc(old, sizeof *block + size);
  if (block == NULL) return NULL;
  previous->next = block;
  next->previous = block;
  block->size = size;
  m->held += size - old_size;
  return block + 1;
}

static void large_free(memory *m, void *pointer) {
  block_header *block = (block_header *)pointer - 1;
  block->previous->next = block->next;
  block->next->previous = block->previous;
  m->held -= block->size;
  free(block);
}

// ---- Refusing

// liblua 5.4.4 makes a larger stack as a fresh block of twice the slots (and 5 more), so a request that is that for a
// live block is a stack's. Tables and buffers double in bytes, without the 5. (Later versions resize in place.)
static bool is_stack_over_cap(memory *m, void *block, size_t old_size, size_t new_size) {
  if (new_size <= (STACK_SLOTS + STACK_EXTRA) * SLOT_BYTES || new_size % SLOT_BYTES != 0) return false;
  size_t slots = new_size / SLOT_BYTES - STACK_EXTRA;
  if (slots % 2 != 0) return false;
  size_t half = (slots / 2 + STACK_EXTRA) * SLOT_BYTES;
  if (block != NULL) return old_size == half;
  if (old_size != 0) return false;
  for (block_header *b = m->large.next; b != &m->large; b = b->next)
    if (b->size == half && b->tag == 0) return true;
  return false;
}

static bool must_fail(memory *m) {
  if (m->fail_count == 0 || m->allocations < m->fail_first) return false;
  return m->allocations < m->fail_first + m->fail_count;
}

// A first refusal makes Lua collect its garbage and ask again; a second one is final, and ends the run before any
// handler of the script's can look at it.
static void *refuse(guard *g, size_t size, int reason) {
  memory *m = &g->memory;
  if (m->refused == size && reason != GUARD_STOP_NONE) {
    m->exhausted = true;
    m->reserve = EMERGENCY_ROOM;
    int none = GUARD_STOP_NONE;
    atomic_compare_exchange_strong(&g->stop, &none, reason);
    lua_State *L = atomic_load_explicit(&g->current, memory_order_relaxed);
    if (L != NULL) interrupt_arm(L);
  }
  m->refused = size;
  m->limit = 0;
  return NULL;
}

// The slow way: whatever may be refused. True where the block may be made.
static bool may_grow(guard *g, void *block, size_t old_size, size_t new_size, size_t more) {
  memory *m = &g->memory;
  m->allocations++;
  if (must_fail(m)) return refuse(g, new_size, GUARD_STOP_MEMORY) != NULL;
  if (is_stack_over_cap(m, block, old_size, new_size)) {
    m->stack_refused = true;
    lua_State *L = atomic_load_explicit(&g->current, memory_order_relaxed);
    if (L != NULL) g->overflow = guard_where(L);
    return refuse(g, new_size, GUARD_STOP_NONE) != NULL;
  }
  size_t limit = m->real_limit + m->reserve;
  // Slabs that were emptied stay slabs of their size; twice the limit bounds what is held for them.
  if (more > limit || m->used > limit - more || m->held > 2 * limit + LAST_CHUNK)
    return refuse(g, new_size, GUARD_STOP_MEMORY) != NULL;
  if (block == NULL && old_size == LUA_TTHREAD && m->threads >= m->threads_limit && m->thread_size != 0)
    return refuse(g, new_size, GUARD_STOP_COROUTINES) != NULL;
  m->refused = 0;
  m->limit = m->fail_count != 0 ? 0 : limit;
  return true;
}

// ---- Blocks

static inline size_t class_of(size_t size) { return (size + CLASS_BYTES - 1) / CLASS_BYTES; }

static inline void *slab_take(memory *m, size_t class) {
  void *block = m->free[class];
  if (GUARD_LIKELY(block != NULL)) {
    m->free[class] = *(void **)block;
    return block;
  }
  size_t size = class * CLASS_BYTES;
  if (GUARD_UNLIKELY((size_t)(m->bump_end - m->bump) < size) && !chunk_begin(m)) return NULL;
  block = m->bump;
  m->bump += size;
  return block;
}

static inline bool is_slab(size_t size) { return size <= CLASS_COUNT * CLASS_BYTES; }

// The main block holds the whole state and is at a random place: its address is what the seed of string hashes is
// made from, apart from the time and an address in the C stack.
static void *main_block_take(guard *g, size_t size) {
  memory *m = &g->memory;
  if (!chunk_begin(m) || size + (size_t)8192 > FIRST_CHUNK) return NULL;
  m->bump += (g->random[0] & 255) * CLASS_BYTES;
  m->main_block = m->bump;
  m->main_size = size;
  m->bump += class_of(size) * CLASS_BYTES;
  m->used += size;
  return m->main_block;
}

// A coroutine is told from other blocks of its size by a secret behind its end.
static inline uint64_t *cookie_of(memory *m, void *block) {
  return (uint64_t *)(void *)((char *)block + m->thread_size);
}

static void *thread_take(memory *m, size_t size) {
  m->thread_size = size;
  void *block = slab_take(m, class_of(size + sizeof(uint64_t)));
  if (block == NULL) return NULL;
  *cookie_of(m, block) = m->thread_cookie;
  if (++m->threads > m->threads_peak) m->threads_peak = m->threads;
  return block;
}

static void give_back(guard *g, void *block, size_t size) {
  memory *m = &g->memory;
  m->used -= size;
  if (GUARD_UNLIKELY(block == (void *)m->main_block)) return;
  if (!is_slab(size)) {
    large_free(m, block);
    return;
  }
  size_t class = class_of(size);
  if (GUARD_UNLIKELY(size == m->thread_size)) {
    class = class_of(size + sizeof(uint64_t));
    if (*cookie_of(m, block) == m->thread_cookie) {
      *cookie_of(m, block) = 0;
      m->threads--;
    }
  }
#ifdef DEBUG
  memset(block, 0xDD, class * CLASS_BYTES);  // whoever still reads it, an interrupt above all, shall be noticed
#endif
  *(void **)block = m->free[class];
  m->free[class] = block;
}

static void *take(guard *g, size_t size, size_t tag) {
  memory *m = &g->memory;
  void *block;
  if (GUARD_UNLIKELY(!is_slab(size))) {
    block = large_take(m, size, tag > LUA_NUMTYPES ? 1 : tag);
    // A watcher's late write may make slot 0 of a stack a value that is looked at: it must be nil in all its bytes.
    if (block != NULL && tag == 0) memset(block, 0, size < 32 ? size : 32);
  } else if (GUARD_UNLIKELY(size == m->thread_size)) {
    block = slab_take(m, class_of(size + sizeof(uint64_t)));
    if (block != NULL) *cookie_of(m, block) = 0;
  } else {
    block = slab_take(m, class_of(size));
  }
  if (GUARD_UNLIKELY(block == NULL)) return refuse(g, size, GUARD_STOP_MEMORY);
  m->used += size;
  if (m->used > m->peak) m->peak = m->used;
  return block;
}

static void *allocate(guard *g, size_t tag, size_t size) {
  memory *m = &g->memory;
  bool is_thread = tag == LUA_TTHREAD;
  if (GUARD_UNLIKELY(is_thread && m->main_block == NULL)) return main_block_take(g, size);
  if (GUARD_UNLIKELY(m->used + size > m->limit || is_thread || !is_slab(size)) && !may_grow(g, NULL, tag, size, size))
    return NULL;
  if (GUARD_LIKELY(!is_thread)) return take(g, size, tag);
  void *block = thread_take(m, size);
  if (block == NULL) return refuse(g, size, GUARD_STOP_MEMORY);
  m->used += size;
  if (m->used > m->peak) m->peak = m->used;
  return block;
}

static void *resize(guard *g, void *block, size_t old_size, size_t new_size) {
  memory *m = &g->memory;
  if (new_size > old_size) {
    if ((m->used + (new_size - old_size) > m->limit || !is_slab(new_size)) &&
        !may_grow(g, block, old_size, new_size, new_size - old_size))
      return NULL;
  }
  if (!is_slab(old_size) && !is_slab(new_size)) {
    void *moved = large_resize(m, block, new_size);
    if (moved == NULL) return refuse(g, new_size, GUARD_STOP_MEMORY);
    m->used += new_size - old_size;
    if (m->used > m->peak) m->peak = m->used;
    return moved;
  }
  if (is_slab(old_size) && is_slab(new_size) && class_of(old_size) == class_of(new_size) &&
      old_size != m->thread_size && new_size != m->thread_size) {
    m->used += new_size - old_size;
    return block;
  }
  void *moved = take(g, new_size, 0);
  if (moved == NULL) return NULL;
  memcpy(moved, block, old_size < new_size ? old_size : new_size);
  give_back(g, block, old_size);
  return moved;
}

// lua_Alloc. What frees memory waits while somebody walks the list of active calls to interrupt them (interrupt.c).
void *memory_allocate(void *context, void *block, size_t old_size, size_t new_size) {
  guard *g = context;
  if (block == NULL) return new_size == 0 ? NULL : allocate(g, old_size, new_size);
  bool is_gated = GUARD_UNLIKELY(atomic_load_explicit(&g->walkers, memory_order_relaxed) != 0);
  if (is_gated) pthread_mutex_lock(&g->gate);
  void *result = NULL;
  if (new_size == 0) {
    give_back(g, block, old_size);
  } else {
    result = resize(g, block, old_size, new_size);
  }
  if (is_gated) pthread_mutex_unlock(&g->gate);
  return result;
}

// ---- The whole

void memory_open(guard *g, size_t limit, uint32_t threads) {
  memory *m = &g->memory;
  m->real_limit = m->limit = limit;
  m->threads_limit = threads < UINT32_MAX ? threads + 1 : threads;  // the script itself runs in one
  m->thread_cookie = g->random[1] | 1;
  m->large.next = m->large.previous = &m->large;
}

void memory_close(guard *g) {
  memory *m = &g->memory;
  while (m->large.next != &m->large) large_free(m, m->large.next + 1);
  while (m->chunks != NULL) {
    chunk_header *chunk = m->chunks;
    m->chunks = chunk->next;
    m->held -= chunk->size;
    free(chunk);
  }
}

void memory_begin_run(guard *g) {
  memory *m = &g->memory;
  m->refused = m->reserve = 0;
  m->exhausted = m->stack_refused = false;
  m->limit = m->fail_count != 0 ? 0 : m->real_limit;
}

bool guard_charge(guard *g, int64_t bytes) {
  memory *m = &g->memory;
  if (bytes <= 0) {
    m->used -= (size_t)-bytes;
    return true;
  }
  size_t limit = m->real_limit + m->reserve;
  if (m->used + (size_t)bytes > limit) return false;
  m->used += (size_t)bytes;
  if (m->used > m->peak) m->peak = m->used;
  return true;
}

void guard_fail_allocations(guard *g, uint64_t first, uint64_t count) {
  memory *m = &g->memory;
  m->fail_first = m->allocations + first;
  m->fail_count = count;
  m->limit = count != 0 ? 0 : m->real_limit;
}

uint64_t guard_allocations(const guard *g) { return g->memory.allocations; }
