package se.helhetssyn.ui.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes SVG elements: numbers with a decimal point, words escaped, colours by {@link Ink}. */
final class SvgText {
  private final StringBuilder text = new StringBuilder();
  private final Function<Ink, String> colour;

  SvgText(Function<Ink, String> colour) {
    this.colour = colour;
  }

  /** The colour of a token of {@link Ink}. */
  String colour(String token) {
    return colour(Ink.valueOf(token.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  String colour(Ink ink) {
    return colour.apply(ink);
  }

  /** An element that holds nothing; attributes are names and values by turns. */
  SvgText element(String name, String... attributes) {
    open(name, attributes);
    text.insert(text.length() - 1, '/');
    return this;
  }

  SvgText open(String name, String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1]));
      text.append('"');
    }
    text.append('>');
    return this;
  }

  SvgText close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  /** An element that holds words. */
  SvgText words(String name, String words, String... attributes) {
    open(name, attributes);
    text.append(escaped(words));
    return close(name);
  }

  /** Markup that is already written. */
  SvgText markup(String markup) {
    text.append(markup);
    return this;
  }

  /** Lines of words below each other, the first one's baseline at y. */
  SvgText lines(List<String> lines, double x, double y, String... attributes) {
    for (int i = 0; i < lines.size(); i++) {
      String[] all = Arrays.copyOf(attributes, attributes.length + 4);
      all[attributes.length] = "x";
      all[attributes.length + 1] = number(x);
      all[attributes.length + 2] = "y";
      all[attributes.length + 3] = number(y + i * TextFit.LINE);
      words("text", lines.get(i), all);
    }
    return this;
  }

  /** A number of pixels. */
  static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private static String escaped(String words) {
    StringBuilder escaped = new StringBuilder();
    words
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            default -> {
              if (c >= ' ' && c != 0xfffe && c != 0xffff) {
                escaped.appendCodePoint(c);
              }
            }
          }
        });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
