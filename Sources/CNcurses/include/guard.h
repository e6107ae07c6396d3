// Brings the terminal back when the process dies, whichever way it dies.
//
// The state is `static`, so that every object file that uses these functions has its own copy: they must be called
// from one Swift file only, SignalGuard.swift.

#ifndef SENDBOARD_CNCURSES_GUARD_H
#define SENDBOARD_CNCURSES_GUARD_H

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define SB_GUARD_SIGNALS 65

static struct {
  volatile sig_atomic_t active;
  volatile sig_atomic_t unread;
  volatile sig_atomic_t hung_up;
  int input, output, wake;
  int kept_errors, real_errors;
  struct termios saved;
  char bytes[512];
  size_t length;
  struct sigaction previous[SB_GUARD_SIGNALS];
} sb_guard = {.kept_errors = -1, .real_errors = -1};

static const int sb_guard_crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT};
static const int sb_guard_notices[] = {SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH};

static inline void sb_guard_write(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(fd, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

// What was written to standard error meanwhile, as the message of a failed precondition, is shown now.
static inline void sb_guard_release_errors(void) {
  if (sb_guard.kept_errors < 0) return;
  char buffer[1024];
  ssize_t count;
  dup2(sb_guard.real_errors, STDERR_FILENO);
  lseek(sb_guard.kept_errors, 0, SEEK_SET);
  while ((count = read(sb_guard.kept_errors, buffer, sizeof buffer)) > 0)
    sb_guard_write(STDERR_FILENO, buffer, (size_t)count);
  close(sb_guard.kept_errors);
  close(sb_guard.real_errors);
  sb_guard.kept_errors = sb_guard.real_errors = -1;
}

// Async-signal-safe.
static inline void sb_guard_restore(void) {
  if (!sb_guard.active) return;
  sb_guard.active = 0;
  sb_guard_write(sb_guard.output, sb_guard.bytes, sb_guard.length);
  tcsetattr(sb_guard.input, TCSANOW, &sb_guard.saved);
  sb_guard_release_errors();
}

// With the former action back in place, returning runs the faulting instruction once more, so that a debugger or
// Swift's backtracer sees the true place. A signal that was sent does not come again by itself.
static inline void sb_guard_on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  int saved = errno;
  sb_guard_restore();
  sigaction(number, &sb_guard.previous[number], NULL);
  if (info->si_code <= 0 || number == SIGTRAP || number == SIGABRT || number == SIGQUIT) raise(number);
  errno = saved;
}

static inline void sb_guard_on_notice(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  if (number == SIGHUP) sb_guard.hung_up = 1;
  if (write(sb_guard.wake, &byte, 1) < 0) { /* full: there is enough to wake up for */ }
  // Nobody reads them any more: the process hangs, and whoever wants it to end shall have that. Hangups do not count:
  // the kernel and the shell send three of them at once when a terminal is closed.
  if ((number == SIGTERM || number == SIGINT) && ++sb_guard.unread >= 3) {
    sb_guard_restore();
    signal(number, SIG_DFL);
    raise(number);
  }
  errno = saved;
}

static inline void sb_guard_at_exit(void) { sb_guard_restore(); }

// Before curses installs handlers of its own.
static inline void sb_guard_remember_actions(void) {
  for (int number = 1; number < SB_GUARD_SIGNALS; number++) sigaction(number, NULL, &sb_guard.previous[number]);
}

static inline void sb_guard_remember_terminal(int input, int output, int wake) {
  sb_guard.input = input;
  sb_guard.output = output;
  sb_guard.wake = wake;
  tcgetattr(input, &sb_guard.saved);
}

static inline void sb_guard_keep_errors(void) {
  if (!isatty(STDERR_FILENO)) return;
  FILE *file = tmpfile();
  if (file == NULL) return;
  int kept = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3);
  int real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  fclose(file);
  if (kept < 0 || real < 0 || dup2(kept, STDERR_FILENO) < 0) {
    if (kept >= 0) close(kept);
    if (real >= 0) close(real);
    return;
  }
  sb_guard.kept_errors = kept;
  sb_guard.real_errors = real;
}

static inline void sb_guard_install(const char *bytes, size_t length) {
  static int registered = 0;
  static char *stack = NULL;
  if (length > sizeof sb_guard.bytes) length = sizeof sb_guard.bytes;
  memcpy(sb_guard.bytes, bytes, length);
  sb_guard.length = length;
  // A stack that overflowed has no room for a handler.
  const size_t room = 64 * 1024;
  if (stack == NULL && (stack = malloc(room)) != NULL) {
    stack_t other;
    memset(&other, 0, sizeof other);
    other.ss_sp = stack;
    other.ss_size = room;
    sigaltstack(&other, NULL);
  }
  if (!registered) {
    registered = 1;
    atexit(sb_guard_at_exit);
  }
  sb_guard_keep_errors();
  sb_guard.active = 1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  // With SIGTTOU blocked, tcsetattr works from the background too.
  sigemptyset(&action.sa_mask);
  sigaddset(&action.sa_mask, SIGTTOU);
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  action.sa_sigaction = sb_guard_on_crash;
  for (size_t i = 0; i < sizeof sb_guard_crashes / sizeof *sb_guard_crashes; i++)
    sigaction(sb_guard_crashes[i], &action, NULL);
  action.sa_flags = SA_RESTART;
  action.sa_handler = sb_guard_on_notice;
  for (size_t i = 0; i < sizeof sb_guard_notices / sizeof *sb_guard_notices; i++) {
    // `nohup` is a wish: what was ignored before stays ignored.
    int number = sb_guard_notices[i];
    if (number == SIGHUP && sb_guard.previous[number].sa_handler == SIG_IGN) continue;
    sigaction(number, &action, NULL);
  }
  // Whoever started us may have blocked them, and the mask is inherited: a resize would never be seen.
  sigset_t ours;
  sigemptyset(&ours);
  for (size_t i = 0; i < sizeof sb_guard_crashes / sizeof *sb_guard_crashes; i++) sigaddset(&ours, sb_guard_crashes[i]);
  for (size_t i = 0; i < sizeof sb_guard_notices / sizeof *sb_guard_notices; i++) sigaddset(&ours, sb_guard_notices[i]);
  pthread_sigmask(SIG_UNBLOCK, &ours, NULL);
}

// The screen has been left in the ordinary way. A closed terminal sends more hangups than one, some of them later: they
// must not kill a process that is about to finish its work.
static inline void sb_guard_remove(int terminal_is_gone) {
  sb_guard.active = 0;
  sb_guard_release_errors();
  for (size_t i = 0; i < sizeof sb_guard_crashes / sizeof *sb_guard_crashes; i++)
    sigaction(sb_guard_crashes[i], &sb_guard.previous[sb_guard_crashes[i]], NULL);
  for (size_t i = 0; i < sizeof sb_guard_notices / sizeof *sb_guard_notices; i++) {
    int number = sb_guard_notices[i];
    if (number == SIGHUP && (terminal_is_gone || sb_guard.hung_up)) signal(number, SIG_IGN);
    else sigaction(number, &sb_guard.previous[number], NULL);
  }
}

static inline void sb_guard_mark_read(void) { sb_guard.unread = 0; }

#endif
