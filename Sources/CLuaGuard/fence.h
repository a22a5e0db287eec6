// AddressSanitizer sees a chunk as one block of malloc's: it is told which parts of it nobody may touch. The first bytes
// of a free block link it to the next.
#pragma once
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#define FENCE(start, size) __asan_poison_memory_region((start), (size))
#define UNFENCE(start, size) __asan_unpoison_memory_region((start), (size))
#endif
#endif
#ifndef FENCE
#define FENCE(start, size) ((void)0)
#define UNFENCE(start, size) ((void)0)
#endif
