// Keyed draws as Sources/RandomStreams makes them: Squares under a key, the ziggurats, gamma laws from their tables.
#pragma once
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A stream: the key of one purpose, and a counter of the entity (bits 0 to 31) and the word (bits 32 to 40).
typedef struct { uint64_t key, counter; } Stream;

static inline uint64_t swapped(uint64_t x) { return x >> 32 | x << 32; }
static inline uint64_t squares(uint64_t counter, uint64_t key) {
    uint64_t y = counter * key, z = y + key, x = y;
    x = swapped(x * x + y);
    x = swapped(x * x + z);
    x = swapped(x * x + y);
    x = x * x + z;
    uint64_t s = swapped(x);
    return x ^ (s * s + y) >> 32;
}
static inline Stream stream(uint64_t key, uint32_t entity) { return (Stream){key, entity}; }
static inline uint64_t word(Stream *s) { uint64_t w = squares(s->counter, s->key); s->counter += 1ull << 32; return w; }
static inline double open_unit(uint64_t w) { return ((double)(int64_t)(w >> 12) + 0.5) * 0x1p-52; }
static inline double half_open_unit(uint64_t w) { return (double)(int64_t)(w >> 11) * 0x1p-53; }

typedef struct { uint64_t threshold; double width; } Layer;
static Layer exp_layers[256], nor_layers[256];
static double exp_heights[257], nor_heights[257];
#define EXP_TAIL 7.697117470131049720
#define NOR_TAIL 3.654152885361008796

static double exp_curve(double x) { return exp(-x); }
static double exp_inverse(double y) { return -log(y); }
static double nor_curve(double x) { return exp(-0.5 * x * x); }
static double nor_inverse(double y) { return sqrt(-2 * log(y)); }

static void fill_layers(Layer *layers, double *heights, double tail, double area, double places,
                        double (*curve)(double), double (*inverse)(double)) {
    double ends[257];
    ends[0] = area / curve(tail);
    ends[1] = tail;
    for (int i = 2; i < 256; i++) ends[i] = inverse(area / ends[i - 1] + curve(ends[i - 1]));
    ends[256] = 0;
    for (int i = 0; i < 256; i++) {
        layers[i] = (Layer){(uint64_t)(ends[i + 1] / ends[i] * places), ends[i] / places};
        heights[i] = curve(ends[i]);
    }
    heights[256] = 1;
}
static void make_layers(void) {
    fill_layers(exp_layers, exp_heights, EXP_TAIL, (EXP_TAIL + 1) * exp(-EXP_TAIL), 0x1p56, exp_curve, exp_inverse);
    fill_layers(nor_layers, nor_heights, NOR_TAIL,
                NOR_TAIL * exp(-0.5 * NOR_TAIL * NOR_TAIL) + sqrt(M_PI / 2) * erfc(NOR_TAIL / sqrt(2.0)), 0x1p55,
                nor_curve, nor_inverse);
}

static __attribute__((noinline)) double exponential_on(Stream *s, uint64_t w) {
    for (double base = 0;; w = word(s)) {
        int i = w & 255;
        double x = (double)(int64_t)(w >> 8) * exp_layers[i].width;
        if (w >> 8 < exp_layers[i].threshold) return base + x;
        if (i == 0) base += EXP_TAIL;
        else if (exp_heights[i] + open_unit(word(s)) * (exp_heights[i + 1] - exp_heights[i]) < exp(-x)) return base + x;
    }
}
// The stream goes in by value, so that the caller may keep it in registers.
static __attribute__((noinline)) double exponential_slow(Stream s, uint64_t w) { return exponential_on(&s, w); }
static inline double exponential(Stream s) {
    uint64_t w = word(&s);
    Layer l = exp_layers[w & 255];
    if (__builtin_expect(w >> 8 < l.threshold, 1)) return (double)(int64_t)(w >> 8) * l.width;
    return exponential_slow(s, w);
}

static __attribute__((noinline)) double normal_slow(Stream s, uint64_t w) {
    for (;; w = word(&s)) {
        int i = w & 255;
        int64_t place = (int64_t)w >> 8;
        double x = (double)place * nor_layers[i].width;
        if ((uint64_t)llabs(place) < nor_layers[i].threshold) return x;
        if (i == 0) {
            for (;;) {
                double excess = exponential_on(&s, word(&s)) / NOR_TAIL;
                if (2 * exponential_on(&s, word(&s)) >= excess * excess)
                    return place < 0 ? -(NOR_TAIL + excess) : NOR_TAIL + excess;
            }
        }
        if (nor_heights[i] + open_unit(word(&s)) * (nor_heights[i + 1] - nor_heights[i]) < exp(-0.5 * x * x)) return x;
    }
}
static inline double normal(Stream s) {
    uint64_t w = word(&s);
    int64_t place = (int64_t)w >> 8;
    Layer l = nor_layers[w & 255];
    if (__builtin_expect((uint64_t)llabs(place) < l.threshold, 1)) return (double)place * l.width;
    return normal_slow(s, w);
}

// A law as the engine has compiled it: location + scale x the standard variate; the table is that of a gamma law.
typedef struct { int bits; double location, scale, parameter, *table; } Law;

static inline double exponential_law(const Law *l, Stream s) { return l->location + l->scale * exponential(s); }
static inline double lognormal_law(const Law *l, Stream s) { return l->location + l->scale * exp(l->parameter * normal(s)); }
static inline double gamma_law(const Law *l, Stream s) {
    double p = open_unit(word(&s)), distance = p >= 0.5 ? 1 - p : p;
    if (distance > 0x1.fffffffffffffp-2) distance = 0x1.fffffffffffffp-2;
    uint64_t pattern;
    memcpy(&pattern, &distance, 8);
    int64_t cell = (int64_t)(pattern >> (52 - l->bits)) - (998ll << l->bits);
    if (__builtin_expect(cell < 0, 0)) { fputs("a draw beyond the table: 1 in 17 million\n", stderr); exit(1); }
    uint64_t fraction_bits = (pattern << l->bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000;
    double fraction;
    memcpy(&fraction, &fraction_bits, 8);
    const double *c = l->table + 3 + 6 * (cell + (p >= 0.5 ? 24ll << l->bits : 0));
    double x = fraction - 1;
    return l->location + l->scale * (c[0] + x * (c[1] + x * (c[2] + x * (c[3] + x * (c[4] + x * c[5])))));
}

static inline int64_t ticks(double x) {                        // half to even, below 2^51
    double y = x + 0x1p52;
    uint64_t b;
    memcpy(&b, &y, 8);
    return (int64_t)(b & 0xFFFFFFFFFFFFF);
}

// Keys and laws as the benchmark writes them: numbers of keys and laws, the keys, and of each law its numbers.
static uint64_t *keys;
static Law *laws;
static double read_bits(FILE *f) {
    uint64_t b;
    double x;
    if (fscanf(f, "%lx", &b) != 1) { fputs("faulty inputs\n", stderr); exit(1); }
    memcpy(&x, &b, 8);
    return x;
}
static void read_inputs(const char *path) {
    FILE *f = fopen(path, "r");
    int key_count, law_count;
    if (!f || fscanf(f, "%d %d", &key_count, &law_count) != 2) { fputs("no inputs\n", stderr); exit(1); }
    keys = malloc(sizeof *keys * key_count);
    laws = malloc(sizeof *laws * law_count);
    for (int i = 0; i < key_count; i++)
        if (fscanf(f, "%lx", &keys[i]) != 1) { fputs("faulty inputs\n", stderr); exit(1); }
    for (int i = 0; i < law_count; i++) {
        int n;
        if (fscanf(f, "%d %d", &laws[i].bits, &n) != 2) { fputs("faulty inputs\n", stderr); exit(1); }
        laws[i].location = read_bits(f);
        laws[i].scale = read_bits(f);
        laws[i].parameter = read_bits(f);
        laws[i].table = malloc(sizeof(double) * (n + 1));
        for (int j = 0; j < n; j++) laws[i].table[j] = read_bits(f);
    }
    fclose(f);
}
