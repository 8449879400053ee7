// Draws of one law, each from the stream of an entity of its own: draws-twin NUMBER INPUTS exponential|lognormal|gamma
#include "../c-limit/out.h"
#include "draws.h"

#define ALL(draw) for (uint32_t i = 0; i < n; i++) { double x = draw(&law, stream(keys[0], i)); uint64_t b; memcpy(&b, &x, 8); digest ^= b; }

int main(int argc, char **argv) {
    if (argc < 4) return 64;
    uint32_t n = atol(argv[1]);
    uint64_t digest = 0;
    read_inputs(argv[2]);
    make_layers();
    Law law = laws[0];
    double t0 = now_s();
    if (argv[3][0] == 'e') ALL(exponential_law)
    else if (argv[3][0] == 'l') ALL(lognormal_law)
    else ALL(gamma_law)
    printf("{\"n\": %u, \"secs\": %.6f, \"digest\": \"%lx\"}\n", n, now_s() - t0, digest);
}
