package se.helhetssyn.ui.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How much room words take, without knowing the font: a mean width that holds for common fonts.
 * {@code chart.js} counts in the same way, so that both drawings break lines at the same words.
 */
final class TextFit {
  /** Pixels per character at the size of axis texts. */
  static final double CHARACTER = 6.8;

  /** Pixels from one line to the next. */
  static final double LINE = 14;

  private TextFit() {}

  /** Pixels that the longest of the texts takes on one line. */
  static double room(Collection<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0) * CHARACTER;
  }

  /** The text in at most so many lines, with an ellipsis where it does not fit. */
  static List<String> wrap(String text, double room, int most) {
    int width = Math.max(6, (int) Math.floor(room / CHARACTER));
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width && lines.size() < most - 1) {
      int space = rest.lastIndexOf(' ', width);
      int end = space > 0 ? space : width;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    lines.add(rest.length() > width ? rest.substring(0, width - 1) + '…' : rest);
    return lines;
  }
}
