package dev.backproof.core.witness;

import dev.backproof.core.DenseTensor;
import java.util.ArrayList;
import java.util.List;

/** What both witnesses check of the point and the directions they are given. */
final class Directions {
  private Directions() {}

  static void check(String method, List<DenseTensor> at, List<DenseTensor> directions) {
    if (directions.size() > at.size()) {
      throw new IllegalArgumentException(
          method + ": " + directions.size() + " directions for " + at.size() + " operands");
    }
    for (int i = 0; i < directions.size(); i++) {
      if (!directions.get(i).shape().equals(at.get(i).shape())) {
        throw new IllegalArgumentException(
            method
                + ": operand "
                + i
                + " has shape "
                + at.get(i).shape()
                + ", its direction "
                + directions.get(i).shape());
      }
    }
  }

  static DenseTensor operand(String method, List<DenseTensor> at, int which) {
    if (which < 0 || which >= at.size()) {
      throw new IllegalArgumentException(
          method + ": no operand " + which + " among " + at.size() + "; they count from 0");
    }
    return at.get(which);
  }

  static void checkScalar(String method, DenseTensor value) {
    if (value.shape().rank() != 0) {
      throw new IllegalArgumentException(
          method
              + ": a gradient wants a scalar, not "
              + value.shape()
              + "; sum it, or contract it");
    }
  }

  /** The direction that moves one entry of one operand, and zeros for the operands before it. */
  static List<DenseTensor> unit(List<DenseTensor> at, int which, int position) {
    List<DenseTensor> directions = new ArrayList<>();
    for (int i = 0; i <= which; i++) {
      directions.add(DenseTensor.full(at.get(i).shape(), 0));
    }
    directions.set(which, directions.get(which).with(position, 1));
    return directions;
  }
}
