package dev.backproof.verify.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.certificate.Replay;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.theorem.IndexNotation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesDerivationsTest {
  @ParameterizedTest
  @ValueSource(strings = {"2.7", "2.11", "2.15", "2.17"})
  void readsLikeALectureNote(String id) throws IOException {
    ProvedLecture proved = NotesDerivations.find(id).orElseThrow();
    assertEquals(golden(id + ".txt"), proved.text());
    assertEquals(golden(id + ".tex"), proved.latex());
  }

  @Test
  void hasTheClaimsOfTheNotesInTheirOrder() {
    assertEquals(
        List.of(
            "1.1", "1.2", "1.3", "1.4", "1.6", "1.7", "1.8", "1.9", "2.3", "2.4", "2.6", "2.7",
            "2.8", "2.9", "2.10", "2.11", "2.12", "2.13", "2.14", "2.15", "2.16", "2.17", "2.18",
            "3.1", "3.2"),
        NotesDerivations.ids());
  }

  @Test
  void aMatrixFormIsTheEndOfTheDerivationBeforeIt() {
    assertEquals(
        List.of("2.7", "2.9", "2.11", "2.13", "2.15"),
        Stream.of("2.8", "2.10", "2.12", "2.14", "2.16").map(id -> lecture(id).id()).toList());
    for (String id : List.of("2.7", "2.9", "2.11", "2.13", "2.15")) {
      assertTrue(lecture(id).parts().stream().anyMatch(p -> p.heading().equals(Say.MATRIX)), id);
    }
  }

  /** Those that are not shared. */
  private static Stream<Lecture> lectures() {
    return NotesDerivations.ids().stream()
        .filter(id -> lecture(id).id().equals(id))
        .map(NotesDerivationsTest::lecture);
  }

  @Test
  void hasNothingForAClaimThatIsADefinition() {
    assertEquals(Optional.empty(), NotesDerivations.find("2.1"));
  }

  @TestFactory
  Stream<DynamicTest> everyEqualsSignIsProvedAndReplayedByAFreshKernel() {
    return lectures()
        .map(
            lecture ->
                dynamicTest(
                    lecture.id(),
                    () -> {
                      ProvedLecture proved = lecture.prove();
                      for (ProvedChain chain : proved.chains()) {
                        List<Line> lines = chain.chain().lines();
                        assertEquals(lines.size() - 1, chain.proofs().size());
                        for (int i = 0; i < chain.proofs().size(); i++) {
                          Decision.Proved proof = chain.proofs().get(i);
                          Term where = chain.chain().where();
                          assertEquals(
                              in(where, lines.get(i)), proof.certificate().statement().left());
                          assertEquals(
                              in(where, lines.get(i + 1)), proof.certificate().statement().right());
                          assertEquals(proof.certificate().steps().size(), steps(proof));
                          assertFalse(proof.offKinks());
                          assertEquals(List.of(), proof.conditions());
                          assertTrue(proof.trials() > 0);
                        }
                      }
                    }));
  }

  /** How many steps a fresh kernel accepts: all, or it refuses. */
  private static int steps(Decision.Proved proof) {
    return Replay.check(CertificateText.write(proof.certificate())).steps();
  }

  private static Term in(Term where, Line line) {
    return where.equals(Term.ONE) ? line.term() : Term.multiply(where, line.term());
  }

  /** The claims of the notes hold everywhere: no link leaves an assumption. */
  @TestFactory
  Stream<DynamicTest> noLineTakesAnythingForGranted() {
    return lectures()
        .map(
            lecture ->
                dynamicTest(
                    lecture.id(),
                    () -> {
                      for (Lecture.Part part : lecture.parts()) {
                        for (Statement link : part.chain().links()) {
                          assertEquals(List.of(), link.hypotheses());
                          assertEquals(List.of(), new Kernel(link).assumptions());
                        }
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aWrongLineIsRefusedByItsNumber() {
    return lectures()
        .flatMap(
            lecture ->
                lecture.parts().stream().map(part -> dynamicTest(lecture.id(), () -> spoil(part))));
  }

  private static void spoil(Lecture.Part part) {
    Chain chain = part.chain();
    for (int i = 1; i < chain.lines().size(); i++) {
      List<Line> lines = new ArrayList<>(chain.lines());
      Line line = lines.get(i);
      // Not a multiple: 0 is one of the results.
      Term wrong = Term.add(line.term(), Term.ONE);
      lines.set(i, new Line(wrong, line.spelled(), line.reason(), line.array()));
      Chain spoiled = new Chain(chain.declarations(), chain.hypotheses(), chain.where(), lines);
      UnprovedLink refusal = assertThrows(UnprovedLink.class, spoiled::prove);
      assertEquals(i, refusal.line());
    }
  }

  /** The rule that has to be in the proof of a line with such a reason; none for a name. */
  private static final Map<String, Optional<Rule>> NAMED =
      Map.ofEntries(
          Map.entry("definition of", Optional.empty()),
          Map.entry("by 2.", Optional.empty()),
          Map.entry("Kronecker delta", Optional.of(Rule.SUM_DELTA)),
          Map.entry("a sum of sums", Optional.of(Rule.SUM_OF_SUM)),
          Map.entry("chain rule", Optional.of(Rule.DERIVE)),
          Map.entry("product rule", Optional.of(Rule.DERIVE)),
          Map.entry("quotient rule", Optional.of(Rule.DERIVE)),
          Map.entry("the derivative of", Optional.of(Rule.DERIVE)),
          Map.entry("rect′(z) = [z > 0]", Optional.of(Rule.DERIVE)),
          Map.entry("|z|′ = sign(z)", Optional.of(Rule.DERIVE)),
          Map.entry("log(a", Optional.of(Rule.LOG_OF_PRODUCT)),
          Map.entry("log exp(u)", Optional.of(Rule.LOG_OF_EXP)),
          Map.entry("log 1", Optional.of(Rule.LOG_OF_POWER)),
          Map.entry("exp(u) exp(v)", Optional.of(Rule.EXP_OF_MULTIPLE)),
          Map.entry("exp(u − c)", Optional.of(Rule.EXP_OF_SUM)),
          Map.entry("δᵧᵧ = 1", Optional.of(Rule.DELTA_EQUAL)));

  /** Not only is each "=" right: it is right by what is said beside it. */
  @TestFactory
  Stream<DynamicTest> theProofOfALineUsesTheRuleThatIsNamed() {
    return lectures()
        .map(
            lecture ->
                dynamicTest(
                    lecture.id(),
                    () -> {
                      for (ProvedChain chain : lecture.prove().chains()) {
                        for (int i = 0; i < chain.proofs().size(); i++) {
                          String said = chain.chain().lines().get(i + 1).reason().text();
                          named(said, chain.proofs().get(i));
                        }
                      }
                    }));
  }

  private static void named(String said, Decision.Proved proof) {
    NAMED.forEach(
        (words, rule) -> {
          if (said.startsWith(words)) {
            Statement link = proof.certificate().statement();
            boolean used =
                rule.map(
                        r ->
                            proof.certificate().steps().stream().anyMatch(step -> step.rule() == r))
                    .orElseGet(() -> Flat.all(link.left()).equals(Flat.all(link.right())));
            assertTrue(used, () -> said + ": " + link);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> textFitsATerminal() {
    return lectures()
        .map(
            lecture ->
                dynamicTest(
                    lecture.id(),
                    () ->
                        lecture
                            .prove()
                            .text()
                            .lines()
                            .forEach(
                                line -> assertTrue(line.length() <= 100 + pairs(line), line))));
  }

  /** Symbols that are two characters of Java: 𝓛. */
  private static int pairs(String line) {
    return line.length() - line.codePointCount(0, line.length());
  }

  /** What a LaTeX engine with amsmath alone would stumble over. */
  @TestFactory
  Stream<DynamicTest> latexIsAsciiWithItsBracesClosed() {
    return lectures()
        .map(
            lecture ->
                dynamicTest(
                    lecture.id(),
                    () -> {
                      String latex = lecture.prove().latexDocument();
                      assertTrue(latex.chars().allMatch(c -> c < 128), latex);
                      for (String line : latex.lines().toList()) {
                        assertEquals(count(line, "{"), count(line, "}"), line);
                        assertEquals(count(line, "\\left"), count(line, "\\right"), line);
                        assertTrue(count(line, "&") <= 3, line);
                      }
                    }));
  }

  private static int count(String line, String what) {
    return line.split(Pattern.quote(what), -1).length - 1;
  }

  @Test
  void aRefusalShowsBothSides() {
    Chain chain = lecture("1.8").parts().get(0).chain();
    Term x = Term.entry("x", Term.index("l"));
    Chain wrong =
        Chain.of(chain.declarations(), List.of(chain.lines().get(0), Line.of(x, Say.SUM)));
    UnprovedLink refusal = assertThrows(UnprovedLink.class, wrong::prove);
    String message = Objects.requireNonNull(refusal.getMessage());
    assertEquals(
        "derivation: line 2 is not proved equal to line 1: ∂(Σᵢ xᵢ²)/∂xₗ = xₗ is REFUTED", message);
  }

  @Test
  void aLineThatIsWrongAtAKinkOnlyIsRefused() {
    // [x ≥ 0] is rect′(x) for every x but 0.
    Chain chain = lecture("1.7").parts().get(0).chain();
    Term wrong = IndexNotation.notLess(Term.entry("x"), Term.ZERO);
    Chain spoiled =
        Chain.of(chain.declarations(), List.of(chain.lines().get(0), Line.of(wrong, Reason.NONE)));
    assertThrows(UnprovedLink.class, spoiled::prove);
  }

  @Test
  void aLineThatIsOnlyRightAtOneSizeIsRefused() {
    // Σₖ oˢₖ = m holds for m = 1.
    Chain chain = lecture("2.3").parts().get(0).chain();
    Chain wrong =
        Chain.of(
            chain.declarations(),
            List.of(chain.lines().get(0), Line.of(Term.size("m"), Reason.NONE)));
    assertThrows(UnprovedLink.class, wrong::prove);
  }

  @Test
  void aDocumentOfItsOwnHoldsTheDerivation() {
    ProvedLecture proved = NotesDerivations.find("1.8").orElseThrow();
    String document = proved.latexDocument();
    assertTrue(document.startsWith("\\documentclass"), document);
    assertTrue(document.contains(proved.latex()), document);
    assertTrue(document.endsWith("\\end{document}\n"), document);
  }

  private static Lecture lecture(String id) {
    return NotesDerivations.lecture(id).orElseThrow();
  }

  private static String golden(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            NotesDerivationsTest.class.getClassLoader().getResourceAsStream("derivation/" + file),
            file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
