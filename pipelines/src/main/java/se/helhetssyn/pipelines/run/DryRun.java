package se.helhetssyn.pipelines.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.door.Door;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.inbox.Inbox;
import se.helhetssyn.pipelines.mapping.DeliveryTrial;
import se.helhetssyn.pipelines.mapping.Mappings;
import se.helhetssyn.pipelines.mapping.TriedTable;
import se.helhetssyn.pipelines.publish.Publication;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * Looks at a delivery as a run would, without an engine and without writing anything: every file
 * through the door, manifest and headers, and every row as far as one row tells.
 */
public final class DryRun {
  /** More rows than this are left for the run: they would not find room in memory. */
  private static final long MOST_ROWS = 1_000_000;

  private final RunRequest request;
  private final Mappings mappings;
  private final Served served;
  private final Map<String, DryRunReport.File> files = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private DryRun(RunRequest request, Mappings mappings, Served served) {
    this.request = request;
    this.mappings = mappings;
    this.served = served;
  }

  /**
   * Looks.
   *
   * @throws Refusal if settings, mappings or definitions cannot be used, the folder is not there,
   *     or a newer program has written in the store; what is wrong with the delivery is told by the
   *     report
   */
  public static DryRunReport of(RunRequest request) {
    DataPackage contract = DataPackage.load();
    StoreLayout store = new StoreLayout(request.store());
    Publication publication = new Publication(store);
    publication.requireNoNewerFormat();
    RunSettings settings = RunSettings.read(request.settings(), Inbox.read(store), request.asOf());
    Definitions.load(contract, settings);
    Mappings mappings = Mappings.read(request.mappings(), contract);
    return new DryRun(request, mappings, Served.of(store, publication)).look(settings);
  }

  private DryRunReport look(RunSettings settings) {
    Door.filesIn(request.extracts()).forEach(file -> put(unread(file)));
    List<TriedTable> tables = List.of();
    Optional<Delivery> received = receive(settings);
    if (received.isPresent()) {
      Delivery delivery = received.get();
      delivery.files().forEach(file -> put(read(file)));
      DeliveryNotes.of(delivery, mappings).stream()
          .filter(note -> files.values().stream().noneMatch(f -> note.equals(f.problem())))
          .forEach(notes::add);
      attempt(delivery::requireFoundation);
      if (served.isForgetful()) {
        attempt(delivery::requireWhole);
      }
      attempt(() -> mappings.raw(delivery, served.state().trusted().keySet()));
      tables = problems.isEmpty() ? tried(delivery) : List.of();
    }
    boolean goes = received.isPresent() && problems.isEmpty();
    return new DryRunReport(
        1,
        goes,
        List.copyOf(files.values()),
        tables.stream().map(DryRun::told).toList(),
        problems,
        notes);
  }

  private void put(DryRunReport.File file) {
    files.put(file.file(), file);
  }

  private Optional<Delivery> receive(RunSettings settings) {
    try {
      return Optional.of(
          Delivery.receive(
              request.extracts(),
              mappings,
              settings.identityScan().excepted(),
              away -> put(turnedAway(away))));
    } catch (Refusal refusal) {
      add(refusal);
      return Optional.empty();
    }
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (Refusal refusal) {
      add(refusal);
    }
  }

  /** What is already said of a file is not said twice. */
  private void add(Refusal refusal) {
    List<String> known =
        files.values().stream().flatMap(f -> Optional.ofNullable(f.problem()).stream()).toList();
    String.valueOf(refusal.getMessage())
        .lines()
        .filter(line -> !known.contains(line))
        .forEach(problems::add);
  }

  private List<TriedTable> tried(Delivery delivery) {
    long rows =
        delivery.files().stream()
            .filter(ReceivedFile::isTaken)
            .mapToLong(file -> file.arrived().rows())
            .sum();
    if (rows > MOST_ROWS) {
      notes.add("Leveransen är stor; raderna granskas först i körningen.");
      return List.of();
    }
    return DeliveryTrial.rows(delivery, mappings);
  }

  private static DryRunReport.Table told(TriedTable table) {
    return new DryRunReport.Table(
        table.table(),
        table.rows(),
        table.copies(),
        table.failing(),
        table.reasons().entrySet().stream()
            .map(each -> new DryRunReport.Reason(each.getKey(), each.getValue()))
            .toList());
  }

  private static DryRunReport.File unread(Path file) {
    try {
      long bytes = Files.size(file);
      return new DryRunReport.File(Door.shownName(file), bytes, List.of(), null, null, false, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DryRunReport.File turnedAway(ArrivedFile file) {
    return new DryRunReport.File(
        file.input().file(),
        file.input().bytes(),
        List.of(),
        null,
        null,
        false,
        file.turnedAway().map(ArrivedFile.TurnedAway::reason).orElse(null));
  }

  private static DryRunReport.File read(ReceivedFile file) {
    ArrivedFile arrived = file.arrived();
    return new DryRunReport.File(
        file.name(),
        arrived.input().bytes(),
        file.tables(),
        arrived.rows(),
        arrived
            .form()
            .filter(form -> form.kind() == FileForm.Kind.CSV)
            .map(FileForm::encoding)
            .orElse(null),
        file.isTaken(),
        arrived.turnedAway().map(ArrivedFile.TurnedAway::reason).orElse(null));
  }
}
