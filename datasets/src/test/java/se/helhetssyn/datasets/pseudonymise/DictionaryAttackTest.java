package se.helhetssyn.datasets.pseudonymise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever has the delivery and everything that is public, and tries all numbers that can exist,
 * learns nothing; whoever has the municipality's secret learns all, so the attack is a real one.
 */
class DictionaryAttackTest {
  private static final LocalDate FROM = LocalDate.of(1934, 1, 1);
  private static final LocalDate BEFORE = LocalDate.of(1935, 1, 1);

  @TempDir private Path folder;

  @Test
  void allNumbersOfAYearWithAPublicSaltTellNobody() throws IOException {
    Municipality municipality = new Municipality(folder);
    StringBuilder text = new StringBuilder("person_key\n");
    days().forEach(day -> text.append(Somebody.of(day, 0, 981).ten("-")).append('\n'));
    municipality.file("person.csv", text.toString());
    assertThat(municipality.run()).isZero();
    Set<String> keys = new HashSet<>(municipality.result("person.csv").lines().skip(1).toList());
    assertThat(keys).hasSize(365);

    String salt =
        Files.readString(municipality.out.resolve("person.csv")).lines().findFirst().orElseThrow();
    List<String> numbers = numbers();
    assertThat(numbers).hasSize(365_000);
    for (UnaryOperator<String> guess : List.of(digest(salt), hmac(salt.getBytes(UTF_8)))) {
      assertThat(numbers.stream().map(guess).filter(keys::contains).count()).isZero();
    }
    PersonKeys secret = municipality.keys();
    assertThat(numbers.stream().map(secret::of).filter(keys::contains).count()).isEqualTo(365);
  }

  private static Stream<LocalDate> days() {
    return FROM.datesUntil(BEFORE);
  }

  /** Every number that can have been given to someone born that year: 1,000 serials a day. */
  private static List<String> numbers() {
    return days()
        .flatMap(day -> IntStream.range(0, 1_000).mapToObj(serial -> Somebody.of(day, 0, serial)))
        .map(Somebody::twelve)
        .toList();
  }

  private static UnaryOperator<String> hmac(byte[] salt) {
    return new PersonKeys(salt)::of;
  }

  private static UnaryOperator<String> digest(String salt) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return number -> HexFormat.of().formatHex(sha256.digest((salt + number).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
