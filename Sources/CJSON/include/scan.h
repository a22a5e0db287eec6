// Looking at 16 bytes of text at once. Inlined into the Swift scanner and writer, where it costs two or three
// instructions; the standard library's SIMD16 is many times slower there.
#pragma once
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#if defined(__SSE2__)
// The mask of 16 bytes. Each half is hidden from the optimizer for a moment: otherwise it takes the pair apart into
// single bits and puts them together again in some fifty instructions.
static inline uint32_t cjson_mask_block(__m128i v) {
  __m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
  __m128i slash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
  __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1F)), v);
  uint32_t special = (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, slash), control));
  uint32_t wide = (uint32_t)_mm_movemask_epi8(v);
  __asm__("" : "+r"(special), "+r"(wide));
  return special | wide << 16;
}
#endif

// Bit i of the low half: byte i of the 16 at `p` is a quote, a backslash or a control character (what a JSON string
// cannot hold as it is). Bit i of the high half: byte i is not ASCII.
static inline uint32_t cjson_mask(const uint8_t *_Nonnull p) {
#if defined(__SSE2__)
  return cjson_mask_block(_mm_loadu_si128((const __m128i *)(const void *)p));
#else
  uint32_t mask = 0;
  for (uint32_t i = 0; i < 16; i++) {
    uint8_t c = p[i];
    mask |= (uint32_t)(c == '"' || c == '\\' || c < 0x20) << i;
    mask |= (uint32_t)(c >> 7) << (16 + i);
  }
  return mask;
#endif
}

// Copies the `n` < 16 bytes at `p` to `out`, where 16 may be written, and returns their mask; reads nothing beyond them.
static inline uint32_t cjson_copy_tail(uint8_t *_Nonnull out, const uint8_t *_Nonnull p, uint32_t n) {
  uint8_t block[16] = {0};
  if (n >= 8) {
    memcpy(block, p, 8);
    memcpy(block + n - 8, p + n - 8, 8);
  } else if (n >= 4) {
    memcpy(block, p, 4);
    memcpy(block + n - 4, p + n - 4, 4);
  } else {
    for (uint32_t i = 0; i < n; i++) block[i] = p[i];
  }
  memcpy(out, block, 16);
  uint32_t used = (1u << n) - 1;
  return cjson_mask(block) & (used | used << 16);
}

// Copies the `n` < 16 bytes at `p` to `out`, where 16 may be written; reads nothing beyond them. The halves of the result
// say whether there is any byte as in cjson_mask, but not which. (Two loads that overlap cost less than a loop.)
static inline uint32_t cjson_copy_short(uint8_t *_Nonnull out, const uint8_t *_Nonnull p, uint32_t n) {
  uint64_t low, high;
  if (n >= 8) {
    memcpy(&low, p, 8);
    memcpy(&high, p + n - 8, 8);
    memcpy(out, &low, 8);
    memcpy(out + n - 8, &high, 8);
  } else if (n >= 4) {
    uint32_t first, last;
    memcpy(&first, p, 4);
    memcpy(&last, p + n - 4, 4);
    memcpy(out, &first, 4);
    memcpy(out + n - 4, &last, 4);
    low = high = first | (uint64_t)last << 32;
  } else if (n > 0) {
    uint8_t first = p[0], middle = p[n / 2], last = p[n - 1];
    out[0] = first;
    out[n / 2] = middle;
    out[n - 1] = last;
    low = high = first * 0x0101010101010101u + ((uint64_t)middle - first) * 256 + ((uint64_t)last - first) * 65536;
  } else {
    return 0;
  }
#if defined(__SSE2__)
  return cjson_mask_block(_mm_set_epi64x((int64_t)high, (int64_t)low));
#else
  uint8_t block[16];
  memcpy(block, &low, 8);
  memcpy(block + 8, &high, 8);
  return cjson_mask(block);
#endif
}

// The exact powers of ten: mantissa × 10^exponent is correctly rounded for a mantissa of at most 2^53 and |exponent| <= 22.
static inline double cjson_scale(double mantissa, int32_t exponent) {
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  return exponent < 0 ? mantissa / powers[-exponent] : mantissa * powers[exponent];
}
