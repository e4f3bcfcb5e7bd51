package dev.backproof.mlp.data;

import static dev.backproof.mlp.data.Point.at;
import static dev.backproof.mlp.data.Point.corner;

import java.util.List;

/** How each digit is written: one or more ways, each a list of strokes in the unit square. */
final class Glyphs {
  private Glyphs() {}

  /** The ways to write a digit 0 … 9. */
  static List<List<Stroke>> of(int digit) {
    return switch (digit) {
      case 0 -> List.of(List.of(zero()));
      case 1 -> List.of(List.of(upright()), List.of(flagged()));
      case 2 -> List.of(List.of(two()));
      case 3 -> List.of(List.of(three()));
      case 4 -> List.of(closedFour(), openFour());
      case 5 -> List.of(List.of(five()));
      case 6 -> List.of(List.of(six()));
      case 7 -> List.of(List.of(seven()), List.of(seven(), bar()));
      case 8 -> List.of(List.of(eight()));
      case 9 -> List.of(List.of(nine()));
      default -> throw new IllegalArgumentException("no digit " + digit + "; there are 0 … 9");
    };
  }

  private static Stroke zero() {
    return Stroke.of(
        at(0.5, 0),
        at(0.15, 0),
        at(-0.02, 0.3),
        at(-0.02, 0.7),
        at(0.2, 1),
        at(0.8, 1),
        at(1.02, 0.7),
        at(1.02, 0.3),
        at(0.85, 0),
        at(0.5, 0));
  }

  private static Stroke upright() {
    return Stroke.of(at(0.5, 0), at(0.5, 0.5), at(0.5, 1));
  }

  private static Stroke flagged() {
    return Stroke.of(at(0.2, 0.28), corner(0.55, 0), at(0.55, 0.5), at(0.55, 1));
  }

  private static Stroke two() {
    return Stroke.of(
        at(0.02, 0.22),
        at(0.15, 0),
        at(0.85, -0.05),
        at(1, 0.4),
        at(0.5, 0.65),
        corner(0, 1),
        at(1, 1));
  }

  private static Stroke three() {
    return Stroke.of(
        at(0.05, 0.06),
        at(0.6, -0.08),
        at(1.05, 0.12),
        at(0.9, 0.42),
        corner(0.4, 0.47),
        at(0.95, 0.5),
        at(1.1, 0.85),
        at(0.7, 1.06),
        at(0, 0.95));
  }

  private static List<Stroke> closedFour() {
    return List.of(
        Stroke.of(at(0.7, 0), corner(0, 0.65), at(1, 0.65)), Stroke.of(at(0.7, 0), at(0.7, 1)));
  }

  private static List<Stroke> openFour() {
    return List.of(
        Stroke.of(at(0.12, 0), corner(0.05, 0.55), at(1, 0.55)),
        Stroke.of(at(0.8, 0.05), at(0.75, 1)));
  }

  private static Stroke five() {
    return Stroke.of(
        at(0.95, 0),
        corner(0.1, 0),
        corner(0.08, 0.45),
        at(0.65, 0.32),
        at(1.1, 0.6),
        at(0.9, 1.05),
        at(0.35, 1.05),
        at(0, 0.9));
  }

  private static Stroke six() {
    return Stroke.of(
        at(0.8, 0),
        at(0.25, 0.15),
        at(-0.05, 0.65),
        at(0.1, 1.04),
        at(0.9, 1.05),
        at(1.1, 0.6),
        at(0.55, 0.42),
        at(0.1, 0.7));
  }

  private static Stroke seven() {
    return Stroke.of(at(0, 0), corner(1, 0), at(0.6, 0.5), at(0.4, 1));
  }

  private static Stroke bar() {
    return Stroke.of(at(0.25, 0.5), at(0.9, 0.5));
  }

  private static Stroke eight() {
    return Stroke.of(
        at(0.9, 0.15),
        at(0.75, -0.05),
        at(0.05, -0.05),
        at(0, 0.38),
        at(0.5, 0.48),
        at(1.07, 0.62),
        at(1.02, 1.05),
        at(-0.02, 1.05),
        at(-0.07, 0.62),
        at(0.5, 0.48),
        at(1, 0.38),
        at(0.9, 0.15));
  }

  private static Stroke nine() {
    return Stroke.of(
        at(0.95, 0.2),
        at(0.75, -0.06),
        at(0.05, -0.04),
        at(-0.05, 0.45),
        at(0.5, 0.6),
        at(0.95, 0.4),
        corner(0.97, 0.12),
        at(0.95, 0.6),
        at(0.75, 1));
  }
}
