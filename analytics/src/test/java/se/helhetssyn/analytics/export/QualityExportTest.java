package se.helhetssyn.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.quality.Thresholds;
import se.helhetssyn.analytics.quality.Thresholds.Limit;
import se.helhetssyn.analytics.quality.ThresholdsException;

class QualityExportTest {
  private static final String HEADER =
      "section,extract_id,source_system,table_name,source_file,rule_id,code,category,context,"
          + "severity,treatment,org_unit_id,rows_checked,rows_affected,share,state,threshold,"
          + "status,explanation,to_supplier";

  @TempDir Path folder;
  private Path mart = Path.of("");

  @BeforeEach
  void publish() {
    Path store = folder.resolve("store");
    MartFixture.in(store, "g1")
        .node(OrgLevel.MUNICIPALITY, "K", "Kommunen", null)
        .rule("DQ16", "WARNING", 0.1)
        .rule("DQ28", "ERROR", 0)
        .rule("CT07", "WARNING", 0.5)
        .account("plan", 160, 20, 15, 5)
        .hiddenAccount("person", 300)
        .finding("DQ16", "plan", "E01", 20)
        .finding("DQ16", "plan", "E02", 20)
        .hiddenFinding("DQ16", "person", 5)
        .check("DQ16", "plan", 200, false)
        .check("DQ16", "person", 300, false)
        .check("DQ28", "plan", 200, false)
        .check("DQ28", "absence", 0, false)
        .check("CT07", "plan", 200, true)
        .publish();
    mart = new StoreLayout(store).mart("g1", Layer.INTERNAL);
  }

  private List<String> export(Thresholds thresholds) throws IOException {
    Path out = folder.resolve("ut.csv");
    Export.write(mart, What.QUALITY, Format.CSV, out, thresholds);
    return Files.readAllLines(out);
  }

  private static List<String> section(List<String> lines, String section) {
    return lines.stream().filter(line -> line.startsWith(section + ",")).toList();
  }

  @Test
  void everyFileIsAccountedForInOneRowPerSide() throws IOException {
    List<String> lines = export(Thresholds.NONE);
    assertThat(lines).startsWith(HEADER).hasSize(1 + 10 + 5 + 3);
    assertThat(section(lines, "ACCOUNT"))
        .contains(
            "ACCOUNT,X-1,SYSTEM,plan,plan.csv,,DELIVERED,,,,,,200,200,1.0,VALUE,,,,",
            "ACCOUNT,X-1,SYSTEM,plan,plan.csv,,REJECTED,,,,,,200,5,0.025,VALUE,,,,",
            "ACCOUNT,,SYSTEM,person,person.csv,,DELIVERED,,,,,,300,300,1.0,VALUE,,,,",
            "ACCOUNT,,SYSTEM,person,person.csv,,REJECTED,,,,,,300,,,SUPPRESSED,,,,");
  }

  @Test
  void everyCheckHasItsStatus() throws IOException {
    assertThat(section(export(Thresholds.NONE), "CHECK"))
        .containsExactly(
            check("absence", "DQ28", "ERROR", "0,0,,VALUE,0.0,NOT_APPLICABLE"),
            check("person", "DQ16", "WARNING", "300,,,SUPPRESSED,0.1,PASSED"),
            check("plan", "CT07", "WARNING", "200,0,0.0,VALUE,0.5,ERROR"),
            check("plan", "DQ16", "WARNING", "200,40,0.2,VALUE,0.1,FAILED"),
            check("plan", "DQ28", "ERROR", "200,0,0.0,VALUE,0.0,PASSED"));
  }

  private static String check(String table, String rule, String severity, String numbers) {
    return "CHECK,,,%s,,%s,,CONFORMANCE,VERIFICATION,%s,FLAGGED,,%s,Förklaring %2$s,Råd %2$s"
        .formatted(table, rule, severity, numbers);
  }

  @Test
  void findingsAreToldPerUnit() throws IOException {
    assertThat(section(export(Thresholds.NONE), "FINDING"))
        .containsExactly(
            "FINDING,,SYSTEM,person,person.csv,DQ16,DQ16,CONFORMANCE,VERIFICATION,WARNING,FLAGGED"
                + ",,,,,SUPPRESSED,,,Förklaring DQ16,Råd DQ16",
            "FINDING,X-1,SYSTEM,plan,plan.csv,DQ16,DQ16,CONFORMANCE,VERIFICATION,WARNING,FLAGGED"
                + ",E01,,20,,VALUE,,,Förklaring DQ16,Råd DQ16",
            "FINDING,X-1,SYSTEM,plan,plan.csv,DQ16,DQ16,CONFORMANCE,VERIFICATION,WARNING,FLAGGED"
                + ",E02,,20,,VALUE,,,Förklaring DQ16,Råd DQ16");
  }

  @Test
  void anotherThresholdMovesTheStatusWithoutANewRun() throws IOException {
    Thresholds lenient = new Thresholds(List.of(new Limit("DQ16", "plan", 0.2)));
    assertThat(section(export(lenient), "CHECK"))
        .contains(check("plan", "DQ16", "WARNING", "200,40,0.2,VALUE,0.2,PASSED"));
  }

  /** Else the hidden number would be found by trying thresholds. */
  @Test
  void aHiddenCountIsJudgedAsTheMostItCanBe() throws IOException {
    Thresholds three = new Thresholds(List.of(new Limit("DQ16", "person", 3.5 / 300)));
    assertThat(section(export(three), "CHECK"))
        .anyMatch(line -> line.contains(",person,") && line.contains(",FAILED,"));
    Thresholds four = new Thresholds(List.of(new Limit("DQ16", "person", 0.014)));
    assertThat(section(export(four), "CHECK"))
        .anyMatch(line -> line.contains(",person,") && line.contains(",PASSED,"));
  }

  @Test
  void aThresholdOfNoRuleWritesNothing() {
    Thresholds wrong = new Thresholds(List.of(new Limit("DQ61", null, 0.2)));
    assertThatThrownBy(() -> export(wrong))
        .isInstanceOf(ThresholdsException.class)
        .hasMessageContaining("DQ61");
    assertThat(folder.resolve("ut.csv")).doesNotExist();
  }
}
