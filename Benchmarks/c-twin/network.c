// The family-centre network as the engine runs it; see mmc.c, and ../c-limit/w3.c for the model.
#include "calendar.h"
#include "../c-limit/out.h"
#include "books.h"
#include "draws.h"

enum { ARRIVE, DESK_END, LOOKUP_END, PSY_END, REHAB_END, SIGN_END, RENEGE };
#define SLOTS 8192u
#define RING 8192u

typedef struct { int64_t arrived, queued, away; uint32_t number, stamp, waiting; } Family;
typedef struct { uint32_t slot[RING], head, tail; } Ring;
// A pool: units free and in all, those waiting (renegers not counted), curves of both.
typedef struct { uint32_t free, all, waiting; Curve line, busy; } Pool;
// A service: its draw, its law, and the tallies of waiting for it and of its length.
typedef struct { uint64_t key; Law law; Tally wait, length; } Service;

static Family fam[SLOTS];
static uint32_t spare[SLOTS], spares;
static Ring first_queue, sign_queue, psy_queue, rehab_queue;
static Pool desks = {.free = 6, .all = 6}, psys = {.free = 12, .all = 12}, rehabs = {.free = 10, .all = 10};
static Service desk = {.wait = EMPTY, .length = EMPTY}, sign = {.wait = EMPTY, .length = EMPTY};
static Service psy = {.wait = EMPTY, .length = EMPTY}, rehab = {.wait = EMPTY, .length = EMPTY};
static Tally in_system = EMPTY, to_help = EMPTY, own = EMPTY, given_up = EMPTY;
static uint64_t away_sum, outcomes[3];

static inline void ring_put(Ring *q, uint32_t s) {
    if (q->tail - q->head == RING) { fputs("ring full\n", stderr); exit(1); }
    q->slot[q->tail++ % RING] = s;
}
static inline int ring_get(Ring *q, uint32_t *s) { if (q->head == q->tail) return 0; *s = q->slot[q->head++ % RING]; return 1; }
static inline void schedule(int64_t t, uint32_t kind, uint32_t slot) { at(t, kind << 24 | slot); }

static inline void leave(int64_t now, uint32_t s, int outcome) {
    int64_t stay = now - fam[s].arrived;
    outcomes[outcome]++;
    tally(&own, stay - fam[s].away);
    tally(&in_system, stay);
    spare[spares++] = s;
}
static inline void take(Pool *p, int64_t now) { settle(&p->busy, now, p->all - p->free); p->free--; }
static inline void give(Pool *p, int64_t now) { settle(&p->busy, now, p->all - p->free); p->free++; }
static inline void join(Pool *p, Ring *q, int64_t now, uint32_t s) {
    settle(&p->line, now, p->waiting++);
    fam[s].queued = now;
    ring_put(q, s);
}
static inline void step_up(Pool *p, int64_t now) { settle(&p->line, now, p->waiting--); }

#define BEGIN(service, draw_law, kind, wait_time) do { \
        int64_t length_ = ticks(draw_law(&(service).law, stream((service).key, fam[s].number))); \
        tally(&(service).wait, wait_time); \
        tally(&(service).length, length_); \
        schedule(now + length_, kind, s); \
    } while (0)

static inline void begin_first(int64_t now, uint32_t s) {
    tally(&to_help, now - fam[s].arrived);
    BEGIN(desk, lognormal_law, DESK_END, now - fam[s].arrived);
}
// A desk is free: the sign-off queue goes first, then the first-desk queue, passing over those who left.
static inline void desk_next(int64_t now) {
    uint32_t s;
    if (ring_get(&sign_queue, &s)) {
        step_up(&desks, now);
        BEGIN(sign, exponential_law, SIGN_END, now - fam[s].queued);
        return;
    }
    while (ring_get(&first_queue, &s)) {
        if (!fam[s].waiting) { spare[spares++] = s; continue; }
        fam[s].waiting = 0;
        step_up(&desks, now);
        begin_first(now, s);
        return;
    }
    give(&desks, now);
}
static inline void seize(int64_t now, uint32_t s, Pool *p, Ring *q, Service *v, uint32_t kind) {
    if (p->free) { take(p, now); BEGIN(*v, gamma_law, kind, 0); }
    else join(p, q, now, s);
}
static inline void release(int64_t now, Pool *p, Ring *q, Service *v, uint32_t kind) {
    uint32_t s;
    if (ring_get(q, &s)) { step_up(p, now); BEGIN(*v, gamma_law, kind, now - fam[s].queued); }
    else give(p, now);
}
static inline void sign_off(int64_t now, uint32_t s) {
    if (desks.free) { take(&desks, now); BEGIN(sign, exponential_law, SIGN_END, 0); }
    else join(&desks, &sign_queue, now, s);
}
static inline void route(int64_t now, uint32_t s, uint64_t key) {
    double u = half_open_unit(squares(fam[s].number, key));
    if (u < 0.40) seize(now, s, &psys, &psy_queue, &psy, PSY_END);
    else if (u < 0.65) seize(now, s, &rehabs, &rehab_queue, &rehab, REHAB_END);
    else leave(now, s, 0);
}

int main(int argc, char **argv) {
    if (argc < 3) return 64;
    long n = atol(argv[1]), made = 0, events = 0;
    read_inputs(argv[2]);
    make_layers();
    // Draws: first desk, lookup, psychologist, rehabilitation, sign-off, patience, two choices, arrivals.
    desk.key = keys[0]; psy.key = keys[2]; rehab.key = keys[3]; sign.key = keys[4];
    desk.law = laws[0]; psy.law = laws[2]; rehab.law = laws[3]; sign.law = laws[4];
    Law lookup = laws[1], patience = laws[5];
    double mean_gap = laws[8].scale;
    for (uint32_t i = 0; i < SLOTS; i++) spare[spares++] = SLOTS - 1 - i;
    double t0 = now_s();
    int64_t moment = ticks(exponential(stream(keys[8], 0)) * mean_gap), now = 0;
    schedule(moment, ARRIVE, 0);
    for (Event e; heap_pop(&heap, &e);) {
        uint32_t p = event_payload(e), s = p & 0xffffff;
        now = moment_of(e);
        events++;
        switch (p >> 24) {
        case ARRIVE:
            if (!spares) { fputs("no slot\n", stderr); return 1; }
            s = spare[--spares];
            fam[s].arrived = now;
            fam[s].away = 0;
            fam[s].number = made++;
            if (made < n) {
                moment += ticks(exponential(stream(keys[8], made)) * mean_gap);
                schedule(moment, ARRIVE, 0);
            }
            if (desks.free) { take(&desks, now); begin_first(now, s); break; }
            join(&desks, &first_queue, now, s);
            fam[s].waiting = 1;
            fam[s].stamp++;
            schedule(now + ticks(exponential_law(&patience, stream(keys[5], fam[s].number))), RENEGE,
                     (fam[s].stamp & 0x7ff) << 13 | s);
            break;
        case DESK_END:
            desk_next(now);
            if (half_open_unit(squares(fam[s].number, keys[6])) < 0.6) {
                int64_t length = ticks(lognormal_law(&lookup, stream(keys[1], fam[s].number)));
                fam[s].away = length;
                away_sum += length;
                schedule(now + length, LOOKUP_END, s);
            } else route(now, s, keys[7]);
            break;
        case LOOKUP_END: route(now, s, keys[7]); break;
        case PSY_END: release(now, &psys, &psy_queue, &psy, PSY_END); sign_off(now, s); break;
        case REHAB_END: release(now, &rehabs, &rehab_queue, &rehab, REHAB_END); sign_off(now, s); break;
        case SIGN_END: desk_next(now); leave(now, s, 0); break;
        case RENEGE: {
            uint32_t f = s & 8191;
            if (!fam[f].waiting || (fam[f].stamp & 0x7ff) != s >> 13) { events--; break; }
            fam[f].waiting = 0;                                // its slot comes back when it reaches the head
            step_up(&desks, now);
            tally(&given_up, now - fam[f].queued);
            int64_t stay = now - fam[f].arrived;
            outcomes[1]++;
            tally(&own, stay);
            tally(&in_system, stay);
            break; }
        }
    }
    double seconds = now_s() - t0;
    Tally none = {0};
    const Tally *all[] = {
        &in_system, &to_help, &own, &desk.wait, &none, &given_up, &sign.wait, &none, &none, &psy.wait, &none, &none,
        &rehab.wait, &none, &none, &desk.length, &psy.length, &rehab.length, &sign.length,
    };
    for (int i = 0; i < 19; i++) mix_tally(all[i]);
    uint64_t kinds[10] = {
        desk.length.sum + psy.length.sum + rehab.length.sum + sign.length.sum,
        desk.wait.sum + psy.wait.sum + rehab.wait.sum + sign.wait.sum + given_up.sum, 0, away_sum,
    };
    for (int i = 0; i < 3; i++) mix(outcomes[i]);
    for (int i = 0; i < 10; i++) mix(kinds[i]);
    const Pool *pools[] = {&desks, &psys, &rehabs};
    for (int i = 0; i < 3; i++) { mix(area(&pools[i]->line)); mix(area(&pools[i]->busy)); }
    printf("{\"n\": %ld, \"secs\": %.6f, \"events\": %ld, \"digest\": \"%lx\"}\n", n, seconds, events, digest);
}
