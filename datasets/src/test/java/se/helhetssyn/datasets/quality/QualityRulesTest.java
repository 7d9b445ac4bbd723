package se.helhetssyn.datasets.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.quality.QualityRule.Scope;

class QualityRulesTest {
  private static final QualityRules RULES = QualityRules.load();
  private static final Pattern HARD_WORD =
      Pattern.compile("(?i)signifikan|p-värde|outlier|patient|brukare|null|sentinel|validera");

  @Test
  void everyFaultOfTheContractHasItsRule() {
    Stream<String> faults =
        Stream.of(ids("DQ", 42), Stream.of("TEST_PERSON"), ids("CT", 11)).flatMap(ids -> ids);
    assertThat(RULES.rules().stream().map(QualityRule::id))
        .containsExactlyElementsOf(faults.toList());
  }

  private static Stream<String> ids(String kind, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> "%s%02d".formatted(kind, number));
  }

  @Test
  void rulesNameTablesOfTheContract() {
    Set<String> tables =
        Set.copyOf(DataPackage.load().tables().stream().map(TableSchema::name).toList());
    assertThat(RULES.rules())
        .allSatisfy(rule -> assertThat(tables).as(rule.id()).containsAll(rule.tables()));
  }

  @Test
  void aFileIsSoundOrNot() {
    assertThat(RULES.rules())
        .filteredOn(rule -> rule.scope() == Scope.FILE)
        .extracting(QualityRule::id)
        .containsExactly("DQ19", "DQ28", "DQ37", "DQ40", "CT09", "CT10", "CT11");
  }

  @Test
  void whatPeopleReadIsWholeSentencesInPlainWords() {
    assertThat(RULES.rules())
        .allSatisfy(rule -> {
          assertThat(rule.title()).doesNotEndWith(".").matches("\\p{Lu}.*");
          assertThat(List.of(rule.grounds(), rule.explanation(), rule.toSupplier()))
              .as(rule.id())
              .allMatch(text -> text.matches("\\p{Lu}.*\\."))
              .noneMatch(text -> HARD_WORD.matcher(text).find())
              .doesNotHaveDuplicates();
        });
  }

  @Test
  void aRuleWithoutTablesConcernsThemAll() {
    assertThat(RULES.require("DQ01").concerns("plan")).isTrue();
    assertThat(RULES.require("DQ05").concerns("deviation")).isTrue();
    assertThat(RULES.require("DQ05").concerns("plan")).isFalse();
    assertThat(RULES.find("DQ99")).isEmpty();
    assertThatThrownBy(() -> RULES.require("DQ99")).hasMessage("No rule DQ99");
  }

  @Test
  void everyMistakeIsToldAtOnce() {
    String yaml =
        """
        - id: DQ01
          title: En regel
          tables: [Plan, plan, plan]
          severity: FATAL
          treatment: FLAGGED
          scope: FILE
          category: CONFORMANCE
          context: VERIFICATION
          threshold: 0.5
          grounds: Ett skäl.
          explanation: ' '
          to_supplier: Ett råd.
          colour: red
        - id: DQ01
        - id: dq 2
        - title: Utan namn
          threshold: 2
        """;
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(QualityRulesException.class)
        .hasMessageStartingWith("test.yaml: ")
        .hasMessageContainingAll(
            "DQ01 names a table twice",
            "DQ01 names something that is no table: Plan",
            "DQ01 has an unknown severity: FATAL",
            "DQ01 is about whole files and must have threshold 0",
            "DQ01 lacks explanation",
            "DQ01 has an unknown property colour",
            "DQ01 stands twice",
            "DQ01 lacks title",
            "dq 2 is no id",
            "rule 4 lacks id",
            "rule 4 needs a threshold from 0 to 1");
  }

  @Test
  void aFileThatIsNoListIsRefused() {
    assertThatThrownBy(() -> read("")).hasMessage("test.yaml: there is no list of rules");
    assertThatThrownBy(() -> read("rules: 3")).hasMessage("test.yaml: there is no list of rules");
    assertThatThrownBy(() -> read("- id: DQ01\n  id: DQ02\n"))
        .hasMessageStartingWith("test.yaml: line 2: ");
  }

  @Test
  void theCommittedReferenceFollowsTheRules() throws IOException {
    Path committed = Path.of("..", "docs", "quality-rules.md");
    String reference = QualityRuleReference.markdown(RULES);
    if (Boolean.getBoolean("helhetssyn.rewrite")) {
      Files.writeString(committed, reference);
    }
    assertThat(Files.readString(committed))
        .as(
            "docs/quality-rules.md is stale: ./mvnw -pl datasets test -Dtest=QualityRulesTest"
                + " -Dsurefire.jvm.flags=-Dhelhetssyn.rewrite=true writes it anew")
        .isEqualTo(reference);
  }

  private static QualityRules read(String yaml) throws IOException {
    return QualityRulesReader.read(
        "test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
