package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.pass.Role;
import dev.backproof.autodiff.program.plan.BlockStep.Place;
import dev.backproof.autodiff.program.plan.LastProduct.Rest;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.blas.MatrixProduct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Turns a fused instruction into steps on the arrays of a plan. */
final class RegionCompiler {
  /** A block of the walk has about so many entries: 4 KB, a few of which fit the first cache. */
  private static final int BLOCK = 512;

  private final Body body;
  private final List<Integer> operandSlots;
  private final List<Integer> resultSlots;
  private final Arena arena;
  private final Registers registers;
  private final int rows;
  private final int width;
  private final int block;
  private final Map<Integer, Place> places = new HashMap<>();
  private final Map<Integer, Integer> lastRead = new HashMap<>();
  private final Map<Integer, Integer> registerOf = new HashMap<>();
  private final Set<Integer> outputs;
  private final Map<Repeated, Place> repeated = new HashMap<>();
  private final List<BlockStep> before = new ArrayList<>();
  private final List<BlockStep> walk = new ArrayList<>();
  private final List<BlockStep> after = new ArrayList<>();
  private final List<Integer> totals = new ArrayList<>();

  /** Something of a role, repeated to so many entries a row. */
  private record Repeated(Role role, int source, int perRow) {}

  private RegionCompiler(
      Body body, List<Integer> operandSlots, List<Integer> resultSlots, Arena arena) {
    this.body = body;
    this.operandSlots = operandSlots;
    this.resultSlots = resultSlots;
    this.arena = arena;
    this.registers = new Registers(arena);
    this.outputs = new HashSet<>(body.outputs());
    Shape space = body.region().space();
    if (!body.hasRows()) {
      rows = space.count();
      width = 1;
    } else {
      width = space.rank() == 0 ? 1 : space.last().number();
      rows = space.rank() == 2 ? space.size(0).number() : 1;
    }
    block = Math.max(1, Math.min(rows, BLOCK / Math.max(1, width)));
  }

  /**
   * The steps of a fused instruction.
   *
   * @param operandSlots where the operands lie
   * @param resultSlots where the results go
   */
  static Step compile(
      Body body,
      List<Integer> operandSlots,
      List<Integer> resultSlots,
      Arena arena,
      MatrixProduct kernel) {
    return new RegionCompiler(body, operandSlots, resultSlots, arena).compile(kernel);
  }

  private Step compile(MatrixProduct kernel) {
    Instruction line = body.product();
    Optional<LastProduct> last = body.lastProduct();
    RegionProduct product = RegionProduct.NONE;
    Set<Integer> skipped = Set.of();
    if (line != null) {
      if (last.isPresent()) {
        skipped = last.get().skipped();
      } else {
        int target = ProductTarget.of(body).map(this::resultSlot).orElseGet(this::whole);
        places.put(line.result(), new Place(target, width));
        product =
            new RegionProduct.First(
                new ProductOperands(body, operandSlots).product(kernel, line), target);
      }
    }
    noteLastReads(last);
    List<Instruction> lines = body.program().instructions();
    for (int at = 0; at < lines.size(); at++) {
      if (body.walks(lines.get(at)) && !skipped.contains(lines.get(at).result())) {
        emit(lines.get(at));
        release(lines.get(at), at);
      }
    }
    if (line != null && last.isPresent()) {
      emitRest(last.get());
      product = last(new ProductOperands(body, operandSlots).product(kernel, line), last.get());
    }
    RegionStep.Parts parts = new RegionStep.Parts();
    parts.before = before.toArray(BlockStep[]::new);
    parts.walk = walk.toArray(BlockStep[]::new);
    parts.after = after.toArray(BlockStep[]::new);
    parts.totals = totals.stream().mapToInt(Integer::intValue).toArray();
    parts.rows = walk.isEmpty() ? 0 : rows;
    parts.block = block;
    return new RegionStep(parts, product);
  }

  private void noteLastReads(Optional<LastProduct> last) {
    List<Instruction> lines = body.program().instructions();
    for (int at = 0; at < lines.size(); at++) {
      if (!body.isView(lines.get(at))) {
        for (int operand : lines.get(at).operands()) {
          lastRead.put(body.source(operand), at);
        }
      }
    }
    last.ifPresent(
        product ->
            product.rest().forEach(part -> lastRead.put(body.source(part.value()), lines.size())));
  }

  /** Gives the registers back that are read for the last time. */
  private void release(Instruction line, int at) {
    line.operands().stream()
        .map(body::source)
        .distinct()
        .filter(source -> Objects.equals(lastRead.get(source), at))
        .map(registerOf::remove)
        .filter(Objects::nonNull)
        .forEach(registers::release);
  }

  private int whole() {
    return arena.add(new double[rows * width]);
  }

  private int resultSlot(int value) {
    return resultSlots.get(body.outputs().indexOf(value));
  }

  private RegionProduct last(Product matrices, LastProduct last) {
    return new RegionProduct.Last(
        matrices,
        last.negative(),
        last.factors().stream().map(this::scalarSlot).toList(),
        !last.rest().isEmpty(),
        resultSlot(body.outputs().get(0)));
  }

  private int scalarSlot(int value) {
    Place made = places.get(body.source(value));
    if (made != null) {
      return made.slot();
    }
    Double constant = body.constant(body.source(value));
    return constant == null
        ? operandSlots.get(body.source(value))
        : arena.add(new double[] {constant});
  }

  /** What the product is added to: ±value·factors, one after the other. */
  private void emitRest(LastProduct last) {
    Place result = new Place(resultSlot(body.outputs().get(0)), width);
    List<Rest> parts = new ArrayList<>(last.rest());
    parts.sort((a, b) -> Boolean.compare(isPlain(b), isPlain(a)));
    Place sum = null;
    for (Rest part : parts) {
      Place value = full(part.value());
      for (int factor : part.factors()) {
        value = binary(Primitive.TIMES, value, full(factor), register(width));
      }
      if (sum == null) {
        sum = part.negative() ? negated(value) : value;
      } else {
        Primitive joins = part.negative() ? Primitive.MINUS : Primitive.PLUS;
        sum = binary(joins, sum, value, register(width));
      }
    }
    if (sum != null) {
      walk.add(new BlockStep.Copy(sum, result, width));
    }
  }

  private static boolean isPlain(Rest part) {
    return !part.negative() && part.factors().isEmpty();
  }

  private Place negated(Place value) {
    Place to = register(width);
    walk.add(new BlockStep.Map(Elementary.NEGATE, value, to, width));
    return to;
  }

  private Place binary(Primitive primitive, Place a, Place b, Place y) {
    walk.add(new BlockStep.Binary(primitive, a, 1, b, 1, y, width));
    return y;
  }

  private void emit(Instruction line) {
    Role role = Objects.requireNonNull(body.region().role(line.result()));
    Op op = Body.op(line);
    if (op.primitive() == Primitive.SUM || op.primitive() == Primitive.MAX) {
      reduce(line, role);
    } else if (op.primitive() == Primitive.ONE_HOT) {
      Place labels = new Place(operandSlots.get(body.source(line.operands().get(0))), 1);
      walk.add(new BlockStep.OneHot(labels, place(line.result(), width), width));
    } else if (role.isTotal()) {
      int entries = role == Role.TOTAL ? 1 : width;
      entrywise(
          op, operands(line, v -> total(v, entries)), place(line.result(), 0), entries, after);
    } else if (role == Role.SCALAR) {
      Place y = new Place(arena.add(new double[1]), 0);
      places.put(line.result(), y);
      entrywise(op, operands(line, this::scalar), y, 1, before);
    } else if (role == Role.COLUMN) {
      entrywise(op, operands(line, this::column), place(line.result(), 1), 1, walk);
    } else {
      entrywise(op, operands(line, this::full), place(line.result(), width), width, walk);
    }
  }

  private interface Finder {
    Place find(int value);
  }

  private static List<Place> operands(Instruction line, Finder finder) {
    List<Place> found = new ArrayList<>();
    line.operands().forEach(operand -> found.add(finder.find(operand)));
    return found;
  }

  private static void entrywise(Op op, List<Place> in, Place y, int width, List<BlockStep> steps) {
    steps.add(
        switch (op.primitive()) {
          case MAP -> new BlockStep.Map(op.elementary(), in.get(0), y, width);
          case DETACH -> new BlockStep.Copy(in.get(0), y, width);
          case WHERE -> new BlockStep.Where(in.get(0), in.get(1), in.get(2), y, width);
          default -> new BlockStep.Binary(op.primitive(), in.get(0), 1, in.get(1), 1, y, width);
        });
  }

  private void reduce(Instruction line, Role role) {
    int operand = line.operands().get(0);
    if (role == Role.COLUMN) {
      boolean sums = Body.op(line).primitive() == Primitive.SUM;
      Place x = full(operand);
      walk.add(new BlockStep.AlongRow(sums, x, place(line.result(), 1), width));
      return;
    }
    int entries = role == Role.TOTAL ? 1 : width;
    Place x = role == Role.TOTAL ? column(operand) : full(operand);
    int total = arena.add(new double[entries]);
    totals.add(total);
    walk.add(new BlockStep.OverRows(x, total, entries));
    places.put(line.result(), new Place(total, 0));
    if (outputs.contains(line.result())) {
      Place result = new Place(resultSlot(line.result()), 0);
      after.add(new BlockStep.Copy(new Place(total, 0), result, entries));
    }
  }

  /** Where a value goes: to its result, if it is one, else to a register. */
  private Place place(int value, int perRow) {
    if (outputs.contains(value)) {
      places.put(value, new Place(resultSlot(value), perRow));
    } else {
      int slot = registers.take(perRow == 0 ? Math.max(1, width) : block * perRow);
      registerOf.put(value, slot);
      places.put(value, new Place(slot, 0));
    }
    return Objects.requireNonNull(places.get(value));
  }

  private Place register(int perRow) {
    return new Place(registers.take(block * perRow), 0);
  }

  /** A value as a block of whole rows. */
  private Place full(int value) {
    return switch (Objects.requireNonNull(body.role(value))) {
      case FULL -> made(value, width);
      case SCALAR -> filled(value, width);
      case COLUMN -> spread(value);
      case ROW -> rows(value);
      case TOTAL_ROW, TOTAL -> throw new IllegalStateException("a total is read in the walk");
    };
  }

  /** A value as a block of one entry a row. */
  private Place column(int value) {
    return body.role(value) == Role.SCALAR ? filled(value, 1) : made(value, 1);
  }

  private Place made(int value, int perRow) {
    int source = body.source(value);
    Place place = places.get(source);
    return place != null ? place : new Place(operandSlots.get(source), perRow);
  }

  /** A scalar, repeated over a block. */
  private Place filled(int value, int perRow) {
    int source = body.source(value);
    Double constant = body.constant(source);
    return repeated.computeIfAbsent(
        new Repeated(Role.SCALAR, source, perRow),
        key -> {
          if (constant != null) {
            return new Place(registers.constant(constant, block * perRow), 0);
          }
          Place to = new Place(arena.add(new double[block * perRow]), 0);
          before.add(new BlockStep.Spread(scalar(source), to, block * perRow));
          return to;
        });
  }

  /** A scalar as it is. */
  private Place scalar(int value) {
    int source = body.source(value);
    Place place = places.get(source);
    return place != null ? place : new Place(scalarSlot(source), 0);
  }

  /** A row, repeated over a block. */
  private Place rows(int value) {
    int source = body.source(value);
    Place from = new Place(operandSlots.get(source), 0);
    if (block == 1) {
      return from;
    }
    return repeated.computeIfAbsent(
        new Repeated(Role.ROW, source, width),
        key -> {
          Place to = new Place(arena.add(new double[block * width]), 0);
          before.add(new BlockStep.Repeat(from, to, width, block));
          return to;
        });
  }

  /** A column, each entry repeated along its row. */
  private Place spread(int value) {
    Place from = made(value, 1);
    return repeated.computeIfAbsent(
        new Repeated(Role.COLUMN, body.source(value), width),
        key -> {
          Place to = new Place(arena.add(new double[block * width]), 0);
          walk.add(new BlockStep.Spread(from, to, width));
          return to;
        });
  }

  /** A value as a total has it. */
  private Place total(int value, int entries) {
    Double constant = body.constant(body.source(value));
    if (constant != null) {
      return new Place(registers.constant(constant, entries), 0);
    }
    Role role = Objects.requireNonNull(role(value));
    boolean single = role == Role.SCALAR || role == Role.TOTAL;
    Place from = made(value, 0);
    if (!single || entries == 1) {
      return new Place(from.slot(), 0);
    }
    Place to = new Place(arena.add(new double[entries]), 0);
    after.add(new BlockStep.Spread(new Place(from.slot(), 0), to, entries));
    return to;
  }

  private Role role(int value) {
    Role role = body.role(value);
    if (body.isInput(value)) {
      return body.shape(value).rank() == 0 ? Role.SCALAR : Role.ROW;
    }
    return Objects.requireNonNull(role);
  }
}
