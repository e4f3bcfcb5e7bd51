package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.pass.Role;
import dev.backproof.core.Elementary;
import dev.backproof.core.Primitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
  private final WalkValues values;
  private final int rows;
  private final int width;
  private final Map<Integer, Integer> labels = new HashMap<>();
  private final List<Instruction> lines;

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
    this.phases = body.phases();
    this.code = code;
    this.lines = body.program().instructions();
    int[] extents = body.region().space().extents();
    this.width = extents.length == 2 ? extents[1] : body.region().space().count();
    this.rows = extents.length == 2 ? extents[0] : 1;
    this.values = new WalkValues(body, code);
    if (given >= 0) {
      values.arrays.put(Objects.requireNonNull(body.product()).result(), code.array(given));
    }
  }

  /** Writes the whole walk. */
  void emit() {
    prepare();
    code.loop(values.row, rows, this::emitRow);
    emitTotals();
  }

  private int array(int slot) {
    return code.array(slot);
  }

  /** Loads arrays, computes what does not change, clears the values.totals. */
  private void prepare() {
    for (int value = 0; value < body.program().inputs().size(); value++) {
      values.arrays.put(value, array(slots.operand(value)));
    }
    for (int output : body.outputs()) {
      values.arrays.computeIfAbsent(output, v -> array(slots.result(v)));
    }
    for (Instruction line : lines) {
      int result = line.result();
      Role role = body.region().role(result);
      boolean multiplies = product != null && line.equals(body.product());
      if ((!body.walks(line) && !multiplies) || role == null) {
        continue;
      }
      if (role == Role.SCALAR) {
        values.computeInto(values.columns, line, values::pushScalar);
      } else if (role.isTotal() && Body.op(line).primitive() == Primitive.SUM) {
        clearTotal(result, role);
      } else if (role == Role.FULL && slots.result(result) < 0 && crosses(line)) {
        values.arrays.put(result, array(slots.add(width)));
        values.scratch.add(result);
      }
    }
  }

  private void clearTotal(int value, Role role) {
    if (role == Role.TOTAL) {
      int local = code.newDouble();
      code.push(0.0);
      code.storeDouble(local);
      values.totals.put(value, local);
    } else {
      int array = array(slots.add(width));
      values.arrays.put(value, array);
      code.loop(
          values.entry,
          width,
          () -> code.storeEntry(array, values::pushEntry, () -> code.push(0.0)));
    }
  }

  /** Whether a value is read in a later phase than its own. */
  private boolean crosses(Instruction line) {
    return readers(line).anyMatch(r -> phases.of(r.result()) > phases.of(line.result()));
  }

  private Stream<Instruction> readers(Instruction line) {
    return lines.stream()
        .filter(reader -> !body.isView(reader))
        .filter(r -> r.operands().stream().anyMatch(v -> body.source(v) == line.result()));
  }

  /**
   * Whether an instruction has a loop of its own behind that of its phase, in place: a rect that
   * nothing in the phase reads. Between other operations it is computed one by one, alone eight at
   * a time.
   */
  private boolean comesLast(Instruction line) {
    return Body.op(line).primitive() == Primitive.MAP
        && Body.op(line).elementary() == Elementary.RECT
        && values.arrays.containsKey(line.result())
        && readers(line).noneMatch(r -> phases.of(r.result()) == phases.of(line.result()));
  }

  /** Counts positions, not entries: of a sum of two integers HotSpot makes no vector loop here. */
  private void emitLast(Instruction line) {
    int array = values.array(line.result());
    int position = code.newWord();
    Emitter.Code first = values.rowStart(line.result());
    Emitter.Code at = () -> code.loadInt(position);
    code.loop(
        position,
        first,
        () -> {
          first.emit();
          code.push(width);
          code.addInts();
        },
        () ->
            code.storeEntry(
                array,
                at,
                () -> code.map(Body.op(line).elementary(), () -> code.loadEntry(array, at))));
  }

  private void emitRow() {
    code.loadInt(values.row);
    code.push(width);
    code.timesInts();
    code.storeInt(values.rowStart);
    for (int phase = 0; phase < phases.count(); phase++) {
      int now = phase;
      begin(now);
      if (lines.stream().anyMatch(line -> isInLoop(line, now))) {
        values.beginLoop();
        code.loop(values.entry, width, () -> emitEntry(now));
        lines.stream().filter(l -> isInLoop(l, now) && comesLast(l)).forEach(this::emitLast);
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
    return (role == Role.FULL && values.isMade(line)) || reducesRow(line) || addsRows(line);
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
        int local = values.columns.computeIfAbsent(line.result(), v -> code.newDouble());
        boolean sums = Body.op(line).primitive() == Primitive.SUM;
        code.push(sums ? 0.0 : Double.NEGATIVE_INFINITY);
        code.storeDouble(local);
      } else if (Body.op(line).primitive() == Primitive.ONE_HOT) {
        int local = labels.computeIfAbsent(line.result(), v -> code.newWord());
        int operand = body.source(line.operands().get(0));
        code.label(values.array(operand), values::pushRow, width);
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
      int local = Objects.requireNonNull(values.columns.get(result));
      code.loadDouble(local);
      values.pushFull(line.operands().get(0));
      if (Body.op(line).primitive() == Primitive.SUM) {
        code.addDoubles();
      } else {
        code.maxDoubles();
      }
      code.storeDouble(local);
      return;
    }
    if (addsRows(line)) {
      int array = values.array(result);
      code.storeEntry(
          array,
          values::pushEntry,
          () -> {
            code.loadEntry(array, values::pushEntry);
            values.pushFull(line.operands().get(0));
            code.addDoubles();
          });
      return;
    }
    if (line.equals(body.product())) {
      new WalkProduct(body, Objects.requireNonNull(product), slots, values, code).emit(result);
    } else if (Body.op(line).primitive() == Primitive.ONE_HOT) {
      int label = Objects.requireNonNull(labels.get(result));
      code.isSame(values::pushEntry, () -> code.loadInt(label));
      values.store(result);
    } else if (comesLast(line)) {
      values.pushFull(line.operands().get(0));
      values.store(result);
    } else {
      values.computeEntry(line, values::pushFull);
    }
    keep(result);
  }

  /** Puts a value where later phases or others find it. */
  private void keep(int result) {
    Integer array = values.arrays.get(result);
    if (array != null) {
      int local = values.local(result);
      code.storeEntry(array, values.index(result), () -> code.loadDouble(local));
    }
  }

  private void emitColumns(int phase) {
    for (Instruction line : lines) {
      Role role = body.region().role(line.result());
      if (!body.walks(line) || role == null || phases.of(line.result()) != phase) {
        continue;
      }
      if (role == Role.COLUMN) {
        if (!reducesRow(line)) {
          values.computeInto(values.columns, line, values::pushColumn);
        }
        if (slots.result(line.result()) >= 0) {
          int local = Objects.requireNonNull(values.columns.get(line.result()));
          code.storeEntry(
              values.array(line.result()), values::pushRow, () -> code.loadDouble(local));
        }
      } else if (role == Role.TOTAL && Body.op(line).primitive() == Primitive.SUM) {
        int total = Objects.requireNonNull(values.totals.get(line.result()));
        code.loadDouble(total);
        values.pushColumn(line.operands().get(0));
        code.addDoubles();
        code.storeDouble(total);
      }
    }
  }

  /** Single totals are stored last: a row of totals may still read what they are stored over. */
  private void emitTotals() {
    List<Instruction> rowsOfTotals = new ArrayList<>();
    List<Instruction> single = new ArrayList<>();
    for (Instruction line : lines) {
      Role role = body.region().role(line.result());
      if (!body.walks(line) || role == null || !role.isTotal()) {
        continue;
      }
      if (role == Role.TOTAL) {
        single.add(line);
      } else {
        rowsOfTotals.add(line);
      }
    }
    single.stream()
        .filter(line -> Body.op(line).primitive() != Primitive.SUM)
        .forEach(line -> values.computeInto(values.totals, line, values::pushTotal));
    if (!rowsOfTotals.isEmpty()) {
      values.beginLoop();
      code.loop(values.entry, width, () -> rowsOfTotals.forEach(this::emitTotalRow));
    }
    single.forEach(this::storeTotal);
  }

  private void storeTotal(Instruction line) {
    int result = line.result();
    if (slots.result(result) >= 0) {
      int local = Objects.requireNonNull(values.totals.get(result));
      code.storeEntry(values.array(result), () -> code.push(0), () -> code.loadDouble(local));
    }
  }

  private void emitTotalRow(Instruction line) {
    int result = line.result();
    if (addsRows(line)) {
      code.loadEntry(values.array(result), values::pushEntry);
      values.store(result);
    } else {
      values.computeEntry(line, values::pushTotal);
    }
    if (slots.result(result) >= 0) {
      int local = values.local(result);
      code.storeEntry(
          code.array(slots.result(result)), values::pushEntry, () -> code.loadDouble(local));
    }
  }
}
