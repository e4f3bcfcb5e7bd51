package dev.backproof.verify.graph;

import java.util.List;

/**
 * What is drawn: boxes with lines of text, and links between them.
 *
 * @param boxes in the order in which they are to be read
 * @param links from operand to result
 */
public record Diagram(List<Box> boxes, List<Link> links) {

  /** What a box looks like. */
  public enum Style {
    /** Something gradients are asked for. */
    VARIABLE,
    /** Something put in that no derivative flows to. */
    CONSTANT,
    /** A number of the formula. */
    LITERAL,
    /** The result of an operation. */
    OPERATION,
    /** The result of the whole. */
    RESULT,
    /** A layer that is folded. */
    LAYER,
    /** Something of another layer, drawn beside this one. */
    OUTSIDE;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What a line says. */
  public enum Role {
    /** The name, and the shape. */
    NAME,
    /** How it is computed. */
    OPERATION,
    /** Its value. */
    VALUE,
    /** Its cotangent. */
    COTANGENT;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A line of text.
   *
   * @param role what it says
   * @param label what stands before the value and stays as it is
   * @param text the text behind it
   * @param binding which value it shows, for a page that computes: {@code v3}, {@code b3}; empty if
   *     none
   * @param room the columns that are kept for it, at least
   */
  public record Line(Role role, String label, String text, String binding, int room) {
    /** A line that stays as it is. */
    public Line(Role role, String text) {
      this(role, "", text, "", 0);
    }

    /** All of it. */
    String whole() {
      return label + text;
    }
  }

  /**
   * A box.
   *
   * @param id unlike the others
   * @param style what it looks like
   * @param lines its text
   * @param hint what is said when it is pointed at
   */
  public record Box(String id, Style style, List<Line> lines, String hint) {
    /** Copies the lines. */
    public Box {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A link.
   *
   * @param id unlike the others
   * @param from the id of a box
   * @param to the id of a box
   * @param flows whether a derivative flows back along it
   * @param hint what is said when it is pointed at
   */
  public record Link(String id, String from, String to, boolean flows, String hint) {}

  /** Copies the lists. */
  public Diagram {
    boxes = List.copyOf(boxes);
    links = List.copyOf(links);
  }
}
