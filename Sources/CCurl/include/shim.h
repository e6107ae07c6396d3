// What Swift cannot import of libcurl: its options are set and read by variadic functions. One inline function for each
// type of argument; a cast to a function type of fixed arity would break where variadic arguments travel elsewhere.

#ifndef SENDBOARD_CCURL_SHIM_H
#define SENDBOARD_CCURL_SHIM_H

#include <curl/curl.h>

typedef size_t (*sb_curl_data_callback)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode sb_curl_set_long(CURL *easy, CURLoption option, long value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode sb_curl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
  return (curl_easy_setopt)(easy, option, value);
}

// libcurl copies strings, except for CURLOPT_POSTFIELDS; CURLOPT_COPYPOSTFIELDS copies as many bytes as
// CURLOPT_POSTFIELDSIZE_LARGE said before.
static inline CURLcode sb_curl_set_string(CURL *easy, CURLoption option, const char *value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode sb_curl_set_bytes(CURL *easy, CURLoption option, const void *value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode sb_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode sb_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode sb_curl_set_data_callback(CURL *easy, CURLoption option, sb_curl_data_callback value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode sb_curl_set_begin_callback(CURL *easy, curl_prereq_callback value) {
  return (curl_easy_setopt)(easy, CURLOPT_PREREQFUNCTION, value);
}

static inline CURLcode sb_curl_get_long(CURL *easy, CURLINFO info, long *value) {
  return (curl_easy_getinfo)(easy, info, value);
}

static inline CURLcode sb_curl_get_size(CURL *easy, CURLINFO info, curl_off_t *value) {
  return (curl_easy_getinfo)(easy, info, value);
}

static inline CURLcode sb_curl_get_pointer(CURL *easy, CURLINFO info, void **value) {
  return (curl_easy_getinfo)(easy, info, value);
}

static inline CURLMcode sb_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return (curl_multi_setopt)(multi, option, value);
}

static inline CURLMcode sb_curl_multi_set_pointer(CURLM *multi, CURLMoption option, void *value) {
  return (curl_multi_setopt)(multi, option, value);
}

static inline CURLMcode sb_curl_multi_set_socket_callback(CURLM *multi, curl_socket_callback value) {
  return (curl_multi_setopt)(multi, CURLMOPT_SOCKETFUNCTION, value);
}

static inline CURLMcode sb_curl_multi_set_timer_callback(CURLM *multi, curl_multi_timer_callback value) {
  return (curl_multi_setopt)(multi, CURLMOPT_TIMERFUNCTION, value);
}

#endif
