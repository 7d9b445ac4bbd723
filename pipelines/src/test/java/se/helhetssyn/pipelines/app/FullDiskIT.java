package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.StoreLayout;

/** Runs that cannot write what they should: trusted tables at first, then what is counted. */
final class FullDiskIT {
  @TempDir private Path folder;

  @Test
  void aFullDiskIsToldInASentenceAndTheNextRunPublishes() throws Exception {
    StoreLayout store = new StoreLayout(folder.resolve("lager"));
    MartFixture.in(store.root(), "former")
        .node(OrgLevel.MUNICIPALITY, "K", "Kommunen", null)
        .publish();
    List<String> told = runs("4096,524288,unlimited", SmallDelivery.pipeline(folder, store));

    String sentence =
        "Disken är full, så det körningen skulle skriva i lagret %s fick inte plats; inget nytt är publicerat och generation former visas som förut. Frigör utrymme och kör igen."
            .formatted(store.root());
    String kept = "exit 3, serves former of [former], scratch: false";
    assertThat(told.subList(0, told.indexOf(kept)))
        .contains("Läser in och granskar …", sentence)
        .doesNotContain("Räknar fram måtten …");
    assertThat(told.subList(told.indexOf(kept) + 1, told.lastIndexOf(kept)))
        .contains("Räknar fram måtten …", sentence);
    assertThat(told.getLast()).startsWith("exit 0, serves 2").endsWith(", scratch: false");
    assertThat(String.join("\n", told)).doesNotContain("Exception", "ERROR", "WARN", "\tat ");
    assertThat(store.lock()).isEmptyFile();
  }

  private List<String> runs(String limits, String[] command) throws Exception {
    String[] arguments =
        Stream.concat(Stream.of(limits), Stream.of(command)).toArray(String[]::new);
    Path said = folder.resolve("said");
    Process process =
        SmallDelivery.java(Cramped.class, arguments)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    return Files.readAllLines(said);
  }
}
