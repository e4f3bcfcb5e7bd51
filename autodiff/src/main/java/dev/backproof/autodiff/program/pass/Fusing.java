package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Fusion;
import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Recorder;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.pass.Grouping.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Puts brackets around instructions that are carried out in one go: a product of matrices with what
 * is done to its entries, chains of entrywise operations, sums and maxima over rows with what
 * follows from them. Nothing is replaced.
 */
final class Fusing {
  private final Program program;
  private final int[] makers;
  private final Grouping grouping;
  private final Set<Integer> wanted = new HashSet<>();
  private final Recorder recorder = new Recorder();
  private final Map<Integer, Traced> outer = new HashMap<>();

  private Fusing(Program program) {
    this.program = program;
    this.makers = program.makers();
    this.grouping = Grouping.of(program);
    this.wanted.addAll(program.outputs());
  }

  static Program fuse(Program program) {
    return new Fusing(program).fused();
  }

  private Program fused() {
    for (int value = 0; value < program.inputs().size(); value++) {
      outer.put(value, recorder.input(program.inputs().get(value)));
    }
    List<Group> groups = grouping.groups();
    groups.forEach(this::noteReads);
    groups.forEach(this::emit);
    return DeadCode.drop(
        recorder.program(program.outputs().stream().map(this::outerValue).toList()));
  }

  private Traced outerValue(int value) {
    return Objects.requireNonNull(outer.get(value));
  }

  /** What a group reads from outside is wanted as a result of whoever makes it. */
  private void noteReads(Group group) {
    wanted.addAll(reads(group));
  }

  private List<Integer> reads(Group group) {
    Set<Integer> inside = new LinkedHashSet<>(group.values);
    inside.addAll(group.copies);
    Set<Integer> reads = new LinkedHashSet<>();
    group.values.forEach(value -> addReads(value, inside, reads));
    group.copies.forEach(value -> addReads(value, inside, reads));
    return List.copyOf(reads);
  }

  private void addReads(int value, Set<Integer> inside, Set<Integer> reads) {
    for (int operand : line(value).operands()) {
      if (!inside.contains(operand)) {
        reads.add(operand);
      }
    }
  }

  private Instruction line(int value) {
    return program.instructions().get(makers[value]);
  }

  private void emit(Group group) {
    List<Integer> reads = reads(group);
    if (group.values.size() == 1 && group.copies.isEmpty()) {
      int value = group.values.get(0);
      outer.put(
          value,
          recorder
              .append(
                  line(value).operation(),
                  line(value).operands().stream().map(this::outerValue).toList(),
                  List.of(program.shape(value)))
              .get(0));
      return;
    }
    List<Integer> results = group.values.stream().filter(wanted::contains).toList();
    Body body = new Body(reads);
    group.values.forEach(body::copy);
    List<Traced> made =
        recorder.append(
            new Fusion(body.program(results)),
            reads.stream().map(this::outerValue).toList(),
            results.stream().map(program::shape).toList());
    for (int i = 0; i < results.size(); i++) {
      outer.put(results.get(i), made.get(i));
    }
  }

  /** The inside of a fused instruction, while it is copied. */
  private final class Body {
    private final Recorder recorder = new Recorder();
    private final Map<Integer, Traced> inner = new HashMap<>();

    Body(List<Integer> reads) {
      for (int i = 0; i < reads.size(); i++) {
        inner.put(reads.get(i), recorder.input(new Input(letter(i), program.shape(reads.get(i)))));
      }
    }

    private String letter(int i) {
      return i < 26 ? String.valueOf((char) ('a' + i)) : "in" + i;
    }

    Traced copy(int value) {
      Traced before = inner.get(value);
      if (before != null) {
        return before;
      }
      List<Traced> operands = new ArrayList<>();
      for (int operand : line(value).operands()) {
        operands.add(copy(operand));
      }
      Traced made = recorder.apply(Grouping.op(line(value)), operands);
      inner.put(value, made);
      return made;
    }

    Program program(List<Integer> results) {
      return recorder.program(results.stream().map(this::copy).toList());
    }
  }
}
