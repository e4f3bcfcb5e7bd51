package dev.backproof.autodiff.program;

import dev.backproof.core.Primitive;
import java.util.List;
import java.util.stream.Collectors;

/** A program as text. */
final class ProgramText {
  private final Program program;
  private final StringBuilder text = new StringBuilder();

  private ProgramText(Program program) {
    this.program = program;
  }

  static String of(Program program) {
    ProgramText writer = new ProgramText(program);
    writer.write("");
    return writer.text.toString();
  }

  private void write(String indent) {
    text.append(indent).append("in  ").append(declared()).append('\n');
    for (Instruction line : program.instructions()) {
      text.append(indent)
          .append(line.results().stream().map(this::typed).collect(Collectors.joining(", ")))
          .append(" = ")
          .append(line.operation())
          .append(constant(line.operation()) ? "" : " " + names(line.operands()))
          .append('\n');
      if (line.operation() instanceof Fusion fusion) {
        ProgramText body = new ProgramText(fusion.body());
        body.write(indent + "    ");
        text.append(body.text);
      }
    }
    text.append(indent).append("out ").append(names(program.outputs())).append('\n');
  }

  private static boolean constant(Operation operation) {
    return operation instanceof Single single
        && (single.op().primitive() == Primitive.CONSTANT
            || single.op().primitive() == Primitive.SIZE);
  }

  private String declared() {
    return program.inputs().stream()
        .map(input -> input.name() + " " + input.shape())
        .collect(Collectors.joining(", "));
  }

  private String names(List<Integer> values) {
    return values.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String typed(int value) {
    return name(value) + " " + program.shape(value);
  }

  private String name(int value) {
    return program.isInput(value) ? program.inputs().get(value).name() : "%" + value;
  }
}
