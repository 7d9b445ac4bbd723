package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.door.TestNumbers;

final class DryRunTest {
  @TempDir private Path folder;
  private Path extracts = Path.of("");
  private Path report = Path.of("");
  private StoreLayout store = new StoreLayout(Path.of(""));

  @BeforeEach
  void deliver() throws IOException {
    store = new StoreLayout(folder.resolve("lager"));
    report = folder.resolve("granskning.json");
    extracts = Files.createDirectory(folder.resolve("uttag"));
    write(
        "org_unit.csv",
        "org_unit_id,unit_code,name,level,provider_form,valid_from\nK,K,Ekköping,MUNICIPALITY,OWN,2020-01-01\n");
    write("absence.csv", "enrolment_id,from_date,to_date,reason\nI1,2026-01-01,,HOSPITAL\n");
  }

  @Test
  void aSoundDeliveryIsToldOfAndNothingIsWritten() throws IOException {
    Answer answer = look();
    assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
    assertThat(answer.out())
        .contains("absence.csv: 1 rad till absence, UTF-8", "Leveransen kan tas in.");
    assertThat(store.root()).doesNotExist();
    assertThat(report)
        .content()
        .contains("\"goes\" : true", "\"table\" : \"absence\"", "\"failing\" : 0");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(extracts, report);
    }
  }

  @Test
  void rowsToLookAtAreCountedByReasonWithoutTheirContent() throws IOException {
    write(
        "absence.csv",
        "enrolment_id,from_date,to_date,reason\nI1,i övermorgon,,HOSPITAL\nI2,,,HOSPITAL\n");
    Answer answer = look();
    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .contains(
            "absence: 2 rader, 2 att se på",
            "1 rad: from_date är inget datum som går att läsa",
            "1 rad: from_date saknar värde")
        .doesNotContain("övermorgon");
    assertThat(report).content().doesNotContain("övermorgon");
  }

  @Test
  void everyBrokenFileIsNamedWithWhatToDo() throws IOException {
    write("person.csv", "");
    Files.write(extracts.resolve("conference.csv"), new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2});
    Answer answer = look();
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.out())
        .containsOnlyOnce("Filen person.csv är tom")
        .containsOnlyOnce("Filen conference.csv är packad")
        .contains("absence.csv", "Leveransen kan inte tas in.");
    assertThat(report).content().contains("\"goes\" : false", "Filen person.csv är tom");
    assertThat(store.root()).doesNotExist();
  }

  @Test
  void aFileWithIdentityNumbersIsToldOfWithoutThem() throws IOException {
    String number = TestNumbers.everyForm(new Random(1)).getFirst();
    write("absence.csv", "enrolment_id,from_date,to_date,reason\n" + number + ",2026-01-01,,X\n");
    Answer answer = look();
    assertThat(answer.out()).contains("Filen absence.csv innehåller personnummer");
    assertThat(answer.out() + answer.err()).doesNotContain(number);
    assertThat(report).content().doesNotContain(number);
    assertThat(store.root()).doesNotExist();
  }

  @Test
  void withoutTheOrganisationNothingCanBeTakenIn() throws IOException {
    Files.delete(extracts.resolve("org_unit.csv"));
    Answer answer = look();
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.out()).contains("saknas org_unit.csv");
  }

  @Test
  void aColumnThatNobodyKnowsIsNamed() throws IOException {
    write("absence.csv", "enrolment_id,from_date,resaon\nI1,2026-01-01,HOSPITAL\n");
    Answer answer = look();
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.out()).contains("Filen absence.csv har kolumnen resaon");
  }

  @Test
  void wrongUseIsOneSentence() {
    assertThat(answer("--report", report.toString()).err()).contains("--report hör till --dry-run");
    assertThat(answer("--run-id", "../x").err()).contains("ändra --run-id");
    assertThat(answer("--dry-run", "--extracts", folder.resolve("ingen").toString()).exit())
        .isEqualTo(2);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(extracts.resolve(name), text, StandardCharsets.UTF_8);
  }

  private Answer look() {
    return answer("--dry-run", "--report", report.toString());
  }

  private Answer answer(String... more) {
    List<String> arguments = new ArrayList<>(List.of("pipeline", "--store", "" + store.root()));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--extracts")) {
      arguments.addAll(List.of("--extracts", extracts.toString()));
    }
    return Answer.to(arguments.toArray(String[]::new));
  }
}
