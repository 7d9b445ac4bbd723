package se.helhetssyn.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The shades of a heat table: one for each step of its axis, from light to dark.
 *
 * @param suffix what follows each number
 */
record HeatShades(Scale scale, String suffix) {
  private static final List<Ink> SHADES =
      List.of(Ink.SHADE_1, Ink.SHADE_2, Ink.SHADE_3, Ink.SHADE_4, Ink.SHADE_5);

  static HeatShades of(HeatTable table) {
    return new HeatShades(
        Scale.of(
            table.axis(),
            table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMapToDouble(ChartPoint::values)),
        table.axis().suffix());
  }

  /** The shade of a cell; empty without a value. A value on a border has the darker one. */
  Optional<Ink> shade(ChartPoint cell) {
    return cell.values()
        .mapToObj(value -> shade((int) Math.floor((value - scale.min()) / step() + 1e-9)))
        .findFirst();
  }

  private static Ink shade(int step) {
    return SHADES.get(Math.clamp(step, 0, SHADES.size() - 1));
  }

  private double step() {
    return scale.ticks().get(1).value() - scale.ticks().get(0).value();
  }

  /** Each shade with the values it stands for. */
  List<Key> keys() {
    return IntStream.range(0, Math.min(SHADES.size(), scale.ticks().size() - 1))
        .mapToObj(i -> new Key(Key.Sign.SWATCH, shade(i), from(i) + "–" + to(i)))
        .toList();
  }

  private String from(int step) {
    String text = scale.ticks().get(step).text();
    return text.substring(0, text.length() - suffix.length());
  }

  private String to(int step) {
    boolean last = step == SHADES.size() - 1;
    return last ? scale.ticks().getLast().text() : scale.ticks().get(step + 1).text();
  }
}
