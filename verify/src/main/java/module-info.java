/**
 * Witnesses, reports and the command line.
 *
 * <p>OpenBLAS is offered on the class path only, by META-INF/services. If this module provided it,
 * whoever requires core would get this module on the module path, and a modular project's tests
 * that have it on the class path could not read it.
 */
module dev.backproof.verify {
  requires ch.obermuhlner.math.big;
  requires transitive com.google.common;
  requires com.google.gson;
  requires transitive dev.backproof.mlp;
  requires de.siegmar.fastcsv;
  requires info.picocli;
  requires java.desktop;
  requires java.logging;
  requires jdk.management;
  requires me.tongfei.progressbar;
  requires org.eclipse.elk.alg.layered;
  requires org.eclipse.elk.core;
  requires org.eclipse.elk.graph;
  requires org.eclipse.emf.common;
  requires static org.jspecify;

  // Optional: without it there is no benchmark.
  requires static jmh.core;

  // Optional: without them products are computed in plain Java.
  requires static com.sun.jna;
  requires static dev.ludovic.netlib.blas;

  exports dev.backproof.verify.assertion;
  exports dev.backproof.verify.bench;
  exports dev.backproof.verify.bench.report;
  exports dev.backproof.verify.blas;
  exports dev.backproof.verify.certificate;
  exports dev.backproof.verify.check;
  exports dev.backproof.verify.cli;
  exports dev.backproof.verify.display;
  exports dev.backproof.verify.expr;
  exports dev.backproof.verify.derivation;
  exports dev.backproof.verify.graph;
  exports dev.backproof.verify.kernel;
  exports dev.backproof.verify.markup;
  exports dev.backproof.verify.notes;
  exports dev.backproof.verify.page;
  exports dev.backproof.verify.page.notes;
  exports dev.backproof.verify.prover;
  exports dev.backproof.verify.report;
  exports dev.backproof.verify.theorem;
  exports dev.backproof.verify.tour;
  exports dev.backproof.verify.training;

  opens dev.backproof.verify.cli to
      info.picocli;
}
