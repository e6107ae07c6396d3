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
#include <sys/mman.h>
#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#define SB_GUARD_SIGNALS 65

// What the guardian needs too: memory that both processes see.
struct sb_terminal {
  volatile sig_atomic_t active;
  struct termios saved;
  // How the screen has set the terminal.
  struct termios ours;
  char bytes[512];
  size_t length;
};

static struct {
  volatile sig_atomic_t unread;
  volatile sig_atomic_t hung_up;
  // Set by whatever is to end the process, until somebody reads of it.
  volatile sig_atomic_t unheard;
  int input, output, wake;
  int kept_errors, real_errors, keeps_errors;
  pid_t guardian;
  int guardian_pipe;
  struct sb_terminal own;
  struct sb_terminal *terminal;
  struct sigaction previous[SB_GUARD_SIGNALS];
  // Where the process's command line is: the guardian's copy gets another.
  char *arguments;
  size_t arguments_length;
} sb_guard = {.kept_errors = -1, .real_errors = -1, .guardian_pipe = -1, .terminal = &sb_guard.own};

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

static inline void sb_guard_show_errors(void) {
  char buffer[1024];
  ssize_t count;
  lseek(sb_guard.kept_errors, 0, SEEK_SET);
  while ((count = read(sb_guard.kept_errors, buffer, sizeof buffer)) > 0)
    sb_guard_write(sb_guard.real_errors, buffer, (size_t)count);
}

// What was written to standard error meanwhile, as the message of a failed precondition, is shown now.
static inline void sb_guard_release_errors(void) {
  if (!sb_guard.keeps_errors) return;
  sb_guard.keeps_errors = 0;
  dup2(sb_guard.real_errors, STDERR_FILENO);
  sb_guard_show_errors();
  if (ftruncate(sb_guard.kept_errors, 0) == 0) lseek(sb_guard.kept_errors, 0, SEEK_SET);
}

// Async-signal-safe.
static inline void sb_guard_restore(void) {
  if (!sb_guard.terminal->active) return;
  sb_guard.terminal->active = 0;
  sb_guard_write(sb_guard.output, sb_guard.terminal->bytes, sb_guard.terminal->length);
  tcsetattr(sb_guard.input, TCSANOW, &sb_guard.terminal->saved);
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
  if (number == SIGTERM || number == SIGINT || number == SIGHUP) sb_guard.unheard = 1;
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
static inline void sb_guard_remember_arguments(char *first, size_t length) {
  sb_guard.arguments = first;
  sb_guard.arguments_length = length;
}

static inline void sb_guard_remember_actions(void) {
  for (int number = 1; number < SB_GUARD_SIGNALS; number++) sigaction(number, NULL, &sb_guard.previous[number]);
}

static inline void sb_guard_remember_terminal(int input, int output, int wake) {
  sb_guard.input = input;
  sb_guard.output = output;
  sb_guard.wake = wake;
  tcgetattr(input, &sb_guard.terminal->saved);
}

// One file for the whole time, because the guardian knows only what there was when it began.
static inline void sb_guard_keep_errors(void) {
  if (!isatty(STDERR_FILENO)) return;
  if (sb_guard.kept_errors < 0) {
    FILE *file = tmpfile();
    if (file == NULL) return;
    int kept = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3);
    int real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    fclose(file);
    if (kept < 0 || real < 0) {
      if (kept >= 0) close(kept);
      if (real >= 0) close(real);
      return;
    }
    sb_guard.kept_errors = kept;
    sb_guard.real_errors = real;
  }
  sb_guard.keeps_errors = dup2(sb_guard.kept_errors, STDERR_FILENO) >= 0;
}

// The guardian's life: waits for the end of the process, and restores the terminal when the process did not.
//
// It is forked and not executed, and calls nothing but async-signal-safe functions. A session of its own takes it out of
// reach of whatever kills the process's group and keeps the kernel from stopping it for setting a terminal from the
// background.
static inline void sb_guardian_watch(int pipe_end) {
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, NULL);
  setsid();
#if defined(__linux__)
  // Another name than the process's, by which somebody may kill it.
  prctl(PR_SET_NAME, "terminal-guard", 0, 0, 0);
  // The command line, too (pkill -f).
  if (sb_guard.arguments && sb_guard.arguments_length > sizeof "terminal-guard") {
    memset(sb_guard.arguments, 0, sb_guard.arguments_length);
    memcpy(sb_guard.arguments, "terminal-guard", sizeof "terminal-guard");
  }
#endif
  // Whatever the process holds, a lock or a pipe that somebody waits at the other end of, must end with the process.
  int limit = (int)sysconf(_SC_OPEN_MAX);
#if defined(__linux__) && defined(SYS_close_range)
  int kept[] = {pipe_end, sb_guard.input, sb_guard.output, sb_guard.kept_errors, sb_guard.real_errors};
  int next = 0;
  while (next >= 0) {
    int lowest = -1;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
      if (kept[i] >= next && (lowest < 0 || kept[i] < lowest)) lowest = kept[i];
    unsigned last = lowest < 0 ? ~0U : (unsigned)lowest - 1;
    if (lowest != next && syscall(SYS_close_range, (unsigned)next, last, 0) != 0) break;
    next = lowest < 0 ? -1 : lowest + 1;
  }
  if (next < 0) limit = 0;
#endif
  for (int fd = 0; fd < limit; fd++) {
    if (fd != pipe_end && fd != sb_guard.input && fd != sb_guard.output && fd != sb_guard.kept_errors &&
        fd != sb_guard.real_errors)
      close(fd);
  }
  char byte;
  ssize_t count;
  do count = read(pipe_end, &byte, 1);
  while (count > 0 || (count < 0 && errno == EINTR));
  if (sb_guard.terminal->active) {
    struct termios now;
    sb_guard_write(sb_guard.output, sb_guard.terminal->bytes, sb_guard.terminal->length);
    // A shell that was quicker has set it as it wants it.
    if (tcgetattr(sb_guard.input, &now) == 0 && now.c_lflag == sb_guard.terminal->ours.c_lflag &&
        now.c_iflag == sb_guard.terminal->ours.c_iflag && now.c_oflag == sb_guard.terminal->ours.c_oflag)
      tcsetattr(sb_guard.input, TCSANOW, &sb_guard.terminal->saved);
    if (sb_guard.keeps_errors) sb_guard_show_errors();
    // A shell that was quicker has said its word, and asked for the next, on the screen that is gone now.
    static const char words[] = "the program died, and the terminal was restored: press Enter\n";
    sb_guard_write(sb_guard.output, words, sizeof words - 1);
  }
  _exit(0);
}

// For the deaths that no handler sees: SIGKILL, and a stack that overflows on a thread without a second one. Without a
// guardian, where there cannot be one, the handlers do what they can.
static inline void sb_guard_begin_guardian(void) {
  int ends[2];
  if (sb_guard.guardian != 0) return;
  void *shared = mmap(NULL, sizeof(struct sb_terminal), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return;
  *(struct sb_terminal *)shared = *sb_guard.terminal;
  if (pipe(ends) != 0) {
    munmap(shared, sizeof(struct sb_terminal));
    return;
  }
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  sb_guard.terminal = (struct sb_terminal *)shared;
  sigset_t all, before;
  sigfillset(&all);
  // Not for a moment may it run the process's handlers.
  pthread_sigmask(SIG_BLOCK, &all, &before);
  pid_t child = fork();
  if (child == 0) sb_guardian_watch(ends[0]);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(ends[0]);
  if (child < 0) {
    close(ends[1]);
    return;
  }
  sb_guard.guardian = child;
  sb_guard.guardian_pipe = ends[1];
}

// The terminal has been restored: there is nothing left to guard.
static inline void sb_guard_end_guardian(void) {
  if (sb_guard.guardian <= 0) return;
  close(sb_guard.guardian_pipe);
  while (waitpid(sb_guard.guardian, NULL, 0) < 0 && errno == EINTR) {}
  sb_guard.guardian = 0;
  sb_guard.guardian_pipe = -1;
}

// Called when curses has set the terminal.
static inline void sb_guard_remember_ours(void) { tcgetattr(sb_guard.input, &sb_guard.terminal->ours); }

static inline int sb_guard_is_in_front(void) { return tcgetpgrp(sb_guard.input) == getpgrp(); }

// Whether keys no longer come one by one to this process although the terminal is its own.
static inline int sb_guard_is_changed(void) {
  const tcflag_t modes = ICANON | ECHO | ISIG;
  struct termios now;
  return sb_guard_is_in_front() && tcgetattr(sb_guard.input, &now) == 0 &&
         (now.c_lflag & modes) != (sb_guard.terminal->ours.c_lflag & modes);
}

static inline void sb_guard_install(const char *bytes, size_t length) {
  static int registered = 0;
  static char *stack = NULL;
  struct sb_terminal *terminal = sb_guard.terminal;
  if (length > sizeof terminal->bytes) length = sizeof terminal->bytes;
  memcpy(terminal->bytes, bytes, length);
  terminal->length = length;
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
  sb_guard_begin_guardian();
  sb_guard.terminal->active = 1;
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
  sb_guard.terminal->active = 0;
  sb_guard_release_errors();
  for (size_t i = 0; i < sizeof sb_guard_crashes / sizeof *sb_guard_crashes; i++)
    sigaction(sb_guard_crashes[i], &sb_guard.previous[sb_guard_crashes[i]], NULL);
  for (size_t i = 0; i < sizeof sb_guard_notices / sizeof *sb_guard_notices; i++) {
    int number = sb_guard_notices[i];
    if (number == SIGHUP && (terminal_is_gone || sb_guard.hung_up)) signal(number, SIG_IGN);
    else sigaction(number, &sb_guard.previous[number], NULL);
  }
}

static inline void sb_guard_mark_read(void) { sb_guard.unread = sb_guard.unheard = 0; }

static inline int sb_guard_has_unheard(void) { return sb_guard.unheard; }

#endif
