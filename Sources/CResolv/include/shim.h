// The system's resolver, whose structures and macros Swift does not import: https://man7.org/linux/man-pages/man3/resolver.3.html

#ifndef SENDBOARD_CRESOLV_SHIM_H
#define SENDBOARD_CRESOLV_SHIM_H

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

// Asks for records; with an IPv4 address, that server instead of the system's. Returns the answer's length, 0 when there is no
// such record or name, and -1 when nobody knows.
static inline int sb_dns_ask(const char *name, int kind, const char *server, int port, unsigned char *answer,
                             int size) {
  struct __res_state state;
  memset(&state, 0, sizeof state);
  if (res_ninit(&state) != 0) return -1;
  state.retrans = 2;
  state.retry = 1;
  if (server) {
    state.nscount = 1;
    state.nsaddr_list[0].sin_family = AF_INET;
    state.nsaddr_list[0].sin_port = htons((unsigned short)port);
    if (inet_pton(AF_INET, server, &state.nsaddr_list[0].sin_addr) != 1) {
      res_nclose(&state);
      return -1;
    }
  }
  int length = res_nquery(&state, name, ns_c_in, kind, answer, size);
  if (length > size) length = size;
  if (length <= 0) length = state.res_h_errno == HOST_NOT_FOUND || state.res_h_errno == NO_DATA ? 0 : -1;
  res_nclose(&state);
  return length;
}

// Reads the record of an index out of an answer. Returns the length of its text (of TXT, all its strings in a row) or name
// (of MX), -1 for a record of another kind, and -2 behind the last.
static inline int sb_dns_record(const unsigned char *answer, int length, int index, int kind, char *text, int size) {
  ns_msg message;
  ns_rr record;
  if (ns_initparse(answer, length, &message) != 0 || index >= ns_msg_count(message, ns_s_an)) return -2;
  if (ns_parserr(&message, ns_s_an, index, &record) != 0) return -2;
  if ((int)ns_rr_type(record) != kind) return -1;
  const unsigned char *data = ns_rr_rdata(record), *end = data + ns_rr_rdlen(record);
  if (kind == ns_t_mx) {
    if (data + 2 > end || dn_expand(answer, answer + length, data + 2, text, size) < 0) return -1;
    return (int)strlen(text);
  }
  int total = 0;
  while (data < end) {
    int part = *data++;
    if (data + part > end || total + part > size) return -1;
    memcpy(text + total, data, part);
    total += part;
    data += part;
  }
  return total;
}

#endif
