// What ThreadSanitizer does not see of code that was compiled without it. Nothing of this is in other builds.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <setjmp.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#define UNSEEN __attribute__((no_sanitize("thread"), visibility("default"), used))

// The sanitizer knows longjmp, but not the checked form of it by which Debian's liblua raises errors: it would lose
// count of the calls that are left, and crash. Here the checked form is the plain one.
_Noreturn void __longjmp_chk(jmp_buf environment, int value);

UNSEEN void __longjmp_chk(jmp_buf environment, int value) { longjmp(environment, value); }

// Swift's Mutex takes and gives back a free lock in code that is compiled with ours, and a contended one by the kernel
// in libswiftSynchronization, which the sanitizer does not see: whatever such a lock guards would be a race. These stand
// before the library's functions and say what they do.
#ifdef __linux__
void __tsan_acquire(void *address);
void __tsan_release(void *address);

#define MUTEX "$s15Synchronization12_MutexHandleV"
#define LOCK MUTEX "9_lockSlowyys6UInt32VF"
#define TRY_LOCK MUTEX "12_tryLockSlowSbyF"
#define UNLOCK MUTEX "11_unlockSlowyyF"
#define SELF __attribute__((swift_context)) void *self

typedef __attribute__((swiftcall)) void (*lock_function)(uint32_t, SELF);
typedef __attribute__((swiftcall)) bool (*try_function)(SELF);
typedef __attribute__((swiftcall)) void (*unlock_function)(SELF);

__attribute__((swiftcall)) void mutex_lock(uint32_t thread, SELF) __asm__(LOCK);
__attribute__((swiftcall)) bool mutex_try_lock(SELF) __asm__(TRY_LOCK);
__attribute__((swiftcall)) void mutex_unlock(SELF) __asm__(UNLOCK);

UNSEEN __attribute__((swiftcall)) void mutex_lock(uint32_t thread, SELF) {
  ((lock_function)dlsym(RTLD_NEXT, LOCK))(thread, self);
  __tsan_acquire(self);
}

UNSEEN __attribute__((swiftcall)) bool mutex_try_lock(SELF) {
  bool is_taken = ((try_function)dlsym(RTLD_NEXT, TRY_LOCK))(self);
  if (is_taken) __tsan_acquire(self);
  return is_taken;
}

UNSEEN __attribute__((swiftcall)) void mutex_unlock(SELF) {
  __tsan_release(self);
  ((unlock_function)dlsym(RTLD_NEXT, UNLOCK))(self);
}

// Swift's runtime tells the sanitizer when a continuation is resumed, and when a task that waited runs again, but not
// when a task finds its continuation resumed before it came to wait: then it goes on at once.
#define AWAIT "swift_continuation_await"
enum { CONTINUATION_STATUS = 3, RESUMED = 2 };  // ContinuationAsyncContext, ContinuationStatus of swift's ABI/Task.h

__attribute__((swiftcall)) void *swift_task_getCurrent(void);
typedef __attribute__((swiftasynccall)) void (*await_function)(_Atomic(uintptr_t) *);
__attribute__((swiftasynccall)) void continuation_await(_Atomic(uintptr_t) *context) __asm__(AWAIT);

UNSEEN __attribute__((swiftasynccall)) void continuation_await(_Atomic(uintptr_t) *context) {
  if (atomic_load(&context[CONTINUATION_STATUS]) == RESUMED) __tsan_acquire(swift_task_getCurrent());
  return ((await_function)dlsym(RTLD_NEXT, AWAIT))(context);
}
#endif
#endif
#endif
