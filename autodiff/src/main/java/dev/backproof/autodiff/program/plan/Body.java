package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Fusion;
import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Operation;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Single;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.autodiff.program.pass.Region;
import dev.backproof.autodiff.program.pass.Role;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The inside of a fused instruction, taken apart: its product, its constants, its walk. */
final class Body {
  /** Multiply-adds up to which calling a kernel costs more than it saves. */
  private static final long SMALL_PRODUCT = 256;

  /** Instructions of which a method is made that stays below 8,000 bytes. */
  private static final int LONGEST_METHOD = 120;

  private final Program program;
  private final int[] makers;
  private final Region region;
  private final Map<Integer, Double> constants = new HashMap<>();
  private final Set<Integer> views = new HashSet<>();
  private final Phases phases;
  private final Optional<LastProduct> lastProduct;
  private @Nullable Instruction product;

  /**
   * Takes a body apart.
   *
   * @param program without symbols, constants folded
   */
  Body(Program program) {
    this.program = program;
    this.makers = program.makers();
    this.region = new Region(space());
    for (Instruction line : program.instructions()) {
      if (op(line).primitive() == Primitive.MATMUL) {
        product = line;
        line.operands().forEach(this::addViews);
        region.product(line.result());
      }
    }
    // A product read as a vector says what everything else is beside, so it comes first.
    program.instructions().stream().filter(this::reshapesProduct).forEach(this::admit);
    program.instructions().stream().filter(l -> !reshapesProduct(l)).forEach(this::admit);
    phases = new Phases(this);
    lastProduct = LastProduct.of(this);
  }

  /** The inside of a fused instruction. */
  static Body of(Fusion fusion) {
    return new Body(Optimizer.fold(fusion.body()));
  }

  /** Whether an operation, if it is fused, can be taken apart. */
  static boolean fits(Operation operation) {
    try {
      return !(operation instanceof Fusion fusion) || !of(fusion).program.shapes().isEmpty();
    } catch (IllegalArgumentException misfit) {
      return false;
    }
  }

  private boolean reshapesProduct(Instruction line) {
    return product != null
        && op(line).primitive() == Primitive.RESHAPE
        && line.operands().get(0) == product.result();
  }

  /** The largest of the spaces that instructions can walk over, the first of equally large ones. */
  private Shape space() {
    Shape found = null;
    for (Instruction line : program.instructions()) {
      Shape space =
          Region.spaceOf(
              op(line),
              line.operands().stream().map(program::shape).toList(),
              program.shape(line.result()));
      if (op(line).primitive() == Primitive.MATMUL) {
        return Objects.requireNonNull(space);
      }
      boolean larger = space != null && (found == null || found.count() < space.count());
      found = larger ? space : found;
    }
    if (found == null) {
      throw new IllegalArgumentException("plan: nothing to walk over in\n" + program);
    }
    return found;
  }

  private void addViews(int value) {
    if (!program.isInput(value) && views.add(value)) {
      line(value).operands().forEach(this::addViews);
    }
  }

  private void admit(Instruction line) {
    Op op = op(line);
    int result = line.result();
    if (line.equals(product)) {
      return;
    }
    if (op.primitive() == Primitive.CONSTANT) {
      constants.put(result, op.constant().value());
      return;
    }
    boolean admitted =
        line.operands().stream().allMatch(v -> program.isInput(v) || role(v) != null)
            && region.admit(
                op,
                line.operands(),
                line.operands().stream().map(program::shape).toList(),
                result,
                program.shape(result));
    if (!admitted && !views.contains(result)) {
      throw new IllegalArgumentException("plan: " + op + " fits into no walk in\n" + program);
    }
  }

  Program program() {
    return program;
  }

  Region region() {
    return region;
  }

  /** The product of matrices, if there is one. */
  @Nullable Instruction product() {
    return product;
  }

  /** How often a row is gone through before a value is there. */
  Phases phases() {
    return phases;
  }

  /** What the result is made of, if the product is added to it last. */
  Optional<LastProduct> lastProduct() {
    return lastProduct;
  }

  static Op op(Instruction line) {
    return ((Single) line.operation()).op();
  }

  /** The instruction that makes a value that is no input. */
  Instruction line(int value) {
    return program.instructions().get(makers[value]);
  }

  /** The position of the instruction that makes a value; −1 for an input. */
  int position(int value) {
    return makers[value];
  }

  Shape shape(int value) {
    return program.shape(value);
  }

  boolean isInput(int value) {
    return program.isInput(value);
  }

  /** The value of a constant, if it is one. */
  @Nullable Double constant(int value) {
    return constants.get(value);
  }

  /** The role of a value, made inside or read from outside. */
  @Nullable Role role(int value) {
    if (constants.containsKey(value)) {
      return Role.SCALAR;
    }
    return isInput(value) ? region.outside(shape(value)) : region.role(value);
  }

  /** Whether an instruction only shows the same entries in another way. */
  boolean isView(Instruction line) {
    return switch (op(line).primitive()) {
      case EXPAND, BROADCAST_TO, RESHAPE -> true;
      default -> false;
    };
  }

  /** What a value shows in another way; itself if it does not. */
  int source(int value) {
    int source = value;
    while (!isInput(source) && isView(line(source))) {
      source = line(source).operands().get(0);
    }
    return source;
  }

  /** Whether an instruction is part of the walk, or of what comes behind it. */
  boolean walks(Instruction line) {
    return !line.equals(product)
        && op(line).primitive() != Primitive.CONSTANT
        && !isView(line)
        && region.role(line.result()) != null;
  }

  /** Whether any value has one entry for a row, or is the same for all rows. */
  boolean hasRows() {
    for (int value = 0; value < program.shapes().size(); value++) {
      Role role = isInput(value) ? readRole(value) : region.role(value);
      if (role != null && role != Role.FULL && role != Role.SCALAR) {
        return true;
      }
    }
    return program.instructions().stream().anyMatch(l -> op(l).primitive() == Primitive.ONE_HOT);
  }

  /** The role of an input that the walk reads; null if only the product does. */
  private @Nullable Role readRole(int value) {
    return region.outside(shape(value));
  }

  List<Integer> outputs() {
    return program.outputs();
  }

  /** Whether the product is so small that the walk computes it entry by entry. */
  boolean multipliesInWalk() {
    if (product == null || !isShort()) {
      return false;
    }
    int[] left = shape(product.operands().get(0)).extents();
    int[] right = shape(product.operands().get(1)).extents();
    return (long) left[0] * left[1] * right[1] <= SMALL_PRODUCT;
  }

  /** Whether a class may be made of it: the JVM leaves long methods uncompiled. */
  boolean isShort() {
    return GeneratedWalk.available() && program.instructions().size() <= LONGEST_METHOD;
  }
}
