package dev.backproof.verify.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
  @Test
  void readsFourNumbersWithOrWithoutBlanks() {
    assertEquals(new Sizes(784, 128, 10, 32), Sizes.parse("784,128,10,32"));
    assertEquals(new Sizes(2, 8, 2, 1), Sizes.parse("2, 8, 2, 1"));
  }

  @Test
  void standsInBracketsInTheOrderOfTheNotes() {
    assertEquals("(2, 8, 3, 1)", new Sizes(2, 8, 3, 1).toString());
    assertEquals(List.of(2, 8, 3, 1), new Sizes(2, 8, 3, 1).list());
  }

  @Test
  void oneExampleIsNoMinibatch() {
    assertTrue(new Sizes(2, 8, 2, 1).isOneExample());
    assertTrue(!new Sizes(2, 8, 2, 2).isOneExample());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2,3            | '1,2,3' is not d,h,m,n",
        "1,2,3,4,5        | '1,2,3,4,5' is not d,h,m,n",
        "a,2,3,4          | 'a,2,3,4' is not d,h,m,n",
        "-1,2,3,4         | '-1,2,3,4' is not d,h,m,n",
        "99999999999,1,1,1 | '99999999999,1,1,1' is not d,h,m,n",
        "0,2,3,4          | at least one input, hidden unit, class and example, not (0, 2, 3, 4)",
        "2,8,2,0          | at least one input, hidden unit, class and example, not (2, 8, 2, 0)",
        "100000,100000,2,1 | (100000, 100000, 2, 1) makes a matrix of 10000000000 entries",
      })
  void refusesWhatIsNoSize(String text, String said) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Sizes.parse(text)).getMessage();
    assertTrue(String.valueOf(message).contains(said), message);
  }
}
