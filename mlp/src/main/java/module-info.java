/** The network of the notes, its closed form and its training. */
module dev.backproof.mlp {
  requires com.google.common;
  requires transitive dev.backproof.autodiff;
  requires static org.jspecify;
}
