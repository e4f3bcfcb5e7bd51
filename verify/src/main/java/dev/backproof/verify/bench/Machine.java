package dev.backproof.verify.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where it was measured.
 *
 * @param cpu the model of the processor
 * @param cores that the JVM may use
 * @param memory of the machine, in bytes; 0 if unknown
 * @param system operating system, version, architecture
 * @param java version, name and vendor of the JVM
 * @param products what multiplies matrices, by number of threads
 * @param loadBefore the average number of processes that wanted to run in the minute before;
 *     negative if unknown
 * @param loadAfter the same at the end, the measurement itself included
 */
public record Machine(
    String cpu,
    int cores,
    long memory,
    String system,
    String java,
    Map<Integer, String> products,
    double loadBefore,
    double loadAfter) {
  private static final Path CPU = Path.of("/proc/cpuinfo");

  /** Copies the map. */
  public Machine {
    products = Map.copyOf(products);
  }

  /** The machine this runs on, before anything has been measured. */
  public static Machine here() {
    double load = load();
    return new Machine(
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0,
        property("os.name") + " " + property("os.version") + ", " + property("os.arch"),
        Runtime.version() + ", " + property("java.vm.name") + ", " + property("java.vendor"),
        Map.of(),
        load,
        load);
  }

  /** The same with what multiplies matrices. */
  Machine withProducts(Map<Integer, String> found) {
    return new Machine(cpu, cores, memory, system, java, found, loadBefore, loadAfter);
  }

  /** The same at the end. */
  Machine afterwards() {
    return new Machine(cpu, cores, memory, system, java, products, loadBefore, load());
  }

  /** By number of threads, in order. */
  public Map<Integer, String> productsInOrder() {
    return new TreeMap<>(products);
  }

  /** Whether others were at work, so that no time is to be trusted. */
  public boolean isBusy() {
    return loadBefore > cores / 2.0;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  /** As Linux and Windows say it. */
  private static String cpuModel() {
    if (Files.isReadable(CPU)) {
      try (Stream<String> lines = Files.lines(CPU)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(property("os.arch"));
      } catch (IOException e) {
        return property("os.arch");
      }
    }
    String identifier = System.getenv("PROCESSOR_IDENTIFIER");
    return identifier == null ? property("os.arch") : identifier;
  }
}
