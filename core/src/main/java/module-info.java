/** What a tensor is: the algebra, and its readings on numbers. */
module dev.backproof.core {
  requires static org.jspecify;

  exports dev.backproof.core;
}
