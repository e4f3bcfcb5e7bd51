package dev.backproof.mlp.data;

/** A point of the plane, x to the right and y downwards; at a corner the pen turns sharply. */
record Point(double x, double y, boolean corner) {

  static Point at(double x, double y) {
    return new Point(x, y, false);
  }

  static Point corner(double x, double y) {
    return new Point(x, y, true);
  }

  /** The point a fraction of the way to another one; never a corner. */
  Point towards(Point end, double fraction) {
    return at(x + fraction * (end.x - x), y + fraction * (end.y - y));
  }
}
