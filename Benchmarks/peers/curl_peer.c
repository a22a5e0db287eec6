// The C program on libcurl that sequential requests are measured against: one easy handle, one connection.
// Usage: curl_peer URL COUNT. Prints microseconds a request.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct text {
  char *bytes;
  size_t length, capacity;
};

static size_t collect(char *data, size_t size, size_t count, void *context) {
  struct text *text = context;
  size_t n = size * count;
  if (text->length + n > text->capacity) {
    text->capacity = (text->length + n) * 2;
    text->bytes = realloc(text->bytes, text->capacity);
    if (!text->bytes) return 0;
  }
  memcpy(text->bytes + text->length, data, n);
  text->length += n;
  return n;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  int count = atoi(argv[2]);
  struct text headers = {0}, body = {0};
  curl_global_init(CURL_GLOBAL_ALL);
  CURL *easy = curl_easy_init();
  struct curl_slist *list = curl_slist_append(NULL, "Authorization: Bearer 0123456789abcdef0123456789abcdef");
  list = curl_slist_append(list, "Accept: application/json");
  curl_easy_setopt(easy, CURLOPT_URL, argv[1]);
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, list);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip, br");
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 30000L);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, collect);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &headers);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &body);
  double start = 0;
  for (int i = -50; i < count; i++) {  // the first fifty warm up
    if (i == 0) start = now();
    headers.length = body.length = 0;
    long status = 0;
    if (curl_easy_perform(easy) != CURLE_OK) return 1;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    if (status != 200 || body.length != 370) return 1;
  }
  printf("%.2f\n", (now() - start) / count);
  curl_easy_cleanup(easy);
  curl_slist_free_all(list);
  free(headers.bytes);
  free(body.bytes);
  return 0;
}
