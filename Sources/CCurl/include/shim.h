// What Swift cannot import of libcurl: its options are set by a variadic function.
#pragma once
#include <curl/curl.h>
