package se.helhetssyn.datasets.pseudonymise;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes keys of persons with the municipality's secret: HMAC-SHA-256 (RFC 2104) of the text in
 * UTF-8, as 64 lower-case hexadecimal digits. Whoever lacks the secret can neither make a key nor
 * tell whose it is by trying all numbers.
 */
final class PersonKeys {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHOWN = 8;

  private final Mac mac;

  /**
   * @param secret at least 32 random bytes; not kept
   */
  PersonKeys(byte[] secret) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(ALGORITHM, e);
    }
  }

  /** The key of a person. */
  String of(String normalised) {
    return HexFormat.of().formatHex(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)));
  }

  /** Eight digits by which people see that two deliveries were made with the same secret. */
  String checkValue() {
    return of("Helhetssyn: kontrolltal").substring(0, SHOWN);
  }
}
