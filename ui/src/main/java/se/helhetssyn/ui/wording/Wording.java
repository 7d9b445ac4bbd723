package se.helhetssyn.ui.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every text people read, by key, from {@code messages_sv.properties}. */
public final class Wording {
  /** The language and country of every text, number and date. */
  public static final Locale SWEDISH = Locale.of("sv", "SE");

  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle(Wording.class.getPackageName() + ".messages", SWEDISH);

  private Wording() {}

  /** Every text, for libraries that look texts up themselves. */
  public static ResourceBundle bundle() {
    return TEXTS;
  }

  /**
   * The text of a key.
   *
   * @param arguments what stands for {0}, {1} …, already written in Swedish
   * @throws java.util.MissingResourceException if there is no such key
   */
  public static String text(String key, String... arguments) {
    return new MessageFormat(TEXTS.getString(key), SWEDISH).format(arguments);
  }
}
