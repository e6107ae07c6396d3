// What MariaDB's client library takes and gives where a value is bound: the library is loaded when it is needed, so its
// header is not. MYSQL_BIND of https://mariadb.com/kb/en/mariadb-connectorc-types-and-definitions/, as libmariadb.so.3 has it.
#ifndef SENDBOARD_MARIADB_BIND_H
#define SENDBOARD_MARIADB_BIND_H

#include <stdint.h>

typedef struct {
  unsigned long *length;
  char *is_null;
  void *buffer;
  char *error;
  void *row;
  void *store_function, *fetch_function, *skip_function;
  unsigned long buffer_length;
  unsigned long offset;
  unsigned long length_value;
  unsigned int flags;
  unsigned int pack_length;
  int32_t buffer_type;
  char error_value;
  char is_unsigned;
  char long_data_used;
  char is_null_value;
  void *extension;
} sb_mariadb_bind;

_Static_assert(sizeof(void *) != 8 || sizeof(sb_mariadb_bind) == 112, "as the library lays it out");

#endif
