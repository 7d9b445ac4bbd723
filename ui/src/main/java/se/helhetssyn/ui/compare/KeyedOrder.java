package se.helhetssyn.ui.compare;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import se.helhetssyn.analytics.mart.OrgNode;

/**
 * An order of units that does not tell which is which.
 *
 * <p>A unit manager sees other units without their names. An order by name, by identifier or as the
 * store happens to hold them would give the names back to whoever knows the list of units, and an
 * order by value would be a ranking. A fixed shuffle would not do either: who once has guessed a
 * row would find it again for every indicator and period. So each row's place comes from a hash of
 * the unit with a secret that is made anew at each start and never leaves this object, together
 * with everything the page shows: another page is another order, and the same page keeps its own.
 */
@Component
final class KeyedOrder {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRET_BYTES = 32;

  private final SecretKeySpec secret;

  KeyedOrder() {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    secret = new SecretKeySpec(random, ALGORITHM);
  }

  /**
   * The units in the order of a page, the own one somewhere among the first.
   *
   * @param units with the own one
   * @param own the unit that is always on the first page
   * @param page everything that tells this page from another
   * @param pageSize how many are shown at a time
   */
  List<OrgNode> arrange(List<OrgNode> units, OrgNode own, String page, int pageSize) {
    List<OrgNode> arranged = new ArrayList<>(units);
    arranged.sort(Comparator.comparing(unit -> place(unit, page)));
    int index = arranged.indexOf(own);
    if (index >= pageSize) {
      arranged.remove(index);
      arranged.add(Integer.parseUnsignedInt(place(own, page), 0, 7, 16) % pageSize, own);
    }
    return List.copyOf(arranged);
  }

  private String place(OrgNode unit, String page) {
    try {
      Mac hash = Mac.getInstance(ALGORITHM);
      hash.init(secret);
      hash.update(page.getBytes(StandardCharsets.UTF_8));
      hash.update((byte) 0);
      return HexFormat.of().formatHex(hash.doFinal(unit.id().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }
}
