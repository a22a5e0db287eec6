// The tenant of the rows about waiting: it takes so many milliseconds to answer. One thread, any number of connections.
//
// Usage: delay_server MILLISECONDS
// Every request is answered with `{"id":"u1"}` after the delay, one for a token at once. Requests have no body, or one
// that arrives together with their head. Prints its port; ends when its standard input does.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MOST 65536

static const char user[] = "{\"id\":\"u1\"}";
static const char token[] = "{\"access_token\":\"benchmark-token\",\"expires_in\":3600,\"token_type\":\"Bearer\",\"scope\":\"all\"}";

// The answers that are due, oldest first: all wait equally long.
static struct {
  double at;
  int connection;
} due[MOST];
static unsigned head, tail;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void answer(int connection, const char *body) {
  char text[512];
  int length = snprintf(
      text, sizeof text,
      "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: %zu\r\n"
      "Connection: keep-alive\r\n\r\n%s",
      strlen(body), body);
  // A connection that has gone is noticed by the next read.
  (void)!send(connection, text, (size_t)length, MSG_NOSIGNAL);
}

static void receive(int connection, double delay) {
  char request[1 << 14];
  ssize_t length = recv(connection, request, sizeof request - 1, 0);
  if (length <= 0) {
    close(connection);
    return;
  }
  request[length] = 0;
  if (strstr(request, "\r\n\r\n") == NULL) return;
  if (strncmp(request, "POST /oidc/token ", 17) == 0) {
    answer(connection, token);
    return;
  }
  due[tail % MOST].at = now() + delay;
  due[tail++ % MOST].connection = connection;
}

static int listen_on_loopback(void) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, length) || listen(listener, 4096) ||
      getsockname(listener, (struct sockaddr *)&address, &length)) {
    perror("delay_server");
    exit(1);
  }
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  return listener;
}

int main(int argc, char **argv) {
  if (argc != 2) return fprintf(stderr, "usage: delay_server MILLISECONDS\n"), 2;
  double delay = atof(argv[1]);
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  int poller = epoll_create1(0), listener = listen_on_loopback();
  epoll_ctl(poller, EPOLL_CTL_ADD, listener, &(struct epoll_event){.events = EPOLLIN, .data.fd = listener});
  epoll_ctl(poller, EPOLL_CTL_ADD, 0, &(struct epoll_event){.events = EPOLLIN, .data.fd = 0});
  for (;;) {
    struct epoll_event events[256];
    double rest = head == tail ? -1 : due[head % MOST].at - now();
    int count = epoll_wait(poller, events, 256, head == tail ? -1 : rest > 0 ? (int)rest + 1 : 0);
    for (int i = 0; i < count; i++) {
      int from = events[i].data.fd;
      if (from == 0) return 0;
      if (from != listener) {
        receive(from, delay);
        continue;
      }
      int connection;
      while ((connection = accept4(listener, NULL, NULL, 0)) >= 0) {
        setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
        epoll_ctl(poller, EPOLL_CTL_ADD, connection, &(struct epoll_event){.events = EPOLLIN, .data.fd = connection});
      }
    }
    for (double time = now(); head != tail && due[head % MOST].at <= time; head++)
      answer(due[head % MOST].connection, user);
  }
}
