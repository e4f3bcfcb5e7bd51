class Neighbours {
  static <T extends Tensor<T>> T products(T x) { // [3] → [2]: (x₀x₁, x₁x₂)
    return x.slice(0, 0, 2).times(x.slice(0, 1, 3));
  }
}

var x = DenseTensor.vector(2, 3, 5);
out.println("f(x) " + Neighbours.products(x));

// Reverse mode pulls a cotangent of f(x) back to a row of J. Two values, two sweeps.
for (int i = 0; i < 2; i++) {
  var e = DenseTensor.vector(0, 0).with(i, 1);
  out.println("row " + i + "    " + Differentiation.vjp(Neighbours::products, x, e));
}

// Forward mode pushes a tangent of x on to a column of J. Three variables, three runs.
for (int j = 0; j < 3; j++) {
  var e = DenseTensor.vector(0, 0, 0).with(j, 1);
  out.println("column " + j + " " + Differentiation.jvp(Neighbours::products, x, e).tangent());
}

// The whole matrix at once.
out.println(Differentiation.jacobian(Neighbours::products, x));

// Forward and reverse mode test each other: ⟨w, J·v⟩ = ⟨Jᵀ·w, v⟩ for any v and w.
var v = DenseTensor.vector(1, 2, -1);
var w = DenseTensor.vector(1, 2);
var forward = Differentiation.jvp(Neighbours::products, x, v).tangent();
var reverse = Differentiation.vjp(Neighbours::products, x, w);
out.println("⟨w, J·v⟩ = " + w.dot(forward) + ", ⟨Jᵀ·w, v⟩ = " + reverse.dot(v));
