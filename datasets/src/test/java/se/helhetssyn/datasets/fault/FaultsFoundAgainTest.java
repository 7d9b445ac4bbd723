package se.helhetssyn.datasets.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.datasets.fault.DeliveredFiles.Line;
import se.helhetssyn.datasets.synthetic.Ledger;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;

class FaultsFoundAgainTest {
  private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);

  /** Rules that sound deliveries break too; what they find is planted or counted. */
  private static final Set<String> NATURAL =
      Set.of("DQ04", "DQ12", "DQ27", "DQ34", "DQ35", "DQ38", "DQ41", "DQ42");

  /** Found by nature only. */
  private static final Set<String> NEVER_PLANTED = Set.of("DQ17", "DQ36");

  @TempDir static Path dir;
  @TempDir static Path sound;
  private static Ledger ledger;
  private static DeliveredFiles files;
  private static Findings findings;

  @BeforeAll
  static void deliver() {
    var plan = new MunicipalityPlan(240, 10, 22, 11, UNTIL, FaultLevel.HEAVY);
    ledger = SyntheticMunicipality.write(plan, dir, line -> {});
    SyntheticMunicipality.write(new MunicipalityPlan(240, 10, 22, 11, UNTIL), sound, line -> {});
    files = new DeliveredFiles(dir);
    findings = new Findings(files, plan.from(), UNTIL);
  }

  static Set<String> rules() {
    return new Findings(new DeliveredFiles(dir), UNTIL, UNTIL).byRule().keySet();
  }

  @Test
  void everyKindThatFilesCanCarryIsPlanted() {
    Set<String> all =
        IntStream.rangeClosed(1, 42).mapToObj("DQ%02d"::formatted).collect(Collectors.toSet());
    all.removeAll(NEVER_PLANTED);
    all.add("TEST_PERSON");
    assertThat(rulesOf(ledger.faults())).isEqualTo(all);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsFoundIsWhatWasPlanted(String rule) {
    Set<String> found = new HashSet<>(finding(rule).get());
    Set<String> planted =
        ledger.faults().stream()
            .filter(fault -> fault.rule().equals(rule))
            .filter(fault -> fault.file().equals(fault.table() + ".csv"))
            .map(fault -> Findings.pair(fault.table(), fault.keys().toArray(String[]::new)))
            .collect(Collectors.toSet());
    assertThat(planted).isNotEmpty();
    assertThat(without(planted, found)).as("planted but not found").isEmpty();
    found.removeAll(planted);
    if (NATURAL.contains(rule)) {
      Map<String, Long> byTable =
          found.stream()
              .collect(
                  Collectors.groupingBy(
                      key -> key.substring(0, key.indexOf('/')), Collectors.counting()));
      ledger.byNature().stream()
          .filter(each -> each.rule().equals(rule) && !each.found().equals("units without a row"))
          .filter(each -> !each.table().equals("risk_assessment") || !rule.equals("DQ38"))
          .forEach(each ->
              assertThat(each.count())
                  .as(each.toString())
                  .isEqualTo(byTable.getOrDefault(each.table(), 0L)));
    } else {
      assertThat(found).as("found but not planted").isEmpty();
    }
  }

  @Test
  void aTemporaryKeyIsInUse() {
    Set<String> inUse =
        files.rows("risk_assessment").stream()
            .map(line -> line.get("person_key"))
            .collect(Collectors.toSet());
    List<String> old =
        files.records("person_succession.csv").stream()
            .skip(1)
            .map(each -> each.getField(0))
            .toList();
    assertThat(old).anyMatch(inUse::contains);
  }

  @Test
  void onlyNatureHasRenamesAndFallsThatAreTwoThings() {
    assertThat(natural("DQ17", "org_succession")).isEqualTo(files.rows("org_succession").size());
    assertThat(natural("DQ36", "outcome_event"))
        .isEqualTo(
            files
                .where(
                    "outcome_event",
                    line -> line.is("event_type", "FALL") && line.has("deviation_id"))
                .size());
  }

  @Test
  void unitsThatFallSilentByNatureAreCounted() {
    long assessments =
        ledger.byNature().stream()
            .filter(each -> each.rule().equals("DQ38") && each.table().equals("risk_assessment"))
            .filter(each -> each.found().startsWith("months"))
            .mapToLong(NaturalFault::count)
            .sum();
    assertThat(assessments)
        .isEqualTo(findings.suddenZeros("risk_assessment", "assessed_at").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"enrolment", "conference", "deviation", "outcome_event", "special_event"})
  void unitsWithoutARowAreCounted(String table) {
    Set<String> units =
        files.rows("org_unit").stream()
            .filter(line -> line.is("level", "UNIT"))
            .map(line -> line.get("org_unit_id"))
            .collect(Collectors.toSet());
    files.rows(table).forEach(line -> units.remove(line.get("org_unit_id")));
    assertThat(ledger.byNature())
        .contains(new NaturalFault("DQ38", table, "units without a row", units.size()));
  }

  /** In these tables every change has a key in the ledger. */
  @ParameterizedTest
  @ValueSource(
      strings = {"person", "enrolment", "conference", "conference_case", "plan", "plan_revision"})
  void theRestIsTheSoundDelivery(String table) {
    Set<String> touched =
        ledger.faults().stream()
            .filter(fault -> fault.file().equals(table + ".csv"))
            .flatMap(fault -> fault.keys().stream())
            .collect(Collectors.toSet());
    Map<String, Line> clean = new DeliveredFiles(sound).byKey(table);
    Map<String, Line> spoilt = files.byKey(table);
    clean.keySet().removeAll(touched);
    spoilt.keySet().removeAll(touched);
    assertThat(spoilt).hasSizeGreaterThan(100).isEqualTo(clean);
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    return all.stream().filter(each -> !some.contains(each)).collect(Collectors.toSet());
  }

  private static long natural(String rule, String table) {
    return ledger.byNature().stream()
        .filter(each -> each.rule().equals(rule) && each.table().equals(table))
        .mapToLong(NaturalFault::count)
        .sum();
  }

  private static Supplier<Set<String>> finding(String rule) {
    return findings.byRule().getOrDefault(rule, Set::of);
  }

  private static Set<String> rulesOf(List<PlantedFault> faults) {
    return faults.stream().map(PlantedFault::rule).collect(Collectors.toSet());
  }
}
