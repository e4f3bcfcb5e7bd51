package dev.backproof.autodiff.program.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Traces;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedWalkTest {
  /** softmax of a vector, planned and run: text, which means the same to all class loaders. */
  static String softmax() {
    Program program = Optimizer.optimize(Traces.of(x -> Functions.softmax(x.get(0)), Shape.of(3)));
    DenseTensor x = DenseTensor.vector(1, 2, 4);
    return Planner.standard().plan(program, List.of(x.shape())).run(List.of(x)).toString();
  }

  static boolean available() {
    return GeneratedWalk.available();
  }

  @Test
  void whereAsmIsNotThereEverythingIsInterpreted() throws Exception {
    assertTrue(available());
    List<URL> without = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!Path.of(entry).getFileName().toString().startsWith("asm-")) {
        without.add(Path.of(entry).toUri().toURL());
      }
    }
    try (URLClassLoader alone =
        new URLClassLoader(without.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> there = alone.loadClass(GeneratedWalkTest.class.getName());
      assertFalse((Boolean) call(there, "available"));
      assertEquals(softmax(), call(there, "softmax"));
    }
  }

  private static Object call(Class<?> there, String name) throws ReflectiveOperationException {
    Method method = there.getDeclaredMethod(name);
    method.setAccessible(true);
    return method.invoke(null);
  }
}
