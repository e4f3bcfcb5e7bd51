class Swish {
  static <T extends Tensor<T>> T forward(T w, T x) { // y = z ⊙ σ(z), z = W·x
    T z = w.matmul(x);
    return z.times(z.map(Elementary.SIGMOID));
  }

  static <T extends Tensor<T>> T paired(T w, T x, T yBar) { // ⟨ȳ, y⟩
    return yBar.dot(forward(w, x));
  }

  static <T extends Tensor<T>> T wBar(T w, T x, T yBar) { // (ȳ ⊙ (s + z ⊙ s ⊙ (1 − s))) ⊗ x
    T z = w.matmul(x);
    T s = z.map(Elementary.SIGMOID);
    T slope = s.plus(z.times(s).times(z.one().minus(s)));
    return yBar.times(slope).outer(x);
  }

  static <T extends Tensor<T>> T slip(T w, T x, T yBar) { // (ȳ ⊙ s) ⊗ x
    return yBar.times(w.matmul(x).map(Elementary.SIGMOID)).outer(x);
  }
}

// For all sizes, all W, x and ȳ, by a proof.
var gradient = assertGradient(Swish::paired);
var layer = gradient.forAll(matrix("W", "h", "d"), vector("x", "d"), vector("u", "h"));
out.println(layer.isProvedFor(Swish::wBar));

// The second term of the product rule is forgotten easily.
try {
  layer.isProvedFor(Swish::slip);
} catch (AssertionError refuted) {
  out.println(refuted.getMessage());
}
