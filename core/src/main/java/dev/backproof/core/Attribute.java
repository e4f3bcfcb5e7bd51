package dev.backproof.core;

import java.util.List;

/**
 * What a primitive needs besides its operands; compared by value, so that equal operations are
 * equal.
 */
public sealed interface Attribute
    permits Attribute.None,
        Attribute.Axis,
        Attribute.Insert,
        Attribute.Permutation,
        Attribute.Window,
        Constant,
        Custom,
        Elementary,
        Shape,
        Size {

  /** No attribute. */
  enum None implements Attribute {
    /** The only value. */
    NONE;

    @Override
    public String toString() {
      return "";
    }
  }

  /** One axis, counted from the front. */
  record Axis(int index) implements Attribute {
    @Override
    public String toString() {
      return Integer.toString(index);
    }
  }

  /** A new axis and its extent. */
  record Insert(int axis, Size size) implements Attribute {
    @Override
    public String toString() {
      return axis + ", " + size;
    }
  }

  /** For each axis of the result, the axis of the operand it was. */
  record Permutation(List<Integer> axes) implements Attribute {
    /** Checks that every axis stands there once. */
    public Permutation {
      axes = List.copyOf(axes);
      for (int i = 0; i < axes.size(); i++) {
        if (!axes.contains(i)) {
          throw new IllegalArgumentException(
              "permute: " + axes + " does not name axis " + i + " once");
        }
      }
    }

    /** The way back. */
    public Permutation inverse() {
      Integer[] back = new Integer[axes.size()];
      for (int i = 0; i < back.length; i++) {
        back[axes.get(i)] = i;
      }
      return new Permutation(List.of(back));
    }

    @Override
    public String toString() {
      return axes.toString();
    }
  }

  /**
   * A window of one axis. To a slice, {@code length} is the extent of the result; to a pad, the
   * extent of the whole.
   */
  record Window(int axis, int start, int length) implements Attribute {
    @Override
    public String toString() {
      return axis + ", " + start + ", " + length;
    }
  }
}
