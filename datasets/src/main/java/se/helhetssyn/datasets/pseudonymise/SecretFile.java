package se.helhetssyn.datasets.pseudonymise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The file that holds the municipality's secret: one line of hexadecimal digits, at least 64 of
 * them (32 bytes), that only its owner may read.
 */
final class SecretFile {
  private static final int FEWEST_BYTES = 32;
  private static final int FEWEST_DIFFERENT = 16;
  private static final int LARGEST_FILE = 4_096;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private SecretFile() {}

  /** Makes one, with 32 bytes of the system's randomness; refuses a file that is there. */
  static void make(Path file) {
    byte[] secret = new byte[FEWEST_BYTES];
    new SecureRandom().nextBytes(secret);
    byte[] line = (HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII);
    var create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel out = Files.newByteChannel(file, create, ownerOnly(file))) {
      out.write(ByteBuffer.wrap(line));
    } catch (FileAlreadyExistsException e) {
      throw Stopped.badInput(
          "Filen %s finns redan: en nyckel skrivs aldrig över, för då kan ingen person kännas igen."
              .formatted(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
    return knowsOwners(file.toAbsolutePath().resolveSibling("."))
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsOwners(Path place) throws IOException {
    FileStore store = Files.getFileStore(place);
    return store.supportsFileAttributeView("posix");
  }

  /** Reads the secret; {@link Stopped} if it is weak, lies in the open or beside the data. */
  static byte[] read(Path file, Path... elsewhere) {
    try {
      Path real = file.toRealPath();
      for (Path folder : elsewhere) {
        if (Files.exists(folder) && real.startsWith(folder.toRealPath())) {
          throw Stopped.badEnvironment(
              "Nyckelfilen ligger i %s: förvara den på ett annat ställe än uppgifterna."
                  .formatted(folder));
        }
      }
      requireOwnersOnly(real);
      if (Files.size(real) > LARGEST_FILE) {
        throw notHexadecimal();
      }
      return sound(Files.readAllBytes(real));
    } catch (IOException e) {
      throw Stopped.badEnvironment(
          "Nyckelfilen %s går inte att läsa: kontrollera sökväg och rättigheter, eller skapa den med --make-key."
              .formatted(file));
    }
  }

  private static void requireOwnersOnly(Path file) throws IOException {
    if (!knowsOwners(file)) {
      return;
    }
    Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
    if (granted.stream().anyMatch(each -> !each.name().startsWith("OWNER_"))) {
      throw Stopped.badEnvironment(
          "Nyckelfilen %s kan läsas av andra än sin ägare: ta bort deras rättigheter (chmod 600)."
              .formatted(file));
    }
  }

  private static byte[] sound(byte[] content) {
    byte[] secret = bytes(new String(content, StandardCharsets.ISO_8859_1).strip());
    Arrays.fill(content, (byte) 0);
    if (secret.length < FEWEST_BYTES) {
      throw Stopped.badEnvironment(
          "Nyckeln är för kort: den ska ha minst %d hexadecimala siffror."
              .formatted(2 * FEWEST_BYTES));
    }
    if (isRegular(secret)) {
      throw Stopped.badEnvironment(
          "Nyckeln är inte slumpmässig: skapa en ny med --make-key, som ingen har valt.");
    }
    return secret;
  }

  private static byte[] bytes(String digits) {
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      throw notHexadecimal();
    }
  }

  private static Stopped notHexadecimal() {
    return Stopped.badEnvironment(
        "Nyckelfilen ska ha en enda rad med hexadecimala siffror: skapa en med --make-key.");
  }

  /** Few bytes or few steps between them (a count), or a piece said twice; never so by chance. */
  private static boolean isRegular(byte[] secret) {
    long bytes = IntStream.range(0, secret.length).map(i -> secret[i]).distinct().count();
    long steps =
        IntStream.range(1, secret.length)
            .map(i -> (byte) (secret[i] - secret[i - 1]))
            .distinct()
            .count();
    return Math.min(bytes, steps) < FEWEST_DIFFERENT || repeats(secret);
  }

  private static boolean repeats(byte[] secret) {
    return IntStream.rangeClosed(1, secret.length / 2)
        .anyMatch(
            shift -> Arrays.equals(secret, shift, secret.length, secret, 0, secret.length - shift));
  }
}
