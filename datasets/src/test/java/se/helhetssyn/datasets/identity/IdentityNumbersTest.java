package se.helhetssyn.datasets.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumbersTest {
  private static final long SEED = 20261122;
  private static final List<String> SIGNS =
      List.of("-", "+", "\u2013", "\u2212", "\u2011", "\u2010", "\u2014", "\u00AD", "\uFF0B");
  private static final List<String> BLANKS = List.of(" ", "\u00A0", "\u202F");

  private final Random random = new Random(SEED);

  @Test
  void everyFormIsFoundWhereItStands() {
    for (int i = 0; i < 5_000; i++) {
      String twelve = TestNumbers.next(random);
      assertFound(twelve, WrittenForm.TWELVE);
      assertFound(twelve.substring(2), WrittenForm.TEN);
      String sign = SIGNS.get(i % SIGNS.size());
      assertFound(parted(twelve, sign), WrittenForm.EIGHT_SIGN_FOUR);
      assertFound(parted(twelve, sign).substring(2), WrittenForm.SIX_SIGN_FOUR);
      String blank = BLANKS.get(i % BLANKS.size());
      assertFound(parted(twelve, blank), WrittenForm.EIGHT_BLANK_FOUR);
      assertFound(parted(twelve, blank).substring(2), WrittenForm.SIX_BLANK_FOUR);
    }
  }

  @Test
  void digitsOfAnyScriptAreRead() {
    for (int zero : List.of(0xFF10, 0x0660, 0x0966, 0x1D7CE)) {
      String written =
          TestNumbers.next(random)
              .chars()
              .mapToObj(c -> Character.toString(zero + c - '0'))
              .collect(Collectors.joining());
      assertFound(written, WrittenForm.TWELVE);
    }
  }

  @Test
  void aLetterOrDigitBesideMakesItAnotherText() {
    for (int i = 0; i < 2_000; i++) {
      String twelve = TestNumbers.next(random);
      for (String written : List.of(twelve, parted(twelve, "-"), parted(twelve, "\u2013"))) {
        for (String beside : List.of("a", "Z", "7", "å", "ж", "\uFF17")) {
          assertThat(IdentityNumbers.in(beside + written)).as("seed %d", SEED).isEmpty();
          assertThat(IdentityNumbers.in(written + beside)).as("seed %d", SEED).isEmpty();
        }
      }
    }
  }

  @Test
  void aWrongCheckDigitOrDayIsNoNumber() {
    for (int i = 0; i < 5_000; i++) {
      String twelve = TestNumbers.next(random);
      int last = twelve.charAt(11) - '0';
      String wrong = twelve.substring(0, 11) + (last + 1 + random.nextInt(9)) % 10;
      assertThat(IdentityNumbers.in(wrong)).as("seed %d", SEED).isEmpty();
    }
    for (String day : List.of("19000229", "19990230", "19991301", "19990100", "17991231")) {
      String nine = day.substring(2) + "980";
      String twelve = day + "980" + TestNumbers.checkDigit(nine);
      assertThat(IdentityNumbers.in(twelve)).as(day).isEmpty();
    }
  }

  @Test
  void aLeapDayWithoutItsCenturyMayBeOfTheOneThatHasIt() {
    String leap = TestNumbers.of(LocalDate.of(2000, 2, 29), 0, 981);
    assertThat(IdentityNumbers.in(leap)).hasSize(1);
    assertThat(IdentityNumbers.in(leap.substring(2))).hasSize(1);
    assertThat(IdentityNumbers.normalised(parted(leap, "+").substring(2), 2026)).isEmpty();
  }

  @Test
  void severalNumbersInATextAreAllFound() {
    String one = TestNumbers.next(random);
    String other = parted(TestNumbers.next(random), "-");
    String text = "𝔘 " + one + ", se " + other + "; tel";
    assertThat(IdentityNumbers.in(text))
        .extracting(number -> text.substring(number.start(), number.end()))
        .containsExactly(one, other);
  }

  @Test
  void theSamePersonHasOneNormalFormInEveryWriting() {
    for (int i = 0; i < 2_000; i++) {
      int age = random.nextInt(150);
      LocalDate born = LocalDate.of(2026 - age, 1 + random.nextInt(12), 1 + random.nextInt(28));
      String twelve = TestNumbers.of(born, random.nextBoolean() ? 60 : 0, 985);
      String sign = age >= 100 ? "+" : "-";
      assertThat(
              List.of(
                  twelve,
                  " " + parted(twelve, sign) + "\t",
                  parted(twelve, sign).substring(2),
                  parted(twelve, "\u2013")))
          .as("seed %d", SEED)
          .allSatisfy(
              written -> assertThat(IdentityNumbers.normalised(written, 2026)).contains(twelve));
    }
    assertThat(IdentityNumbers.normalised("se " + TestNumbers.next(random), 2026)).isEmpty();
    assertThat(IdentityNumbers.normalised("", 2026)).isEmpty();
  }

  @Test
  void aDayWithATimeIsToldFromOneOfAPerson() {
    String stamp = "20260305 102";
    for (int last = 0; last < 10; last++) {
      assertThat(IdentityNumbers.in(stamp + last)).allMatch(IdentityNumber::timeLike);
    }
    assertThat(IdentityNumbers.in(parted(TestNumbers.next(random), " ")))
        .hasSize(1)
        .noneMatch(IdentityNumber::timeLike);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uuuu-MM-dd",
        "uuuu-MM-dd'T'HH:mm:ssXXX",
        "uuuu-MM-dd HH:mm",
        "uuuuMMdd",
        "uuuuMMddHHmmss",
        "dd/MM/uuuu",
        "HH:mm:ss"
      })
  void timesOfOrdinaryFormsAreNone(String pattern) {
    var form = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    var start = LocalDate.of(1900, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC);
    for (int i = 0; i < 140_000; i++) {
      String text = form.format(start.plusSeconds(random.nextLong(4_500_000_000L)));
      assertThat(IdentityNumbers.in(text).isEmpty()).as(text).isTrue();
    }
  }

  @Test
  void figuresAndKeysOfOrdinaryFormsAreNone() {
    for (int i = 0; i < 200_000; i++) {
      byte[] bits = new byte[16];
      random.nextBytes(bits);
      assertNone(UUID.nameUUIDFromBytes(bits).toString());
      assertNone(Double.toString(random.nextDouble() * 1e6));
      assertNone("%d.%02d".formatted(random.nextInt(100_000), random.nextInt(100)));
      assertNone("SE%010d-%04X".formatted(2_321_000_000L + random.nextInt(9999), i % 65_536));
      assertNone("D-%07d".formatted(random.nextInt(10_000_000)));
      assertNone("%06d-%04d".formatted(202_000 + random.nextInt(900), random.nextInt(10_000)));
    }
  }

  @Test
  void ofALongRunOfNumbersNoMoreIsSeenThanAUuidIsLong() {
    StringBuilder joined = new StringBuilder();
    while (joined.length() < 1 << 20) {
      joined.append(TestNumbers.next(random)).append(joined.length() % 2 == 0 ? "-" : "-\u2013");
    }
    byte[] folded = IdentityNumbers.folded(joined.toString());
    for (int i = 0; i < 10_000; i++) {
      int at = random.nextInt(folded.length);
      IdentityNumbers.Token token = IdentityNumbers.token(folded, at, 0, folded.length);
      assertThat(token.start()).as("seed %d", SEED).isBetween(at - 37, at);
      assertThat(token.length()).as("seed %d", SEED).isLessThanOrEqualTo(37);
    }
    assertThat(IdentityNumbers.in(joined.toString())).hasSizeGreaterThan(70_000);
  }

  private static void assertNone(String text) {
    assertThat(IdentityNumbers.in(text).isEmpty()).as("seed %d: %s", SEED, text).isTrue();
  }

  private static void assertFound(String written, WrittenForm form) {
    for (String text :
        List.of(written, "se " + written + ".", "(" + written + ")", "å-" + written)) {
      assertThat(IdentityNumbers.in(text)).as("seed %d", SEED).hasSize(1);
      IdentityNumber number = IdentityNumbers.in(text).getFirst();
      assertThat(number.form()).isEqualTo(form);
      assertThat(text.substring(number.start(), number.end())).isEqualTo(written);
    }
  }

  private static String parted(String twelve, String between) {
    return twelve.substring(0, 8) + between + twelve.substring(8);
  }
}
