// The server that all HTTP rows are measured against: answers every GET with the same 370 bytes of JSON, and every POST
// with an access token.
// A thread a connection, blocking, so that its own part of each exchange is as small as it can be.
// Prints its port; ends when its standard input does.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct text {
  char bytes[1024];
  size_t length;
};
static struct text answer, token;

static void *serve(void *argument) {
  int fd = (int)(intptr_t)argument;
  int one = 1;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  char buffer[1 << 16];
  size_t used = 0;
  for (;;) {
    ssize_t n = recv(fd, buffer + used, sizeof buffer - 1 - used, 0);
    if (n <= 0) break;
    used += (size_t)n;
    buffer[used] = 0;
    char *end;
    char *start = buffer;
    while ((end = strstr(start, "\r\n\r\n"))) {
      const struct text *reply = memcmp(start, "POST", 4) == 0 ? &token : &answer;
      if (send(fd, reply->bytes, reply->length, MSG_NOSIGNAL) <= 0) goto closed;
      start = end + 4;
    }
    used -= (size_t)(start - buffer);
    memmove(buffer, start, used);
  }
closed:
  close(fd);
  return NULL;
}

static void *accept_all(void *argument) {
  int listener = (int)(intptr_t)argument;
  for (;;) {
    int fd = accept(listener, NULL, NULL);
    pthread_t thread;
    if (fd < 0) continue;
    if (pthread_create(&thread, NULL, serve, (void *)(intptr_t)fd) == 0) pthread_detach(thread);
    else close(fd);
  }
  return NULL;
}

static void put(struct text *text, const char *body) {
  text->length = (size_t)snprintf(
      text->bytes, sizeof text->bytes,
      "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: %zu\r\n"
      "Date: Tue, 01 Jan 2030 00:00:00 GMT\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n\r\n%s",
      strlen(body), body);
}

int main(void) {
  char body[371];
  memset(body, 'x', sizeof body);
  memcpy(body, "{\"text\":\"", 9);
  memcpy(body + 368, "\"}", 3);
  put(&answer, body);
  put(&token, "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"all\"}");
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, length) || listen(listener, 1024) ||
      getsockname(listener, (struct sockaddr *)&address, &length)) {
    perror("static_server");
    return 1;
  }
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  pthread_t thread;
  pthread_create(&thread, NULL, accept_all, (void *)(intptr_t)listener);
  char byte;
  while (read(0, &byte, 1) > 0) {}
  return 0;
}
