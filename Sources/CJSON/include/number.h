// Numbers to text and back, exactly and without a locale.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Room that the two format functions may need.
#define CJSON_NUMBER_ROOM 40

// The double nearest to the JSON number in [text, end); one too small for a double is a zero.
// False if it is too large.
bool cjson_parse_number(const char *_Nonnull text, const char *_Nonnull end, double *_Nonnull out);

// The shortest text that reads back as the same double, with a fraction or an exponent so that it stays a float
// (`3.0`). Returns its length. The number must be finite.
size_t cjson_format_number(double number, char *_Nonnull out);

size_t cjson_format_integer(int64_t integer, char *_Nonnull out);

#ifdef __cplusplus
}
#endif
