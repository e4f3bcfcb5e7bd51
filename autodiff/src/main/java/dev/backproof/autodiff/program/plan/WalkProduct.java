package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.plan.Product.Operand;

/** The code of one entry of a small product of matrices. */
final class WalkProduct {
  private final Body body;
  private final Product matrices;
  private final WalkGenerator.Slots slots;
  private final WalkValues values;
  private final Emitter code;

  WalkProduct(
      Body body, Product matrices, WalkGenerator.Slots slots, WalkValues values, Emitter code) {
    this.body = body;
    this.matrices = matrices;
    this.slots = slots;
    this.values = values;
    this.code = code;
  }

  /** Σₖ A[i, k]·B[k, j] for the entry at hand. */
  void emit(int result) {
    int sum = code.newDouble();
    int k = code.newWord();
    boolean isVector = body.region().space().rank() == 1;
    Emitter.Code i = isVector ? values::pushEntry : values::pushRow;
    Emitter.Code j = isVector ? () -> code.push(0) : values::pushEntry;
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
    values.setLocal(result, sum);
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
        return values.array(value);
      }
    }
    throw new IllegalStateException("the product reads what is no operand");
  }
}
