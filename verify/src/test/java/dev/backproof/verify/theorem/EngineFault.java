package dev.backproof.verify.theorem;

import static dev.backproof.core.Primitive.DIV;
import static dev.backproof.core.Primitive.MAP;
import static dev.backproof.core.Primitive.STRONG_TIMES;
import static dev.backproof.core.Primitive.SUM;
import static dev.backproof.core.Primitive.TIMES;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Tensor;
import java.util.Map;
import java.util.Set;

/** A way to get a row of the rule page of reverse mode wrong. */
enum EngineFault {
  /** Too large by a part in a thousand. */
  SCALED {
    @Override
    <T extends Tensor<T>> T of(Application<T> of, int which, T yBar, T right) {
      return right.times(right.constant(1001, 1000));
    }
  },
  /** The other sign. */
  SIGN {
    @Override
    <T extends Tensor<T>> T of(Application<T> of, int which, T yBar, T right) {
      return right.negate();
    }
  },
  /** The slope left out: of rect the mask. */
  SLOPE_DROPPED {
    @Override
    boolean fits(Row row) {
      return row.primitive() == MAP && row.elementary() != Elementary.NEGATE;
    }

    @Override
    <T extends Tensor<T>> T of(Application<T> of, int which, T yBar, T right) {
      return yBar;
    }
  },
  /** The slope at the value where the argument belongs; of rect it is the same. */
  SLOPE_AT_VALUE {
    @Override
    boolean fits(Row row) {
      return row.primitive() == MAP
          && !Set.of(Elementary.NEGATE, Elementary.RECT, Elementary.ABS).contains(row.elementary());
    }

    @Override
    <T extends Tensor<T>> T of(Application<T> of, int which, T yBar, T right) {
      return yBar.times(of.op().elementary().derivative(of.result(), of.a()));
    }
  },
  /** The other factor left out. */
  FACTOR_DROPPED {
    @Override
    boolean fits(Row row) {
      return Set.of(TIMES, STRONG_TIMES).contains(row.primitive());
    }

    @Override
    <T extends Tensor<T>> T of(Application<T> of, int which, T yBar, T right) {
      return yBar.sumTo(of.operand(which).shape());
    }
  },
  /** Of a quotient: as if the divisor stood above. */
  TIMES_DIVISOR {
    @Override
    boolean fits(Row row) {
      return row.primitive() == DIV;
    }

    @Override
    <T extends Tensor<T>> T of(Application<T> of, int which, T yBar, T right) {
      return yBar.times(of.b()).sumTo(of.operand(which).shape());
    }
  },
  /** A sum taken for a mean. */
  MEAN_FOR_SUM {
    @Override
    boolean fits(Row row) {
      return row.primitive() == SUM;
    }

    @Override
    <T extends Tensor<T>> T of(Application<T> of, int which, T yBar, T right) {
      return right.div(right.size(of.a().shape().size(of.op().axis())));
    }
  };

  /**
   * A row of the page, for one operand.
   *
   * @param primitive the row
   * @param elementary of MAP the function, else NEGATE
   * @param which the operand
   */
  record Row(Primitive primitive, Elementary elementary, int which) {
    static Row of(Op op, int which) {
      Elementary f = op.primitive() == MAP ? op.elementary() : Elementary.NEGATE;
      return new Row(op.primitive(), f, which);
    }

    @Override
    public String toString() {
      return primitive + (primitive == MAP ? " " + elementary : "") + " in operand " + which;
    }
  }

  /** Whether it can be planted in a row. */
  boolean fits(Row row) {
    return true;
  }

  /** What the wrong row gives. */
  abstract <T extends Tensor<T>> T of(Application<T> of, int which, T yBar, T right);

  /** The page with this fault in one row. */
  VjpRules in(Row row) {
    EngineFault fault = this;
    return new VjpRules() {
      @Override
      public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
        T right = VjpRules.PAGE.pull(of, which, yBar);
        return Row.of(of.op(), which).equals(row) ? fault.of(of, which, yBar, right) : right;
      }
    };
  }

  /** The page as it stands, noting how often each row is read. */
  record Noting(Map<Row, Integer> rows) implements VjpRules {
    @Override
    public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
      rows.merge(Row.of(of.op(), which), 1, Integer::sum);
      return VjpRules.super.pull(of, which, yBar);
    }
  }
}
