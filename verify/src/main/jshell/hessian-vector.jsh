class Quartic {
  static <T extends Tensor<T>> T loss(T x) { // L = ¼‖x‖⁴
    T s = Functions.squaredL2Norm(x);
    return x.constant(1, 4).times(s).times(s);
  }
}

var at = DenseTensor.vector(1, 2);
var v = DenseTensor.vector(1, 0);

// The gradient of a point that moves along v: its tangent is the Hessian times v.
var tape = new Tape<Dual<DenseTensor>>();
var x = tape.variable(Dual.of(at, v));
var gradient = Quartic.loss(x).backward().of(x);
out.println("gradient " + gradient.primal());
out.println("H·v      " + gradient.tangent());

// The same in a line, and the whole matrix, one product for each column.
out.println("again    " + Differentiation.hvp(Quartic::loss, at, v));
out.println(Differentiation.hessian(Quartic::loss, at));

// A Newton step solves H·s = g. One step of conjugate gradients, and H is never formed: here
// g points along x, where H stretches by 15, so that one step solves it.
var g = gradient.primal();
var hg = Differentiation.hvp(Quartic::loss, at, g);
var s = g.dot(g).div(g.dot(hg)).times(g);
out.println("s        " + s);
out.println("H·s      " + Differentiation.hvp(Quartic::loss, at, s));
