package se.helhetssyn.pipelines.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The traps of the definitions as they are written: in {@code <id>.yaml}, or {@code
 * <id>-<trap>.yaml} where a trap has many cases.
 */
final class DefinitionCases {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String ANY = "C01.yaml";

  private final List<TrapCase> cases = new ArrayList<>();

  private DefinitionCases() {}

  /**
   * A file of cases.
   *
   * @param asOf today
   * @param told columns that its cases tell of
   * @param like table → columns of a row that does not say otherwise
   * @param always table → rows that every case begins with
   */
  record Written(
      @JsonProperty("as_of") String asOf,
      String told,
      Map<String, Map<String, @Nullable String>> like,
      @Nullable Map<String, List<Map<String, @Nullable String>>> always,
      List<Case> cases) {}

  /**
   * A case.
   *
   * @param told columns, where other than the file's
   * @param given table → rows
   */
  record Case(
      String name,
      @Nullable String told,
      @Nullable Map<String, Integer> parameters,
      TrapCase.@Nullable CellTime cells,
      Map<String, List<Map<String, @Nullable String>>> given,
      List<String> then) {}

  /** Every case of every file. */
  static List<TrapCase> all() {
    DefinitionCases all = new DefinitionCases();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        all.read(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all.cases);
  }

  private static Path folder() {
    try {
      Path file =
          Path.of(Objects.requireNonNull(DefinitionCases.class.getResource(ANY), ANY).toURI());
      return Objects.requireNonNull(file.getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(Path file) throws IOException {
    Written written = YAML.readValue(file.toFile(), Written.class);
    String indicator = file.getFileName().toString().replaceFirst("[-.].*", "");
    for (Case c : written.cases()) {
      cases.add(
          new TrapCase(
              cases.size(),
              indicator,
              c.name(),
              LocalDate.parse(written.asOf()),
              List.of(Objects.requireNonNullElse(c.told(), written.told()).split(", ")),
              Objects.requireNonNullElse(c.parameters(), Map.of()),
              c.cells(),
              rows(written, c),
              c.then()));
    }
  }

  private static List<GivenRow> rows(Written written, Case stated) {
    List<GivenRow> rows = new ArrayList<>();
    Map<String, List<Map<String, @Nullable String>>> always = written.always();
    if (always != null) {
      add(rows, always, written);
    }
    add(rows, stated.given(), written);
    return rows;
  }

  private static void add(
      List<GivenRow> rows,
      Map<String, List<Map<String, @Nullable String>>> tables,
      Written written) {
    for (String table : tables.keySet()) {
      for (Map<String, @Nullable String> row : tables.getOrDefault(table, List.of())) {
        rows.add(GivenRow.of(table, whole(written, table, row)));
      }
    }
  }

  private static Map<String, @Nullable String> whole(
      Written written, String table, Map<String, @Nullable String> row) {
    Map<String, @Nullable String> whole =
        new LinkedHashMap<>(written.like().getOrDefault(table, Map.of()));
    whole.putAll(row);
    return whole;
  }
}
