package dev.backproof.verify.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.backproof.mlp.data.Pictures;
import dev.backproof.verify.page.Browser;
import dev.backproof.verify.page.PageContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TrainingPageTest extends PageContract {
  @Override
  protected String page() {
    return TrainingPage.format(SampleTraining.digits());
  }

  @Override
  protected int sheets() {
    return 2;
  }

  @Test
  void theOneOfPointsFitsAnyScreenToo() {
    JsonObject said =
        Browser.in(folder)
            .driveInFrame(
                TrainingPage.format(SampleTraining.moons()),
                400,
                "return {page: document.documentElement.scrollWidth,"
                    + " charts: document.querySelectorAll('svg.chart').length};");
    assertNoErrors(said);
    assertEquals(400, said.get("page").getAsInt());
    assertEquals(3, said.get("charts").getAsInt());
  }

  @Test
  void thePageHasEverythingAndNothingFromElsewhere() {
    String page = TrainingPage.format(SampleTraining.moons());
    for (String heading :
        List.of(
            "Learning curves",
            "What the network sees where",
            "What is taken for what",
            "The worst mistakes",
            "Gradient checks",
            "How")) {
      assertTrue(page.contains("<h2>" + heading + "</h2>"), heading);
    }
    assertTrue(page.contains("loss, on a logarithmic axis"), "how the losses are drawn");
    assertFalse(page.contains("accuracy, on a logarithmic axis"));
    assertFalse(page.contains("<script"), "a script");
    assertFalse(page.contains("NaN"), "a number that is none");
    assertTrue(page.length() < 300_000, () -> page.length() + " characters");
    assertEquals(page, TrainingPage.format(SampleTraining.moons()), "the same bytes again");
  }

  @Test
  void namesAreNeverMarkup() {
    String page = TrainingPage.format(SampleTraining.moons());
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assertTrue(page.contains("&lt;moons&gt; &amp; &quot;sons&quot;"));
    assertTrue(page.contains("x &lt;b&gt;"));
  }

  @Test
  void everyExampleHasAMarkAndEveryCellARegion() {
    TrainingReport report = SampleTraining.moons();
    String picture = DecisionRegions.of(report);
    assertEquals(45 + 15 + 2, count(picture, "class=\"mark"), "with the legend");
    double covered = 0;
    Matcher cell =
        Pattern.compile("class=\"region k\\d sure\\d\" .*? width=\"([\\d.]+)\" height=\"3.3\"")
            .matcher(picture);
    while (cell.find()) {
      covered += Double.parseDouble(cell.group(1)) * 3.3;
    }
    assertEquals(506 * 363, covered, 1e-6);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void mistakesOfDigitsAreShownAsPictures() {
    TrainingReport report = SampleTraining.digits();
    int wrong = report.judgement().wrong();
    assertTrue(wrong > 3, "learned too well to show mistakes");
    String page = TrainingPage.format(report);
    assertEquals(Math.min(24, wrong), count(page, "<img src=\"data:image/png;base64,"));
    Judgement.Mistake worst = report.judgement().mistakes().get(0);
    assertTrue(page.contains("alt=\"a " + worst.label() + " taken for a " + worst.said() + "\""));
    assertTrue(
        report.judgement().mistakes().stream()
            .allMatch(m -> m.probability() >= worst.probability()));
  }

  @Test
  void aPictureHasTheGreysOfItsPixels() throws IOException {
    String address = GreyPicture.address(new Pictures(2, 3), new double[] {0, 0.2, 1, -1, 2, 0.5});
    byte[] png = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
    var raster = ImageIO.read(new ByteArrayInputStream(png)).getRaster();
    assertEquals(255, raster.getSample(0, 0, 0));
    assertEquals(204, raster.getSample(1, 0, 0));
    assertEquals(0, raster.getSample(2, 0, 0));
    assertEquals(255, raster.getSample(0, 1, 0));
    assertEquals(0, raster.getSample(1, 1, 0));
    assertEquals(128, raster.getSample(2, 1, 0));
  }

  @Test
  void theTableOfConfusionsCountsEveryExample() {
    TrainingReport report = SampleTraining.digits();
    int all = 0;
    int right = 0;
    int[][] confusion = report.judgement().confusion();
    for (int i = 0; i < confusion.length; i++) {
      for (int j = 0; j < confusion.length; j++) {
        all += confusion[i][j];
        right += i == j ? confusion[i][j] : 0;
      }
    }
    assertEquals(100, all);
    assertEquals(report.judgement().accuracy(), right / 100.0, 1e-15);
    assertEquals(report.judgement().accuracy(), report.taken().orElseThrow().accuracy(), 1e-15);
  }

  @Test
  void patienceIsSaidAndDrawn() {
    TrainingReport report = SampleTraining.patient();
    String page = TrainingPage.format(report);
    assertTrue(report.stoppedEarly());
    assertTrue(page.contains("It stopped after epoch " + report.history().size()), "not said");
    assertTrue(page.contains(">taken</text>"), "not drawn");
  }

  @Test
  void aTrainingWithoutEpochsHasAPageToo() {
    TrainingReport none = SampleTraining.of(SampleTraining.patient().data(), 0, 0, 0);
    String page = TrainingPage.format(none);
    assertFalse(page.contains("Learning curves"));
    assertTrue(page.contains("No examples were kept back"));
    assertEquals(Optional.empty(), none.taken());
  }

  @Test
  void theJsonHoldsTheHistoryAndTheChecksCanBeReadAgain() {
    TrainingReport report = SampleTraining.moons();
    JsonObject json = JsonParser.parseString(TrainingJson.format(report)).getAsJsonObject();
    assertEquals(4, json.getAsJsonArray("history").size());
    assertEquals(report.judgement().accuracy(), json.get("accuracy").getAsDouble());
    assertEquals(
        report.checks(), TrainingJson.readChecks(TrainingJson.checks(report.checks()).toString()));
    assertEquals(List.of(), TrainingJson.readChecks(""));
  }
}
