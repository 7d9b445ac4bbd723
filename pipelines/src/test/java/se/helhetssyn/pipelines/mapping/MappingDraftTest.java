package se.helhetssyn.pipelines.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.fault.FaultLevel;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;
import se.helhetssyn.pipelines.refusal.Refusal;

final class MappingDraftTest {
  private static final DataPackage CONTRACT = DataPackage.load();

  @TempDir private Path folder;

  private DeliveryTrial tried(Path yaml) {
    return DeliveryTrial.of(folder, Mappings.read(List.of(yaml), CONTRACT));
  }

  @Test
  void theDraftOfACanonicalFileComesThrough() throws IOException {
    Path extracts = Files.createDirectory(folder.resolve("extracts"));
    SyntheticMunicipality.write(
        new MunicipalityPlan(60, 6, 6, 4, LocalDate.of(2026, 10, 31), FaultLevel.NONE),
        extracts,
        progress -> {});
    for (TableSchema table : CONTRACT.tables()) {
      Path file = extracts.resolve(table.name() + ".csv");
      if (Files.exists(file) && Files.readAllLines(file).size() > 1) {
        Path delivered = Files.copy(file, folder.resolve(file.getFileName()));
        Path yaml = folder.resolve(table.name() + ".yaml");
        assertThat(MappingDraft.write(delivered, yaml, null, CONTRACT))
            .contains("tabellen " + table.name() + ",");
        DeliveryTrial trial = tried(yaml);
        assertThat(trial.passes()).as(trial.report()).isTrue();
        Files.delete(delivered);
      }
    }
  }

  @Test
  void aSwedishFileIsGuessedColumnByColumn() throws IOException {
    Path file =
        Files.write(
            folder.resolve("Avvikelser 2026-10.csv"),
            """
            Uttag ur avvikelsesystemet

            Avvikelsenr;Lagrum;Enhetskod;Personnyckel;Typ av avvikelse;Händelsedatum;Rapportdatum;Läge;Lex;Extern;Rumsnr
            1;SoL;E1;a1;Fall;28/2/2026 14:05;28/2/2026 15:00;Avslutad;-;Nej;7
            2;HSL;E1;a2;Läkemedel;1/3/2026 08:00;1/3/2026 09:30;Pausad;Lex Maria;Nej;8
            """
                .getBytes(Charset.forName("windows-1252")));
    Path yaml = folder.resolve("a.yaml");
    MappingDraft.write(file, yaml, null, CONTRACT);
    assertThat(Files.readString(yaml))
        .contains(
            "missing: [\"-\"]",
            "dates: [\"d/M/yyyy HH:mm\"] # KONTROLLERA: vad är dag och vad är månad?",
            "pattern: \"Avvikelser *.csv\", delimiter: \";\", encoding: windows-1252, header: 2",
            "  deviation:\n",
            "        deviation_id: Avvikelsenr # Id\n",
            "        org_unit_id: Enhetskod # Enhet\n",
            "        category: # Kategori\n          column: Typ av avvikelse\n          labels:\n            FALL: [Fall]\n            MEDICATION: [Läkemedel]\n",
            "        occurred_at: Händelsedatum # Hände\n",
            "        # noticed_at: ingen kolumn liknar Upptäcktes",
            "# KONTROLLERA: översätt även Pausad",
            "# koderna är NEW, UNDER_INVESTIGATION",
            "och vad de ser ut att hålla:\n#   Extern: ja och nej\n#   Rumsnr: tal\n");
  }

  @Test
  void whatCannotBeGuessedIsToldAndStopsTheMapping() throws IOException {
    Path file = Files.writeString(folder.resolve("Planer.csv"), "Plannr;Färg\n1;röd\n");
    Path yaml = folder.resolve("p.yaml");
    assertThat(MappingDraft.write(file, yaml, "plan", CONTRACT))
        .contains("De här måste du fylla i själv: person_key, plan_type, law");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> tried(yaml))
        .withMessageContaining("plan_type måste ha ett värde");
  }

  @Test
  void nothingIsOverwrittenAndAMissingFileIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "Plannr;Färg\n1;röd\n");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> MappingDraft.write(file, file, null, CONTRACT))
        .withMessageContaining("finns redan och ändras inte");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> MappingDraft.write(folder.resolve("b.csv"), file, null, CONTRACT))
        .withMessageContaining("finns inte");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> MappingDraft.write(file, folder.resolve("b"), "plann", CONTRACT))
        .withMessage("Tabellen plann finns inte; menade du plan.");
  }
}
