# Speed beside C, a pair of bars for each benchmark; reads .build/ratios.txt, writes SVG.
set terminal svg size 900,420 font "sans-serif,13" background "white"
set encoding utf8
set title "Speed beside C: 1 is as fast"
set style data histogram
set style histogram clustered gap 1
set style fill solid 0.9 border -1
set boxwidth 0.9
set yrange [0:1.2]
set ytics 0.2
set grid ytics linecolor rgb "#cccccc"
set key outside top center horizontal
set xtics scale 0 nomirror font ",11"
plot ".build/ratios.txt" using 2:xtic(1) title "the fastest C of the model" linecolor rgb "#0072b2", \
     "" using 3 title "the C twin: same draws, same results" linecolor rgb "#e69f00"
