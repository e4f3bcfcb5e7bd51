package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Single;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which instructions go into which group.
 *
 * <p>Groups have stages. An instruction joins the group of its latest operands if it fits there,
 * and else begins one at the next stage; so a group reads only from earlier stages, and no two
 * groups wait for each other. What costs next to nothing (a constant, a repetition, a transpose, a
 * mask) is put into no group: each group that reads it makes it anew.
 */
final class Grouping {
  /** Instructions that are carried out together. */
  static final class Group {
    int stage;
    final Region region;
    boolean hasProduct;

    /** Whether it is one instruction that no region carries out, which nothing can join. */
    boolean isClosed;

    final List<Integer> values = new ArrayList<>();

    /** What is made anew inside. */
    final Set<Integer> copies = new LinkedHashSet<>();

    private Group(Region region) {
      this.region = region;
    }
  }

  /** The most operations that are made anew for one value: chains of them have no end. */
  private static final int MOST_COPIED = 16;

  private final Program program;
  private final int[] makers;
  private final List<List<Integer>> readers;
  private final @Nullable Group[] groups;
  private final boolean[] floating;

  /** For a value that is put into no group, of how many operations it is made. */
  private final int[] copied;

  private final List<Group> made = new ArrayList<>();

  private Grouping(Program program) {
    this.program = program;
    this.makers = program.makers();
    this.readers = program.readers();
    this.groups = new Group[program.shapes().size()];
    this.floating = new boolean[program.shapes().size()];
    this.copied = new int[program.shapes().size()];
  }

  /**
   * Groups the instructions of a program.
   *
   * @throws IllegalArgumentException if an instruction is fused already
   */
  static Grouping of(Program program) {
    Grouping grouping = new Grouping(program);
    for (Instruction line : program.instructions()) {
      grouping.place(line);
    }
    for (int output : program.outputs()) {
      grouping.settle(output);
    }
    return grouping;
  }

  /** The groups, those first that others read from. */
  List<Group> groups() {
    return made.stream().sorted((a, b) -> Integer.compare(a.stage, b.stage)).toList();
  }

  static Op op(Instruction line) {
    if (line.operation() instanceof Single single) {
      return single.op();
    }
    throw new IllegalArgumentException("fusion: " + line.operation() + " is fused already");
  }

  private void place(Instruction line) {
    Op op = op(line);
    int result = line.result();
    int operations = 1;
    for (int operand : line.operands()) {
      operations += copied[operand];
    }
    if (operations <= MOST_COPIED && floats(line)) {
      floating[result] = true;
      copied[result] = operations;
      return;
    }
    if (op.primitive() == Primitive.MATMUL) {
      line.operands().forEach(operand -> settleUnlessAlias(operand, false));
      begin(line);
      return;
    }
    if (!suits(op)) {
      line.operands().forEach(this::settle);
      begin(line);
      return;
    }
    if (join(line, latest(leaves(line))) == null) {
      begin(line);
    }
  }

  /** Whether a region can carry it out at all. */
  private static boolean suits(Op op) {
    return switch (op.primitive()) {
      case PAD, SLICE, SUM_TO, PERMUTE, CUSTOM, RESHAPE, EXPAND, BROADCAST_TO -> false;
      default -> true;
    };
  }

  private boolean floats(Instruction line) {
    Op op = op(line);
    return switch (op.primitive()) {
      case CONSTANT, SIZE, EXPAND, BROADCAST_TO, RESHAPE, ONE_HOT -> true;
      case PERMUTE -> program.shape(line.result()).rank() == 2;
      case MAP -> op.elementary() == Elementary.STEP || (isCheap(op) && isOnInputs(line));
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV -> isOnInputs(line);
      default -> false;
    };
  }

  private static boolean isCheap(Op op) {
    return switch (op.elementary()) {
      case NEGATE, SQUARE, RECIPROCAL, RECT, ABS, SIGN, STEP -> true;
      default -> false;
    };
  }

  /** Whether an instruction, of few operations and read once, needs nothing but inputs. */
  private boolean isOnInputs(Instruction line) {
    if (program.shape(line.result()).rank() > 0 && readers.get(line.result()).size() != 1) {
      return false;
    }
    boolean constant = line.operands().stream().allMatch(this::isConstant);
    return constant || leaves(line).stream().allMatch(program::isInput);
  }

  /** Whether a value is a scalar that depends on no input. */
  private boolean isConstant(int value) {
    return floating[value]
        && program.shape(value).rank() == 0
        && leavesOf(value, new LinkedHashSet<>()).isEmpty();
  }

  /** What an instruction reads that is not made anew. */
  private Set<Integer> leaves(Instruction line) {
    Set<Integer> leaves = new LinkedHashSet<>();
    line.operands().forEach(operand -> leavesOf(operand, leaves));
    return leaves;
  }

  private Set<Integer> leavesOf(int value, Set<Integer> leaves) {
    if (floating[value]) {
      line(value).operands().forEach(v -> leavesOf(v, leaves));
    } else {
      leaves.add(value);
    }
    return leaves;
  }

  /** The groups of the last stage that any of the values come from. */
  private Set<Group> latest(Set<Integer> values) {
    Set<Group> latest = new LinkedHashSet<>();
    int stage = 0;
    for (int value : values) {
      Group group = groups[value];
      if (group == null || group.stage < stage) {
        continue;
      }
      if (group.stage > stage) {
        latest.clear();
        stage = group.stage;
      }
      latest.add(group);
    }
    return latest;
  }

  /** A new group, behind all that the instruction reads. */
  private Group begin(Instruction line) {
    Group group = alone(line);
    if (group == null) {
      line.operands().forEach(this::settle);
      group = alone(line);
    }
    if (group == null) {
      group = new Group(new Region(Shape.SCALAR));
      group.isClosed = true;
    }
    for (Group before : latest(leaves(line))) {
      group.stage = before.stage + 1;
    }
    made.add(group);
    add(group, line.result());
    return group;
  }

  /** A group with the instruction and what floats among its operands; null if they do not fit. */
  private @Nullable Group alone(Instruction line) {
    Op op = op(line);
    Shape shape = program.shape(line.result());
    Shape space = Region.spaceOf(op, line.operands().stream().map(program::shape).toList(), shape);
    if (space == null) {
      return null;
    }
    Group group = new Group(new Region(space));
    if (op.primitive() == Primitive.MATMUL) {
      group.region.product(line.result());
      group.hasProduct = true;
      line.operands().forEach(operand -> copyFloating(group, operand));
      return group;
    }
    return admit(group, line) ? group : null;
  }

  private void add(Group group, int value) {
    groups[value] = group;
    group.values.add(value);
  }

  private @Nullable Group join(Instruction line, Set<Group> candidates) {
    if (candidates.isEmpty() || candidates.stream().anyMatch(before -> before.isClosed)) {
      return null;
    }
    Group group = merged(candidates);
    if (group == null || !admit(group, line)) {
      return null;
    }
    add(group, line.result());
    return group;
  }

  /** One group of several, if they walk over the same space and at most one has a product. */
  private @Nullable Group merged(Set<Group> candidates) {
    Group first = candidates.iterator().next();
    if (candidates.size() == 1) {
      return first;
    }
    long products = candidates.stream().filter(group -> group.hasProduct).count();
    boolean fit =
        products <= 1
            && candidates.stream()
                .allMatch(group -> group.region.space().equals(first.region.space()));
    if (!fit) {
      return null;
    }
    Group into = first;
    for (Group group : candidates) {
      into = group.values.size() > into.values.size() ? group : into;
    }
    for (Group group : candidates) {
      if (group != into) {
        into.region.absorb(group.region);
        into.copies.addAll(group.copies);
        into.hasProduct |= group.hasProduct;
        for (int value : group.values) {
          add(into, value);
        }
        made.remove(group);
      }
    }
    Group whole = into;
    if (products > 0) {
      into.copies.removeIf(value -> isMadeBefore(value, whole));
    }
    return into;
  }

  /** Whether a value has been settled after all: a product reads it where it lies. */
  private boolean isMadeBefore(int value, Group group) {
    Group maker = groups[value];
    return maker != null && maker.stage < group.stage;
  }

  /**
   * Takes an instruction into a group, and before it what floats among its operands: first a
   * product read as a vector, since that says what the others are beside.
   */
  private boolean admit(Group group, Instruction line) {
    for (boolean reshapes : new boolean[] {true, false}) {
      for (int operand : line.operands()) {
        boolean now =
            floating[operand] && (op(line(operand)).primitive() == Primitive.RESHAPE) == reshapes;
        if (now && !admitFloating(group, operand)) {
          return false;
        }
      }
    }
    return group.region.admit(
        op(line),
        line.operands(),
        line.operands().stream().map(program::shape).toList(),
        line.result(),
        program.shape(line.result()));
  }

  private boolean admitFloating(Group group, int value) {
    if (group.copies.contains(value) && group.region.role(value) != null) {
      return true;
    }
    boolean admitted = isConstant(value) || admit(group, line(value));
    if (admitted) {
      copyFloating(group, value);
    }
    return admitted;
  }

  private void copyFloating(Group group, int value) {
    if (floating[value] && group.copies.add(value)) {
      line(value).operands().forEach(operand -> copyFloating(group, operand));
    }
  }

  private Instruction line(int value) {
    return program.instructions().get(makers[value]);
  }

  /** Puts a value that floats into a group after all, so that it can be read from outside. */
  private void settle(int value) {
    if (!floating[value]) {
      return;
    }
    Instruction line = line(value);
    line.operands().forEach(this::settle);
    floating[value] = false;
    copied[value] = 0;
    begin(line);
  }

  /**
   * As {@link #settle}, but leaves what is only another view of a matrix.
   *
   * @param viewed whether the axes of the value are read in another way, as those of a transpose
   *     cannot be
   */
  private void settleUnlessAlias(int value, boolean viewed) {
    if (!floating[value]) {
      return;
    }
    Instruction line = line(value);
    Op op = op(line);
    boolean transposes = op.primitive() == Primitive.PERMUTE;
    boolean alias =
        (transposes && !viewed)
            || op.primitive() == Primitive.RESHAPE
            || (op.primitive() == Primitive.EXPAND && op.size().isOne());
    if (alias) {
      line.operands().forEach(operand -> settleUnlessAlias(operand, viewed || !transposes));
    } else {
      settle(value);
    }
  }
}
