package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.pass.Role;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Where the values of a walk lie while its code is written: in local variables and in arrays. */
final class WalkValues {
  private final Body body;
  private final Emitter code;
  private final Masks masks;

  /** Local variables: the row, the position at which it begins, and the entry in it. */
  final int row;

  final int rowStart;
  final int entry;

  /** Local variables that hold arrays, by the value that lies there. */
  final Map<Integer, Integer> arrays = new HashMap<>();

  /** Local variables of what there is one of, or one for the row at hand. */
  final Map<Integer, Integer> columns = new HashMap<>();

  /** Local variables of totals. */
  final Map<Integer, Integer> totals = new HashMap<>();

  /** Values whose array is that of one row. */
  final Set<Integer> scratch = new HashSet<>();

  private Map<Integer, Integer> locals = new HashMap<>();

  WalkValues(Body body, Emitter code) {
    this.body = body;
    this.code = code;
    this.masks = new Masks(body);
    this.row = code.newWord();
    this.rowStart = code.newWord();
    this.entry = code.newWord();
  }

  /** Whether a value is a number that is made. */
  boolean isMade(Instruction line) {
    return !masks.onlySelects(line);
  }

  /** Forgets the entries at hand: another loop begins. */
  void beginLoop() {
    locals = new HashMap<>();
  }

  /** The entry at hand of a value that has been computed. */
  int local(int value) {
    return Objects.requireNonNull(locals.get(value));
  }

  /** Says that a local variable is the entry at hand of a value. */
  void setLocal(int value, int local) {
    locals.put(value, local);
  }

  /** The array of a value. */
  int array(int value) {
    return Objects.requireNonNull(arrays.get(value));
  }

  void pushEntry() {
    code.loadInt(entry);
  }

  void pushRow() {
    code.loadInt(row);
  }

  void pushPlace() {
    code.loadInt(rowStart);
    code.loadInt(entry);
    code.addInts();
  }

  void store(int result) {
    int local = code.newDouble();
    code.storeDouble(local);
    locals.put(result, local);
  }

  /** Puts an operand on the stack. */
  interface Push {
    void operand(int value);
  }

  /** Computes the entry at hand of a value. */
  void computeEntry(Instruction line, Push push) {
    computeInto(locals, line, push);
  }

  /** Computes a value into a local variable. */
  void computeInto(Map<Integer, Integer> where, Instruction line, Push push) {
    Op op = Body.op(line);
    List<Integer> operands = line.operands();
    Optional<Integer> sign = masks.argument(line);
    if (op.primitive() == Primitive.MAP) {
      code.map(op.elementary(), () -> push.operand(operands.get(0)));
    } else if (sign.isPresent()) {
      push.operand(sign.get());
      operands.subList(1, operands.size()).forEach(push::operand);
      code.selectPositive();
    } else {
      operands.forEach(push::operand);
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

  void pushScalar(int value) {
    if (pushConstant(value)) {
      return;
    }
    int source = body.source(value);
    Integer local = columns.get(source);
    if (local == null) {
      code.loadEntry(array(source), () -> code.push(0));
    } else {
      code.loadDouble(local);
    }
  }

  void pushColumn(int value) {
    if (body.role(value) == Role.SCALAR) {
      pushScalar(value);
      return;
    }
    int source = body.source(value);
    Integer local = columns.get(source);
    if (local == null) {
      code.loadEntry(array(source), this::pushRow);
    } else {
      code.loadDouble(local);
    }
  }

  void pushFull(int value) {
    switch (Objects.requireNonNull(body.role(value))) {
      case SCALAR -> pushScalar(value);
      case COLUMN -> pushColumn(value);
      case ROW -> pushLoaded(value, this::pushEntry);
      case FULL -> pushLoaded(value, index(body.source(value)));
      case TOTAL_ROW, TOTAL -> throw new IllegalStateException("a total is read in the walk");
    }
  }

  /** Where the entry at hand stands: in an array of one row or of all. */
  Emitter.Code index(int value) {
    return scratch.contains(value) ? this::pushEntry : this::pushPlace;
  }

  /** Where the row at hand begins: in an array of one row or of all. */
  Emitter.Code rowStart(int value) {
    return scratch.contains(value) ? () -> code.push(0) : () -> code.loadInt(rowStart);
  }

  void pushLoaded(int value, Emitter.Code index) {
    int source = body.source(value);
    Integer local = locals.get(source);
    if (local == null) {
      code.loadEntry(array(source), index);
      store(source);
      local = Objects.requireNonNull(locals.get(source));
    }
    code.loadDouble(local);
  }

  void pushTotal(int value) {
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
    code.loadEntry(array(source), single ? () -> code.push(0) : this::pushEntry);
  }
}
