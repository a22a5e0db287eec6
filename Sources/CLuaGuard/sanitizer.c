// ThreadSanitizer knows longjmp, but not the checked form of it by which Debian's liblua raises errors: it would lose
// count of the calls that are left, and crash. Under the sanitizer the checked form is the plain one.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#include <setjmp.h>

_Noreturn void __longjmp_chk(jmp_buf environment, int value);

__attribute__((no_sanitize("thread"), visibility("default"), used)) void __longjmp_chk(jmp_buf environment, int value) {
  longjmp(environment, value);
}
#endif
#endif
