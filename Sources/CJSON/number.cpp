// Numbers to text and back through <charconv>: correctly rounded, shortest, free of locales, and several times faster
// than strtod and printf.
#include "number.h"

#include <charconv>
#include <cmath>
#include <cstring>
#include <system_error>

namespace {

// from_chars says "out of range" for too large and too small alike: the power of ten of the first digit that is not
// zero tells which. (An exponent of more than six digits is clamped: its sign decides.)
bool isTiny(const char *text, const char *end) {
  long power = 0, exponent = 0;
  bool found = false, fraction = false;
  for (const char *p = text; p < end; p++) {
    if (*p == '.') {
      fraction = true;
    } else if (*p == 'e' || *p == 'E') {
      const char *digits = p + 1;
      bool negative = digits < end && *digits == '-';
      if (digits < end && (*digits == '-' || *digits == '+')) digits++;
      for (; digits < end && exponent < 1000000000; digits++) exponent = exponent * 10 + (*digits - '0');
      if (negative) exponent = -exponent;
      break;
    } else if (*p >= '0' && *p <= '9') {
      if (*p != '0') found = true;
      if (found && !fraction) power++;
      if (!found && fraction) power--;
    }
  }
  return power + exponent < 0;
}

}  // namespace

bool cjson_parse_number(const char *text, const char *end, double *out) {
  double value = 0;
  std::from_chars_result result = std::from_chars(text, end, value);
  if (result.ec == std::errc()) {
    *out = value;
    return true;
  }
  *out = *text == '-' ? -0.0 : 0.0;
  return isTiny(text, end);
}

size_t cjson_format_number(double number, char *out) {
  double size = std::fabs(number);
  bool fixed = size == 0 || (size >= 1e-5 && size < 1e17);
  std::to_chars_result result = std::to_chars(
      out, out + CJSON_NUMBER_ROOM - 2, number, fixed ? std::chars_format::fixed : std::chars_format::scientific);
  size_t length = static_cast<size_t>(result.ptr - out);
  if (fixed && std::memchr(out, '.', length) == nullptr) {
    out[length++] = '.';
    out[length++] = '0';
  }
  return length;
}

size_t cjson_format_integer(int64_t integer, char *out) {
  return static_cast<size_t>(std::to_chars(out, out + CJSON_NUMBER_ROOM, integer).ptr - out);
}
