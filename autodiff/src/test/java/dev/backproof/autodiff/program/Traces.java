package dev.backproof.autodiff.program;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Small programs for tests. */
public final class Traces {
  /** An extent that is a symbol. */
  public static final Size N = Size.symbol("n");

  /** Another. */
  public static final Size M = Size.symbol("m");

  /** A third. */
  public static final Size K = Size.symbol("k");

  private Traces() {}

  /** The program of a function with one result, of inputs a, b, c … of these shapes. */
  public static Program of(Function<List<Traced>, Traced> function, Shape... shapes) {
    return several(x -> List.of(function.apply(x)), shapes);
  }

  /** As {@link #of}, with several results. */
  public static Program several(Function<List<Traced>, List<Traced>> function, Shape... shapes) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < shapes.length; i++) {
      inputs.add(new Input(String.valueOf((char) ('a' + i)), shapes[i]));
    }
    return Program.trace(inputs, function);
  }
}
