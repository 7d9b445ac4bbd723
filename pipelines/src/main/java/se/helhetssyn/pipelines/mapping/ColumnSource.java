package se.helhetssyn.pipelines.mapping;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one value is made, step by step in the order below. A value that no step understands stays as
 * it is, for screening to reject.
 *
 * @param origin where the text comes from
 * @param missing further texts that say that there is no value
 * @param split the part of the text that is meant; null for all of it
 * @param pad digits that a number has at least, with zeros before it; 0 for as it is
 * @param dates forms of the date or time, instead of those of the whole mapping
 * @param values source value → canonical value, letter for letter
 * @param labels the same for words that people have written, as {@link Wording} reads them
 * @param otherwise value where {@code values} or {@code labels} have none, or there is no text at
 *     all and neither is given
 */
public record ColumnSource(
    Origin origin,
    List<String> missing,
    @Nullable Split split,
    int pad,
    List<String> dates,
    Map<String, String> values,
    Map<String, String> labels,
    @Nullable ColumnSource otherwise)
    implements Serializable {
  public ColumnSource {
    missing = List.copyOf(missing);
    dates = List.copyOf(dates);
    values = MappingDefinition.ordered(values);
    labels = MappingDefinition.ordered(labels);
  }

  boolean translates() {
    return !values.isEmpty() || !labels.isEmpty();
  }

  /** This value and all that it is made of. */
  List<ColumnSource> everyValue() {
    List<ColumnSource> all = new ArrayList<>();
    addTo(all);
    return all;
  }

  private void addTo(List<ColumnSource> all) {
    all.add(this);
    switch (origin) {
      case Column c -> {}
      case Constant c -> {}
      case Lookup lookup -> lookup.by().addTo(all);
      case Concat concat -> concat.parts().forEach(part -> part.addTo(all));
    }
    if (otherwise != null) {
      otherwise.addTo(all);
    }
  }

  /** Where a text comes from. */
  public sealed interface Origin extends Serializable {}

  /** A column of the row at hand. */
  public record Column(String name) implements Origin {}

  /** The same text for every row. */
  public record Constant(String text) implements Origin {}

  /**
   * A column of the row of another file or list that has the same key. Rows there of one key must
   * agree in the value, where they have one.
   *
   * @param file own name of the other file or list
   * @param key its key column
   * @param by how the key is made of the row at hand
   * @param take its column to take
   */
  public record Lookup(String file, String key, ColumnSource by, String take) implements Origin {}

  /** Parts put together; nothing if any of them is nothing. */
  public record Concat(List<ColumnSource> parts) implements Origin {
    public Concat {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of a text.
   *
   * @param by what stands between parts
   * @param take number of the part, from 1; {@link #LAST} for the last
   */
  public record Split(String by, int take) implements Serializable {
    static final int LAST = -1;
  }
}
