package se.helhetssyn.pipelines.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Reads a delivered file once from end to end: its digest, and whether its text is UTF-8. */
public final class DeliveredFile {
  private static final int CHUNK = 1 << 16;

  private DeliveredFile() {}

  /** The data files (CSV and Parquet) of a folder, in order of name; refuses one that is none. */
  public static List<Path> listIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Refusal.badInput(
          "Mappen %s finns inte: ange en mapp med uttag efter --extracts.".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> f.getFileName().toString().matches(".*\\.(csv|parquet)"))
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the manifest keeps of the file; refuses a CSV file that is not UTF-8. */
  public static Manifest.Input examine(Path file) {
    boolean text = !FileHeader.isParquet(file);
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
      ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
      CharBuffer characters = CharBuffer.allocate(CHUNK);
      long size = 0;
      int read;
      while ((read = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0) {
        digest.update(bytes.array(), bytes.position(), read);
        size += read;
        bytes.position(bytes.position() + read).flip();
        if (text && isMalformed(utf8, bytes, characters)) {
          throw FileHeader.notUtf8(file);
        }
        bytes.compact();
        if (!text) {
          bytes.clear();
        }
      }
      if (text && bytes.position() > 0) {
        throw FileHeader.notUtf8(file);
      }
      String sha256 = HexFormat.of().formatHex(digest.digest());
      return new Manifest.Input(file.getFileName().toString(), size, sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isMalformed(CharsetDecoder utf8, ByteBuffer bytes, CharBuffer sink) {
    sink.clear();
    CoderResult result = utf8.decode(bytes, sink, false);
    return result.isError();
  }
}
