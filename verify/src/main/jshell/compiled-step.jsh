class LeastSquares {
  static <T extends Tensor<T>> T loss(T w, T x, T y) { // L = ½‖X·w − y‖²
    return x.constant(1, 2).times(Functions.squaredL2Norm(x.matmul(w).minus(y)));
  }

  static List<Traced> step(List<Traced> in) { // from w, X, y, η to L and w − η·∂L/∂w
    var tape = new Tape<Traced>();
    var w = tape.variable(in.get(0));
    var loss = loss(w, tape.constant(in.get(1)), tape.constant(in.get(2)));
    var gradient = loss.backward().of(w);
    return List.of(loss.primal(), in.get(0).minus(in.get(3).times(gradient)));
  }
}

// Recorded once, for all sizes, then optimised.
var d = Size.symbol("d");
var n = Size.symbol("n");
var inputs =
    List.of(
        new Input("w", Shape.of(d)),
        new Input("X", Shape.of(n, d)),
        new Input("y", Shape.of(n)),
        new Input("eta", Shape.SCALAR));
var recorded = Program.trace(inputs, LeastSquares::step);
var program = Optimizer.optimize(recorded);
out.println(recorded.operations() + " operations recorded, " + program.operations() + " left");
out.print(program); // as a picture: Display.of(program).svg()

// With sizes put in, it runs on arrays of yours and allocates nothing.
var shapes = List.of(Shape.of(2), Shape.of(3, 2), Shape.of(3), Shape.SCALAR);
var plan = Planner.standard().plan(program, shapes);
double[] w = {0, 0};
double[] x = {1, 0, 0, 1, 1, 1};
double[] y = {1, 2, 3};
double[] eta = {0.25};
double[] loss = {0};
double[] next = {0, 0};
for (int step = 0; step <= 40; step++) {
  plan.run(new double[][] {w, x, y, eta}, new double[][] {loss, next});
  if (step % 10 == 0) {
    out.println("step " + step + ": w " + Arrays.toString(w) + ", loss " + (float) loss[0]);
  }
  System.arraycopy(next, 0, w, 0, 2);
}
