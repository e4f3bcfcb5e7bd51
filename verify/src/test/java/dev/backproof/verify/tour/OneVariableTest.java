package dev.backproof.verify.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.verify.report.DotText;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneVariableTest {
  @Test
  void printsWhatTheReadmeQuotes() throws IOException {
    Golden.matches("one-variable.txt", OneVariable.text());
    Golden.matches("one-variable.dot", DotText.of(OneVariable.graph()));
  }

  @Test
  void theGradientIsThreeTimesTheSquare() {
    assertEquals(Optional.of(DenseTensor.scalar(12)), OneVariable.graph().node("w").cotangent());
  }
}
