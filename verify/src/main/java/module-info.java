/** Witnesses, reports and the command line. */
module dev.backproof.verify {
  requires com.google.common;
  requires com.google.gson;
  requires transitive dev.backproof.mlp;
  requires info.picocli;
  requires static org.jspecify;

  exports dev.backproof.verify.cli;
  exports dev.backproof.verify.notes;

  opens dev.backproof.verify.cli to
      info.picocli;
}
