package se.helhetssyn.pipelines.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.StoreLayout;

final class BlockedKeysTest {
  @TempDir private Path folder;

  @Test
  void nothingIsBlockedInANewStoreAndAskingLeavesNoTrace() {
    BlockedKeys blocked = BlockedKeys.of(new StoreLayout(folder));
    assertThat(blocked.contains("person", "P1")).isFalse();
    assertThat(blocked.all("person")).isEmpty();
    assertThat(blocked.salt()).isEmpty();
    blocked.add("person", List.of());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aBlockedKeyStaysBlockedInItsOwnTable() {
    BlockedKeys.of(new StoreLayout(folder)).add("person", List.of("P1", "Å2"));
    BlockedKeys.of(new StoreLayout(folder)).add("person", List.of("P1", "P3"));
    BlockedKeys blocked = BlockedKeys.of(new StoreLayout(folder));
    assertThat(List.of("P1", "Å2", "P3")).allMatch(key -> blocked.contains("person", key));
    assertThat(blocked.contains("person", "P2")).isFalse();
    assertThat(blocked.contains("plan", "P1")).isFalse();
    assertThat(blocked.all("person")).hasSize(3);
  }

  @Test
  void aDigestIsThatOfTheSaltAndTheKeyAndOnlyTheOwnerReadsIt() throws Exception {
    StoreLayout store = new StoreLayout(folder);
    BlockedKeys.of(store).add("person", List.of("Å2"));
    String salt = Files.readString(store.blocked().resolve("salt")).strip();
    MessageDigest sum = MessageDigest.getInstance("SHA-256");
    sum.update(HexFormat.of().parseHex(salt));
    String expected = HexFormat.of().formatHex(sum.digest("Å2".getBytes(StandardCharsets.UTF_8)));
    assertThat(salt).matches("[0-9a-f]{64}");
    assertThat(store.blocked().resolve("person.digests")).hasContent(expected);
    assertThat(permissions(store.blocked().resolve("salt"))).isEqualTo("rw-------");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
