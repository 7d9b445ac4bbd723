package se.helhetssyn.ui.quality;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Takes every ten or twelve digits in a row for an identity number, however they are parted and
 * whether or not their check digit fits: nothing that is written here needs so many.
 */
@Component
final class NumbersLikeIdentities implements IdentitySearch {
  private static final Pattern MANY_DIGITS =
      Pattern.compile("\\p{Nd}(?:[\\p{Pd}\\p{Zs}\\t+./\u2212]{0,3}\\p{Nd}){9,}");

  @Override
  public boolean suspects(String text) {
    return MANY_DIGITS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
  }
}
