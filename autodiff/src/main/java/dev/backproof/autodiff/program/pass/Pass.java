package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Program;
import java.util.List;

/** Makes a program better without changing what it means. */
public interface Pass {
  /** What it does, in a few words. */
  String name();

  /** The better program, and what was done. */
  Outcome apply(Program program);

  /**
   * What a pass has made of a program.
   *
   * @param pass its name
   * @param before the program it was given
   * @param after the program it gave
   * @param notes what it did, line by line
   */
  record Outcome(String pass, Program before, Program after, List<String> notes) {
    /** Copies the notes. */
    public Outcome {
      notes = List.copyOf(notes);
    }

    /** The pass, the number of operations before and after, and what was done. */
    @Override
    public String toString() {
      StringBuilder text =
          new StringBuilder(pass + ": " + before.operations() + " → " + after.operations());
      text.append(" operations, ").append(after.instructions().size()).append(" instructions\n");
      notes.forEach(note -> text.append("  ").append(note).append('\n'));
      return text.toString();
    }
  }
}
