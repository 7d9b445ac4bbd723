package se.helhetssyn.pipelines.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import se.helhetssyn.datasets.quality.Treatment;
import se.helhetssyn.pipelines.file.Chunk;
import se.helhetssyn.pipelines.file.FileForm;

/** Files of a test, put before the door. */
record Arrivals(Path folder) {
  static final List<String> COLUMNS = List.of("id", "name", "places");

  ArrivedFile text(String content) {
    return text(content, UTF_8);
  }

  ArrivedFile text(String content, Charset charset) {
    return bytes("unit.csv", content.getBytes(charset), expected());
  }

  ArrivedFile bytes(String name, byte[] content, Expectation expected) {
    return Door.examine(file(name, content), expected);
  }

  Path file(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Expectation expected() {
    return Expectation.canonical(COLUMNS, Map.of());
  }

  static FileForm form(ArrivedFile file) {
    assertThat(file.turnedAway()).isEmpty();
    return file.form().orElseThrow();
  }

  static ArrivedFile.TurnedAway turnedAway(ArrivedFile file) {
    assertThat(file.form()).isEmpty();
    ArrivedFile.TurnedAway why = file.turnedAway().orElseThrow();
    assertThat(file.findings())
        .containsExactly(new FileFinding(why.rule(), Treatment.REJECTED, file.rows()));
    return why;
  }

  /** The bytes of each chunk as text. */
  static List<String> chunks(ArrivedFile file) {
    FileForm form = form(file);
    return form.chunks().stream().map(chunk -> text(file.path(), chunk, form)).toList();
  }

  private static String text(Path path, Chunk chunk, FileForm form) {
    try {
      byte[] all = Files.readAllBytes(path);
      Charset charset = Charset.forName(form.encoding());
      return new String(all, (int) chunk.offset(), (int) chunk.length(), charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
