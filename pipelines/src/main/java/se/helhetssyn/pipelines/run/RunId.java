package se.helhetssyn.pipelines.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * Name of a run and of the generation that it publishes, for example {@code 20261101T060000Z-3f9a}:
 * names in order are runs in order. Who starts a run to follow it may choose the name.
 *
 * @param text the name
 */
public record RunId(String text) {
  private static final Pattern FORM = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Refuses a text of another form. */
  public RunId {
    if (!FORM.matcher(text).matches()) {
      throw Refusal.badInput(
          "Körningens namn ska skrivas som 20261101T060000Z-3f9a: ändra --run-id, eller utelämna det.");
    }
  }

  /** A new name, for a run that starts now. */
  public static RunId next() {
    byte[] random = new byte[2];
    ThreadLocalRandom.current().nextBytes(random);
    return new RunId(TIME.format(Instant.now()) + "-" + HexFormat.of().formatHex(random));
  }
}
