package dev.backproof.verify.page.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.backproof.verify.certificate.IntervalText;
import dev.backproof.verify.derivation.NotesDerivations;
import dev.backproof.verify.derivation.ProvedLecture;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.markup.Html;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.notes.NotesCheck;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.notes.Statement;
import dev.backproof.verify.notes.TrainingCheck;
import dev.backproof.verify.notes.WrongClaim;
import dev.backproof.verify.notes.WrongClaims;
import dev.backproof.verify.page.Browser;
import dev.backproof.verify.page.PageContract;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.report.NotesReport;
import dev.backproof.verify.report.ProofReport;
import dev.backproof.verify.theorem.Catalogue;
import dev.backproof.verify.theorem.Decided;
import dev.backproof.verify.theorem.NotesTheorems;
import dev.backproof.verify.theorem.Proposition;
import dev.backproof.verify.theorem.WrongTheorems;
import dev.backproof.verify.theorem.WrongVerdict;
import dev.backproof.verify.tour.NotesNetwork;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class NotesPageTest extends PageContract {
  private static final int MOST_BYTES = 1_500_000;

  private static final NotesReport REPORT = report();

  private static final String PAGE = NotesPage.of(REPORT);

  private static NotesReport report() {
    List<ClaimResult> results = NotesCheck.quick(1).run(NotesClaims.all(), result -> {});
    List<Decided> theorems =
        Catalogue.part("notes").orElseThrow().stream()
            .map(proposition -> Decided.of(proposition, Decider.USUAL))
            .toList();
    Map<String, ProvedLecture> derivations = new LinkedHashMap<>();
    NotesDerivations.ids()
        .forEach(id -> derivations.put(id, NotesDerivations.find(id).orElseThrow()));
    List<WrongVerdict> wrong =
        WrongClaims.all().stream()
            .map(claim -> WrongTheorems.decide(claim, Decider.USUAL))
            .toList();
    return new NotesReport(
        1,
        results,
        List.of(),
        TrainingCheck.quick(1).run(step -> {}),
        new ProofReport(theorems, results),
        derivations,
        wrong);
  }

  /** Links to files beside the page are followed by {@code NotesJobTest}, which has these files. */
  @Override
  protected String page() {
    return PAGE.replaceAll(
        "href=\"(certificates/|theorems|proofs|notes)[^\"]*\"", "href=\"#code\"");
  }

  @Override
  protected int sheets() {
    return 20;
  }

  /** The section of a claim: from its anchor to the end of its section. */
  private static String section(String claim) {
    int start = PAGE.indexOf("<section class=\"claim\" id=\"claim-" + claim + "\">");
    assertTrue(start > 0, claim);
    return PAGE.substring(start, PAGE.indexOf("</section>", start));
  }

  @Test
  void everyClaimHasItsSectionInTheOrderOfTheCourse() {
    int last = 0;
    for (Claim claim : NotesClaims.all()) {
      int at = PAGE.indexOf("id=\"claim-" + claim.id() + "\"");
      assertTrue(at > last, claim::id);
      last = at;
      String section = section(claim.id());
      assertTrue(section.contains(Html.escape(claim.title())), claim::id);
      assertTrue(section.contains(">" + NotesWords.number(claim.id()) + "</a>"), claim::id);
      assertFalse(NotesWords.of(claim.id()).sentence().isEmpty(), claim::id);
    }
  }

  @Test
  void everyDerivationIsThereStepByStep() {
    for (String id : NotesDerivations.ids()) {
      String section = section(id);
      ProvedLecture proved = Objects.requireNonNull(REPORT.derivations().get(id));
      boolean own = NotesDerivations.derivedIn(id).isEmpty();
      String steps = own ? proved.html() : proved.matrixForm();
      assertTrue(withoutLinks(section).contains(steps), id);
      assertEquals(own, section.contains(Html.escape(proved.text())), id);
    }
  }

  private static String withoutLinks(String html) {
    return html.replaceAll("<a href=\"#claim-[0-9.]+\">([0-9.]+)</a>", "$1");
  }

  @Test
  void reasonsLeadToTheClaimsTheyName() {
    assertTrue(section("2.9").contains("by <a href=\"#claim-2.7\">2.7</a>"));
    assertTrue(section("2.15").contains("by <a href=\"#claim-2.13\">2.13</a>"));
  }

  @Test
  void theGraphLeadsToTheClaimsAndBack() {
    String oa = "n" + NotesNetwork.graph().node("oa").id();
    assertTrue(PAGE.contains("<a href=\"#claim-2.2\"><g class=\"box operation\" id=\"p-" + oa));
    assertTrue(section("2.7").contains("<a href=\"#p-" + oa + "\">oa</a>"));
    assertTrue(section("2.1").contains(">hs</a>"));
    assertFalse(section("1.8").contains("in the graph"), "its x is any vector");
  }

  @Test
  void everyTheoremHasItsLinkToACertificate() {
    for (Decided theorem : REPORT.proofs().theorems()) {
      String section = section(theorem.proposition().subject());
      theorem
          .certificates()
          .keySet()
          .forEach(
              name -> assertTrue(section.contains("href=\"certificates/" + name + "\""), name));
    }
  }

  @Test
  void everyWrongVersionStandsWithItsClaimAndIsCaught() {
    for (WrongVerdict verdict : REPORT.wrong()) {
      WrongClaim wrong = verdict.wrong();
      assertTrue(verdict.isCaught(), wrong::toString);
      String section = section(wrong.claim());
      int start = section.indexOf("id=\"" + wrong.id() + "\"");
      assertTrue(start > 0, wrong::toString);
      String card = section.substring(start, section.indexOf("</article>", start));
      assertTrue(card.contains(Html.escape(wrong.mistake())), card);
      assertTrue(card.contains(Html.escape(wrong.wrong())), card);
      assertTrue(card.contains(verdict.offKinks() ? "off the kinks" : word(verdict)), card);
      counterexamples(verdict).forEach(found -> assertTrue(card.contains(found), card));
    }
  }

  @Test
  void theGradientFromBehindIsExplainedWhereItIsUsed() {
    for (Map.Entry<String, String> upstream :
        Map.of("r13", "oˢ", "r15", "oᵃ", "r17", "oᵃ", "r23", "hᵃ", "r24", "hᵃ").entrySet()) {
      int start = PAGE.indexOf("id=\"" + upstream.getKey() + "\"");
      String card = PAGE.substring(start, PAGE.indexOf("</article>", start));
      assertTrue(
          card.contains(
              "is the upstream gradient " + Formulas.display("∂L/∂" + upstream.getValue())),
          card);
    }
    assertEquals(5, PAGE.split("is the upstream gradient", -1).length - 1);
  }

  @Test
  void noCardIsCutAtTheEdge() {
    JsonObject said =
        Browser.in(folder)
            .driveInFrame(
                PAGE.replace("content-visibility: auto", "content-visibility: visible"),
                1280,
                "const cards = [...document.querySelectorAll('.slip > .scroll')];"
                    + " return {cards: cards.length, cut: cards.filter("
                    + "e => e.scrollWidth > e.clientWidth).map(e => e.parentNode.id).join()};");
    assertEquals(REPORT.wrong().size(), said.get("cards").getAsInt());
    assertEquals("", said.get("cut").getAsString());
  }

  private static String word(WrongVerdict verdict) {
    return verdict.decision().verdict().name();
  }

  /** What has to be seen of each decision. */
  private static List<String> counterexamples(WrongVerdict verdict) {
    List<String> seen = new ArrayList<>();
    List<Decision> decisions = new ArrayList<>(List.of(verdict.decision()));
    verdict.equated().ifPresent(equated -> decisions.add(equated.decision()));
    for (Decision decision : decisions) {
      if (decision instanceof Decision.Refuted refuted) {
        seen.add(value(refuted.counterexample()));
      } else if (decision instanceof Decision.Malformed malformed) {
        seen.add(Html.escape(malformed.message()));
      } else if (decision instanceof Decision.Proved proved) {
        seen.add(value(proved.kinks().orElseThrow()));
      }
    }
    return seen;
  }

  /** The left side at a point, as far as it is shown. */
  private static String value(Refutation at) {
    String low = IntervalText.low(at.left()).replace("-", "");
    return "<mn>" + low.substring(0, Math.min(low.length(), 5));
  }

  @Test
  void thoseWhoseShapesDoNotFitAreRefutedWhereTheyDo() {
    assertEquals(
        List.of("r15 h = m", "r17 h = m", "r21 d = m", "r23 d = h", "r24 d = h"),
        REPORT.wrong().stream()
            .filter(verdict -> verdict.equated().isPresent())
            .map(v -> v.wrong().id() + " " + v.equated().orElseThrow().condition())
            .toList());
  }

  @Test
  void aClaimThatIsRefutedSaysWhereAndIsNotSaidToHold() {
    WrongClaim wrong = WrongClaims.find("r12").orElseThrow();
    Proposition false12 =
        new Proposition(
            Proposition.Part.NOTES,
            "2.7",
            "<matrix>",
            "false",
            () -> NotesTheorems.derivative((Statement.Gradient) wrong.statement()));
    List<Decided> theorems = List.of(Decided.of(false12, Decider.USUAL));
    NotesReport report =
        new NotesReport(
            1,
            REPORT.claims(),
            List.of(),
            REPORT.training(),
            new ProofReport(theorems, REPORT.claims()),
            Map.of(),
            List.of());
    String page = NotesPage.of(report);
    String section =
        page.substring(page.indexOf("id=\"claim-2.7\""), page.indexOf("id=\"claim-2.8\""));
    assertTrue(section.contains("✗ REFUTED"), section);
    assertTrue(section.contains("left -1/2, right 1/2"), section);
    assertTrue(section.contains("REFUTED &lt;matrix&gt;"), section);
    assertFalse(section.contains("for all inputs"), section);
  }

  @Test
  void everyLinkInThePageHasItsPlaceAndNoPlaceIsThereTwice() {
    List<String> places = found("(?<= )id=\"([^\"]+)\"");
    assertEquals(Set.copyOf(places).size(), places.size(), () -> repeated(places).toString());
    for (String target : found("href=\"#([^\"]+)\"")) {
      assertTrue(places.contains(target), target);
    }
  }

  private static List<String> found(String pattern) {
    return Pattern.compile(pattern)
        .matcher(PAGE)
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }

  private static Set<String> repeated(List<String> all) {
    Set<String> once = new HashSet<>();
    Set<String> twice = new HashSet<>();
    all.forEach(one -> (once.add(one) ? once : twice).add(one));
    return twice;
  }

  @Test
  void everyElementIsClosed() throws Exception {
    String body =
        PAGE.substring(PAGE.indexOf("<body>"), PAGE.indexOf("</body>") + "</body>".length());
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(body)));
    assertTrue(document.getElementsByTagName("math").getLength() > 500);
  }

  @Test
  void itIsLightAndTheSameEachTime() {
    assertTrue(PAGE.getBytes(StandardCharsets.UTF_8).length < MOST_BYTES);
    assertEquals(PAGE, NotesPage.of(REPORT));
  }

  @Test
  void formulasAreSetInTheFontOfThePage() {
    JsonObject said =
        Browser.in(folder)
            .drive(
                page(),
                "",
                """
                const math = [...document.querySelectorAll('math')];
                return {loaded: [...document.fonts].filter(f => f.status === 'loaded').length,
                  flat: math.filter(m => m.checkVisibility() && m.getBoundingClientRect().height < 8)
                    .map(m => m.outerHTML.slice(0, 120)).join(' ')};
                """);
    assertNoErrors(said);
    assertEquals(1, said.get("loaded").getAsInt());
    assertEquals("", said.get("flat").getAsString());
  }
}
