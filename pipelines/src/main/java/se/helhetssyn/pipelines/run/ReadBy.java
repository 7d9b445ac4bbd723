package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.mapping.Mappings;

/**
 * What the files of a delivery are read by. The same file read by something else is a newer reading
 * of it.
 *
 * @param digests file → digest of its mapping, of that mapping's own lists, and of the delivered
 *     files that the mapping looks values up in; no entry for canonical files
 * @param all digest of all mappings
 * @param constantTables tables that mappings themselves give rows of
 */
record ReadBy(Map<ReceivedFile, String> digests, String all, Set<String> constantTables) {
  /** What the rows that a mapping itself gives are said to come from. */
  static final String CONSTANT = "mappning";

  static ReadBy of(Mappings mappings, Delivery delivery) {
    Map<ReceivedFile, String> digests = new HashMap<>();
    for (ReceivedFile file : delivery.files()) {
      mappings
          .digest(file)
          .ifPresent(own -> digests.put(file, own + lookedUpIn(mappings, delivery, file)));
    }
    digests.replaceAll((file, parts) -> DigestUtils.sha256Hex(parts));
    return new ReadBy(digests, mappings.digest(), mappings.constantTables());
  }

  private static String lookedUpIn(Mappings mappings, Delivery delivery, ReceivedFile file) {
    return delivery.files().stream()
        .filter(other -> other.isTaken() && mappings.isLookedUpIn(other, file))
        .map(other -> other.arrived().input().sha256())
        .sorted()
        .collect(joining());
  }

  /** What a file is read by; the empty text for a canonical one. */
  String digest(ReceivedFile file) {
    return digests.getOrDefault(file, "");
  }
}
