// The tape records what is done with w: forward.
var tape = new Tape<DenseTensor>();
var w = tape.variable("w", DenseTensor.scalar(2));
var y = tape.name("y", w.times(w).times(w));

// The graph has the way back too: every edge multiplies what comes from above by its slope.
var graph = ComputationGraph.of(y);

out.println("y = w³ at w = 2\n");
out.print(GraphTable.of(graph));
