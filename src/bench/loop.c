/*
 * The yardstick of `npm run bench`: a plain event loop. Two-state units with exponential times under k of n, a binary heap of
 * (time, unit), xoshiro256+ (Blackman & Vigna 2018), -log(u), and nothing else: no model, no statistics beyond the time down.
 * Usage: loop UNITS REQUIRED MTBF MTTR EVENTS. Prints the seconds of processor time that the events took.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct { double time; uint32_t unit; } Entry;

static uint64_t state[4];

static inline uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline uint64_t next(void) {
  const uint64_t result = state[0] + state[3];
  const uint64_t t = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= t;
  state[3] = rotate(state[3], 45);
  return result;
}

static inline double exponential(double mean) { return -log(((next() >> 11) + 1) * 0x1.0p-53) * mean; }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void replace_first(Entry *heap, uint32_t size, Entry entry) {
  uint32_t position = 0;
  for (;;) {
    uint32_t child = 2 * position + 1;
    if (child >= size) break;
    if (child + 1 < size && heap[child + 1].time < heap[child].time) child++;
    if (entry.time <= heap[child].time) break;
    heap[position] = heap[child];
    position = child;
  }
  heap[position] = entry;
}

int main(int count, char **arguments) {
  if (count != 6) return 64;
  const uint32_t units = (uint32_t)atol(arguments[1]);
  const uint32_t required = (uint32_t)atol(arguments[2]);
  const double mtbf = atof(arguments[3]), mttr = atof(arguments[4]);
  const uint64_t events = strtoull(arguments[5], NULL, 10);
  Entry *heap = malloc(units * sizeof(Entry));
  uint8_t *is_up = malloc(units);
  if (heap == NULL || is_up == NULL) return 70;
  for (int i = 0; i < 4; i++) state[i] = 0x9e3779b97f4a7c15u * (i + 1);
  for (uint32_t i = 0; i < units; i++) {
    uint32_t position = i;
    const Entry entry = { exponential(mtbf), i };
    is_up[i] = 1;
    while (position > 0 && heap[(position - 1) / 2].time > entry.time) {
      heap[position] = heap[(position - 1) / 2];
      position = (position - 1) / 2;
    }
    heap[position] = entry;
  }
  const double start = now();
  uint32_t up = units;
  double since = 0, down = 0;
  for (uint64_t event = 0; event < events; event++) {
    const Entry first = heap[0];
    const int was_up = is_up[first.unit];
    is_up[first.unit] = !was_up;
    if (was_up) {
      if (up-- == required) since = first.time;
    } else if (++up == required) {
      down += first.time - since;
    }
    replace_first(heap, units, (Entry){ first.time + exponential(was_up ? mttr : mtbf), first.unit });
  }
  printf("%.9f %.17g\n", now() - start, down);
  return 0;
}
