// What the allocator takes from malloc: chunks, from which small blocks are cut, and large blocks, each with a header by
// which they are found when the state ends.
#include <stdlib.h>

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

// Leaves what remains of the old chunk to the free lists.
bool chunk_begin(memory *m) {
  size_t rest = (size_t)(m->bump_end - m->bump);
  if (rest >= CLASS_BYTES) {
    size_t class = rest / CLASS_BYTES > CLASS_COUNT ? CLASS_COUNT : rest / CLASS_BYTES;
    *(void **)(void *)m->bump = m->free[class];
    m->free[class] = m->bump;
  }
  if (m->spare != NULL) {
    m->bump = m->spare;
    m->bump_end = m->spare_end;
    m->spare = NULL;
    return true;
  }
  size_t size = m->held >= LAST_CHUNK ? LAST_CHUNK : m->held > 0 && m->held < FEW_BYTES ? SMALL_CHUNK : FIRST_CHUNK;
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

void large_free(memory *m, void *pointer) {
  block_header *block = (block_header *)pointer - 1;
  block->previous->next = block->next;
  block->next->previous = block->previous;
  m->held -= block->size;
  free(block);
}

void blocks_free(memory *m) {
  while (m->large.next != &m->large) large_free(m, m->large.next + 1);
  while (m->chunks != NULL) {
    chunk_header *chunk = m->chunks;
    m->chunks = chunk->next;
    m->held -= chunk->size;
    free(chunk);
  }
}
