/** The network of the notes, its closed form and its training. */
module dev.backproof.mlp {
  requires com.google.common;
  requires com.google.gson;
  requires de.siegmar.fastcsv;
  requires transitive dev.backproof.autodiff;
  requires static org.jspecify;

  exports dev.backproof.mlp;
  exports dev.backproof.mlp.closedform;
  exports dev.backproof.mlp.data;
  exports dev.backproof.mlp.graph;
  exports dev.backproof.mlp.model;
  exports dev.backproof.mlp.train;
}
