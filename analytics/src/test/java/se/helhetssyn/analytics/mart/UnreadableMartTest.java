package se.helhetssyn.analytics.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which the newest generation may be unreadable; the last good one is served. */
class UnreadableMartTest {
  @TempDir Path root;

  /** Something done to the generation g2 of a store. */
  interface Damage {
    void to(StoreLayout store) throws IOException, SQLException;
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("a file cut short by a byte", "skadad", cut(0.999_999)),
        damage("a file cut in half", "skadad", cut(0.5)),
        damage("a file cut within its header", "skadad", cut(0.001)),
        damage("an empty file", "skadad", cut(0)),
        damage("a file of something else", "skadad", s -> Files.writeString(mart(s), "skräp")),
        damage("no file", "protected.duckdb finns inte", s -> Files.delete(mart(s))),
        damage("a folder instead of a file", "finns inte", UnreadableMartTest::folder),
        damage("no table of figures", "skadad", sql("DROP TABLE indicator_value")),
        damage("no table of units", "skadad", sql("DROP TABLE org_unit")),
        damage("no column", "skadad", sql("ALTER TABLE indicator_value DROP COLUMN lower")),
        damage("an unknown level", "skadad", sql("UPDATE org_unit SET level = 'MOON'")),
        damage("no manifest", "manifest", s -> Files.delete(s.manifest("g2"))),
        damage("an empty manifest", "manifest", manifest("")),
        damage("a manifest that is null", "manifest", manifest("null")),
        damage("a manifest that is a list", "manifest", manifest("[1]")),
        damage("half a manifest", "manifest", manifest("{\"format_version\": 1, ")),
        damage(
            "a newer layout",
            "nyare version",
            version("format_version", StoreLayout.FORMAT_VERSION + 1)),
        damage(
            "newer tables",
            "nyare version",
            version("mart_schema_version", MartSchema.VERSION + 1)),
        damage("no version", "manifest", version("format_version", 0)),
        damage("a pointer to nowhere", "g-lost", pointer("g-lost")),
        damage("an empty pointer", "pekare är skadad", pointer("")),
        damage("a pointer out of the store", "pekare är skadad", pointer("../../elsewhere")),
        damage("a pointer that is no text", "pekare kan inte läsas", UnreadableMartTest::noText),
        damage("no pointer", "pekare finns inte", s -> Files.delete(s.pointer())));
  }

  private static Arguments damage(String name, String told, Damage damage) {
    return Arguments.argumentSet(name, told, damage);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void theLastGoodGenerationIsServedUntilThereIsANewGoodOne(String told, Damage damage)
      throws IOException, SQLException {
    publish("g1");
    try (MartReader reader = MartReader.over(root, Layer.PROTECTED)) {
      assertThat(reader.current()).isPresent();
      publish("g2");
      damage.to(new StoreLayout(root));
      for (int look = 0; look < 2; look++) {
        assertThat(reader.current().orElseThrow().generation().id()).isEqualTo("g1");
        assertThat(reader.unreadable().orElseThrow()).hasMessageContaining(told);
      }
      publish("g3");
      assertThat(reader.current().orElseThrow().generation().id()).isEqualTo("g3");
      assertThat(reader.unreadable()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("damages")
  void aReaderThatStartsOnItSaysSoAndWaits(String told, Damage damage)
      throws IOException, SQLException {
    publish("g2");
    damage.to(new StoreLayout(root));
    try (MartReader reader = MartReader.over(root, Layer.PROTECTED)) {
      if (Files.exists(new StoreLayout(root).pointer())) {
        assertThatExceptionOfType(MartException.class)
            .isThrownBy(reader::current)
            .withMessageContaining(told);
      } else {
        assertThat(reader.current()).isEmpty();
      }
      publish("g3");
      assertThat(reader.current().orElseThrow().generation().id()).isEqualTo("g3");
    }
  }

  @Test
  void theLayersDoNotDependOnEachOther() throws IOException {
    publish("g1");
    Files.delete(new StoreLayout(root).mart("g1", Layer.INTERNAL));
    Files.writeString(new StoreLayout(root).mart("g1", Layer.PUBLIC), "skräp");
    try (MartReader reader = MartReader.over(root, Layer.PROTECTED)) {
      assertThat(reader.current()).isPresent();
    }
  }

  /** As somebody who may not read the file: root may read everything unless it gives that up. */
  @Test
  void aFileThatMayNotBeReadIsToldOf() throws IOException, InterruptedException {
    publish("g1");
    Path file = mart("g1");
    assertThat(file.toFile().setReadable(false, false)).isTrue();
    List<String> command = new ArrayList<>();
    if (Files.isReadable(file)) {
      String rights = "-dac_override,-dac_read_search";
      command.addAll(List.of("setpriv", "--bounding-set", rights, "--inh-caps", rights));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            Look.class.getName(),
            root.toString()));
    Process look = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    look.waitFor();
    assertThat(said)
        .startsWith(
            "Generation g1 kan inte läsas. Filen protected.duckdb är skadad eller får inte läsas.")
        .contains("Kontrollera rättigheterna")
        .hasLineCount(1);
  }

  /** Looks at a store and says what is wrong. */
  static final class Look {
    private Look() {}

    public static void main(String[] arguments) {
      try (MartReader reader = MartReader.over(Path.of(arguments[0]), Layer.PROTECTED)) {
        System.out.println(reader.current().isPresent());
      } catch (MartException unreadable) {
        System.out.println(unreadable.getMessage());
      }
    }
  }

  private void publish(String id) {
    MartFixture.in(root, id)
        .node(OrgLevel.MUNICIPALITY, "m", "Kommunen", null)
        .indicator("C03", "Hälsokonferenser", "Fulltaliga professioner", 1.0)
        .publish();
  }

  private Path mart(String id) {
    return new StoreLayout(root).mart(id, Layer.PROTECTED);
  }

  private static Path mart(StoreLayout store) {
    return store.mart("g2", Layer.PROTECTED);
  }

  private static Damage cut(double share) {
    return store -> {
      byte[] whole = Files.readAllBytes(mart(store));
      Files.write(mart(store), Arrays.copyOf(whole, (int) (whole.length * share)));
    };
  }

  private static void folder(StoreLayout store) throws IOException {
    Files.delete(mart(store));
    Files.createDirectory(mart(store));
  }

  private static Damage sql(String statement) {
    return store -> {
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + mart(store));
          Statement change = connection.createStatement()) {
        change.execute(statement);
      }
    };
  }

  private static Damage manifest(String text) {
    return store -> Files.writeString(store.manifest("g2"), text);
  }

  private static Damage version(String key, int version) {
    return store -> {
      String whole = Files.readString(store.manifest("g2"));
      String other = whole.replaceFirst("(\"%s\" : )\\d+".formatted(key), "$1" + version);
      assertThat(other).isNotEqualTo(whole);
      Files.writeString(store.manifest("g2"), other);
    };
  }

  private static Damage pointer(String text) {
    return store -> Files.writeString(store.pointer(), text);
  }

  private static void noText(StoreLayout store) throws IOException {
    Files.write(store.pointer(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
  }
}
