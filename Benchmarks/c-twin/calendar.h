// The heap of the limit programs, with whole microseconds instead of real times.
#pragma once
#include "../c-limit/heap.h"

static Heap heap;
static inline int64_t moment_of(Event e) { return (int64_t)(e >> 64); }
static inline void at(int64_t time, uint32_t payload) {
    Event v = (Event)(uint64_t)time << 64 | (uint64_t)heap.seq++ << 32 | payload;
    if (heap.hole) { heap.hole = 0; fill_hole(&heap, v); }
    else sift_up(&heap, heap.n++, v);
}
