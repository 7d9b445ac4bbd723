package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.DeliveredFile;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.intake.FileTerms;

/**
 * The files of a delivery as loads of tables, and which of them have come before. A file is known
 * by its content and what the manifest says of it. Without a manifest a file is one of a full load
 * of its table and source, extracted when it came; it is known if those that came last of them were
 * the same.
 *
 * @param all one for each file and table, and one for each further thing that is told of a file
 */
record Loads(List<Load> all) {
  /**
   * A file and a table, or one more subtree or time that its rows are told to be all of.
   *
   * @param file null for what a mapping itself says
   * @param isKnown whether it has come before, so that its rows are copies of what is there
   */
  record Load(@Nullable ReceivedFile file, FileTerms terms, boolean isKnown) {}

  Loads {
    all = List.copyOf(all);
  }

  /**
   * @param delivery what came
   * @param tables canonical tables
   * @param before what came before
   * @param mapping what the files are read by
   * @param now when they came
   */
  static Loads of(
      Delivery delivery,
      Predicate<String> tables,
      DeliveryLog before,
      ReadBy mapping,
      Instant now) {
    return new Loads(new LoadReading(delivery, before, mapping, now).loads(tables));
  }

  /** What is known of the files whose rows are read. */
  List<FileTerms> fresh() {
    return all.stream().filter(load -> !load.isKnown()).map(Load::terms).toList();
  }

  /** The files that have come before. */
  List<FileTerms> known() {
    return all.stream().filter(Load::isKnown).map(Load::terms).toList();
  }

  /** Names of a table's files that have come before. */
  Set<String> known(String table) {
    return known().stream()
        .filter(terms -> terms.table().equals(table))
        .map(FileTerms::file)
        .collect(toSet());
  }

  /** Whether any file of a table is to be read. */
  boolean isAnyFresh(String table) {
    return fresh().stream().anyMatch(terms -> terms.table().equals(table));
  }

  /** Canonical files of which nothing is to be read. */
  Set<ReceivedFile> unread() {
    Map<ReceivedFile, Set<Boolean>> files =
        all.stream()
            .filter(load -> load.file() != null && load.file().isCanonical())
            .collect(groupingBy(Load::file, mapping(Load::isKnown, toSet())));
    Set<ReceivedFile> unread = new HashSet<>();
    files.forEach((file, known) -> {
      if (!known.contains(false)) {
        unread.add(file);
      }
    });
    return unread;
  }

  /** What is known of files that came before. */
  static List<FileTerms> earlier(DeliveryLog log) {
    return log.files().stream().filter(DeliveredFile::taken).map(Loads::terms).toList();
  }

  private static FileTerms terms(DeliveredFile file) {
    return new FileTerms(
        file.load(),
        file.load(),
        file.table(),
        file.extractId(),
        file.sourceSystem(),
        file.delivered(),
        Instant.parse(file.extractedAt()),
        file.announced(),
        new FileTerms.Load(file.full(), file.root(), day(file.from()), day(file.to())));
  }

  private static @Nullable LocalDate day(@Nullable String day) {
    return day == null ? null : LocalDate.parse(day);
  }
}
