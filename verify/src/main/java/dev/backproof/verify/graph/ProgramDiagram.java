package dev.backproof.verify.graph;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.verify.graph.Diagram.Box;
import dev.backproof.verify.graph.Diagram.Line;
import dev.backproof.verify.graph.Diagram.Link;
import dev.backproof.verify.graph.Diagram.Role;
import dev.backproof.verify.graph.Diagram.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program as a diagram: a box for each input and each instruction, a link for each use of a
 * value.
 *
 * <p>Values are called as in the text of the program: inputs by their names, the others {@code %5}.
 */
public final class ProgramDiagram {
  private final Program program;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  private ProgramDiagram(Program program) {
    this.program = program;
  }

  /** The diagram. */
  public static Diagram of(Program program) {
    return new ProgramDiagram(program).draw();
  }

  private Diagram draw() {
    String[] made = new String[program.shapes().size()];
    for (int i = 0; i < program.inputs().size(); i++) {
      made[i] = "in" + i;
      boxes.add(new Box(made[i], Style.VARIABLE, List.of(typed(i)), ""));
    }
    for (int i = 0; i < program.instructions().size(); i++) {
      Instruction instruction = program.instructions().get(i);
      String id = "i" + i;
      List<Line> lines = new ArrayList<>();
      instruction.results().forEach(result -> lines.add(typed(result)));
      lines.add(new Line(Role.OPERATION, Diagrams.cut(instruction.operation().toString())));
      boolean gives = instruction.results().stream().anyMatch(program.outputs()::contains);
      boxes.add(new Box(id, gives ? Style.RESULT : Style.OPERATION, lines, operation(instruction)));
      for (int k = 0; k < instruction.operands().size(); k++) {
        int operand = instruction.operands().get(k);
        links.add(new Link(id + "-" + k, made[operand], id, true, name(operand)));
      }
      instruction.results().forEach(result -> made[result] = id);
    }
    return new Diagram(boxes, links);
  }

  private String operation(Instruction instruction) {
    String operands =
        instruction.operands().stream().map(this::name).collect(Collectors.joining(", "));
    return instruction.operation() + (operands.isEmpty() ? "" : " of " + operands);
  }

  private Line typed(int value) {
    return new Line(Role.NAME, Diagrams.cut(name(value) + " " + program.shape(value)));
  }

  private String name(int value) {
    return program.isInput(value) ? program.inputs().get(value).name() : "%" + value;
  }
}
