/** Derivatives of formulas: rule pages, the tape, forward mode. */
module dev.backproof.autodiff {
  requires transitive dev.backproof.core;
  requires static org.jspecify;
  requires static org.objectweb.asm;

  exports dev.backproof.autodiff;
  exports dev.backproof.autodiff.forward;
  exports dev.backproof.autodiff.program;
  exports dev.backproof.autodiff.program.pass;
  exports dev.backproof.autodiff.program.plan;
  exports dev.backproof.autodiff.rule;
  exports dev.backproof.autodiff.tape;
}
