package dev.backproof.verify.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadWaitTest {
  @BeforeEach
  @AfterEach
  void nothingIsSaid() {
    assumeFalse(Platform.isWindows());
    call("unsetenv", ThreadWait.VARIABLE);
  }

  private static void call(String function, Object... arguments) {
    NativeLibrary.getInstance(Platform.C_LIBRARY_NAME).getFunction(function).invokeInt(arguments);
  }

  private static String said() {
    return NativeLibrary.getInstance(Platform.C_LIBRARY_NAME)
        .getFunction("getenv")
        .invokeString(new Object[] {ThreadWait.VARIABLE}, false);
  }

  @Test
  void aTenthOfAMillisecondIsSaid() {
    ThreadWait.shorten();
    assertEquals("18", said());
  }

  @Test
  void whatTheUserSaysStays() {
    call("setenv", ThreadWait.VARIABLE, "26", 1);
    ThreadWait.shorten();
    assertEquals("26", said());
  }
}
