/*
 * The least that telling thousands can cost: a loop over write(). It shakes hands as a WebSocket server does, and never
 * reads what clients say after that. By its input it is told "e <bytes>" and a message, which goes to everybody in one
 * frame, or "r"; it answers each with a line: clients told, or processor time (microseconds) and resident memory (kB).
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST_CLIENTS 65536
#define MOST_HEAD 2048

static struct { char *head; int length, open; } clients[MOST_CLIENTS];
static int highest;

static uint32_t turned(uint32_t value, int by) { return value << by | value >> (32 - by); }

/* SHA-1 of a text shorter than 120 bytes: a key of a handshake with its fixed end has 60. */
static void sha1(const char *text, unsigned char digest[20]) {
  uint32_t h[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  unsigned char block[128] = {0};
  size_t length = strlen(text), blocks = length > 55 ? 2 : 1;
  memcpy(block, text, length);
  block[length] = 0x80;
  block[blocks * 64 - 2] = (unsigned char)(length * 8 >> 8);
  block[blocks * 64 - 1] = (unsigned char)(length * 8);
  for (size_t at = 0; at < blocks; at++) {
    uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 16; i++) {
      unsigned char *four = block + at * 64 + i * 4;
      w[i] = (uint32_t)four[0] << 24 | four[1] << 16 | four[2] << 8 | four[3];
    }
    for (int i = 16; i < 80; i++) w[i] = turned(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 80; i++) {
      uint32_t f = i < 20 ? (b & c) | (~b & d) : i >= 40 && i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      uint32_t k = i < 20 ? 0x5a827999 : i < 40 ? 0x6ed9eba1 : i < 60 ? 0x8f1bbcdc : 0xca62c1d6;
      uint32_t next = turned(a, 5) + f + e + k + w[i];
      e = d, d = c, c = turned(b, 30), b = a, a = next;
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
  }
  for (int i = 0; i < 20; i++) digest[i] = (unsigned char)(h[i / 4] >> (24 - i % 4 * 8));
}

static void base64(const unsigned char *bytes, int length, char *text) {
  const char *signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (int i = 0; i < length; i += 3) {
    uint32_t three = bytes[i] << 16 | (i + 1 < length ? bytes[i + 1] << 8 : 0) | (i + 2 < length ? bytes[i + 2] : 0);
    for (int j = 0; j < 4; j++) *text++ = i + j > length ? '=' : signs[three >> (18 - j * 6) & 63];
  }
  *text = 0;
}

static void leave(int fd) {
  free(clients[fd].head);
  clients[fd].head = NULL;
  clients[fd].open = 0;
  close(fd);
}

static void shake(int fd) {
  char *key = strcasestr(clients[fd].head, "sec-websocket-key:");
  if (!key) { leave(fd); return; }
  char given[64] = {0}, whole[128], accept[64], answer[256];
  unsigned char digest[20];
  sscanf(key + 18, " %63[^\r\n]", given);
  snprintf(whole, sizeof whole, "%s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", given);
  sha1(whole, digest);
  base64(digest, 20, accept);
  int length = snprintf(answer, sizeof answer,
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n", accept);
  if (write(fd, answer, length) != length) { leave(fd); return; }
  free(clients[fd].head);
  clients[fd].head = NULL;
  clients[fd].open = 1;
}

static void heard(int fd) {
  static char rest[65536];
  if (clients[fd].open) {
    ssize_t count = read(fd, rest, sizeof rest);
    if (count == 0 || (count < 0 && errno != EAGAIN)) leave(fd);
    return;
  }
  if (!clients[fd].head) clients[fd].head = calloc(1, MOST_HEAD), clients[fd].length = 0;
  ssize_t count = read(fd, clients[fd].head + clients[fd].length, MOST_HEAD - 1 - clients[fd].length);
  if (count <= 0) { leave(fd); return; }
  clients[fd].length += count;
  if (strstr(clients[fd].head, "\r\n\r\n")) shake(fd);
}

static void tell(size_t length) {
  unsigned char *frame = malloc(length + 4);
  frame[0] = 0x81, frame[1] = 126, frame[2] = length >> 8, frame[3] = length;
  if (fread(frame + 4, 1, length, stdin) != length) exit(1);
  int told = 0;
  for (int fd = 0; fd <= highest; fd++) {
    if (!clients[fd].open) continue;
    if (write(fd, frame, length + 4) == (ssize_t)(length + 4)) told++;
    else leave(fd);
  }
  free(frame);
  printf("%d\n", told);
}

static void report(void) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  long cpu = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000L + used.ru_utime.tv_usec + used.ru_stime.tv_usec;
  long pages = 0;
  FILE *memory = fopen("/proc/self/statm", "r");
  if (memory) { if (fscanf(memory, "%*d %ld", &pages) != 1) pages = 0; fclose(memory); }
  printf("%ld %ld\n", cpu, pages * (sysconf(_SC_PAGESIZE) / 1024));
}

int main(void) {
  int door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), poll = epoll_create1(0), one = 1;
  struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof place;
  if (bind(door, (struct sockaddr *)&place, size) || listen(door, 4096)) return 1;
  getsockname(door, (struct sockaddr *)&place, &size);
  setvbuf(stdin, NULL, _IONBF, 0);
  setvbuf(stdout, NULL, _IOLBF, 0);
  printf("%d\n", ntohs(place.sin_port));
  struct epoll_event event = {.events = EPOLLIN}, events[256];
  event.data.fd = door, epoll_ctl(poll, EPOLL_CTL_ADD, door, &event);
  event.data.fd = 0, epoll_ctl(poll, EPOLL_CTL_ADD, 0, &event);
  for (;;) {
    int ready = epoll_wait(poll, events, 256, -1);
    for (int i = 0; i < ready; i++) {
      int fd = events[i].data.fd;
      if (fd == 0) {
        char line[64];
        size_t length;
        if (!fgets(line, sizeof line, stdin)) return 0;
        if (sscanf(line, "e %zu", &length) == 1) tell(length);
        else report();
      } else if (fd == door) {
        for (int client; (client = accept4(door, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
          if (client >= MOST_CLIENTS) { close(client); continue; }
          setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
          if (client > highest) highest = client;
          event.data.fd = client, epoll_ctl(poll, EPOLL_CTL_ADD, client, &event);
        }
      } else heard(fd);
    }
  }
}
