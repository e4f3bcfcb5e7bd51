package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Fusion;
import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Operation;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Recorder;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.core.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Takes fused instructions apart that no walk can carry out with the sizes at hand: where extents
 * that differ as symbols are equal, or 1, the places of their values may no longer be told apart.
 */
final class Unfusing {
  private final Recorder recorder = new Recorder();

  private Unfusing() {}

  /** The program in which every fused instruction can be carried out. */
  static Program of(Program program) {
    boolean fit = program.instructions().stream().map(Instruction::operation).allMatch(Body::fits);
    return fit ? program : new Unfusing().expanded(program);
  }

  private Program expanded(Program program) {
    List<Traced> given = program.inputs().stream().map(recorder::input).toList();
    return recorder.program(copy(program, given));
  }

  private List<Traced> copy(Program program, List<Traced> given) {
    List<Traced> values = new ArrayList<>(Collections.nCopies(program.shapes().size(), null));
    for (int i = 0; i < given.size(); i++) {
      values.set(i, given.get(i));
    }
    for (Instruction line : program.instructions()) {
      Operation operation = line.operation();
      List<Traced> operands = line.operands().stream().map(values::get).toList();
      List<Shape> shapes = line.results().stream().map(program::shape).toList();
      List<Traced> results =
          operation instanceof Fusion fusion && !Body.fits(fusion)
              ? copy(fusion.body(), operands)
              : recorder.append(operation, operands, shapes);
      for (int i = 0; i < results.size(); i++) {
        values.set(line.results().get(i), results.get(i));
      }
    }
    return program.outputs().stream().map(values::get).toList();
  }
}
