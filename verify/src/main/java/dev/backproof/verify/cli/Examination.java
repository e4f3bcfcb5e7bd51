package dev.backproof.verify.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.backproof.core.blas.Choice;
import dev.backproof.core.blas.MatrixProducts;
import dev.backproof.core.blas.SelfTest;
import dev.backproof.verify.certificate.MalformedCertificate;
import dev.backproof.verify.certificate.Refused;
import dev.backproof.verify.certificate.Replay;
import dev.backproof.verify.certificate.StatementText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * What was found on this machine.
 *
 * @param products which library multiplies matrices
 * @param productLine the same in words
 * @param productError the largest difference to plain Java in units of its bound; 1 is allowed
 * @param proved whether the kernel accepts a proof it should accept
 * @param proof the statement, or why it was refused
 * @param temporary the folder for temporary files
 * @param writable whether a file can be made there
 */
record Examination(
    Choice products,
    String productLine,
    double productError,
    boolean proved,
    String proof,
    String temporary,
    boolean writable) {
  private static final int SCHEMA = 1;

  private static final String CERTIFICATE = "self-check.cert";

  private static final double MEBIBYTE = 1024.0 * 1024.0;

  /** Looks and tests; nothing that is wrong makes it fail. */
  static Examination ofThisMachine() {
    Choice products = MatrixProducts.choice();
    String temporary = System.getProperty("java.io.tmpdir", "");
    String proof;
    boolean proved = false;
    try {
      proof = StatementText.of(Replay.check(certificate()), Integer.MAX_VALUE);
      proved = true;
    } catch (MalformedCertificate | Refused e) {
      proof = "refused: " + e.getMessage();
    }
    return new Examination(
        products,
        MatrixProducts.describe(),
        SelfTest.largestError(products.product()),
        proved,
        proof,
        temporary,
        isWritable(temporary));
  }

  private static String certificate() {
    try (InputStream in =
        Objects.requireNonNull(Examination.class.getResourceAsStream(CERTIFICATE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWritable(String folder) {
    try {
      Files.delete(Files.createTempFile(Path.of(folder), "backproof-", ".tmp"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  /** A line for each thing. */
  String text() {
    Runtime runtime = Runtime.getRuntime();
    StringBuilder lines = new StringBuilder();
    line(lines, "backproof", Version.number());
    line(
        lines,
        "Java",
        Runtime.version() + ", " + property("java.vm.name") + ", " + property("java.vendor"));
    line(
        lines,
        "system",
        property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
    line(lines, "processors", Integer.toString(runtime.availableProcessors()));
    line(
        lines,
        "memory",
        String.format(Locale.ROOT, "%.0f MiB at most", runtime.maxMemory() / MEBIBYTE));
    line(lines, "products", productLine);
    line(lines, "", (productError <= 1 ? "right: " : "WRONG: ") + error());
    line(lines, "threads", Integer.toString(products.product().threads()));
    line(lines, "proofs", (proved ? "right: replayed " : "WRONG: ") + proof);
    line(lines, "temporary", temporary + (writable ? ", writable" : ", NOT writable"));
    return lines.toString();
  }

  private String error() {
    return String.format(
        Locale.ROOT, "error %.2f of the bound against plain Java, 1 allowed", productError);
  }

  private static void line(StringBuilder lines, String name, String value) {
    lines.append(String.format(Locale.ROOT, "%-10s  %s%n", name, value));
  }

  /** One object, with a line break at its end. */
  String json() {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("backproof", Version.number());
    json.addProperty("java", Runtime.version().toString());
    json.addProperty("vm", property("java.vm.name"));
    json.addProperty("vendor", property("java.vendor"));
    json.addProperty("system", property("os.name"));
    json.addProperty("systemVersion", property("os.version"));
    json.addProperty("architecture", property("os.arch"));
    json.addProperty("processors", Runtime.getRuntime().availableProcessors());
    json.addProperty("maxMemory", Runtime.getRuntime().maxMemory());
    JsonObject product = new JsonObject();
    product.addProperty("product", products.product().describe());
    product.addProperty("native", products.isNative());
    product.addProperty("reason", products.reason());
    product.addProperty("threads", products.product().threads());
    // JSON has no infinity: a product that leaves a NaN is said to be wrong, without a number.
    product.addProperty("error", Double.isFinite(productError) ? productError : null);
    product.addProperty("right", productError <= 1);
    json.add("products", product);
    JsonObject check = new JsonObject();
    check.addProperty("right", proved);
    check.addProperty("statement", proof);
    json.add("proofs", check);
    JsonObject folder = new JsonObject();
    folder.addProperty("folder", temporary);
    folder.addProperty("writable", writable);
    json.add("temporary", folder);
    return new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create()
            .toJson(json)
        + "\n";
  }
}
