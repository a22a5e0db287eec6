// What the allocator takes from malloc: chunks, from which small blocks are cut, and large blocks, each with a header by
// which they are found when the state ends.
#include <stdlib.h>

#include "fence.h"
#include "state.h"

static char *chunk_take(memory *m, size_t size) {
  chunk_header *chunk = malloc(size);
  if (chunk == NULL) return NULL;
  chunk->next = m->chunks;
  chunk->size = size;
  m->chunks = chunk;
  m->held += size;
  return (char *)chunk;
}

static bool chunk_begin(memory *m, size_t size) {
  char *chunk = chunk_take(m, size);
  if (chunk == NULL) return false;
  m->bump = chunk + sizeof(chunk_header);
  m->bump_end = chunk + size;
  return true;
}

bool blocks_open(memory *m) { return chunk_begin(m, FIRST_CHUNK); }

// Leaves what remains to be cut from to the free lists.
static void leave_rest(memory *m) {
  for (;;) {
    size_t class = class_within((size_t)(m->bump_end - m->bump));
    if (class == 0) return;
    char *block = m->bump;
    m->bump += class_bytes(class);
    *(void **)(void *)block = m->free[class];
    m->free[class] = block;
    FENCE(block + sizeof(void *), class_bytes(class) - sizeof(void *));
  }
}

// A free block that is larger than what is asked for. The state that has just compiled its script has some.
static bool split(memory *m, size_t size) {
  for (size_t class = class_of(size) + 1; class <= CLASS_COUNT; class++) {
    char *block = m->free[class];
    if (block == NULL) continue;
    UNFENCE(block, class_bytes(class));
    m->free[class] = *(void **)(void *)block;
    m->bump = block;
    m->bump_end = block + class_bytes(class);
    return true;
  }
  return false;
}

// Free blocks are split in small states alone: there each counts, and a chunk more is a fourth of all.
bool blocks_more(memory *m, size_t size) {
  leave_rest(m);
  if (m->spare != NULL) {
    m->bump = m->spare;
    m->bump_end = m->spare_end;
    m->spare = NULL;
    if ((size_t)(m->bump_end - m->bump) >= size) return true;
    leave_rest(m);
  }
  if (m->held < FEW_BYTES) return split(m, size) || chunk_begin(m, SMALL_CHUNK);
  return chunk_begin(m, m->held >= LAST_CHUNK ? LAST_CHUNK : MIDDLE_CHUNK);
}

static void large_link(memory *m, block_header *block) {
  block->previous = NULL;
  block->next = m->large;
  if (m->large != NULL) m->large->previous = block;
  m->large = block;
}

void *large_take(memory *m, size_t size, size_t tag) {
  block_header *block = malloc(sizeof *block + size);
  if (block == NULL) return NULL;
  block->size = size;
  block->tag = tag;
  large_link(m, block);
  m->held += size;
  return block + 1;
}

void *large_resize(memory *m, void *pointer, size_t size) {
  block_header *block = realloc((block_header *)pointer - 1, sizeof *block + size);
  if (block == NULL) return NULL;
  if (block->previous != NULL) block->previous->next = block;
  if (block->previous == NULL) m->large = block;
  if (block->next != NULL) block->next->previous = block;
  m->held += size - block->size;
  block->size = size;
  return block + 1;
}

void large_free(memory *m, void *pointer) {
  block_header *block = (block_header *)pointer - 1;
  if (block->previous != NULL) block->previous->next = block->next;
  if (block->previous == NULL) m->large = block->next;
  if (block->next != NULL) block->next->previous = block->previous;
  m->held -= block->size;
  free(block);
}

void blocks_free(memory *m) {
  while (m->large != NULL) large_free(m, m->large + 1);
  while (m->chunks != NULL) {
    chunk_header *chunk = m->chunks;
    m->chunks = chunk->next;
    m->held -= chunk->size;
    free(chunk);
  }
}
