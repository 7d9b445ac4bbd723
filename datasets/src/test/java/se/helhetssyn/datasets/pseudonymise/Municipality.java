package se.helhetssyn.datasets.pseudonymise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A municipality's folders and key, and the program as it calls it. */
final class Municipality {
  final Path in;
  final Path out;
  final Path key;
  private String printed = "";
  private String complaint = "";

  Municipality(Path folder) throws IOException {
    in = Files.createDirectory(folder.resolve("in"));
    out = folder.resolve("out");
    key = folder.resolve("nyckel");
    SecretFile.make(key);
  }

  Municipality file(String name, String text) throws IOException {
    return file(name, text, StandardCharsets.UTF_8);
  }

  Municipality file(String name, String text, Charset charset) throws IOException {
    Files.write(in.resolve(name), text.getBytes(charset));
    return this;
  }

  /** Runs the program with the folders and the key and other options; its exit code. */
  int run(String... more) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--in", in.toString());
    options.put("--out", out.toString());
    options.put("--key-file", key.toString());
    options.put("--as-of", Somebody.YEAR + "-10-31");
    for (int i = 0; i < more.length; i += 2) {
      options.put(more[i], more[i + 1]);
    }
    return call(
        options.entrySet().stream()
            .flatMap(option -> Stream.of(option.getKey(), option.getValue()))
            .toArray(String[]::new));
  }

  int call(String... arguments) {
    var result = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    int code =
        Pseudonymise.run(
            arguments,
            new PrintStream(result, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    printed = result.toString(StandardCharsets.UTF_8);
    complaint = errors.toString(StandardCharsets.UTF_8).strip();
    return code;
  }

  String printed() {
    return printed;
  }

  String complaint() {
    return complaint;
  }

  String result(String name) throws IOException {
    return Files.readString(out.resolve(name));
  }

  /** Keys as the municipality's secret makes them. */
  PersonKeys keys() {
    return new PersonKeys(SecretFile.read(key));
  }

  String keyOf(Somebody person) {
    return keys().of(person.twelve());
  }

  /** Everything in the folder that was asked for, hidden files too. */
  List<String> left() throws IOException {
    if (!Files.exists(out)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
