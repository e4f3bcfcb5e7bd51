package dev.backproof.verify.blas;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;

/**
 * Libraries of the class path as files: in a folder of the user's own under the temporary folder,
 * so that the next JVM finds them there.
 *
 * <p>A file is used again only if size and checksum are those of the jar, in a folder nobody else
 * may write; it is written under another name and moved, so that no JVM sees half of it.
 */
final class LibraryFolder {
  private static final String OWNER_ONLY = "rwx------";

  private LibraryFolder() {}

  /**
   * Unpacks what is not there yet.
   *
   * @param resources a folder of the class path, with a slash at its end
   * @return the files, in the order given
   * @throws IOException if a file cannot be read or written
   */
  static List<Path> unpack(String resources, List<String> names) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", ".")).toAbsolutePath();
    Path shared = temporary.resolve(name(resources));
    boolean kept = isUsable(shared);
    // Somebody else's, or not to be told: one for this JVM alone.
    Path folder = kept ? shared : Files.createTempDirectory(temporary, "backproof-", attributes());
    if (!kept) {
      folder.toFile().deleteOnExit();
    }
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      URL url = LibraryFolder.class.getClassLoader().getResource(resources + name);
      if (url == null) {
        throw new IOException(resources + name + " is not on the class path");
      }
      Path file = unpack(url, folder.resolve(name));
      if (!kept) {
        file.toFile().deleteOnExit();
      }
      files.add(file);
    }
    return files;
  }

  private static String name(String resources) {
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9]", "_");
    String platform = resources.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("-$", "");
    return "backproof-" + user + "-" + platform;
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] attributes() {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether the folder is there for this user alone; made if it was not. */
  private static boolean isUsable(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, attributes());
      return true;
    } catch (FileAlreadyExistsException e) {
      // Where there are no permissions, every user has a temporary folder of their own.
      return isPosix() ? isOurs(folder) : Files.isDirectory(folder);
    }
  }

  /** A real folder that belongs to who owns a new file here, and that only the owner may use. */
  private static boolean isOurs(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || !PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))
            .equals(OWNER_ONLY)) {
      return false;
    }
    Path probe = Files.createTempFile(folder.toAbsolutePath().getParent(), "backproof-", ".owner");
    try {
      return Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
    } finally {
      Files.delete(probe);
    }
  }

  private static Path unpack(URL url, Path file) throws IOException {
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jar && isSame(jar.getJarEntry(), file)) {
      return file;
    }
    Path part = Files.createTempFile(file.getParent(), "unpacking-", ".part");
    try {
      try (InputStream in = connection.getInputStream()) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      }
      return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static boolean isSame(JarEntry entry, Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || Files.size(file) != entry.getSize()) {
      return false;
    }
    CRC32 sum = new CRC32();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        sum.update(buffer, 0, count);
      }
    }
    return sum.getValue() == entry.getCrc();
  }
}
