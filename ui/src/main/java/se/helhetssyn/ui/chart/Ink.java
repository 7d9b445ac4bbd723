package se.helhetssyn.ui.chart;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every colour of a chart: on the screen a custom property of the style sheet, on paper a fixed
 * colour on white.
 */
enum Ink {
  INK(0x16232b),
  SOFT(0x566872),
  LINE(0xd9e0e3),
  ACCENT(0x0b5563),
  BETTER(0x1b5fb4),
  CONCERN(0xb4510b),
  BAND(0xe4ebec),
  CARD(0xffffff),
  SHADE_1(ACCENT, 8),
  SHADE_2(ACCENT, 17),
  SHADE_3(ACCENT, 27),
  SHADE_4(ACCENT, 37),
  SHADE_5(ACCENT, 46),
  SHADE_6(ACCENT, 70);

  /** The colours of paper by {@link #token}, for what the browser prints. */
  static final Map<String, String> PAPER =
      Stream.of(values()).collect(toUnmodifiableMap(Ink::token, Ink::paper));

  private final int paper;

  Ink(int paper) {
    this.paper = paper;
  }

  /** So many percent of a colour on white, like the style sheet's mixes on the card's colour. */
  Ink(Ink pure, int percent) {
    int mix = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int channel = (pure.paper >> shift) & 0xff;
      mix |= Math.round((channel * percent + 255 * (100 - percent)) / 100f) << shift;
    }
    this.paper = mix;
  }

  static Ink of(ColourRole role) {
    return switch (role) {
      case INK -> INK;
      case SOFT -> SOFT;
      case ACCENT -> ACCENT;
      case BETTER -> BETTER;
      case CONCERN -> CONCERN;
    };
  }

  /** Name of the custom property, without dashes before it. */
  String token() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The colour on paper. */
  String paper() {
    return String.format(Locale.ROOT, "#%06x", paper);
  }

  /** The colour on the screen, whatever its theme. */
  String screen() {
    return "var(--" + token() + ")";
  }
}
