// When a file was made, which Swift's Glibc leaves out: https://man7.org/linux/man-pages/man2/statx.2.html

#ifndef SENDBOARD_CFILE_SHIM_H
#define SENDBOARD_CFILE_SHIM_H

#include <linux/stat.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

// The number of an open file, and when it was made, in nanoseconds: 0 where its file system does not keep that. -1 when it
// cannot be looked at.
static inline int sb_file_origin(int file, uint64_t *number, int64_t *made) {
  struct statx found;
  const int emptyPath = 0x1000; // AT_EMPTY_PATH: <linux/fcntl.h> defines anew what Glibc has.
  if (syscall(SYS_statx, file, "", emptyPath, STATX_INO | STATX_BTIME, &found) != 0) return -1;
  *number = found.stx_ino;
  *made = found.stx_mask & STATX_BTIME ? found.stx_btime.tv_sec * 1000000000 + found.stx_btime.tv_nsec : 0;
  return 0;
}

#endif
