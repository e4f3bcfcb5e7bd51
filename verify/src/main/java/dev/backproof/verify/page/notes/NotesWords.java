package dev.backproof.verify.page.notes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each claim says in words, and how it is written in NumPy.
 *
 * @param sentence the words
 * @param numpy a line of NumPy, if there is one; it is no part of what is proved
 */
record NotesWords(String sentence, Optional<String> numpy) {
  /**
   * A part of the course.
   *
   * @param digit the digit its claims begin with
   * @param title what it is about
   * @param about what stands below the title
   */
  record Part(char digit, String title, String about) {
    /** Whether a claim belongs to it. */
    boolean has(String claim) {
      return claim.charAt(0) == digit;
    }
  }

  /** The parts, in order. */
  static final List<Part> PARTS =
      List.of(
          new Part(
              '1',
              "Part 1: relations and derivatives of some basic functions",
              "For every real x, or every vector x of any length d."),
          new Part(
              '2',
              "Part 2: the network with one hidden layer, and its gradients",
              "One example x with its label y; d inputs, h hidden units (the course's d_h), m classes. hᵃ and oᵃ are"
                  + " values before the activation, hˢ and oˢ behind it; W1, b1, W2, b2 are written"
                  + " W⁽¹⁾, b⁽¹⁾, W⁽²⁾, b⁽²⁾ in formulas."),
          new Part(
              '3',
              "Practice: the stable softmax, a minibatch, and the check by differences",
              "From the practical part of the homework. Rows of X and Y are examples."));

  private static final Map<String, NotesWords> ALL =
      Map.ofEntries(
          said(
              "1.1",
              "The sigmoid is a tanh, squeezed and shifted.",
              "1/(1 + np.exp(-x)) == 0.5*(np.tanh(x/2) + 1)"),
          said(
              "1.2",
              "The logarithm of a sigmoid is a softplus, turned round twice.",
              "np.log(1/(1 + np.exp(-x))) == -np.log(1 + np.exp(-x))"),
          said("1.3", "The slope of the sigmoid, from its value alone.", "s*(1 - s)"),
          said("1.4", "The slope of tanh, from its value alone.", "1 - np.tanh(x)**2"),
          said("1.5", "The sign is a difference of two indicators.", "(x > 0)*1 - (x < 0)*1"),
          said(
              "1.6",
              "The slope of the absolute value is the sign; at the kink 0 the homework fixes 0.",
              "np.sign(x)"),
          said(
              "1.7",
              "The slope of rect is an indicator; at the kink 0 the homework fixes 0.",
              "(x > 0)*1"),
          said("1.8", "The gradient of the squared length is twice the vector.", "2*x"),
          said(
              "1.9",
              "The gradient of the sum of absolute values is the sign of each entry.",
              "np.sign(x)"),
          said(
              "2.1",
              "The hidden layer: an affine map, then rect entry by entry. W1 is [h×d], b1 is [h].",
              "ha = b1 + W1 @ x; hs = np.maximum(0, ha)"),
          said(
              "2.2",
              "The output layer before the softmax. W2 is [m×h], b2 is [m].",
              "oa = b2 + W2 @ hs"),
          said(
              "2.3",
              "The outputs are probabilities: every one is positive, and they sum to 1.",
              "os = np.exp(oa)/np.sum(np.exp(oa))"),
          said(
              "2.4",
              "The loss of an example, as a function of oᵃ.",
              "L = np.log(np.sum(np.exp(oa))) - oa[y-1]"),
          said(
              "2.5",
              "The empirical risk is the mean of the losses; the number of parameters counts"
                  + " their entries.",
              "h*d + h + m*h + m"),
          said(
              "2.6",
              "A step of gradient descent uses the mean of the gradients of the examples.",
              "theta -= eta*grad"),
          said("2.7", "The gradient by oᵃ is what the network says minus what is true.", ""),
          said(
              "2.8",
              "The same in NumPy: labels are counted from 1, rows of eye(m) from 0.",
              "grad_oa = os - np.eye(m)[y-1]"),
          said(
              "2.9",
              "The gradient by a weight of the output layer is the gradient behind it times the"
                  + " activation before it.",
              ""),
          said(
              "2.10",
              "The same as matrices: an outer product, of the shape of W2.",
              "grad_W2 = np.outer(grad_oa, hs); grad_b2 = grad_oa"),
          said("2.11", "A hidden unit reaches every output, so the paths add up.", ""),
          said(
              "2.12",
              "The same as matrices: backward through W2 means times its transpose.",
              "grad_hs = W2.T @ grad_oa"),
          said("2.13", "Backward through rect: what did not pass forward does not come back.", ""),
          said(
              "2.14",
              "The same as vectors: times a mask. The notes take the mask of hˢ, which is the same.",
              "grad_ha = grad_hs*(ha > 0)"),
          said(
              "2.15",
              "The gradient by a weight of the hidden layer: as in #9, one layer further back.",
              ""),
          said(
              "2.16",
              "The same as matrices: an outer product, of the shape of W1.",
              "grad_W1 = np.outer(grad_ha, x); grad_b1 = grad_ha"),
          said(
              "2.17",
              "An input reaches every hidden unit; backward through W1 means times its transpose.",
              "grad_x = W1.T @ grad_ha"),
          said(
              "2.18",
              "The penalty adds its own gradient to those of the weights, none to the biases.",
              "grad_W1 += l11*np.sign(W1) + 2*l12*W1"),
          said(
              "3.1",
              "Taking the largest entry away before exp changes nothing but the rounding.",
              "e = np.exp(oa - oa.max()); os = e/e.sum()"),
          said(
              "3.2",
              "All examples at once, one in each row; 1/n comes in once, at the loss.",
              "G_OA = (OS - Y)/n; grad_W2 = G_OA.T @ HS; grad_W1 = G_HA.T @ X"),
          said(
              "3.3",
              "The homework's own check: a difference quotient divided by the gradient is nearly 1.",
              "(loss(theta + eps) - loss(theta))/eps / grad"));

  private static Map.Entry<String, NotesWords> said(String id, String sentence, String numpy) {
    return Map.entry(
        id, new NotesWords(sentence, numpy.isEmpty() ? Optional.empty() : Optional.of(numpy)));
  }

  /** Those of a claim. */
  static NotesWords of(String id) {
    return ALL.getOrDefault(id, new NotesWords("", Optional.empty()));
  }

  /** The number a claim has in the course: {@code #7} for 2.7. */
  static String number(String id) {
    return "#" + id.substring(id.indexOf('.') + 1);
  }
}
