package dev.backproof.verify.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.Kink;
import dev.backproof.autodiff.rule.KinkTable;
import dev.backproof.core.Attribute;
import dev.backproof.core.Attribute.Axis;
import dev.backproof.core.Attribute.None;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Another convention at a kink is a wrong rule; on both pages alike only the kink table sees it.
 */
class WrongConventionsTest {
  private record Convention(
      String name, Primitive row, int which, Attribute attribute, Fault vjp, Fault jvp) {
    Pages both() {
      return new Pages(vjp.inVjp(row, which), jvp.inJvp(row, which));
    }

    List<Pages> either() {
      return List.of(
          new Pages(vjp.inVjp(row, which), Pages.RIGHT.jvp()),
          new Pages(Pages.RIGHT.vjp(), jvp.inJvp(row, which)));
    }
  }

  private static List<Convention> conventions() {
    List<Convention> all = new ArrayList<>();
    for (Primitive row : List.of(Primitive.MAXIMUM, Primitive.MINIMUM)) {
      for (int which = 0; which < 2; which++) {
        all.add(
            new Convention(
                "tie to operand " + which,
                row,
                which,
                None.NONE,
                Faults::tieToOneSide,
                Faults::tieToOneSide));
      }
    }
    all.add(
        new Convention(
            "ties not shared",
            Primitive.MAX,
            0,
            new Axis(0),
            Faults::tiesNotShared,
            Faults::tiesNotSharedForward));
    all.add(
        new Convention(
            "rect′(0) = 1",
            Primitive.MAP,
            0,
            Elementary.RECT,
            Faults::rectOpenAtZero,
            Faults::rectOpenAtZero));
    return all;
  }

  /** Kinks and ties only. */
  private static final DenseTensor AT = DenseTensor.matrix(new double[][] {{0, 1, -2}, {0, 1, -2}});

  @Test
  void anotherConventionOnOnePageBreaksTheAdjointIdentityAtTheKink() {
    for (Convention convention : conventions()) {
      OpFormula f = new OpFormula(new Op(convention.row(), convention.attribute()));
      List<DenseTensor> at = f.op().arity() == 1 ? List.of(AT) : List.of(AT, AT);
      assertEquals(
          List.of(),
          RuleCheck.ADJOINT.complaint(Pages.RIGHT, f, at, 5).stream().toList(),
          "the right rule");
      for (Pages pages : convention.either()) {
        assertTrue(RuleCheck.ADJOINT.complaint(pages, f, at, 5).isPresent(), convention.name());
      }
    }
  }

  @Test
  void anotherConventionOnBothPagesDisagreesWithTheKinkTable() {
    assertTrue(agrees(Pages.RIGHT));
    for (Convention convention : conventions()) {
      assertFalse(agrees(convention.both()), convention.name());
    }
  }

  /** Without the strong zero the slopes of a norm and of a guarded logarithm are NaN. */
  @Test
  void aPlainProductWhereZeroMustWinDisagreesWithTheKinkTable() {
    Fault plain = Faults::plainProduct;
    assertFalse(agrees(new Pages(plain.inVjp(Primitive.MAP, 0), Pages.RIGHT.jvp())));
    assertFalse(agrees(new Pages(Pages.RIGHT.vjp(), plain.inJvp(Primitive.MAP, 0))));
  }

  private static boolean agrees(Pages pages) {
    return KinkTable.ROWS.stream().allMatch(row -> agrees(pages, row));
  }

  private static boolean agrees(Pages pages, Kink row) {
    List<DenseTensor> at = row.at().stream().map(DenseTensor::scalar).toList();
    List<DenseTensor> along = new ArrayList<>();
    for (int i = 0; i < at.size(); i++) {
      along.add(DenseTensor.scalar(i == row.which() ? 1 : 0));
    }
    double reverse =
        pages.backward(row.formula(), at, DenseTensor.scalar(1)).get(row.which()).item();
    return reverse == row.slope() && pages.forward(row.formula(), at, along).item() == row.slope();
  }
}
