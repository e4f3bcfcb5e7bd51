package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.pass.Role;
import dev.backproof.autodiff.program.plan.Product.Operand;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the walk of a fused instruction as bytecode: a loop over the rows, in it a loop over the
 * entries for each phase, in which intermediate values are local variables.
 *
 * <p>Each entry is computed by the same operations in the same order as {@link RegionCompiler} has
 * it, so the results are the same, bit for bit; but for a small product, which is summed here in
 * the order of its inner index.
 */
final class WalkGenerator {
  private final Body body;
  private final Slots slots;
  private final @Nullable Product product;
  private final Phases phases;
  private final Emitter code;
  private final int rows;
  private final int width;
  private final int row;
  private final int rowStart;
  private final int entry;
  private final Map<Integer, Integer> arrays = new HashMap<>();
  private final Map<Integer, Integer> columns = new HashMap<>();
  private final Map<Integer, Integer> totals = new LinkedHashMap<>();
  private final Map<Integer, Integer> labels = new HashMap<>();
  private final Set<Integer> scratch = new HashSet<>();
  private final List<Instruction> lines;
  private Map<Integer, Integer> locals = new HashMap<>();

  /** Where operands, results and what is kept for a row or longer lie in the memory of the plan. */
  interface Slots {
    /** The slot of an operand. */
    int operand(int value);

    /** The slot of a result; −1 if the value is none. */
    int result(int value);

    /** The slot of a new array. */
    int add(int length);
  }

  /**
   * A walk.
   *
   * @param product the product, if the walk is to compute it; null if there is none, or it is there
   *     already when the walk begins
   * @param given the slot of the product, if it is there already; else −1
   */
  WalkGenerator(Body body, Slots slots, @Nullable Product product, int given, Emitter code) {
    this.body = body;
    this.slots = slots;
    this.product = product;
    this.phases = new Phases(body);
    this.code = code;
    this.lines = body.program().instructions();
    int[] extents = body.region().space().extents();
    this.width = extents.length == 2 ? extents[1] : body.region().space().count();
    this.rows = extents.length == 2 ? extents[0] : 1;
    this.row = code.newWord();
    this.rowStart = code.newWord();
    this.entry = code.newWord();
    if (given >= 0) {
      arrays.put(Objects.requireNonNull(body.product()).result(), code.array(given));
    }
  }

  /** Writes the whole walk. */
  void emit() {
    prepare();
    code.loop(row, rows, this::emitRow);
    emitTotals();
  }

  private int array(int slot) {
    return code.array(slot);
  }

  /** Loads arrays, computes what does not change, clears the totals. */
  private void prepare() {
    for (int value = 0; value < body.program().inputs().size(); value++) {
      arrays.put(value, array(slots.operand(value)));
    }
    for (int output : body.outputs()) {
      arrays.computeIfAbsent(output, v -> array(slots.result(v)));
    }
    for (Instruction line : lines) {
      int result = line.result();
      Role role = body.region().role(result);
      boolean multiplies = product != null && line.equals(body.product());
      if ((!body.walks(line) && !multiplies) || role == null) {
        continue;
      }
      if (role == Role.SCALAR) {
        computeInto(columns, line, v -> pushScalar(v));
      } else if (role.isTotal() && Body.op(line).primitive() == Primitive.SUM) {
        clearTotal(result, role);
      } else if (role == Role.FULL && slots.result(result) < 0 && crosses(line)) {
        arrays.put(result, array(slots.add(width)));
        scratch.add(result);
      }
    }
  }

  private void clearTotal(int value, Role role) {
    if (role == Role.TOTAL) {
      int local = code.newDouble();
      code.push(0.0);
      code.storeDouble(local);
      totals.put(value, local);
    } else {
      int array = array(slots.add(width));
      arrays.put(value, array);
      code.loop(entry, width, () -> code.storeEntry(array, this::pushEntry, () -> code.push(0.0)));
    }
  }

  /** Whether a value is read in a later phase than its own. */
  private boolean crosses(Instruction line) {
    int own = phases.of(line.result());
    for (Instruction reader : lines) {
      boolean reads =
          !body.isView(reader)
              && reader.operands().stream().anyMatch(v -> body.source(v) == line.result());
      if (reads && phases.of(reader.result()) > own) {
        return true;
      }
    }
    return false;
  }

  private void pushEntry() {
    code.loadInt(entry);
  }

  private void pushRow() {
    code.loadInt(row);
  }

  private void pushPlace() {
    code.loadInt(rowStart);
    code.loadInt(entry);
    code.addInts();
  }

  private void emitRow() {
    code.loadInt(row);
    code.push(width);
    code.timesInts();
    code.storeInt(rowStart);
    for (int phase = 0; phase < phases.count(); phase++) {
      int now = phase;
      begin(now);
      if (lines.stream().anyMatch(line -> isInLoop(line, now))) {
        locals = new HashMap<>();
        code.loop(entry, width, () -> emitEntry(now));
      }
      emitColumns(now);
    }
  }

  /** Whether an instruction does something for each entry in a phase. */
  private boolean isInLoop(Instruction line, int phase) {
    Role role = body.region().role(line.result());
    if (line.equals(body.product())) {
      return product != null && phase == 0;
    }
    if (!body.walks(line) || role == null || phases.of(line.result()) != phase) {
      return false;
    }
    return role == Role.FULL || reducesRow(line) || addsRows(line);
  }

  private boolean reducesRow(Instruction line) {
    Primitive primitive = Body.op(line).primitive();
    return body.region().role(line.result()) == Role.COLUMN
        && (primitive == Primitive.SUM || primitive == Primitive.MAX);
  }

  private boolean addsRows(Instruction line) {
    return body.region().role(line.result()) == Role.TOTAL_ROW
        && Body.op(line).primitive() == Primitive.SUM;
  }

  /** Sets the sums and maxima of a row back, and finds its labels. */
  private void begin(int phase) {
    for (Instruction line : lines) {
      if (!isInLoop(line, phase)) {
        continue;
      }
      if (reducesRow(line)) {
        int local = columns.computeIfAbsent(line.result(), v -> code.newDouble());
        boolean sums = Body.op(line).primitive() == Primitive.SUM;
        code.push(sums ? 0.0 : Double.NEGATIVE_INFINITY);
        code.storeDouble(local);
      } else if (Body.op(line).primitive() == Primitive.ONE_HOT) {
        int local = labels.computeIfAbsent(line.result(), v -> code.newWord());
        int operand = body.source(line.operands().get(0));
        code.label(Objects.requireNonNull(arrays.get(operand)), this::pushRow, width);
        code.storeInt(local);
      }
    }
  }

  private void emitEntry(int phase) {
    for (Instruction line : lines) {
      if (isInLoop(line, phase)) {
        emitEntry(line);
      }
    }
  }

  private void emitEntry(Instruction line) {
    int result = line.result();
    if (reducesRow(line)) {
      int local = Objects.requireNonNull(columns.get(result));
      code.loadDouble(local);
      pushFull(line.operands().get(0));
      if (Body.op(line).primitive() == Primitive.SUM) {
        code.addDoubles();
      } else {
        code.maxDoubles();
      }
      code.storeDouble(local);
      return;
    }
    if (addsRows(line)) {
      int array = Objects.requireNonNull(arrays.get(result));
      code.storeEntry(
          array,
          this::pushEntry,
          () -> {
            code.loadEntry(array, this::pushEntry);
            pushFull(line.operands().get(0));
            code.addDoubles();
          });
      return;
    }
    if (line.equals(body.product())) {
      emitProduct(Objects.requireNonNull(product), result);
    } else if (Body.op(line).primitive() == Primitive.ONE_HOT) {
      int label = Objects.requireNonNull(labels.get(result));
      code.isSame(this::pushEntry, () -> code.loadInt(label));
      store(result);
    } else {
      computeInto(locals, line, this::pushFull);
    }
    keep(result);
  }

  private void store(int result) {
    int local = code.newDouble();
    code.storeDouble(local);
    locals.put(result, local);
  }

  /** Puts a value where later phases or others find it. */
  private void keep(int result) {
    Integer array = arrays.get(result);
    if (array != null) {
      int local = Objects.requireNonNull(locals.get(result));
      code.storeEntry(array, index(result), () -> code.loadDouble(local));
    }
  }

  /** Σₖ A[i, k]·B[k, j] for the entry at hand. */
  private void emitProduct(Product matrices, int result) {
    int sum = code.newDouble();
    int k = code.newWord();
    boolean isVector = body.region().space().rank() == 1;
    Emitter.Code i = isVector ? this::pushEntry : this::pushRow;
    Emitter.Code j = isVector ? () -> code.push(0) : this::pushEntry;
    code.push(0.0);
    code.storeDouble(sum);
    code.loop(
        k,
        matrices.inner(),
        () -> {
          code.loadDouble(sum);
          pushMatrix(matrices.a(), i, () -> code.loadInt(k));
          pushMatrix(matrices.b(), () -> code.loadInt(k), j);
          code.timesDoubles();
          code.addDoubles();
          code.storeDouble(sum);
        });
    locals.put(result, sum);
  }

  private void pushMatrix(Operand matrix, Emitter.Code i, Emitter.Code j) {
    Emitter.Code outer = matrix.transposed() ? j : i;
    Emitter.Code inner = matrix.transposed() ? i : j;
    code.loadEntry(
        matrixArray(matrix.slot()),
        () -> {
          outer.emit();
          code.push(matrix.stride());
          code.timesInts();
          inner.emit();
          code.addInts();
        });
  }

  private int matrixArray(int slot) {
    for (int value = 0; value < body.program().inputs().size(); value++) {
      if (slots.operand(value) == slot) {
        return Objects.requireNonNull(arrays.get(value));
      }
    }
    throw new IllegalStateException("the product reads what is no operand");
  }

  private void emitColumns(int phase) {
    for (Instruction line : lines) {
      Role role = body.region().role(line.result());
      if (!body.walks(line) || role == null || phases.of(line.result()) != phase) {
        continue;
      }
      if (role == Role.COLUMN) {
        if (!reducesRow(line)) {
          computeInto(columns, line, this::pushColumn);
        }
        if (slots.result(line.result()) >= 0) {
          int local = Objects.requireNonNull(columns.get(line.result()));
          code.storeEntry(
              Objects.requireNonNull(arrays.get(line.result())),
              this::pushRow,
              () -> code.loadDouble(local));
        }
      } else if (role == Role.TOTAL && Body.op(line).primitive() == Primitive.SUM) {
        int total = Objects.requireNonNull(totals.get(line.result()));
        code.loadDouble(total);
        pushColumn(line.operands().get(0));
        code.addDoubles();
        code.storeDouble(total);
      }
    }
  }

  private void emitTotals() {
    List<Instruction> rowsOfTotals = new ArrayList<>();
    for (Instruction line : lines) {
      Role role = body.region().role(line.result());
      if (!body.walks(line) || role == null || !role.isTotal()) {
        continue;
      }
      if (role == Role.TOTAL) {
        emitTotal(line);
      } else {
        rowsOfTotals.add(line);
      }
    }
    if (!rowsOfTotals.isEmpty()) {
      locals = new HashMap<>();
      code.loop(entry, width, () -> rowsOfTotals.forEach(this::emitTotalRow));
    }
  }

  private void emitTotal(Instruction line) {
    int result = line.result();
    if (Body.op(line).primitive() != Primitive.SUM) {
      computeInto(totals, line, this::pushTotal);
    }
    if (slots.result(result) >= 0) {
      int local = Objects.requireNonNull(totals.get(result));
      code.storeEntry(
          Objects.requireNonNull(arrays.get(result)),
          () -> code.push(0),
          () -> code.loadDouble(local));
    }
  }

  private void emitTotalRow(Instruction line) {
    int result = line.result();
    if (addsRows(line)) {
      code.loadEntry(Objects.requireNonNull(arrays.get(result)), this::pushEntry);
      store(result);
    } else {
      computeInto(locals, line, this::pushTotal);
    }
    if (slots.result(result) >= 0) {
      int local = Objects.requireNonNull(locals.get(result));
      code.storeEntry(
          code.array(slots.result(result)), this::pushEntry, () -> code.loadDouble(local));
    }
  }

  private interface Push {
    void operand(int value);
  }

  private void computeInto(Map<Integer, Integer> where, Instruction line, Push push) {
    Op op = Body.op(line);
    if (op.primitive() == Primitive.MAP) {
      code.map(op.elementary(), () -> push.operand(line.operands().get(0)));
    } else {
      line.operands().forEach(push::operand);
      code.apply(op);
    }
    int local = where.computeIfAbsent(line.result(), v -> code.newDouble());
    code.storeDouble(local);
  }

  private boolean pushConstant(int value) {
    Double constant = body.constant(body.source(value));
    if (constant != null) {
      code.push(constant);
    }
    return constant != null;
  }

  private void pushScalar(int value) {
    if (pushConstant(value)) {
      return;
    }
    int source = body.source(value);
    Integer local = columns.get(source);
    if (local == null) {
      code.loadEntry(Objects.requireNonNull(arrays.get(source)), () -> code.push(0));
    } else {
      code.loadDouble(local);
    }
  }

  private void pushColumn(int value) {
    if (body.role(value) == Role.SCALAR) {
      pushScalar(value);
      return;
    }
    int source = body.source(value);
    Integer local = columns.get(source);
    if (local == null) {
      code.loadEntry(Objects.requireNonNull(arrays.get(source)), this::pushRow);
    } else {
      code.loadDouble(local);
    }
  }

  private void pushFull(int value) {
    switch (Objects.requireNonNull(body.role(value))) {
      case SCALAR -> pushScalar(value);
      case COLUMN -> pushColumn(value);
      case ROW -> pushLoaded(value, this::pushEntry);
      case FULL -> pushLoaded(value, index(body.source(value)));
      case TOTAL_ROW, TOTAL -> throw new IllegalStateException("a total is read in the walk");
    }
  }

  /** Where the entry at hand stands: in an array of one row or of all. */
  private Emitter.Code index(int value) {
    return scratch.contains(value) ? this::pushEntry : this::pushPlace;
  }

  private void pushLoaded(int value, Emitter.Code index) {
    int source = body.source(value);
    Integer local = locals.get(source);
    if (local == null) {
      code.loadEntry(Objects.requireNonNull(arrays.get(source)), index);
      store(source);
      local = Objects.requireNonNull(locals.get(source));
    }
    code.loadDouble(local);
  }

  private void pushTotal(int value) {
    if (pushConstant(value)) {
      return;
    }
    int source = body.source(value);
    Integer local = locals.containsKey(source) ? locals.get(source) : totals.get(source);
    if (local != null) {
      code.loadDouble(local);
      return;
    }
    if (columns.containsKey(source)) {
      code.loadDouble(Objects.requireNonNull(columns.get(source)));
      return;
    }
    boolean single = body.shape(source).count() == 1;
    code.loadEntry(
        Objects.requireNonNull(arrays.get(source)), single ? () -> code.push(0) : this::pushEntry);
  }
}
