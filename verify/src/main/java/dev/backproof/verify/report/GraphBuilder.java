package dev.backproof.verify.report;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.verify.markup.MathMl;
import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.report.ComputationGraph.Kind;
import dev.backproof.verify.report.ComputationGraph.Local;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.report.ComputationGraph.Pull;
import dev.backproof.verify.report.ComputationGraph.Slope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a graph off a tape.
 *
 * <p>A use of a value is a path: from the operation that is a node, through those that are written
 * inside it, to the operand that is a node. Its local derivative is the rules of the path, one
 * after the other, in three readings: names, numbers as text, and numbers.
 */
final class GraphBuilder {
  /** A part written inside another is at most this long; a longer one is a node. */
  private static final int LONGEST_PART = 40;

  /** And at most so many operations deep, which bounds the recursion over them. */
  private static final int DEEPEST_PART = 8;

  /** An edge, the way it goes back, and when on the tape its contribution arrives. */
  private record Arrival(Edge edge, Path path, int position) {}

  private final Var<DenseTensor> y;
  private final DenseTensor yBar;
  private final VjpRules rules;
  private final boolean onPaper;
  private final List<Var<DenseTensor>> order;
  private final NodeNames names;
  private final Cotangents cotangents;
  private final IdentityHashMap<Var<DenseTensor>, Var<DenseTensor>> onlyUse =
      new IdentityHashMap<>();
  private final IdentityHashMap<Var<DenseTensor>, Integer> uses = new IdentityHashMap<>();
  private final IdentityHashMap<Var<DenseTensor>, Node> nodes = new IdentityHashMap<>();
  private final IdentityHashMap<Var<DenseTensor>, Notation> words = new IdentityHashMap<>();
  private final IdentityHashMap<Var<DenseTensor>, Notation> numbers = new IdentityHashMap<>();
  private final IdentityHashMap<Var<DenseTensor>, EntryReading> entries = new IdentityHashMap<>();
  private final IdentityHashMap<Var<DenseTensor>, Integer> depth = new IdentityHashMap<>();
  private final CalculationBuilder calculation = new CalculationBuilder();
  private final List<Node> made = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Arrival> arrivals = new ArrayList<>();

  GraphBuilder(Var<DenseTensor> y, DenseTensor yBar, VjpRules rules, boolean onPaper) {
    Tape<DenseTensor> tape =
        y.tape()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "graph: the result depends on no variable; make one with Tape.variable"));
    this.y = y;
    this.yBar = yBar;
    this.rules = rules;
    this.onPaper = onPaper;
    order = TapeOrder.of(y, tape);
    names = new NodeNames(tape, order);
    cotangents = new Cotangents(y, tape, order, y.backwardKeepingAll(yBar));
  }

  ComputationGraph build() {
    for (Var<DenseTensor> v : order) {
      for (Var<DenseTensor> parent : v.parents()) {
        uses.merge(parent, 1, Integer::sum);
        onlyUse.put(parent, v);
      }
    }
    for (Var<DenseTensor> v : order) {
      calculation.forward(v);
      add(v);
    }
    List<Pull> pulls = sweep();
    return new ComputationGraph(made, edges, pulls, calculation.build(made));
  }

  private void add(Var<DenseTensor> v) {
    Optional<Notation> text = v.isLeaf() ? Optional.empty() : Optional.of(inWords(v, words));
    if (text.isPresent() && isWrittenInside(v, text.get())) {
      words.put(v, text.get());
      entries.put(v, written(v, entries, EntryReading.of("", v.shape())));
      depth.put(v, depthInside(v));
      numbers.put(v, movesAxes(v.op()) || isMatrixProduct(v) ? inWords(v, numbers) : digits(v));
      return;
    }
    Kind kind = kind(v);
    String name =
        kind == Kind.LITERAL
            ? text.map(Notation::toString).orElse("")
            : names.of(v, cotangents.reaches(v));
    String word = kind == Kind.VARIABLE ? "variable" : "constant";
    Typeset operation = text.map(Notation::typeset).orElse(new Typeset(word, MathMl.text(word)));
    Node node =
        new Node(
            made.size() + 1,
            name,
            kind,
            operation.text(),
            operation.math(),
            v.primal(),
            cotangents.of(v));
    made.add(node);
    nodes.put(v, node);
    calculation.value(node, v);
    boolean literal = kind == Kind.LITERAL && text.isPresent();
    words.put(v, literal ? text.get() : Notation.of(name, v.shape()));
    EntryReading named = EntryReading.of(node.word(), v.shape());
    entries.put(v, literal ? written(v, entries, named) : named);
    numbers.put(v, literal ? text.get() : digits(v));
    if (!v.isLeaf()) {
      edgesTo(v, new Path(List.of()), v);
    }
  }

  private Notation digits(Var<DenseTensor> v) {
    return digits(v.primal(), "s" + calculation.place(v));
  }

  /** A value that is too large to be written out is not written out in MathML either. */
  private static Notation digits(DenseTensor value, String place) {
    String math = ValueText.isWhole(value) ? ValueMath.of(value, place) : MathMl.text("…");
    return Notation.number(ValueText.of(value), math, value.shape());
  }

  private Kind kind(Var<DenseTensor> v) {
    if (v.isLeaf()) {
      return v.isRecorded() ? Kind.VARIABLE : Kind.CONSTANT;
    }
    return v.op().arity() > 0 ? Kind.OPERATION : names.isGiven(v) ? Kind.CONSTANT : Kind.LITERAL;
  }

  private static Notation inWords(
      Var<DenseTensor> v, IdentityHashMap<Var<DenseTensor>, Notation> as) {
    return written(v, as, Notation.of("nothing", v.shape()));
  }

  /** The operation of v over what its operands are in a reading, which {@code nothing} lends. */
  private static <T extends Tensor<T>> T written(
      Var<DenseTensor> v, IdentityHashMap<Var<DenseTensor>, T> as, T nothing) {
    List<T> x = v.parents().stream().map(p -> Objects.requireNonNull(as.get(p))).toList();
    return switch (x.size()) {
      case 0 -> nothing.apply(v.op());
      case 1 -> x.get(0).apply(v.op());
      case 2 -> x.get(0).apply(v.op(), x.get(1));
      default -> x.get(0).apply(v.op(), x.get(1), x.get(2));
    };
  }

  private boolean isWrittenInside(Var<DenseTensor> v, Notation text) {
    if (!onPaper || v == y || names.isGiven(v)) {
      return false;
    }
    if (v.op().arity() == 0) {
      return true;
    }
    return uses.getOrDefault(v, 0) == 1
        && text.toString().length() <= LONGEST_PART
        && depthInside(v) <= DEEPEST_PART
        && (movesAxes(v.op()) || isMatrixProduct(v) || !cotangents.reaches(v));
  }

  /** The number of operations inside one another that v is the outermost of. */
  private int depthInside(Var<DenseTensor> v) {
    return 1 + v.parents().stream().mapToInt(p -> depth.getOrDefault(p, 0)).max().orElse(0);
  }

  /** Whether the operation changes no entry and repeats none. */
  private static boolean movesAxes(Op op) {
    return switch (op.primitive()) {
      case PERMUTE, RESHAPE -> true;
      case EXPAND -> op.size().equals(Size.ONE);
      default -> false;
    };
  }

  /** Whether v is a product of matrices that only becomes a vector or a scalar afterwards. */
  private boolean isMatrixProduct(Var<DenseTensor> v) {
    Var<DenseTensor> use = onlyUse.get(v);
    return v.op().primitive() == Primitive.MATMUL && use != null && movesAxes(use.op());
  }

  /** Adds an edge for every way from {@code at} to an operand that is a node. */
  private void edgesTo(Var<DenseTensor> top, Path path, Var<DenseTensor> at) {
    for (int which = 0; which < at.op().arity(); which++) {
      Path longer = path.then(at, which);
      Var<DenseTensor> operand = at.parent(which);
      Node from = nodes.get(operand);
      if (from != null) {
        addEdge(top, longer, operand, from);
      } else {
        edgesTo(top, longer, operand);
      }
    }
  }

  private void addEdge(Var<DenseTensor> top, Path path, Var<DenseTensor> operand, Node from) {
    boolean flows = cotangents.reaches(top) && operand.isRecorded() && path.flows();
    Node to = Objects.requireNonNull(nodes.get(top));
    Optional<Local> local = flows ? Optional.of(local(from, to, path)) : Optional.empty();
    Edge edge = new Edge(edges.size() + 1, from, to, path.operand(), local);
    edges.add(edge);
    if (flows) {
      arrivals.add(new Arrival(edge, path, cotangents.position(path.last())));
    }
  }

  private Local local(Node from, Node to, Path path) {
    DenseTensor bar = to.cotangent().orElseThrow();
    Notation text = path.pull(rules, Notation.cotangent(to.name(), to.shape()), v -> in(words, v));
    Notation map = path.pull(rules, Notation.hole(to.shape()), v -> in(words, v));
    Notation digits = path.pull(rules, digits(bar, "b" + to.id()), v -> in(numbers, v));
    DenseTensor value = path.pull(rules, bar, Var::primal);
    Optional<Typeset> shown =
        ValueText.isWhole(bar) && path.isWhole() ? Optional.of(digits.typeset()) : Optional.empty();
    Optional<Typeset> entry =
        path.pull(rules, EntryReading.unit(to.shape()), v -> in(entries, v))
            .jacobian(to.word(), to.shape(), from.word());
    Optional<DenseTensor> jacobian =
        order.size() <= Jacobian.LARGEST_GRAPH && Jacobian.isSmall(to.shape(), value.shape())
            ? Optional.of(
                Jacobian.of(to.shape(), value.shape(), unit -> path.pull(rules, unit, Var::primal)))
            : Optional.empty();
    return new Local(
        text.toString(),
        shown.map(Typeset::text),
        value,
        new Slope(
            map.typeset(),
            text.typeset().math(),
            shown.map(Typeset::math),
            entry,
            jacobian,
            path.operations()));
  }

  private static <T> T in(IdentityHashMap<Var<DenseTensor>, T> reading, Var<DenseTensor> v) {
    return Objects.requireNonNull(reading.get(v));
  }

  /** The contributions in the order in which the sweep over the tape adds them up. */
  private List<Pull> sweep() {
    // The sort is stable: contributions of one operation stay in the order of its operands.
    arrivals.sort(Comparator.comparingInt(Arrival::position).reversed());
    calculation.seed(made.get(made.size() - 1), yBar);
    Map<Node, DenseTensor> sums = new HashMap<>();
    List<Pull> pulls = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      Node node = arrival.edge().from();
      DenseTensor contribution = arrival.edge().local().orElseThrow().value();
      @Nullable DenseTensor so = sums.get(node);
      DenseTensor sum = so == null ? contribution : so.plus(contribution);
      sums.put(node, sum);
      pulls.add(new Pull(arrival.edge(), so != null, sum));
      calculation.pull(arrival.edge(), bar -> arrival.path().pull(rules, bar, calculation::at));
    }
    sums.forEach(GraphBuilder::requireSame);
    return pulls;
  }

  /** What is shown is what the engine computed, bit for bit; else another page was given. */
  private static void requireSame(Node node, DenseTensor sum) {
    if (!Optional.of(sum).equals(node.cotangent())) {
      throw new IllegalArgumentException(
          "graph: the contributions to "
              + node.name()
              + " do not add up to its cotangent; give the rule page that the tape was made with");
    }
  }
}
