package se.helhetssyn.pipelines.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.fault.FaultLevel;
import se.helhetssyn.datasets.fault.PlantedFault;
import se.helhetssyn.datasets.synthetic.Ledger;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;
import se.helhetssyn.pipelines.delivery.Deliveries;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.file.Chunk;
import se.helhetssyn.pipelines.file.CsvRecords;
import se.helhetssyn.pipelines.file.FileForm;

/** Whole deliveries of the synthetic municipality before the door. */
final class DeliveryAtTheDoorTest {
  private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);
  private static final Set<String> RULES = Set.of("DQ19", "DQ28", "DQ37", "DQ40");

  @TempDir private Path folder;

  @Test
  void theFaultsOfFilesAreThoseOfTheLedger() {
    Ledger ledger = deliver(new MunicipalityPlan(80, 6, 14, 5, UNTIL, FaultLevel.HEAVY));
    Map<String, String> planted =
        ledger.faults().stream()
            .filter(fault -> RULES.contains(fault.rule()))
            .collect(Collectors.toMap(PlantedFault::file, f -> f.rule() + " " + f.expected()));
    Map<String, String> found = new TreeMap<>();
    for (ArrivedFile file : arrived()) {
      file.findings().stream()
          .filter(finding -> !(finding.rule().equals("DQ37") && file.turnedAway().isEmpty()))
          .forEach(each -> found.put(file.input().file(), each.rule() + " " + each.treatment()));
    }
    assertThat(found).containsExactlyInAnyOrderEntriesOf(planted).hasSize(7);
  }

  @Test
  void aSoundDeliveryOfAHundredThousandRowsPasses() {
    deliver(new MunicipalityPlan(600, 20, 30, 11, UNTIL));
    List<ArrivedFile> files = arrived();
    assertThat(files).allMatch(file -> file.turnedAway().isEmpty());
    assertThat(files.stream().mapToLong(ArrivedFile::rows).sum()).isGreaterThan(100_000);
    assertThat(files).allSatisfy(file -> assertThat(readRows(file)).isEqualTo(file.rows()));
  }

  private Ledger deliver(MunicipalityPlan plan) {
    return SyntheticMunicipality.write(plan, folder, line -> {});
  }

  private List<ArrivedFile> arrived() {
    return Deliveries.canonical(folder).files().stream().map(ReceivedFile::arrived).toList();
  }

  private static long readRows(ArrivedFile file) {
    FileForm form = Arrivals.form(file);
    long rows = 0;
    for (Chunk chunk : form.chunks()) {
      try (CsvRecords records = CsvRecords.open(file.path(), form, chunk)) {
        while (records.next()) {
          assertThat(records.size()).isEqualTo(form.header().size());
          rows++;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return rows;
  }
}
