package se.helhetssyn.datasets.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.helhetssyn.datasets.fault.DeliveredFiles.Line;
import se.helhetssyn.datasets.quality.Treatment;
import se.helhetssyn.datasets.synthetic.Ledger;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;

/** Faults of whole files, and what holds for a delivery at each level. */
class FaultyFilesTest {
  private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);
  private static final Set<Integer> SHEET_LIMITS = Set.of(65_536, 1_048_576);

  /** Twelve digits, or ten with a sign, between characters that are no letters or digits. */
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?:\\d{2})?(\\d{6})[-+](\\d{4})|\\d{2}(\\d{6})(\\d{4})|(\\d{6})(\\d{4}))"
              + "(?![\\p{L}\\d])");

  @TempDir static Path dir;
  private static Ledger ledger;
  private static DeliveredFiles files;

  @BeforeAll
  static void deliver() {
    ledger = SyntheticMunicipality.write(plan(FaultLevel.HEAVY), dir, line -> {});
    files = new DeliveredFiles(dir);
  }

  private static MunicipalityPlan plan(FaultLevel level) {
    return new MunicipalityPlan(80, 6, 14, 5, UNTIL, level);
  }

  @Test
  void filesInAnotherEncodingAreThoseThatWerePlanted() {
    assertThat(names(name -> !isUtf8(name) || files.text(name).matches("(?s).*[Ã\uFFFD].*")))
        .isEqualTo(planted("DQ19"))
        .hasSize(3);
    assertThat(names(name -> !isUtf8(name))).hasSize(1);
  }

  @Test
  void identityNumbersAreInTheFileThatIsToBeRejectedAndNowhereElse() {
    assertThat(
            names(name ->
                isUtf8(name)
                    && files.records(name).stream()
                        .anyMatch(row ->
                            row.getFields().stream().anyMatch(FaultyFilesTest::hasIdentity))))
        .isEqualTo(planted("DQ28"));
    PlantedFault fault = faults("DQ28").getFirst();
    assertThat(fault.expected()).isEqualTo(Treatment.REJECTED);
    assertThat(
            files
                .lines(fault.file())
                .filter(line -> line.cells().stream().anyMatch(FaultyFilesTest::hasIdentity))
                .map(Line::key))
        .containsExactlyElementsOf(fault.keys())
        .hasSize(6);
  }

  @Test
  void theManifestIsRightAboutEveryFileButTheCutOnes() {
    var cut = new HashSet<String>();
    Map<String, Line> manifest =
        files.rows("extract_manifest").stream()
            .collect(Collectors.toMap(line -> line.get("file_sha256"), line -> line));
    for (String name : names(name -> !name.startsWith("extract_manifest"))) {
      String sha256 = sha256(files.bytes(name));
      assertThat(manifest).as(name).containsKey(sha256);
      Line line = Optional.ofNullable(manifest.remove(sha256)).orElseThrow();
      assertThat(name).startsWith(line.get("table_name") + ".");
      int rows = rows(name);
      if (!line.is("row_count", String.valueOf(rows)) || SHEET_LIMITS.contains(rows)) {
        cut.add(name);
      }
    }
    assertThat(manifest).isEmpty();
    assertThat(cut).isEqualTo(planted("DQ37")).hasSize(2);
  }

  @Test
  void titlesAndTotalsStandInTheFileThatWasPlanted() {
    assertThat(names(name -> !files.text(name).startsWith(String.join(",", header(name)))))
        .isEqualTo(planted("DQ40"));
    List<String> lines = files.text("org_unit.titled.csv").lines().toList();
    assertThat(lines).element(2).asString().startsWith("org_unit_id,");
    assertThat(lines.getLast()).isEqualTo("Summa,3");
  }

  @Test
  void deliveriesThatOverlapAreThoseThatWerePlanted() {
    Map<String, List<Line>> byTable = files.by("extract_manifest", "table_name");
    var overlapping = new HashSet<String>();
    byTable.forEach((table, lines) -> {
      for (Line line : lines) {
        if (lines.stream().anyMatch(other -> !other.equals(line) && overlap(line, other))
            && !line.get("extract_id").endsWith("-" + table)) {
          overlapping.add(table + line.get("extract_id").replaceFirst(".*-", ".") + ".csv");
        }
      }
    });
    assertThat(overlapping).isEqualTo(planted("DQ03")).hasSize(2);
  }

  @Test
  void aCorrectionHasTheSameKeysAndAnotherContent() {
    PlantedFault fault = faults("DQ02").getFirst();
    Function<String, Line> before = files.lookUp(fault.table());
    List<Line> after = files.lines(fault.file()).skip(1).toList();
    assertThat(after.stream().map(Line::key)).containsExactlyElementsOf(fault.keys()).isNotEmpty();
    assertThat(after).noneMatch(line -> line.equals(before.apply(line.key())));
  }

  @Test
  void theSamePlanGivesTheSameBytes(@TempDir Path other) throws IOException {
    SyntheticMunicipality.write(plan(FaultLevel.HEAVY), other, line -> {});
    assertThat(new DeliveredFiles(other).names()).isEqualTo(files.names());
    try (Stream<Path> all = Files.list(dir)) {
      assertThat(all)
          .allSatisfy(
              file -> assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file));
    }
  }

  @Test
  void anOrdinaryDeliveryHasAFewFaultsOfTheCommonKinds(@TempDir Path other) {
    Ledger typical = SyntheticMunicipality.write(plan(FaultLevel.TYPICAL), other, line -> {});
    Map<String, Long> counts =
        typical.faults().stream()
            .collect(Collectors.groupingBy(PlantedFault::rule, Collectors.counting()));
    Set<String> common =
        Stream.concat(Faults.OF_ROWS.stream(), Faults.OF_FILES.stream())
            .filter(Fault::common)
            .map(Fault::rule)
            .collect(Collectors.toSet());
    assertThat(common).containsAll(counts.keySet()).hasSizeBetween(15, 35);
    assertThat(counts)
        .hasSizeGreaterThan(15)
        .allSatisfy((rule, count) -> assertThat(count).as(rule).isBetween(1L, 40L));
    assertThat(typical.faults().size()).isLessThan(ledger.faults().size() / 2);
  }

  @Test
  void aSoundDeliveryInTheSameFolderLeavesNoFaultyFileBehind(@TempDir Path other) {
    SyntheticMunicipality.write(plan(FaultLevel.HEAVY), other, line -> {});
    Ledger sound = SyntheticMunicipality.write(plan(FaultLevel.NONE), other, line -> {});
    assertThat(new DeliveredFiles(other).names())
        .hasSize(DeliveredFiles.CONTRACT.tables().size())
        .allMatch(name -> name.matches("[a-z_]+\\.csv"));
    assertThat(sound.faults()).isEmpty();
    assertThat(sound.byNature()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FaultLevel.class)
  void theLeastDeliveryCanBeMadeAtEveryLevel(FaultLevel level, @TempDir Path other) {
    var least = new MunicipalityPlan(40, 4, 6, 3, UNTIL, level);
    Ledger made = SyntheticMunicipality.write(least, other, line -> {});
    assertThat(made.faults().isEmpty()).isEqualTo(level == FaultLevel.NONE);
    assertThat(other.resolve("ledger.json")).content().contains("\"by_nature\"");
  }

  private static Set<String> names(Predicate<String> which) {
    return files.names().stream().filter(which).collect(Collectors.toSet());
  }

  private static List<PlantedFault> faults(String rule) {
    return ledger.faults().stream().filter(fault -> fault.rule().equals(rule)).toList();
  }

  private static Set<String> planted(String rule) {
    return faults(rule).stream().map(PlantedFault::file).collect(Collectors.toSet());
  }

  private static boolean isUtf8(String name) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(files.bytes(name)))
          .hasRemaining();
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static List<String> header(String name) {
    return DeliveredFiles.CONTRACT
        .find(name.substring(0, name.indexOf('.')))
        .map(schema -> schema.columns())
        .orElse(List.of("old_key", "new_key", "changed_at"));
  }

  /** Lines with as many values as the header, without it. */
  private static int rows(String name) {
    int columns = header(name).size();
    boolean own = name.indexOf('.') == name.lastIndexOf('.');
    return (int)
            files.records(name).stream()
                .filter(row -> own || row.getFieldCount() == columns)
                .count()
        - 1;
  }

  private static boolean overlap(Line one, Line other) {
    return !one.day("period_from").isAfter(other.day("period_to"))
        && !other.day("period_from").isAfter(one.day("period_to"));
  }

  private static boolean hasIdentity(String text) {
    Matcher matcher = IDENTITY.matcher(text);
    while (matcher.find()) {
      for (int group = 1; group < 6; group += 2) {
        if (matcher.group(group) != null
            && isIdentity(matcher.group(group) + matcher.group(group + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isIdentity(String ten) {
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      int product = (ten.charAt(i) - '0') * (2 - i % 2);
      sum += product > 9 ? product - 9 : product;
    }
    return sum % 10 == 0 && isDate(ten);
  }

  private static boolean isDate(String ten) {
    int day = Integer.parseInt(ten.substring(4, 6));
    try {
      LocalDate.parse("20%s-%s-%02d".formatted(ten.substring(0, 2), ten.substring(2, 4), day % 60));
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
