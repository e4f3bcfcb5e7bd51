/** What a tensor is: the algebra, its readings on numbers, and derivatives without rules. */
module dev.backproof.core {
  requires static org.jspecify;

  exports dev.backproof.core;
  exports dev.backproof.core.blas;
  exports dev.backproof.core.witness;

  uses dev.backproof.core.blas.NativeProvider;
}
