package se.helhetssyn.pipelines.door;

import java.nio.file.Path;
import se.helhetssyn.datasets.identity.IdentityNumber;
import se.helhetssyn.datasets.identity.IdentityNumbers;

/** A file's name as it may be shown. */
final class MaskedName {
  private static final String MASK = "•";

  private MaskedName() {}

  /** The name with every identity number covered; a day and a time of this century is none. */
  static String of(Path file) {
    String name = file.getFileName().toString();
    StringBuilder masked = new StringBuilder();
    int from = 0;
    for (IdentityNumber number : IdentityNumbers.in(name)) {
      if (!number.timeLike()) {
        masked
            .append(name, from, number.start())
            .append(MASK.repeat(number.end() - number.start()));
        from = number.end();
      }
    }
    return masked.append(name, from, name.length()).toString();
  }
}
