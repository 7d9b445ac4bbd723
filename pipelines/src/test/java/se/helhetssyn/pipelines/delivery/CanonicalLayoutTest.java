package se.helhetssyn.pipelines.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.door.ColumnKind;
import se.helhetssyn.pipelines.door.Expectation;

final class CanonicalLayoutTest {
  private final CanonicalLayout layout = new CanonicalLayout(DataPackage.load());

  @ParameterizedTest
  @CsvSource({
    "plan.csv, plan",
    "plan.2026-01.norr.csv, plan",
    "plan.parquet, plan",
    "plan.xlsx, plan",
    "plan_revision.csv, plan_revision",
    "person_succession.csv, person_succession",
    "extract_manifest.csv, extract_manifest",
    "planer.csv, ",
    "Plan.csv, ",
    "plan..csv, ",
    "plan.txt, ",
    "plan.csv.gz, ",
    "plan, ",
    ".csv, "
  })
  void aFileBelongsToTheTableItIsNamedAfter(String name, @Nullable String table) {
    if (table == null) {
      assertThat(layout.groups(name)).isEmpty();
    } else {
      assertThat(layout.groups(name)).containsExactly(table);
    }
  }

  @Test
  void filesAreUtf8WithCommasAndTheColumnsOfTheirTable() {
    Expectation persons = layout.expectation("person");
    assertThat(persons.charset()).contains(UTF_8);
    assertThat(persons.delimiter()).contains(',');
    assertThat(persons.columns()).contains("person_key", "birth_year");
    assertThat(layout.expectation("person_succession").columns())
        .containsExactly("old_key", "new_key", "changed_at");
  }

  @Test
  void onlyTextIsSearchedForTenDigitsAlone() {
    assertThat(layout.expectation("deviation").kinds())
        .containsEntry("deviation_id", ColumnKind.NUMBER_LIKE)
        .containsEntry("org_unit_id", ColumnKind.NUMBER_LIKE)
        .containsEntry("person_key", ColumnKind.HEX_KEY)
        .containsEntry("category", ColumnKind.TEXT);
    assertThat(layout.expectation("person_succession").kinds())
        .containsEntry("old_key", ColumnKind.HEX_KEY)
        .containsEntry("changed_at", ColumnKind.NUMBER_LIKE);
  }
}
