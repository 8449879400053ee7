// M/M/c as the engine runs it: keyed draws, whole microseconds, five tallies with sketches, curves of line and servers.
// Times by kind are sums of tallies, and nobody is left at the end, so the twin need not add them up apart.
#define D 2
#include "calendar.h"
#include "../c-limit/out.h"
#include "books.h"
#include "draws.h"
#ifndef SERVERS
#define SERVERS 1
#endif
enum { ARRIVE, DEPART };
#define RING (1u << 16)

typedef struct { int64_t arrived, granted; uint32_t number; } Customer;
static Customer ring[RING], at_desk[SERVERS];
static uint32_t spare[SERVERS];
static Tally in_system = EMPTY, to_help = EMPTY, own = EMPTY, wait_ = EMPTY, service = EMPTY;
static Curve line, busy_curve;

int main(int argc, char **argv) {
    long n = atol(argv[1]), made = 0, events = 0;
    if (argc > 2) read_inputs(argv[2]);
    else return 64;
    make_layers();
    // Draw 0 is the service; draw 1 the arrivals, whose mean gap stands as a law of its own.
    uint64_t service_key = keys[0], arrival_key = keys[1];
    Law law = laws[0];
    double mean_gap = laws[1].scale;
    uint32_t head = 0, tail = 0, busy = 0;
    for (int i = 0; i < SERVERS; i++) spare[i] = i;
    double t0 = now_s();
    int64_t moment = ticks(exponential(stream(arrival_key, 0)) * mean_gap), now = 0;
    at(moment, ARRIVE);
    for (Event e; heap_pop(&heap, &e); events++) {
        now = moment_of(e);
        Customer c;
        uint32_t desk;
        if (event_payload(e) == ARRIVE) {
            c = (Customer){now, 0, made++};
            if (made < n) {
                moment += ticks(exponential(stream(arrival_key, made)) * mean_gap);
                at(moment, ARRIVE);
            }
            if (busy == SERVERS) {
                if (tail - head == RING) { fputs("ring full\n", stderr); return 1; }
                settle(&line, now, tail - head);
                ring[tail++ % RING] = c;
                continue;
            }
            settle(&busy_curve, now, busy);
            desk = spare[busy++];
        } else {
            desk = event_payload(e) - DEPART;
            int64_t stay = now - at_desk[desk].arrived;
            tally(&in_system, stay);
            tally(&own, stay);
            if (head == tail) {
                settle(&busy_curve, now, busy);
                spare[--busy] = desk;
                continue;
            }
            settle(&line, now, tail - head);
            c = ring[head++ % RING];
        }
        int64_t length = ticks(exponential_law(&law, stream(service_key, c.number)));
        tally(&wait_, now - c.arrived);
        tally(&to_help, now - c.arrived);
        tally(&service, length);
        c.granted = now;
        at_desk[desk] = c;
        at(now + length, DEPART + desk);
    }
    double seconds = now_s() - t0;
    Tally none = {0};
    const Tally *all[] = {&in_system, &to_help, &own, &wait_, &none, &none, &service};
    for (int i = 0; i < 7; i++) mix_tally(all[i]);
    uint64_t outcomes[3] = {(uint64_t)in_system.n}, kinds[10] = {service.sum, wait_.sum};
    for (int i = 0; i < 3; i++) mix(outcomes[i]);
    for (int i = 0; i < 10; i++) mix(kinds[i]);
    mix(area(&line));
    mix(area(&busy_curve));
    printf("{\"n\": %ld, \"secs\": %.6f, \"events\": %ld, \"digest\": \"%lx\"}\n", n, seconds, events, digest);
}
