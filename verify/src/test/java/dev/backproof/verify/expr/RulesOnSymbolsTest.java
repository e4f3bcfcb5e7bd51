package dev.backproof.verify.expr;

import static dev.backproof.verify.expr.SampleNumbers.D;
import static dev.backproof.verify.expr.SampleNumbers.H;
import static dev.backproof.verify.expr.SampleNumbers.N;

import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Attribute.Axis;
import dev.backproof.core.Attribute.Insert;
import dev.backproof.core.Attribute.None;
import dev.backproof.core.Attribute.Permutation;
import dev.backproof.core.Attribute.Window;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.verify.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of both rule pages as a statement with symbolic sizes: the kernel takes it, and its
 * derivative is the row's, on numbers, ties and zeros included.
 */
class RulesOnSymbolsTest {
  private static final long SEED = 3;
  private static final Size TWO = Size.of(2);
  private static final Size THREE = Size.of(3);

  /** An operation and the shapes of its operands. */
  record Row(Op op, List<Shape> shapes) {
    static Row of(Op op, Shape... shapes) {
      return new Row(op, List.of(shapes));
    }

    Formula formula() {
      return Formula.ofList(
          new Formula.OfList() {
            @Override
            public <T extends Tensor<T>> T apply(List<T> x) {
              return switch (x.size()) {
                case 1 -> x.get(0).apply(op);
                case 2 -> x.get(0).apply(op, x.get(1));
                default -> x.get(0).apply(op, x.get(1), x.get(2));
              };
            }
          });
    }
  }

  private static Op plain(Primitive primitive) {
    return new Op(primitive, None.NONE);
  }

  private static Stream<Row> ofPrimitive(Primitive primitive) {
    Shape vector = Shape.of(D);
    Shape matrix = Shape.of(N, D);
    Shape cube = Shape.of(N, H, D);
    Shape family = Shape.of(THREE, D);
    return switch (primitive) {
      case MAP -> Stream.of(Elementary.values()).map(f -> Row.of(new Op(primitive, f), matrix));
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM ->
          Stream.of(
              Row.of(plain(primitive), matrix, matrix),
              Row.of(plain(primitive), matrix, vector),
              Row.of(plain(primitive), Shape.SCALAR, matrix),
              Row.of(plain(primitive), Shape.of(Size.ONE, D), Shape.of(N, H, Size.ONE)));
      case MATMUL ->
          Stream.of(
              Row.of(plain(primitive), matrix, Shape.of(D, H)),
              Row.of(plain(primitive), Shape.of(D, D), Shape.of(D, D)),
              Row.of(plain(primitive), Shape.of(N, THREE), family),
              Row.of(plain(primitive), Shape.of(N, Size.ONE), Shape.of(Size.ONE, D)));
      case SUM, MAX ->
          Stream.of(
              Row.of(new Op(primitive, new Axis(0)), vector),
              Row.of(new Op(primitive, new Axis(1)), matrix),
              Row.of(new Op(primitive, new Axis(1)), cube),
              Row.of(new Op(primitive, new Axis(0)), family),
              Row.of(new Op(primitive, new Axis(0)), Shape.of(TWO, D)));
      case EXPAND ->
          Stream.of(
              Row.of(new Op(primitive, new Insert(0, N)), Shape.SCALAR),
              Row.of(new Op(primitive, new Insert(1, N)), vector),
              Row.of(new Op(primitive, new Insert(1, TWO)), Shape.of(N, D)));
      case BROADCAST_TO ->
          Stream.of(
              Row.of(new Op(primitive, cube), vector),
              Row.of(new Op(primitive, cube), Shape.of(H, Size.ONE)));
      case SUM_TO ->
          Stream.of(
              Row.of(new Op(primitive, vector), cube),
              Row.of(new Op(primitive, Shape.of(H, Size.ONE)), cube));
      case PERMUTE ->
          Stream.of(
              Row.of(new Op(primitive, new Permutation(List.of(1, 0))), matrix),
              Row.of(new Op(primitive, new Permutation(List.of(2, 0, 1))), cube));
      case RESHAPE ->
          Stream.of(
              Row.of(new Op(primitive, Shape.of(N.times(H), D)), cube),
              Row.of(new Op(primitive, cube), Shape.of(N, H.times(D))));
      case SLICE -> Stream.of(Row.of(new Op(primitive, new Window(0, 1, 2)), family));
      case PAD -> Stream.of(Row.of(new Op(primitive, new Window(0, 1, 5)), family));
      case WHERE -> Stream.of(Row.of(plain(primitive), matrix, vector, matrix));
      case EQUAL, GREATER, ONE_HOT, SIZE, CONSTANT, DETACH, CUSTOM -> Stream.of();
    };
  }

  static List<Row> rows() {
    return Stream.of(Primitive.values()).flatMap(RulesOnSymbolsTest::ofPrimitive).toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void rowIsTheKernelsDerivative(Row row) {
    Formula formula = row.formula();
    for (int which = 0; which < row.shapes().size(); which++) {
      if (row.op().flows(which)) {
        Symbols symbols = new Symbols();
        List<Expr> x = new ArrayList<>();
        for (Shape shape : row.shapes()) {
          x.add(symbols.tensor("x" + x.size(), shape));
        }
        Expr bar = symbols.tensor("bar", formula.apply(x).shape());
        Expr dot = symbols.tensor("dot", x.get(which).shape());
        assertHolds(
            row, symbols, Statements.pullback(VjpRules.PAGE, symbols, x, formula, which, bar));
        assertHolds(
            row, symbols, Statements.pushforward(JvpRules.PAGE, symbols, x, formula, which, dot));
      }
    }
  }

  private static void assertHolds(Row row, Symbols symbols, SymbolicClaim claim) {
    claim.statements().forEach(Kernel::new);
    for (Map<String, Integer> sizes : SampleNumbers.SIZES) {
      List<SampleNumbers> points = new ArrayList<>();
      points.add(SampleNumbers.positive(symbols, sizes, SEED));
      if (isTotal(row.op())) {
        points.add(SampleNumbers.smooth(symbols, sizes, SEED));
        points.add(SampleNumbers.grid(symbols, sizes, SEED));
      }
      for (SampleNumbers numbers : points) {
        ExprEvaluation on = numbers.evaluation();
        numbers.assertClose(row, claim.right(on), claim.left(on));
      }
    }
  }

  private static boolean isTotal(Op op) {
    return switch (op.primitive()) {
      case DIV, POW -> false;
      case MAP -> op.elementary().domain() == Elementary.Domain.REAL;
      default -> true;
    };
  }
}
