// What the engine observes: tallies with sums, squares, extremes and a sketch; time at each length; the digest of all.
#pragma once
#include <stdint.h>

typedef unsigned __int128 Wide;
typedef struct { int64_t n; uint64_t sum; Wide squares; int64_t least, greatest; uint32_t bucket[7296]; } Tally;

#define EMPTY {.least = INT64_MAX, .greatest = INT64_MIN}
static inline void tally(Tally *t, int64_t v) {
    int shift = 56 - __builtin_clzll((uint64_t)v | 128);
    t->bucket[(shift << 7) + (v >> shift)]++;
    t->n++;
    t->sum += (uint64_t)v;
    t->squares += (Wide)(uint64_t)v * (uint64_t)v;
    if (v < t->least) t->least = v;
    if (v > t->greatest) t->greatest = v;
}

// Time at each number in line, or busy; beyond the last, the area itself.
#define LENGTHS 256
typedef struct { int64_t at[LENGTHS], since; uint64_t beyond; } Curve;
static inline void settle(Curve *c, int64_t now, int length) {
    int64_t span = now - c->since;
    c->since = now;
    if (__builtin_expect(length < LENGTHS, 1)) c->at[length] += span;
    else c->beyond += (uint64_t)span * (uint64_t)length;
}
static uint64_t area(const Curve *c) {
    uint64_t a = c->beyond;
    for (int i = 0; i < LENGTHS; i++) a += (uint64_t)c->at[i] * (uint64_t)i;
    return a;
}

static uint64_t digest = 0xCBF29CE484222325;
static void mix(uint64_t x) { digest = (digest ^ x) * 0x100000001B3; }
static void mix_tally(const Tally *t) { mix((uint64_t)t->n); mix(t->sum); mix((uint64_t)t->squares); }
