// Memory of a state: size classes cut from slabs, larger blocks from malloc, everything counted against the limit and
// given back at once when the state ends. Also the place where a Lua stack that grows too far is refused, and where
// coroutines are counted, since nothing else sees them die.
#ifdef __linux__
#include <sys/random.h>
#endif

#include "fence.h"
#include "state.h"

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

// A stack has at least 26 slots of 16 bytes.
#define SMALLEST_STACK ((size_t)416)

static inline void *slab_take(memory *m, size_t class) {
  void *block = m->free[class];
  if (GUARD_LIKELY(block != NULL)) {
    m->free[class] = *(void **)block;
    UNFENCE(block, class_bytes(class));
    return block;
  }
  size_t size = class_bytes(class);
  if (GUARD_UNLIKELY((size_t)(m->bump_end - m->bump) < size) && !blocks_more(m, size)) return NULL;
  block = m->bump;
  m->bump += size;
  return block;
}

// Of 16 bytes each, where the main block may begin.
#define MAIN_PLACES ((size_t)256)

static inline bool is_slab(size_t size) { return size <= LARGEST_SMALL; }

// The main block holds the whole state and is at a random place: its address is what the seed of string hashes is
// made from, apart from the time and an address in the C stack.
static void *main_block_take(guard *g, size_t size) {
  memory *m = &g->memory;
  size_t taken = (size + 15) / 16 * 16;
  if (!blocks_open(m) || MAIN_PLACES * 16 + taken > (size_t)(m->bump_end - m->bump)) return NULL;
  m->main_block = m->bump + g->places % MAIN_PLACES * 16;
  m->main_size = size;
  m->spare = m->main_block + taken;
  m->spare_end = m->bump_end;
  m->bump_end = m->main_block;
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
  memset(block, 0xDD, class_bytes(class));  // whoever still reads it, an interrupt above all, shall be noticed
#endif
  *(void **)block = m->free[class];
  m->free[class] = block;
  FENCE((char *)block + sizeof(void *), class_bytes(class) - sizeof(void *));
}

static void *take(guard *g, size_t size, size_t tag) {
  memory *m = &g->memory;
  void *block;
  if (GUARD_UNLIKELY(!is_slab(size))) {
    block = large_take(m, size, tag > LUA_NUMTYPES ? 1 : tag);
  } else if (GUARD_UNLIKELY(size == m->thread_size)) {
    block = slab_take(m, class_of(size + sizeof(uint64_t)));
    if (block != NULL) *cookie_of(m, block) = 0;
  } else {
    block = slab_take(m, class_of(size));
  }
  if (GUARD_UNLIKELY(block == NULL)) return memory_refuse(g, size, GUARD_STOP_MEMORY);
  // A watcher's late write may make slot 0 of a stack a value that is looked at: it must be nil in all its bytes.
  if (tag == 0 && size >= SMALLEST_STACK) memset(block, 0, 32);
  m->used += size;
  if (m->used > m->peak) m->peak = m->used;
  return block;
}

static void *allocate(guard *g, size_t tag, size_t size) {
  memory *m = &g->memory;
  bool is_thread = tag == LUA_TTHREAD;
  if (GUARD_UNLIKELY(is_thread && m->main_block == NULL)) return main_block_take(g, size);
  if (GUARD_UNLIKELY(m->used + size > m->limit || is_thread || !is_slab(size)) && !memory_may_grow(g, NULL, tag, size, size))
    return NULL;
  if (GUARD_LIKELY(!is_thread)) return take(g, size, tag);
  void *block = thread_take(m, size);
  if (block == NULL) return memory_refuse(g, size, GUARD_STOP_MEMORY);
  m->used += size;
  if (m->used > m->peak) m->peak = m->used;
  return block;
}

static void *resize(guard *g, void *block, size_t old_size, size_t new_size) {
  memory *m = &g->memory;
  if (new_size > old_size) {
    if ((m->used + (new_size - old_size) > m->limit || !is_slab(new_size)) &&
        !memory_may_grow(g, block, old_size, new_size, new_size - old_size))
      return NULL;
  }
  if (!is_slab(old_size) && !is_slab(new_size)) {
    void *moved = large_resize(m, block, new_size);
    if (moved == NULL) return memory_refuse(g, new_size, GUARD_STOP_MEMORY);
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

void memory_open(guard *g, size_t limit, uint32_t threads, uint64_t cookie) {
  memory *m = &g->memory;
  m->real_limit = m->limit = limit;
  m->threads_limit = threads < UINT32_MAX ? threads + 1 : threads;  // the script itself runs in one
  m->thread_cookie = cookie | 1;
}

void memory_begin_run(guard *g) {
  memory *m = &g->memory;
  m->refused = m->reserve = 0;
  m->stack_refused = false;
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
