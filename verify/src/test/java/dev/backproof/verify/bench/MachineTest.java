package dev.backproof.verify.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void thisMachineHasAName() {
    Machine here = Machine.here();
    assertTrue(!here.cpu().isBlank());
    assertTrue(here.cores() >= 1);
    assertTrue(here.java().startsWith(Runtime.version().toString()), here.java());
    assertEquals(Map.of(1, "x"), here.withProducts(Map.of(1, "x")).afterwards().products());
  }

  @Test
  void busyIsAMachineOnWhichOthersWantHalfOfTheCores() {
    Machine idle = new Machine("cpu", 4, 0, "s", "j", Map.of(2, "b", 1, "a"), 1.9, 9);
    Machine busy = new Machine("cpu", 4, 0, "s", "j", Map.of(), 2.1, 0);
    Machine unknown = new Machine("cpu", 4, 0, "s", "j", Map.of(), -1, -1);
    assertTrue(!idle.isBusy());
    assertTrue(busy.isBusy());
    assertTrue(!unknown.isBusy());
    assertEquals(List.of(1, 2), List.copyOf(idle.productsInOrder().keySet()));
  }

  @Test
  void passesMakeProgramsShorterAndFuseThem() {
    List<Operations> all = Operations.all();
    assertEquals(6, all.size());
    for (Operations line : all) {
      assertTrue(line.optimised() <= line.recorded(), line::toString);
      assertTrue(line.instructions() < line.optimised(), line::toString);
    }
  }
}
