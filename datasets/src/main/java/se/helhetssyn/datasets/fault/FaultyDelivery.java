package se.helhetssyn.datasets.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * Plants faults in the rows of a sound delivery as they are written, and whole faulty files beside
 * them. The same seed and the same rows give the same faults. Nothing is held of the delivery but a
 * few rows of each table and what counting by nature needs: a key per person, eight bytes per
 * enrolment and deviation.
 *
 * <p>Two kinds are counted by nature only, since a sound delivery holds them and spoiling adds
 * nothing: renamed, merged and moved units (DQ17) and falls that are an event and a deviation
 * (DQ36). The code lists of a source (old labels, answers such as Ja and Nej) are the matter of a
 * mapping and not of a fault. Dates and identifiers are canonical text here, so a spreadsheet can
 * only turn dates into serial numbers (DQ33): no code begins with a zero that could be lost.
 *
 * <p>Two keys for one person (DQ30) come with {@code person_succession.csv}: {@code old_key},
 * {@code new_key} and {@code changed_at}, the day the temporary number was replaced. It is no
 * canonical table, but it has its row in the manifest.
 */
public final class FaultyDelivery {
  private static final String SUCCESSION = "person_succession";

  private final FaultLevel level;
  private final long seed;
  private final Path dir;
  private final Map<String, Layout> layouts;
  private final Map<String, TableStage> stages = new HashMap<>();
  private final Planting planting;
  private final ByNature nature;

  /**
   * A delivery of the days from first to last into a folder. Files that an earlier delivery with
   * faults left there are removed.
   */
  public FaultyDelivery(FaultLevel level, long seed, LocalDate first, LocalDate last, Path dir)
      throws IOException {
    this.level = level;
    this.seed = seed;
    this.dir = dir;
    layouts =
        DataPackage.load().tables().stream()
            .collect(Collectors.toMap(TableSchema::name, Layout::of));
    var cases = new CasesElsewhere();
    planting = new Planting(seed, first, last, layouts, cases);
    nature = new ByNature(cases, layouts, first, last);
    for (FileFault fault : Faults.OF_FILES) {
      Files.deleteIfExists(dir.resolve(fault.file()));
    }
    Files.deleteIfExists(dir.resolve(SUCCESSION + ".csv"));
  }

  /** Where the rows of a table go instead of straight to its file. */
  public Consumer<String[]> through(TableSchema schema, CsvFile file) {
    if (level == FaultLevel.NONE) {
      return file::write;
    }
    var faults =
        Faults.OF_ROWS.stream()
            .filter(fault -> fault.table().equals(schema.name()) && level.plants(fault))
            .map(this::sown)
            .toList();
    var stage =
        new TableStage(
            planting.layout(schema.name()), file, faults, planting, nature, this::deliver);
    stages.put(schema.name(), stage);
    return stage;
  }

  /** Writes the faulty files, after the last row, and tells what the manifest shall say of them. */
  public List<Announcement> finish() throws IOException {
    List<Announcement> announcements = new ArrayList<>();
    for (FileFault fault : Faults.OF_FILES) {
      if (level.plants(fault)) {
        announcements.add(write(fault));
      }
    }
    if (!planting.successions().isEmpty()) {
      announcements.add(writeSuccessions());
    }
    planting.planted().removeIf(fault -> !nature.confirms(fault));
    return announcements;
  }

  /** What was planted, in the order of writing; whole once finished. */
  public List<PlantedFault> planted() {
    return List.copyOf(planting.planted());
  }

  /** What counts as a fault though nobody planted it; empty for a sound delivery. */
  public List<NaturalFault> byNature() {
    return level == FaultLevel.NONE ? List.of() : nature.found(planting.planted());
  }

  private void deliver(Row row) {
    TableStage stage = stages.get(row.table());
    if (stage == null) {
      throw new IllegalStateException("no table " + row.table());
    }
    stage.deliver(row);
  }

  private TableStage.Sown sown(RowFault fault) {
    Random random = random(fault);
    return new TableStage.Sown(fault, random, level.pace(random));
  }

  private Random random(Fault fault) {
    return new Random(seed * 31 + (fault.rule() + fault.table() + fault.done()).hashCode());
  }

  private Announcement write(FileFault fault) throws IOException {
    Layout layout = planting.layout(fault.table());
    try (var file = new ExtraFile(dir, fault.file(), fault.charset(), layout)) {
      planting.plant(fault, file, random(fault));
      return file.announced("SYN-" + planting.until() + "-" + fault.table() + "-" + fault.name());
    }
  }

  private Announcement writeSuccessions() throws IOException {
    LocalDate until = planting.until();
    try (var file = new CsvFile(dir, SUCCESSION + ".csv", StandardCharsets.UTF_8)) {
      file.line(List.of("old_key", "new_key", "changed_at"));
      planting
          .successions()
          .forEach(each ->
              file.write(new String[] {each.oldKey(), each.newKey(), each.changed().toString()}));
      return new Announcement(
          "SYN-" + until + "-" + SUCCESSION,
          SUCCESSION,
          null,
          planting.from(),
          until,
          until.atTime(23, 55),
          file.rows(),
          file.sha256(),
          true);
    }
  }
}
