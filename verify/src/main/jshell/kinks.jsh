class Rectifier {
  static <T extends Tensor<T>> T rect(T z) {
    return z.map(Elementary.RECT);
  }

  static <T extends Tensor<T>> T maximum(T z) {
    return z.maximum(z.zero());
  }

  static <T extends Tensor<T>> T clip(T z) {
    return Functions.clip(z, z.zero(), z.constant(1000));
  }

  static <T extends Tensor<T>> T disguise(T z) { // rect(z) − rect(−z) = z
    return rect(z).minus(rect(z.negate()));
  }

  static <T extends Tensor<T>> T one(T z) {
    return z.one();
  }
}

// Off the kink they agree; at 0 each spelling has a slope of its own, by convention.
for (double at : new double[] {-1, 0, 1}) {
  var z = DenseTensor.scalar(at);
  var rect = Differentiation.grad(Rectifier::rect, z);
  var maximum = Differentiation.grad(Rectifier::maximum, z);
  var clip = Differentiation.grad(Rectifier::clip, z);
  out.println("at " + z + ": rect′ " + rect + ", maximum′ " + maximum + ", clip′ " + clip);
}

// Differences see that there is no derivative, and say so.
var kink = DenseTensor.scalar(0);
var f = Formula.of(Rectifier::rect);
out.println("differences at 0: " + FiniteDifferences.gradient(f, List.of(kink), 0).get(0));

// A convention is not a derivative: rect(z) − rect(−z) is z, and its slope is 1 everywhere.
out.println("(rect(z) − rect(−z))′ at 0: " + Differentiation.grad(Rectifier::disguise, kink));

// So 1 is proved off the kink; for every z it is not what the engine gives.
var slope = assertGradient(Rectifier::disguise).forAll(scalar("z"));
out.println(slope.isProvedOffTheKinksFor(Rectifier::one));
try {
  slope.isProvedFor(Rectifier::one);
} catch (AssertionError refuted) {
  out.println(refuted.getMessage());
}
