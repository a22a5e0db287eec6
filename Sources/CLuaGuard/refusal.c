// What the allocator refuses: what is over the limit, a Lua stack that grows too far, a coroutine too many; and what the
// tests want to fail.
#include <stdlib.h>

#include "state.h"

// Room beyond the limit, opened once the run is to end for lack of memory, in which its end can be reported.
#define EMERGENCY_ROOM ((size_t)64 << 10)
// Slots of the largest Lua stack. A chain of `__call` metamethods shifts all of them once a link: at 40,000 slots that
// ends within 0.1 s, and a function can still call itself 28,000 levels deep.
#define STACK_SLOTS ((size_t)41000)
#define SLOT_BYTES ((size_t)16)
#define STACK_EXTRA ((size_t)5)

// liblua 5.4.4 makes a larger stack as a fresh block of twice the slots (and 5 more), so a request that is that for a
// live block is a stack's. Tables and buffers double in bytes, without the 5. (Later versions resize in place.)
static bool is_stack_over_cap(memory *m, void *block, size_t old_size, size_t new_size) {
  if (new_size <= (STACK_SLOTS + STACK_EXTRA) * SLOT_BYTES || new_size % SLOT_BYTES != 0) return false;
  size_t slots = new_size / SLOT_BYTES - STACK_EXTRA;
  if (slots % 2 != 0) return false;
  size_t half = (slots / 2 + STACK_EXTRA) * SLOT_BYTES;
  if (block != NULL) return old_size == half;
  if (old_size != 0) return false;
  for (block_header *b = m->large; b != NULL; b = b->next)
    if (b->size == half && b->tag == 0) return true;
  return false;
}

static bool must_fail(memory *m) {
  if (m->fail_count == 0 || m->allocations < m->fail_first) return false;
  return m->allocations < m->fail_first + m->fail_count;
}

// A first refusal makes Lua collect its garbage and ask again; a second one is final, and ends the run before any
// handler of the script's can look at it.
void *memory_refuse(guard *g, size_t size, int reason) {
  memory *m = &g->memory;
  if (m->refused == size && reason != GUARD_STOP_NONE) {
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
bool memory_may_grow(guard *g, void *block, size_t old_size, size_t new_size, size_t more) {
  memory *m = &g->memory;
  m->allocations++;
  if (must_fail(m)) return memory_refuse(g, new_size, GUARD_STOP_MEMORY) != NULL;
  if (is_stack_over_cap(m, block, old_size, new_size)) {
    m->stack_refused = true;
    lua_State *L = atomic_load_explicit(&g->current, memory_order_relaxed);
    if (g->overflow == NULL) g->overflow = calloc(1, sizeof *g->overflow);
    if (g->overflow != NULL && L != NULL) *g->overflow = guard_where(L);
    return memory_refuse(g, new_size, GUARD_STOP_NONE) != NULL;
  }
  size_t limit = m->real_limit + m->reserve;
  // Slabs that were emptied stay slabs of their size; twice the limit bounds what is held for them.
  if (more > limit || m->used > limit - more || m->held > 2 * limit + LAST_CHUNK)
    return memory_refuse(g, new_size, GUARD_STOP_MEMORY) != NULL;
  if (block == NULL && old_size == LUA_TTHREAD && m->threads >= m->threads_limit && m->thread_size != 0)
    return memory_refuse(g, new_size, GUARD_STOP_COROUTINES) != NULL;
  m->refused = 0;
  m->limit = m->fail_count != 0 ? 0 : limit;
  return true;
}

void guard_fail_allocations(guard *g, uint64_t first, uint64_t count) {
  memory *m = &g->memory;
  m->fail_first = m->allocations + first;
  m->fail_count = count;
  m->limit = count != 0 ? 0 : m->real_limit;
}

uint64_t guard_allocations(const guard *g) { return g->memory.allocations; }
