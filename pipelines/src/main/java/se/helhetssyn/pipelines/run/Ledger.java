package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.DeliveredFile;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.intake.FileAccount;
import se.helhetssyn.pipelines.intake.FileTerms;

/**
 * Adds this run's files to those that came before.
 *
 * @param run id of the run
 * @param now when it took them in
 */
record Ledger(String run, Instant now) {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  /**
   * The log with this run's files.
   *
   * @param accounts where the rows of each went, those that were turned away too
   */
  DeliveryLog extended(
      DeliveryLog before, Delivery delivery, Loads loads, List<FileAccount> accounts) {
    Map<String, FileAccount> byFile = new HashMap<>();
    accounts.forEach(each -> byFile.put(each.table() + "\n" + each.file(), each));
    List<DeliveredFile> files = new ArrayList<>(before.files());
    Set<String> known = files.stream().map(f -> f.table() + f.load() + f.taken()).collect(toSet());
    Stream.concat(
            loads.all().stream()
                .filter(load -> !load.isKnown())
                .flatMap(load -> taken(load, byFile).stream()),
            delivery.turnedAway().stream()
                .flatMap(file -> file.tables().stream().map(table -> turnedAway(file, table))))
        .filter(file -> known.add(file.table() + file.load() + file.taken()))
        .forEach(files::add);
    return new DeliveryLog(files);
  }

  private Optional<DeliveredFile> taken(Loads.Load load, Map<String, FileAccount> accounts) {
    FileTerms terms = load.terms();
    FileTerms.Load holds = Objects.requireNonNull(terms.load());
    return Optional.ofNullable(accounts.get(terms.table() + "\n" + terms.file()))
        .or(() -> Optional.of(terms).filter(FileTerms::announced).map(Ledger::empty))
        .map(account ->
            new DeliveredFile(
                terms.id(),
                run,
                now.toString(),
                load.file() == null ? terms.file() : load.file().name(),
                load.file() == null ? "" : load.file().arrived().input().sha256(),
                terms.table(),
                terms.sourceSystem(),
                terms.extractId(),
                Objects.requireNonNullElse(terms.extractedAt(), Instant.EPOCH).toString(),
                terms.announced(),
                holds.full(),
                holds.root(),
                text(holds.from()),
                text(holds.to()),
                true,
                account.delivered(),
                account.trusted(),
                account.quarantined(),
                account.duplicates(),
                account.rejected()));
  }

  /** A file that is told of and gave its table no rows: there was nothing to tell of. */
  private static FileAccount empty(FileTerms terms) {
    return new FileAccount(
        terms.table(), terms.file(), terms.extractId(), terms.sourceSystem(), 0, 0, 0, 0, 0);
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private DeliveredFile turnedAway(ReceivedFile file, String table) {
    String sha256 = file.arrived().input().sha256();
    long rows = file.arrived().rows();
    var said = file.announcement(table);
    return new DeliveredFile(
        sha256,
        run,
        now.toString(),
        file.name(),
        sha256,
        table,
        file.source(table),
        file.extractId(table),
        said.map(a -> a.extractedAt().atZone(SWEDEN).toInstant()).orElse(now).toString(),
        said.isPresent(),
        said.map(a -> a.fullLoad()).orElse(true),
        said.flatMap(a -> a.root()).orElse(null),
        said.map(a -> a.from().toString()).orElse(null),
        said.map(a -> a.to().toString()).orElse(null),
        false,
        rows,
        0,
        0,
        0,
        rows);
  }
}
