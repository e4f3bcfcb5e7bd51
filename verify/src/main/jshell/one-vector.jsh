// Every node is an array, and its cotangent has its shape.
var tape = new Tape<DenseTensor>();
var x = tape.variable("x", DenseTensor.vector(1, -2, 0));
var p = tape.name("p", Functions.squaredL2Norm(x));
var q = tape.name("q", Functions.l1Norm(x));
var loss = tape.name("L", p.plus(q));

// As on paper: without the steps that only move axes about.
var graph = ComputationGraph.onPaper(loss);

out.println("L = ‖x‖₂² + ‖x‖₁ at x = (1, −2, 0)\n");
out.print(GraphTable.of(graph));
