package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Program;

/** Makes a program better without changing what it means. */
public interface Pass {
  /** What it does, in a few words. */
  String name();

  /** The better program. */
  Program apply(Program program);
}
