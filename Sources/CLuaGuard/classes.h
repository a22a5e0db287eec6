// The sizes of small blocks. Each class has a list of free blocks; what a block takes more than it was asked for is lost,
// and so is the head of a list that is never used.
//
// Nearly all blocks of Lua's are short strings, tables of 56 bytes and the like: 8 bytes apart they lose nothing. Larger
// ones are hashes of 24 bytes times a power of two, stacks of 720 bytes and arrays: 48 bytes apart most fit exactly. The
// largest is the hash of the globals.
#pragma once
#include <stddef.h>

// Blocks up to the end of a range are so many bytes apart.
#define FINE_END ((size_t)144)
#define FINE_STEP ((size_t)8)
#define NEXT_END ((size_t)240)
#define NEXT_STEP ((size_t)16)
#define HASH_END ((size_t)768)
#define HASH_STEP ((size_t)48)
#define LARGEST_SMALL ((size_t)1536)
#define LAST_STEP ((size_t)256)

// The last class of each.
#define FINE_LAST (FINE_END / FINE_STEP)
#define NEXT_LAST (FINE_LAST + (NEXT_END - FINE_END) / NEXT_STEP)
#define HASH_LAST (NEXT_LAST + (HASH_END - NEXT_END) / HASH_STEP)
#define CLASS_COUNT (HASH_LAST + (LARGEST_SMALL - HASH_END) / LAST_STEP)

// The class of the smallest blocks that hold so much, from 1 on.
static inline size_t class_of(size_t size) {
  if (__builtin_expect(size <= FINE_END, 1)) return (size + FINE_STEP - 1) / FINE_STEP;
  if (size <= NEXT_END) return FINE_LAST + (size - FINE_END + NEXT_STEP - 1) / NEXT_STEP;
  if (size <= HASH_END) return NEXT_LAST + (size - NEXT_END + HASH_STEP - 1) / HASH_STEP;
  return HASH_LAST + (size - HASH_END + LAST_STEP - 1) / LAST_STEP;
}

static inline size_t class_bytes(size_t class) {
  if (__builtin_expect(class <= FINE_LAST, 1)) return class * FINE_STEP;
  if (class <= NEXT_LAST) return FINE_END + (class - FINE_LAST) * NEXT_STEP;
  if (class <= HASH_LAST) return NEXT_END + (class - NEXT_LAST) * HASH_STEP;
  return HASH_END + (class - HASH_LAST) * LAST_STEP;
}

// The largest class whose blocks fit into so much; 0: none.
static inline size_t class_within(size_t size) {
  if (size >= LARGEST_SMALL) return CLASS_COUNT;
  size_t class = class_of(size);
  return class_bytes(class) > size ? class - 1 : class;
}
