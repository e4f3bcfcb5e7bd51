package dev.backproof.verify.report;

import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.ShapeRules;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The reading that writes a formula down entry by entry: {@code (W·x)ᵢ} is {@code Σᵤ W_iu·x_u}.
 *
 * <p>The rule page read so, with a cotangent that is 1 in one entry, is the Jacobian of an edge:
 * {@code ∂haᵢ/∂W1ₚᵣ = δᵢₚ·xᵣ}. Shapes have numbers, indices letters; an axis of extent 1 has none.
 * What no letter can say (a window, axes that are merged) has no entry form.
 */
final class EntryReading implements Tensor<EntryReading> {
  /** Stands for the index of an axis of extent 1. */
  private static final String NO_LETTER = "";

  private static final List<String> OF_RESULT = List.of("i", "j", "k", "l");
  private static final List<String> OF_OPERAND = List.of("p", "r", "s", "t");
  private static final List<String> BOUND = List.of("u", "v", "m", "n", "o", "h");

  /** There is no entry form. */
  private static final class NoEntryForm extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** An entry by its letters. */
  private interface Entry {
    EntryTerm at(List<String> letters, int depth);
  }

  private final Shape shape;
  private final Entry entry;

  private EntryReading(Shape shape, Entry entry) {
    this.shape = shape;
    this.entry = entry;
  }

  /** The entries of an array with a name. */
  static EntryReading of(String word, Shape shape) {
    return new EntryReading(
        shape,
        (at, depth) -> {
          List<String> letters = at.stream().filter(letter -> !letter.isEmpty()).toList();
          return EntryTerm.of(Written.entry(word, letters), Set.copyOf(letters));
        });
  }

  /** The cotangent that is 1 in one entry of a result. */
  static EntryReading unit(Shape shape) {
    return new EntryReading(
        shape,
        (at, depth) -> {
          EntryTerm product = EntryTerm.ONE;
          for (int axis = 0; axis < at.size(); axis++) {
            if (!at.get(axis).isEmpty()) {
              product = product.times(EntryTerm.delta(OF_RESULT.get(axis), at.get(axis)));
            }
          }
          return product;
        });
  }

  /**
   * What has come of a {@linkplain #unit unit cotangent}, as an equation for the entries of the
   * Jacobian.
   *
   * @return empty if there is no entry form
   */
  Optional<Typeset> jacobian(String result, Shape of, String operand) {
    if (of.rank() > OF_RESULT.size() || shape.rank() > OF_OPERAND.size()) {
      return Optional.empty();
    }
    List<String> at = letters(shape, OF_OPERAND);
    try {
      Written above = Written.entry(result, named(letters(of, OF_RESULT)));
      Written below = Written.entry(operand, named(at));
      return Optional.of(Written.derivative(above, below, entry.at(at, 0).typeset()));
    } catch (NoEntryForm e) {
      return Optional.empty();
    }
  }

  private static List<String> letters(Shape shape, List<String> from) {
    return IntStream.range(0, shape.rank())
        .mapToObj(axis -> shape.size(axis).isOne() ? NO_LETTER : from.get(axis))
        .toList();
  }

  private static List<String> named(List<String> letters) {
    return letters.stream().filter(letter -> !letter.isEmpty()).toList();
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public EntryReading self() {
    return this;
  }

  @Override
  public EntryReading apply(Op op) {
    Shape result = op.arity() == 0 ? Shape.SCALAR : ShapeRules.infer(op, shape);
    return switch (op.primitive()) {
      case MAP -> new EntryReading(result, (at, depth) -> mapped(op, entry.at(at, depth)));
      case DETACH -> new EntryReading(result, entry);
      case CONSTANT, SIZE -> new EntryReading(result, (at, depth) -> constant(op));
      case SUM -> new EntryReading(result, (at, depth) -> sum(at, op.axis(), depth));
      case EXPAND ->
          new EntryReading(result, (at, depth) -> entry.at(without(at, op.axis()), depth));
      case BROADCAST_TO -> new EntryReading(result, (at, depth) -> entry.at(own(at), depth));
      case SUM_TO -> new EntryReading(result, (at, depth) -> summedTo(at, depth));
      case PERMUTE -> new EntryReading(result, (at, depth) -> entry.at(turned(op, at), depth));
      case RESHAPE -> new EntryReading(result, (at, depth) -> entry.at(relabelled(at), depth));
      case MAX ->
          new EntryReading(
              result,
              (at, depth) -> {
                String letter = bound(depth);
                EntryTerm body = entry.at(with(at, op.axis(), letter), depth + 1);
                Set<String> left = new HashSet<>(body.letters());
                left.remove(letter);
                return EntryTerm.of(body.written().greatest(letter), left);
              });
      case ONE_HOT ->
          new EntryReading(
              result,
              (at, depth) -> {
                String label = at.get(at.size() - 1);
                EntryTerm of = entry.at(at.subList(0, at.size() - 1), depth);
                return EntryTerm.of(
                    of.written().mask("=", Written.name(label)),
                    EntryTerm.union(of.letters(), Set.of(label)));
              });
      case SLICE, PAD, CUSTOM -> none(result);
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, MATMUL -> none(result);
      case WHERE, EQUAL, GREATER -> none(result);
    };
  }

  @Override
  public EntryReading apply(Op op, EntryReading b) {
    Shape result = ShapeRules.infer(op, shape, b.shape);
    if (op.primitive() == Primitive.MATMUL) {
      return new EntryReading(
          result,
          (at, depth) ->
              summed(
                  shape.size(1).isOne(),
                  shape.size(1).toString(),
                  depth,
                  (k, deeper) ->
                      entry
                          .at(List.of(at.get(0), k), deeper)
                          .times(b.entry.at(List.of(k, at.get(1)), deeper))));
    }
    return new EntryReading(
        result, (at, depth) -> pair(op, entry.at(own(at), depth), b.entry.at(b.own(at), depth)));
  }

  @Override
  public EntryReading apply(Op op, EntryReading b, EntryReading c) {
    Shape result = ShapeRules.infer(op, shape, b.shape, c.shape);
    if (op.primitive() != Primitive.WHERE) {
      return none(result);
    }
    return new EntryReading(
        result,
        (at, depth) -> {
          EntryTerm mask = entry.at(own(at), depth);
          EntryTerm then = b.entry.at(b.own(at), depth);
          EntryTerm otherwise = c.entry.at(c.own(at), depth);
          if (otherwise.isZero()) {
            return mask.times(then);
          }
          return EntryTerm.of(
              mask.written().where(then.written(), otherwise.written()),
              EntryTerm.union(
                  mask.letters(), EntryTerm.union(then.letters(), otherwise.letters())));
        });
  }

  private static EntryReading none(Shape shape) {
    return new EntryReading(
        shape,
        (at, depth) -> {
          throw new NoEntryForm();
        });
  }

  private static EntryTerm mapped(Op op, EntryTerm x) {
    return switch (op.elementary()) {
      case NEGATE -> x.negated();
      case RECIPROCAL -> EntryTerm.ONE.over(x);
      default -> EntryTerm.of(Notation.elementary(op.elementary(), x.written()), x.letters());
    };
  }

  private static EntryTerm constant(Op op) {
    if (op.primitive() == Primitive.SIZE) {
      return EntryTerm.of(Written.name(op.size().toString()), Set.of());
    }
    String digits = op.constant().toString();
    return switch (digits) {
      case "0" -> EntryTerm.ZERO;
      case "1" -> EntryTerm.ONE;
      default -> EntryTerm.of(Notation.constantWritten(op), Set.of());
    };
  }

  private static EntryTerm pair(Op op, EntryTerm a, EntryTerm b) {
    return switch (op.primitive()) {
      case PLUS -> a.plus(b, "+");
      case MINUS -> a.plus(b, Written.MINUS);
      case TIMES, STRONG_TIMES -> a.times(b);
      case DIV -> b.isOne() ? a : a.over(b);
      case POW -> both(a, b, a.written().power(b.written()));
      case EQUAL -> both(a, b, a.written().mask("=", b.written()));
      case GREATER -> both(a, b, a.written().mask(">", b.written()));
      case MAXIMUM, MINIMUM ->
          both(
              a,
              b,
              Written.call(
                  Notation.word(op.primitive() == Primitive.MAXIMUM ? "max" : "min"),
                  List.of(a.written(), b.written())));
      default -> throw new NoEntryForm();
    };
  }

  private static EntryTerm both(EntryTerm a, EntryTerm b, Written written) {
    return EntryTerm.of(written, EntryTerm.union(a.letters(), b.letters()));
  }

  // Sums: over a letter with a delta the other letter takes its place.

  /** What is summed. */
  private interface Body {
    EntryTerm at(String letter, int depth);
  }

  private static EntryTerm summed(boolean one, String extent, int depth, Body body) {
    if (one) {
      return body.at(NO_LETTER, depth);
    }
    String letter = bound(depth);
    EntryTerm term = body.at(letter, depth + 1);
    String same = term.sameAs(letter);
    if (same != null) {
      return body.at(same, depth + 1);
    }
    if (term.isZero() || term.has(letter)) {
      return term.isZero() ? term : term.summed(letter);
    }
    return EntryTerm.of(Written.number(extent), Set.of()).times(term);
  }

  private static String bound(int depth) {
    if (depth >= BOUND.size()) {
      throw new NoEntryForm();
    }
    return BOUND.get(depth);
  }

  private EntryTerm sum(List<String> at, int axis, int depth) {
    return summed(
        shape.size(axis).isOne(),
        shape.size(axis).toString(),
        depth,
        (letter, deeper) -> entry.at(with(at, axis, letter), deeper));
  }

  /** The sum over the axes that {@code at}, of a target shape, does not have. */
  private EntryTerm summedTo(List<String> at, int depth) {
    int ahead = shape.rank() - at.size();
    List<String> letters = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      letters.add(axis < ahead ? NO_LETTER : at.get(axis - ahead));
    }
    return summedTo(letters, 0, depth);
  }

  private EntryTerm summedTo(List<String> letters, int axis, int depth) {
    if (axis == shape.rank()) {
      return entry.at(letters, depth);
    }
    boolean stays = !letters.get(axis).isEmpty() || shape.size(axis).isOne();
    return summed(
        stays,
        shape.size(axis).toString(),
        depth,
        (letter, deeper) -> {
          List<String> more = new ArrayList<>(letters);
          if (!stays) {
            more.set(axis, letter);
          }
          return summedTo(more, axis + 1, deeper);
        });
  }

  // Letters: those of this shape from those of a result.

  /** Broadcasting drops the axes that this does not have or has once. */
  private List<String> own(List<String> at) {
    int ahead = at.size() - shape.rank();
    return IntStream.range(0, shape.rank())
        .mapToObj(axis -> shape.size(axis).isOne() ? NO_LETTER : at.get(axis + ahead))
        .toList();
  }

  private static List<String> turned(Op op, List<String> at) {
    List<Integer> back = op.permutation().inverse().axes();
    return back.stream().map(at::get).toList();
  }

  /** Axes of extent 1 come and go; others may not be merged or split. */
  private List<String> relabelled(List<String> at) {
    List<String> named = named(at);
    List<String> letters = new ArrayList<>();
    int next = 0;
    for (int axis = 0; axis < shape.rank(); axis++) {
      boolean one = shape.size(axis).isOne();
      if (!one && next == named.size()) {
        throw new NoEntryForm();
      }
      letters.add(one ? NO_LETTER : named.get(next++));
    }
    if (next != named.size()) {
      throw new NoEntryForm();
    }
    return letters;
  }

  private static List<String> without(List<String> at, int axis) {
    List<String> less = new ArrayList<>(at);
    less.remove(axis);
    return less;
  }

  private static List<String> with(List<String> at, int axis, String letter) {
    List<String> more = new ArrayList<>(at);
    more.add(axis, letter);
    return more;
  }
}
