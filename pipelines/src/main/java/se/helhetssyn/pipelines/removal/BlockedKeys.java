package se.helhetssyn.pipelines.removal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.helhetssyn.analytics.mart.StoreLayout;

/**
 * Keys of rows that must not come back, by table: those of persons stand under {@code person}. The
 * keys themselves are kept nowhere, only lower-case hex SHA-256 digests of the store's salt (32
 * random bytes, hex in {@code blocked/salt}, for its owner alone) followed by the key in UTF-8, one
 * per line in {@code blocked/<table>.digests}. Who has the salt can tell whether a key is blocked,
 * and nobody can read a key out of it. A store where nothing is blocked has no such folder.
 */
public final class BlockedKeys {
  /** The table under which keys of persons stand. */
  public static final String PERSONS = "person";

  /** Its presence says that the store may hold rows of persons who are blocked. */
  private static final String PENDING = "pending";

  private static final int SALT_BYTES = 32;
  private static final String NEXT = ".next";

  private final Path folder;

  private BlockedKeys(Path folder) {
    this.folder = folder;
  }

  /** Those of a store. */
  public static BlockedKeys of(StoreLayout store) {
    return new BlockedKeys(store.blocked());
  }

  /** Blocks keys of a table; those that are blocked already stay so. */
  public void add(String table, Collection<String> keys) {
    Set<String> digests = new TreeSet<>(all(table));
    keys.forEach(key -> digests.add(digest(key)));
    if (!keys.isEmpty()) {
      write(file(table), String.join("\n", digests) + "\n");
    }
  }

  /** Tells, for good, that rows of persons who are blocked may be left in the store. */
  public void expectRows() {
    write(folder.resolve(PENDING), "");
  }

  /** Whether rows of persons who are blocked may be left in the store. */
  public boolean isExpectingRows() {
    return Files.exists(folder.resolve(PENDING));
  }

  /** Tells that no rows of persons who are blocked are left. */
  public void expectNoRows() {
    try {
      Files.deleteIfExists(folder.resolve(PENDING));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a key of a table is blocked. */
  public boolean contains(String table, String key) {
    return salt().isPresent() && all(table).contains(digest(key));
  }

  /** Digests of a table's blocked keys; none if nothing is blocked. */
  public Set<String> all(String table) {
    try {
      return Files.exists(file(table))
          ? new TreeSet<>(Files.readAllLines(file(table), UTF_8))
          : Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The digest of a key; makes the store's salt if there is none. */
  public String digest(String key) {
    MessageDigest sum = sha256();
    sum.update(HexFormat.of().parseHex(salt().orElseGet(this::makeSalt)));
    return HexFormat.of().formatHex(sum.digest(key.getBytes(UTF_8)));
  }

  /** The salt in hex, for an engine that makes digests itself; empty if nothing is blocked. */
  public Optional<String> salt() {
    Path file = folder.resolve("salt");
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file, UTF_8).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String makeSalt() {
    byte[] random = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(random);
    String salt = HexFormat.of().formatHex(random);
    write(folder.resolve("salt"), salt + "\n");
    return salt;
  }

  private Path file(String table) {
    return folder.resolve(table + ".digests");
  }

  private static void write(Path file, String text) {
    Path next = file.resolveSibling(file.getFileName() + NEXT);
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(next);
      try (FileChannel channel =
          FileChannel.open(next, EnumSet.of(CREATE, TRUNCATE_EXISTING, WRITE), ownersOnly())) {
        channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<?>[] ownersOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
