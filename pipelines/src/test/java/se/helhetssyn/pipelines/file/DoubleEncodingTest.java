package se.helhetssyn.pipelines.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DoubleEncodingTest {
  @ParameterizedTest
  @ValueSource(strings = {"å", "Ä", "ÖVRIGT", "é – ü", "„citat“", "…", "№ 中"})
  void theSecondEncodingIsUndone(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String twice = new String(bytes, Charset.forName("windows-1252"));
    assertThat(DoubleEncoding.undone(twice)).isEqualTo(text);
  }

  @Test
  void bytesThatWindowsDoesNotUseAreTakenAsTheyAre() {
    assertThat(DoubleEncoding.undone("Ã\u0081")).isEqualTo("Á");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "Åsa", "Ã", "Ã¥ å", "Ã¥ 中", "\uFFFD"})
  void whatWasNotEncodedTwiceStays(String text) {
    assertThat(DoubleEncoding.undone(text)).isSameAs(text);
  }
}
