package se.helhetssyn.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.ui.quality.ThresholdDraft.Part;

final class ThresholdDraftTest {
  private static final String REASON = "Leverantören rättar i november.";

  private final IdentitySearch identities = new NumbersLikeIdentities();

  @Test
  void aDraftWithoutMistakesBecomesAChange() {
    ThresholdDraft draft = new ThresholdDraft("DQ16", "plan", " 2,5 % ", REASON);
    assertThat(draft.mistakes(identities)).isEmpty();
    assertThat(draft.by("kvalitet", Instant.EPOCH))
        .isEqualTo(new MovedThreshold("DQ16", "plan", 0.025, REASON, "kvalitet", Instant.EPOCH));
  }

  @Test
  void anEmptyShareMeansTheRulesOwn() {
    ThresholdDraft draft = new ThresholdDraft("DQ16", null, "", REASON);
    assertThat(draft.mistakes(identities)).isEmpty();
    assertThat(draft.by("kvalitet", Instant.EPOCH).share()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "100,1", "två", "1e-9", "0,00001", "1,2,3"})
  void aShareThatIsNoneIsRefused(String percent) {
    assertThat(new ThresholdDraft("DQ16", null, percent, REASON).mistakes(identities))
        .containsOnlyKeys(Part.PERCENT);
  }

  @Test
  void ruleAndReasonMustBeTold() {
    assertThat(new ThresholdDraft("", null, "1", "kort").mistakes(identities))
        .containsOnlyKeys(Part.RULE, Part.REASON);
    String tooLong = "x".repeat(ThresholdDraft.LONGEST_REASON + 1);
    assertThat(new ThresholdDraft("DQ16", null, "1", tooLong).mistakes(identities))
        .containsOnlyKeys(Part.REASON);
  }

  /** Made-up digits in every form that numbers are written in. */
  @Test
  void aReasonWithManyDigitsIsRefusedHoweverTheyAreWritten() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    String[] between = {"", "-", "+", " ", "\u2013", " - ", "\u00a0", "."};
    for (int i = 0; i < 200; i++) {
      String first = digits(random, random.nextBoolean() ? 6 : 8);
      String number = first + between[random.nextInt(between.length)] + digits(random, 4);
      String reason = "Det gäller " + number + " som är fel.";
      assertThat(new ThresholdDraft("DQ16", null, "1", reason).mistakes(identities))
          .as("seed %d: %s", seed, reason)
          .containsOnlyKeys(Part.REASON);
    }
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    boolean wide = random.nextInt(5) == 0;
    random.ints(count, 0, 10).forEach(d -> digits.append((char) ((wide ? '\uff10' : '0') + d)));
    return digits.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rättas i november 2026, se ärende 48120.",
        "Från 2026-01-01 gäller den nya formen.",
        "1 234 rader av 48 120 är för många."
      })
  void ordinaryNumbersMayStandInAReason(String reason) {
    assertThat(new ThresholdDraft("DQ16", null, "1", reason).mistakes(identities)).isEmpty();
  }
}
