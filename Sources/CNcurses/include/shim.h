// What Swift cannot import from curses: macros, variadic functions, mutable globals, and the signal handlers, which
// may call nothing but async-signal-safe functions and therefore are C.

#ifndef SENDBOARD_CNCURSES_SHIM_H
#define SENDBOARD_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <ncurses.h>
#include <term.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <wchar.h>

#include "guard.h"

static inline attr_t sb_attribute_bold(void) { return WA_BOLD; }
static inline attr_t sb_attribute_dim(void) { return WA_DIM; }
static inline attr_t sb_attribute_italic(void) { return WA_ITALIC; }
static inline attr_t sb_attribute_underline(void) { return WA_UNDERLINE; }
static inline attr_t sb_attribute_reverse(void) { return WA_REVERSE; }

static inline int sb_color_count(void) { return COLORS; }
static inline int sb_pair_count(void) { return COLOR_PAIRS; }

// -Wreserved macros of <term.h> would leak names such as `columns` and `lines` into Swift; they are asked for by name.
static inline const char *sb_capability(const char *name) {
  char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

// 1: known; 0: TERM is unknown; -1: there is no terminal database.
static inline int sb_check_terminal(int fd) {
  int result = 0;
  return setupterm(NULL, fd, &result) == OK ? 1 : result;
}

// Curses writes to the descriptor, which is the terminal's, or a copy of it.
static inline SCREEN *sb_open(int output) {
  FILE *file = fdopen(output, "w");
  return file == NULL ? NULL : newterm(NULL, file, stdin);
}

// Turns a descriptor to another file; no other program gets it.
static inline int sb_turn(int descriptor, int file) {
#if defined(__linux__)
  return (int)syscall(SYS_dup3, file, descriptor, O_CLOEXEC);
#else
  return dup2(file, descriptor);
#endif
}

// A file without a name that is nowhere but in memory; -1 where there is no such thing.
static inline int sb_memory(void) {
#if defined(__linux__)
  return (int)syscall(SYS_memfd_create, "frame", 1u /* MFD_CLOEXEC */);
#else
  return -1;
#endif
}

// Tells the C library which encoding the terminal uses, and insists on UTF-8.
static inline int sb_use_utf8(void) {
  const char *name = setlocale(LC_ALL, "");
  if (name != NULL && MB_CUR_MAX > 1) return 1;
  name = setlocale(LC_CTYPE, "C.UTF-8");
  if (name == NULL) name = setlocale(LC_CTYPE, "en_US.UTF-8");
  return name != NULL && MB_CUR_MAX > 1;
}

static inline int sb_cell_width(unsigned scalar) { return wcwidth((wchar_t)scalar); }

// The pair goes through `opts`: the `short` of setcchar's own argument ends at 32767.
static inline void sb_put(int y, int x, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, 0, &pair) == OK) mvwadd_wchnstr(stdscr, y, x, &cell, 1);
}

static inline WINDOW *sb_standard_window(void) { return stdscr; }
static inline void sb_move(int y, int x) { wmove(stdscr, y, x); }
static inline void sb_stage(void) { wnoutrefresh(stdscr); }
static inline void sb_repaint_all(void) { clearok(curscr, TRUE); }

// Reads without blocking: OK with a scalar, KEY_CODE_YES with a key's code, ERR when nothing is there.
static inline int sb_read(WINDOW *input, unsigned *value) {
  wint_t character = 0;
  int result = wget_wch(input, &character);
  *value = (unsigned)character;
  return result;
}

static inline void sb_watch_mouse(void) {
  mouseinterval(0);
  mousemask(BUTTON1_PRESSED | BUTTON2_PRESSED | BUTTON3_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
}

// Number of the button pressed, 4 and 5 being the wheel; 0 for everything else.
static inline int sb_read_mouse(int *x, int *y) {
  MEVENT event;
  if (getmouse(&event) != OK) return 0;
  *x = event.x;
  *y = event.y;
  if (event.bstate & BUTTON1_PRESSED) return 1;
  if (event.bstate & BUTTON2_PRESSED) return 2;
  if (event.bstate & BUTTON3_PRESSED) return 3;
  if (event.bstate & BUTTON4_PRESSED) return 4;
  if (event.bstate & BUTTON5_PRESSED) return 5;
  return 0;
}

static inline int sb_window_size(int fd, int *width, int *height) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return 0;
  *width = size.ws_col;
  *height = size.ws_row;
  return 1;
}

// Bytes waiting to be read; -1 when the descriptor cannot say.
static inline int sb_waiting_bytes(int fd) {
  int count = 0;
  return ioctl(fd, FIONREAD, &count) == 0 ? count : -1;
}

#endif
