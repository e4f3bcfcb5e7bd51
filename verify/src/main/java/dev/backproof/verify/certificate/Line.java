package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refusal;
import java.math.BigInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The words of a line, between which there is one space each. */
final class Line {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(/[1-9][0-9]*)?");

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.']*");

  private final int number;
  private final String text;
  private int start;
  private int next;

  Line(int number, String text) {
    this.number = number;
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Whether there are no more words. */
  boolean isRead() {
    return next > text.length();
  }

  /** The next word without taking it; empty at the end. */
  String peek() {
    if (isRead()) {
      return "";
    }
    int space = text.indexOf(' ', next);
    return text.substring(next, space < 0 ? text.length() : space);
  }

  /** The next word. */
  String word(String expected) {
    start = Math.min(next, text.length());
    String word = peek();
    if (word.isEmpty()) {
      throw malformed(isRead() ? "the line ends" : "a space too many", expected);
    }
    next = start + word.length() + 1;
    return word;
  }

  /** The next word, a name. */
  String name(String expected) {
    String name = word(expected);
    if (name.length() > Limits.NAME) {
      throw malformed("a name of " + name.length() + " characters", "at most " + Limits.NAME);
    }
    if (!NAME.matcher(name).matches()) {
      throw malformed("'" + name + "'", expected);
    }
    return name;
  }

  /** The next word, a number in lowest terms. */
  Rational number() {
    String word = word("a number");
    if (word.length() > Limits.DIGITS) {
      throw malformed("a number of " + word.length() + " characters", "at most " + Limits.DIGITS);
    }
    if (NUMBER.matcher(word).matches()) {
      int bar = word.indexOf('/');
      BigInteger numerator = new BigInteger(bar < 0 ? word : word.substring(0, bar));
      BigInteger denominator = bar < 0 ? BigInteger.ONE : new BigInteger(word.substring(bar + 1));
      Rational value = new Rational(numerator, denominator);
      if (value.toString().equals(word)) {
        return value;
      }
    }
    throw malformed("'" + word + "'", "a whole number, or a fraction in lowest terms");
  }

  /** The next word, a letter and a count: {@code t7}. */
  int reference(char letter, int below, String expected) {
    String word = word(expected);
    int count = count(word);
    if (word.charAt(0) != letter || count < 0) {
      throw malformed("'" + word + "'", expected);
    }
    if (count >= below) {
      throw malformed("no " + word + " yet", expected + " that stands above");
    }
    return count;
  }

  /** The number behind the first letter; −1 if there is none, or it begins with a zero too many. */
  private static int count(String word) {
    int count = 0;
    for (int i = 1; i < word.length(); i++) {
      int digit = word.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i > 8 || (i == 2 && count == 0)) {
        return -1;
      }
      count = 10 * count + digit;
    }
    return word.length() == 1 ? -1 : count;
  }

  /** Nothing more may follow. */
  void end() {
    if (!isRead()) {
      start = next;
      throw malformed("'" + shortened(text.substring(next)) + "'", "the end of the line");
    }
  }

  /** What the kernel refuses in the course of reading is refused here. */
  <T> T checked(Supplier<T> what) {
    try {
      return what.get();
    } catch (MalformedCertificate e) {
      throw e;
    } catch (Refusal e) {
      throw new MalformedCertificate(number, start + 1, String.valueOf(e.getMessage()));
    }
  }

  /** The word read last is wrong. */
  MalformedCertificate malformed(String found, String expected) {
    return new MalformedCertificate(
        number, start + 1, shortened(found) + " where " + expected + " was expected");
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
