package dev.backproof.verify.notes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.forward.Dual;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.witness.ComplexTensor;
import dev.backproof.verify.check.BigTensor;
import dev.backproof.verify.check.RunningError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NotesClaimsTest {
  private static final List<Sizes> SIZES =
      List.of(new Sizes(1, 1, 1, 1), new Sizes(2, 4, 3, 5), new Sizes(5, 2, 4, 3));

  private static Stream<String> ids(int part, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> part + "." + i);
  }

  @Test
  void theClaimsAreAllThereInOrder() {
    List<String> expected =
        Stream.of(ids(1, 9), ids(2, 18), ids(3, 3)).flatMap(part -> part).toList();
    assertEquals(expected, NotesClaims.all().stream().map(Claim::id).toList());
  }

  @Test
  void eachHasATitleAndAStatement() {
    for (Claim claim : NotesClaims.all()) {
      assertFalse(claim.title().isBlank(), claim.id());
      assertFalse(claim.statements().isEmpty(), claim.id());
    }
  }

  @Test
  void labelsTellTheStatementsOfAClaimApart() {
    for (Claim claim : NotesClaims.all()) {
      Set<String> labels = new HashSet<>();
      claim.statements().forEach(s -> assertTrue(labels.add(s.label()), claim.id() + s.label()));
    }
  }

  @Test
  void aClaimIsFoundByItsNumber() {
    assertEquals("2.13", NotesClaims.find("2.13").orElseThrow().id());
    assertTrue(NotesClaims.find("2.19").isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> everyStatementCanBeReadInAllReadings() {
    return NotesClaims.all().stream()
        .flatMap(
            claim ->
                claim.statements().stream()
                    .map(
                        statement ->
                            DynamicTest.dynamicTest(
                                claim.id() + " " + statement.label(), () -> read(statement))));
  }

  private static void read(Statement statement) {
    RandomTensors random = RandomTensors.seeded(11);
    for (Sizes sizes : SIZES) {
      List<DenseTensor> at = SamplePoint.smooth(statement, sizes, random);
      Shape left = inAllReadings(left(statement), at);
      Shape right = inAllReadings(statement.right(), at);
      boolean identity =
          statement instanceof Statement.Identity || statement instanceof Statement.Enumerated;
      assertEquals(identity ? left : at.get(which(statement)).shape(), right, sizes::toString);
      assertEquals(identity ? right : Shape.SCALAR, left, sizes::toString);
    }
  }

  private static Formula left(Statement statement) {
    if (statement instanceof Statement.Gradient gradient) {
      return gradient.function();
    }
    if (statement instanceof Statement.Enumerated enumerated) {
      return enumerated.left();
    }
    return statement instanceof Statement.Ratio ratio
        ? ratio.function()
        : ((Statement.Identity) statement).left();
  }

  private static int which(Statement statement) {
    if (statement instanceof Statement.Gradient gradient) {
      return gradient.which();
    }
    return statement instanceof Statement.Ratio ratio ? ratio.which() : 0;
  }

  /** The shape of the value, which is the same in all readings. */
  private static Shape inAllReadings(Formula f, List<DenseTensor> at) {
    DenseTensor value = f.apply(at);
    double[] entries = value.toArray();
    for (double entry : entries) {
      assertTrue(Double.isFinite(entry), value::toString);
    }
    RunningError running = f.apply(at.stream().map(RunningError::of).toList());
    assertEquals(value, running.value());
    BigTensor big = f.apply(at.stream().map(BigTensor::of).toList());
    assertEquals(value.shape(), big.shape());
    assertArrayEquals(entries, big.toDense().toArray(), 1e-11, "80 digits, rounded");
    List<ComplexTensor> complex = at.stream().map(ComplexTensor::of).toList();
    assertArrayEquals(entries, f.apply(complex).real().toArray(), 1e-11, "complex");
    List<Dual<DenseTensor>> duals =
        at.stream().map(x -> Dual.of(x, DenseTensor.full(x.shape(), 1))).toList();
    assertEquals(value, f.apply(duals).primal());
    Tape<DenseTensor> tape = new Tape<>();
    List<Var<DenseTensor>> variables = at.stream().map(tape::variable).toList();
    assertEquals(value, f.apply(variables).primal());
    return value.shape();
  }
}
