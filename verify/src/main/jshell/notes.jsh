var tape = new Tape<DenseTensor>();
var p =
    new Parameters<>(
        tape.variable("W1", DenseTensor.matrix(new double[][] {{1, 0}, {0, 1}, {1, -1}})),
        tape.variable("b1", DenseTensor.vector(1, 0, 0)),
        tape.variable("W2", DenseTensor.matrix(new double[][] {{1, 0, 1}, {0, 1, -1}})),
        tape.variable("b2", DenseTensor.vector(0, 0)));
var x = tape.variable("x", DenseTensor.vector(1, 2));
var y = tape.constant("y", DenseTensor.scalar(0));

// The same method that trains: here it is recorded, and its inner values get their names.
var at = Network.NOTES.forward(p, x);
tape.name("ha", at.ha());
tape.name("hs", at.hs());
tape.name("oa", at.oa());
var loss = Functions.crossEntropyFromLogits(at.oa(), Network.target(p, y));
var graph = ComputationGraph.onPaper(tape.name("L", loss));

out.println("The network of the notes: x = (1, 2), label 0 of two classes\n");
out.print(GraphTable.of(graph));

// The same as a picture: Files.writeString(Path.of("notes.svg"), Display.of(graph).svg()).
