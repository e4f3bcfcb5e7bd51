package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  @TempDir Path folder;

  @Test
  void foldersAreMade() throws IOException {
    Path file = folder.resolve("a/b/report.txt");
    ReportFile.write(file, "½\n");
    assertEquals("½\n", Files.readString(file));
    assertEquals(List.of("report.txt"), names(file.resolveSibling("")));
  }

  @Test
  void anOldFileIsReplaced() throws IOException {
    Path file = folder.resolve("report.txt");
    Files.writeString(file, "old and longer");
    ReportFile.write(file, "new");
    assertEquals("new", Files.readString(file));
    assertEquals(List.of("report.txt"), names(folder));
  }

  @Test
  void preparingLeavesNothingButTheFolder() throws IOException {
    ReportFile.prepare(folder.resolve("a/report.txt"));
    assertEquals(List.of(), names(folder.resolve("a")));
  }

  @Test
  void preparingKeepsAnOldFile() throws IOException {
    Path file = folder.resolve("report.txt");
    Files.writeString(file, "old");
    ReportFile.prepare(file);
    assertEquals("old", Files.readString(file));
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes"), "mine");
    Path file = notes.resolve("report.txt");
    String message = "cannot write " + file + ": " + notes + " is a file, not a folder";
    assertEquals(message, refused(() -> ReportFile.prepare(file)));
    assertEquals(message, refused(() -> ReportFile.write(file, "text")));
    assertEquals("mine", Files.readString(notes));
    assertEquals(List.of("notes"), names(folder));
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Path file = Files.createDirectories(folder.resolve("report.txt"));
    assertEquals(
        "cannot write " + file + ": it is a folder", refused(() -> ReportFile.write(file, "text")));
    assertEquals(List.of("report.txt"), names(folder));
  }

  @Test
  void whatIsThereStaysIfTheFolderIsReadOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("report.txt"), "old");
    readOnly(folder);
    try {
      String message = "cannot write " + file + ": permission denied";
      assertEquals(message, refused(() -> ReportFile.prepare(file)));
      assertEquals(message, refused(() -> ReportFile.write(file, "new")));
      assertEquals("old", Files.readString(file));
      assertEquals(List.of("report.txt"), names(folder));
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("report.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("latest.txt"), file);
    ReportFile.write(link, "new");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
  }

  @Test
  void aDeviceStaysADevice() {
    Path nowhere = Path.of("/dev/null");
    assumeTrue(Files.exists(nowhere));
    ReportFile.write(nowhere, "text");
    assertTrue(Files.exists(nowhere) && !Files.isRegularFile(nowhere));
  }

  private static void readOnly(Path folder) throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(
        folder, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE));
    assumeFalse(Files.isWritable(folder), "the superuser may write anywhere");
  }

  private static String refused(Runnable writing) {
    return String.valueOf(assertThrows(UncheckedIOException.class, writing::run).getMessage());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
