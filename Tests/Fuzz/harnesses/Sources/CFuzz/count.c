// The end of a fuzzer's time, counted in CPU seconds.
#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "fuzz.h"

void fuzz_count(void) {
  static double seconds = -1;
  static unsigned inputs;
  if (seconds < 0) {
    const char *text = getenv("FUZZ_SECONDS");
    seconds = text != NULL ? atof(text) : 0;
  }
  if (seconds > 0 && ++inputs % 64 == 0 && (double)clock() / CLOCKS_PER_SEC >= seconds) raise(SIGUSR1);
}
