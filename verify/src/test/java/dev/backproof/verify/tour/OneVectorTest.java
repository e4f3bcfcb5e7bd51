package dev.backproof.verify.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.verify.report.DotText;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneVectorTest {
  @Test
  void printsWhatTheReadmeQuotes() throws IOException {
    Golden.matches("one-vector.txt", OneVector.text());
    Golden.matches("one-vector.dot", DotText.of(OneVector.graph()));
  }

  @Test
  void theGradientIsTwiceTheVectorPlusItsSigns() {
    assertEquals(
        Optional.of(DenseTensor.vector(3, -5, 0)), OneVector.graph().node("x").cotangent());
  }
}
