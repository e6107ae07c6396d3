// What Swift's Glibc module leaves out: https://man7.org/linux/man-pages/man3/mallopt.3.html
#ifndef SENDBOARD_HEAP_SHIM_H
#define SENDBOARD_HEAP_SHIM_H

#include <malloc.h>

static inline void sb_heap_arenas(int most) {
#ifdef M_ARENA_MAX
  mallopt(M_ARENA_MAX, most);
#endif
}

#endif
