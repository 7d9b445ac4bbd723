package se.helhetssyn.pipelines.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.door.ColumnKind;

final class ColumnUsesTest {
  @Test
  void aColumnIsSearchedAsWhatItIsUsedFor(@TempDir Path folder) throws IOException {
    Path yaml =
        Files.writeString(
            folder.resolve("x.yaml"),
            """
            source_system: X
            files: {a: a.csv, b: b.csv}
            tables:
              plan:
                - from: a
                  where: {column: kind, in: [P]}
                  columns:
                    plan_id: {concat: [{column: case}, {column: no}]}
                    person_key: key
                    org_unit_id: {lookup: {file: b, key: room, by: {column: place}, take: unit}}
                    plan_type: type
                    law: {column: law, otherwise: {column: kind}}
                    created_at: {concat: [{column: day}, {column: case}]}
                    valid_from: type
                    status: {constant: ACTIVE}
            """);
    MappedLayout layout = new MappedLayout(MappingReader.read(yaml, DataPackage.load()));
    assertThat(layout.expectation("a").kinds())
        .isEqualTo(
            Map.of(
                "kind", ColumnKind.TEXT,
                "case", ColumnKind.NUMBER_LIKE,
                "no", ColumnKind.NUMBER_LIKE,
                "key", ColumnKind.HEX_KEY,
                "place", ColumnKind.NUMBER_LIKE,
                "type", ColumnKind.TEXT,
                "law", ColumnKind.TEXT,
                "day", ColumnKind.NUMBER_LIKE));
    assertThat(layout.expectation("b").kinds())
        .isEqualTo(Map.of("room", ColumnKind.NUMBER_LIKE, "unit", ColumnKind.NUMBER_LIKE));
  }
}
