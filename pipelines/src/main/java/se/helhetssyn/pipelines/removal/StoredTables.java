package se.helhetssyn.pipelines.removal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;

/** Where the rows of a store lie: its folders and the Parquet files in them. */
record StoredTables(StoreLayout store) {
  private static final String LOG = "_delta_log";

  /** The two kinds of tables that Delta Lake keeps. */
  enum Kind {
    /** Every row that may count. */
    RECEIVED,
    /** The rows that count now. */
    TRUSTED;

    Path folder(StoreLayout store, String table) {
      return this == RECEIVED ? store.received(table) : store.trusted(table);
    }

    @Nullable Long version(StoreState state, String table) {
      return (this == RECEIVED ? state.received() : state.trusted()).get(table);
    }
  }

  /**
   * A table that Delta Lake keeps.
   *
   * @param kind which kind
   * @param name canonical table
   * @param folder where it lies
   */
  record Stored(Kind kind, String name, Path folder) {
    /** What it is called in reports. */
    String title() {
      return kind.name().toLowerCase(Locale.ROOT) + "/" + name;
    }

    Path log() {
      return folder.resolve(LOG);
    }
  }

  /** Every table there is, successions last: they tell which keys belong together. */
  List<Stored> all() {
    return Stream.of(Kind.values())
        .flatMap(kind ->
            folders(kind.folder(store, ""))
                .map(folder -> new Stored(kind, folder.getFileName().toString(), folder)))
        .sorted(Comparator.comparing(t -> t.name().equals(ErasedRows.SUCCESSION)))
        .toList();
  }

  /** Every Parquet file of a table, of all its versions. */
  List<Path> onDisk(Kind kind, String table) {
    return parquet(kind.folder(store, table));
  }

  /** Where what was set aside lies, run by run. */
  Path quarantine() {
    return store.quarantine("");
  }

  /** Every Parquet file of a table's rows that were set aside. */
  List<Path> setAside(String table) {
    return folders(quarantine()).flatMap(run -> parquet(run.resolve(table)).stream()).toList();
  }

  /** Every Parquet file below a folder but those of logs. */
  static List<Path> parquet(Path folder) {
    return files(folder, file -> file.toString().endsWith(".parquet")).stream()
        .filter(file -> !LOG.equals(folderOf(file)))
        .toList();
  }

  /** The name of the folder a file lies in. */
  static String folderOf(Path file) {
    return file.getName(file.getNameCount() - 2).toString();
  }

  /** Files below a folder, in order; none if there is no such folder. */
  static List<Path> files(Path folder, Function<Path, Boolean> chosen) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(chosen::apply).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders in a folder, in order; none if there is no such folder. */
  static Stream<Path> folders(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
