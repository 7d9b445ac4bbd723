package se.helhetssyn.analytics.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThresholdsTest {
  @TempDir Path folder;

  private Thresholds read(String yaml) throws IOException {
    return Thresholds.read(Files.writeString(folder.resolve("gränser.yaml"), yaml));
  }

  @Test
  void aTablesOwnThresholdGoesBeforeTheRules() throws IOException {
    Thresholds thresholds =
        read("- {rule: DQ16, share: 0.05}\n- {rule: DQ16, table: plan, share: 1}\n");
    assertThat(thresholds.share("DQ16", "plan", 0.01)).isEqualTo(1);
    assertThat(thresholds.share("DQ16", "deviation", 0.01)).isEqualTo(0.05);
    assertThat(thresholds.share("DQ18", "plan", 0.01)).isEqualTo(0.01);
    assertThat(Thresholds.NONE.share("DQ16", "plan", 0.01)).isEqualTo(0.01);
  }

  @Test
  void everyMistakeIsToldAtOnce() {
    String yaml =
        """
        - {rule: DQ16, share: 0.05}
        - {rule: DQ16, share: 2}
        - {table: plan, share: mycket}
        - {rule: DQ18, table: '', share: 0, färg: röd}
        """;
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ThresholdsException.class)
        .hasMessageStartingWith("Gränserna i gränser.yaml kan inte användas: ")
        .hasMessageContainingAll(
            "post 2 ska ha share mellan 0 och 1",
            "post 2 står redan för DQ16",
            "post 3 saknar rule",
            "post 3 ska ha share mellan 0 och 1",
            "post 4 har en tom table",
            "post 4 har det okända namnet färg");
  }

  @Test
  void aFileThatIsNoListIsRefusedInOneSentence() {
    assertThatThrownBy(() -> read("DQ16: 0.1")).hasMessageContaining("ska vara en lista");
    assertThatThrownBy(() -> read("- {rule: [")).hasMessageContaining("går inte att läsa som YAML");
    assertThatThrownBy(() -> Thresholds.read(folder.resolve("saknas.yaml")))
        .hasMessageContaining("filen går inte att läsa");
  }

  @Test
  void aRuleThatDoesNotExistIsNoThreshold() throws IOException {
    Thresholds thresholds = read("- {rule: DQ16, share: 0.05}\n- {rule: DQ61, share: 0.05}\n");
    assertThatThrownBy(() -> thresholds.requireRules(Set.of("DQ16")))
        .isInstanceOf(ThresholdsException.class)
        .hasMessage("Gränserna kan inte användas: regeln finns inte: DQ61.");
  }
}
