package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.StoreLayout;

final class HelhetssynTest {
  @TempDir private Path folder;
  private Path extracts = Path.of("");
  private Path store = Path.of("");

  @BeforeEach
  void deliver() throws IOException {
    store = folder.resolve("lager");
    extracts = Files.createDirectory(folder.resolve("uttag"));
    file(
        "uttag/org_unit.csv",
        """
        org_unit_id,unit_code,name,level,parent_id,unit_type,provider_form,valid_from
        K,K,Kommunen,MUNICIPALITY,,,OWN,2020-01-01
        """);
    file("uttag/conference.csv", "conference_id,planned_start,status\n");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Answer pipeline(String... more) {
    Stream<String> base =
        Stream.of("pipeline", "--extracts", extracts.toString(), "--store", store.toString());
    return Answer.to(Stream.concat(base, Stream.of(more)).toArray(String[]::new));
  }

  private static void assertRefused(Answer answer, int exit, String... parts) {
    assertThat(answer.err().lines().filter(line -> !line.endsWith("…"))).hasSize(1); // no progress
    assertThat(answer.err()).contains(parts).endsWith(".");
    assertThat(answer.err()).doesNotContain("Exception", "se.helhetssyn", "java.", "\tat ");
    assertThat(answer.out()).isEmpty();
    assertThat(answer.exit()).isEqualTo(exit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "publish | publish finns inte. Se ./helhetssyn --help.",
        "--verbose | --verbose finns inte. Se ./helhetssyn --help.",
        "pipeline --store x | --extracts måste anges. Se ./helhetssyn pipeline --help.",
        "export --store x --format csv --out y | --what måste anges. Se ./helhetssyn export --help.",
        "generate | --out måste anges. Se ./helhetssyn generate --help.",
        "generate --out x --persons tolv | --persons har ett värde som inte går att använda; det ska vara ett heltal.",
        "generate --out x --until 2026-02-30 | --until har ett värde som inte går att använda; det ska vara ett datum som 2026-03-31.",
        "generate --out x --faults many | --faults har ett värde som inte går att använda; det ska vara none eller typical eller heavy.",
        "generate --out x --persons 1 | Antalet personer måste vara mellan 40 och",
        "generate --out x --colour red | --colour finns inte. Se ./helhetssyn generate --help.",
        "pipeline --extracts x --store y --as-of igår | --as-of har ett värde som inte går",
        "pipeline --extracts x --store y z | z finns inte.",
        "pipeline --extracts | --extracts",
        "export --store x --what all --format csv --out y | --what har ett värde som inte går",
        "export --store x --what quality --format xml --out y | --format har ett värde",
      })
  void aMistypedCommandIsToldInOneSentence(String line, String sentence) {
    assertRefused(Answer.to(line.split(" ")), 2, sentence);
  }

  @ParameterizedTest
  @CsvSource({"none, false", "typical, true", "HEAVY, true"})
  void plantedFaultsAreSummedUpInOneSentence(String faults, boolean planted) {
    String line =
        "generate --persons 40 --units 4 --months 6 --until 2026-10-31 --faults %s --out %s"
            .formatted(faults, folder.resolve("kommun"));
    Answer answer = Answer.to(line.split(" "));
    assertThat(answer.exit()).isZero();
    assertThat(answer.out().lines().toList().getLast())
        .matches(
            planted
                ? "Planterade \\d+ fel av \\d+ slag; ledger.json visar var de finns\\."
                : "reference_figure +\\d+");
  }

  @Test
  void withoutACommandTheHelpIsShown() {
    Answer answer = Answer.to();
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("generate", "pipeline", "export");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "generate --help", "pipeline --help", "export --help"})
  void helpIsSwedish(String line) {
    Answer answer = Answer.to(line.split(" "));
    assertThat(answer.exit()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains("Användning: ", "--help", "visar den här hjälpen")
        .doesNotContain("Usage", "Commands:", "Options:", "Missing", "null");
  }

  @Test
  void aWrongPathIsToldBeforeAnythingIsMade() {
    extracts = folder.resolve("nowhere");
    assertRefused(pipeline(), 2, "nowhere finns inte", "--extracts");
    assertThat(store).doesNotExist();
  }

  @Test
  void aFileIsNoFolder() {
    extracts = extracts.resolve("org_unit.csv");
    assertRefused(pipeline(), 2, "ange en mapp med uttag");
  }

  @Test
  void anUnknownColumnIsToldWithWhatItMayBe() throws IOException {
    file("uttag/conference.csv", "conference_id,planed_start,status\n");
    Answer answer = pipeline();
    assertRefused(answer, 2, "conference.csv har kolumnen planed_start", "(kanske planned_start)");
    assertThat(store.resolve("current")).doesNotExist();
  }

  @Test
  void anEmptyFileIsTold() throws IOException {
    file("uttag/conference.csv", "");
    assertRefused(pipeline(), 2, "conference.csv är tom");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "protection: {k_protected: 2} | k_protected ska vara 3–50",
        "protection: {k_public: 4} | k_public minst lika stort",
        "protection: {k_protected: -1} | k_protected ska vara 3–50",
        "protection: {k: 5} | k finns inte",
        "colour: red | colour finns inte",
        "indicators: {P05: {within_day: 10}} | P05.within_day finns inte i definitionerna",
        "indicators: {X99: {within_days: 10}} | X99.within_days finns inte i definitionerna",
        "indicators: {P05: {within_days: -1}} | P05.within_days ska ligga mellan 0 och 3660",
        "indicators: {P05: {within_days: ten}} | P05",
        "indicators: [P05] | indicators",
        "indicators: {P05: {within_days: 1, within_days: 2}} | rad 1",
        "'indicators: {' | rad",
        "'' | den är tom",
        "red | den är tom eller har en annan form",
      })
  void settingsThatCannotBeUsedAreTold(String yaml, String part) throws IOException {
    Path settings = file("lokalt.yaml", yaml + "\n");
    assertRefused(pipeline("--settings", settings.toString()), 3, part);
    assertThat(store).doesNotExist();
  }

  @Test
  void aSettingsFileThatIsMissingIsTold() {
    String missing = folder.resolve("lokalt.yaml").toString();
    assertRefused(pipeline("--settings", missing), 3, "lokalt.yaml", "går inte att läsa");
  }

  @Test
  void aMappingThatIsMissingIsTold() {
    String missing = folder.resolve("annat.yaml").toString();
    assertRefused(pipeline("--mapping", missing), 3, "annat.yaml", "går inte att läsa");
  }

  @Test
  void aSecondRunIsTurnedAway() throws IOException {
    StoreLayout layout = new StoreLayout(Files.createDirectory(store));
    try (FileChannel channel =
            FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertRefused(pipeline(), 4, "Lagret är upptaget av en annan körning");
    }
    assertThat(store.resolve("runs")).doesNotExist();
  }

  @Test
  void thereIsNothingToExportBeforeAPublication() {
    assertRefused(export("ut.csv"), 2, "är inget publicerat: kör pipeline först");
  }

  private Answer export(String file) {
    return export("indicators", file);
  }

  private Answer export(String what, String file, String... more) {
    List<String> command = new ArrayList<>(List.of("export", "--store", store.toString()));
    command.addAll(List.of("--what", what, "--format", "csv"));
    command.addAll(List.of("--out", folder.resolve(file).toString()));
    command.addAll(List.of(more));
    return Answer.to(command.toArray(String[]::new));
  }

  @Test
  void thresholdsThatCannotBeUsedAreRefused() throws IOException {
    publishOneNode();
    Path file = folder.resolve("gränser.yaml");
    String[] thresholds = {"--thresholds", file.toString()};
    assertRefused(export("quality", "ut.csv", thresholds), 3, "filen går inte att läsa");
    Files.writeString(file, "- {rule: DQ16, share: 2}");
    assertRefused(export("quality", "ut.csv", thresholds), 3, "share mellan 0 och 1");
    Files.writeString(file, "- {rule: DQ61, share: 0.2}");
    assertRefused(export("quality", "ut.csv", thresholds), 3, "regeln finns inte: DQ61");
    assertRefused(export("indicators", "ut.csv", thresholds), 3, "gäller bara --what quality");
    assertThat(folder.resolve("ut.csv")).doesNotExist();
  }

  @Test
  void anExportNeedsAFolderToBeWrittenIn() throws IOException {
    publishOneNode();
    assertThat(export("ut.csv").exit()).isZero();
    assertThat(folder.resolve("ut.csv")).content().startsWith("figure_id,indicator_id,");
    assertRefused(export("saknas/ut.csv"), 2, "saknas");
  }

  @Test
  void anExportFromADamagedStoreSaysWhatToDo() throws IOException {
    publishOneNode();
    StoreLayout layout = new StoreLayout(store);
    Files.writeString(layout.pointer(), "../../annat");
    assertRefused(export("ut.csv"), 2, "Lagrets pekare är skadad. Gör en ny körning.");
    Files.write(layout.pointer(), new byte[] {(byte) 0xff});
    assertRefused(export("ut.csv"), 2, "Lagrets pekare kan inte läsas.");
    Files.writeString(layout.pointer(), "borta");
    assertRefused(export("ut.csv"), 2, "manifest kan inte läsas", "gör en ny körning");
    Files.writeString(layout.pointer(), "g1");
    Files.writeString(layout.mart("g1", Layer.PROTECTED), "skräp");
    assertRefused(export("ut.csv"), 2, "protected.duckdb kan inte läsas");
    assertThat(folder.resolve("ut.csv")).doesNotExist();
  }

  @Test
  void aStoreOfANewerProgramIsLeftAloneByEveryCommand() throws IOException {
    publishOneNode();
    Path manifest = new StoreLayout(store).manifest("g1");
    String newer =
        Files.readString(manifest)
            .replaceFirst("\"format_version\" : \\d+", "\"format_version\" : 99");
    Files.writeString(manifest, newer);
    assertRefused(pipeline(), 2, "nyare version av Helhetssyn", "uppdatera programmet");
    assertRefused(export("ut.csv"), 2, "nyare version av Helhetssyn", "Uppdatera programmet");
    assertThat(store).isDirectoryNotContaining("glob:**/{lock,runs,trusted}");
    assertThat(store.resolve("current")).hasContent("g1");
  }

  @Test
  void theProtectionGateStopsAnExport() throws Exception {
    publishOneNode();
    Path mart = new StoreLayout(store).mart("g1", Layer.PROTECTED);
    try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:" + mart);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO indicator_value
          SELECT 1, 'A03', 1, 'MAIN', 'AS_WAS', 'UNIT', 'E', 'MONTH', DATE '2026-01-01', 'ALL',
                 'ALL', NULL, NULL, 'SHARE', 1, 2, 0, NULL, 0.5, NULL, NULL, NULL, NULL, NULL,
                 'SUPPRESSED', NULL, FALSE
          """);
    }
    assertRefused(export("ut.csv"), 5, "Exporten stoppades: 1 skyddade värden");
    assertThat(folder.resolve("ut.csv")).doesNotExist();
  }

  private void publishOneNode() {
    MartFixture.in(store, "g1").node(OrgLevel.MUNICIPALITY, "K", "Kommunen", null).publish();
  }
}
