package se.helhetssyn.pipelines.door;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.helhetssyn.datasets.identity.IdentityNumber;
import se.helhetssyn.datasets.identity.IdentityNumbers;
import se.helhetssyn.datasets.identity.WrittenForm;

/**
 * Counts identity numbers by column and written form, and keeps nothing else of them.
 *
 * <p>In a column of numbers and times, values that are ten digits, or a day and four digits with a
 * blank between, or a day of this century and a time in twelve digits, count only if at least half
 * of the column's values of that form are identity numbers: running numbers and times look the
 * same. Blanks around a value do not matter.
 */
final class IdentityWatch {
  private static final int KEY_LENGTH = 64;

  private static final Comparator<Place> BY_PLACE =
      comparingInt(Place::column).thenComparing(Place::form);

  private final Map<Place, Long> hits = new TreeMap<>(BY_PLACE);
  private final Map<Place, Long> doubtful = new TreeMap<>(BY_PLACE);
  private ColumnKind[] kinds = {};
  private final Map<WrittenForm, long[]> lookAlikes = new EnumMap<>(WrittenForm.class);

  /** Where a number was: column from 1, or 0. */
  private record Place(int column, WrittenForm form) {}

  /** From here on values belong to columns. */
  void columns(List<String> header, Map<String, ColumnKind> known) {
    kinds =
        header.stream()
            .map(name -> known.getOrDefault(name, ColumnKind.NUMBER_LIKE))
            .toArray(ColumnKind[]::new);
    lookAlikes.clear();
  }

  /** Looks at the file's own name, in which a day and a time of this century are no number. */
  void name(String name) {
    IdentityNumbers.in(name).stream()
        .filter(number -> !number.timeLike())
        .forEach(number -> hits.merge(new Place(0, number.form()), 1L, Long::sum));
  }

  /** Looks at a value in any script; {@code column} is its position from 0, or -1 for none. */
  void see(String text, int column) {
    if (text.length() >= IdentityNumbers.FEWEST_DIGITS) {
      byte[] folded = IdentityNumbers.folded(text);
      see(folded, 0, folded.length, column);
    }
  }

  /** Looks at a value of ASCII, in which any other byte is a letter. */
  void see(byte[] text, int from, int to, int column) {
    if (to - from < IdentityNumbers.FEWEST_DIGITS) {
      return;
    }
    switch (column >= 0 && column < kinds.length ? kinds[column] : ColumnKind.TEXT) {
      case TEXT -> search(text, from, to, column);
      case NUMBER_LIKE -> {
        Optional<WrittenForm> form = LookAlike.of(text, from, to);
        if (form.isPresent()) {
          lookAlikes(form.get())[column]++;
          IdentityNumbers.find(text, from, to)
              .ifPresent(n -> doubtful.merge(new Place(column + 1, n.form()), 1L, Long::sum));
        } else {
          search(text, from, to, column);
        }
      }
      case HEX_KEY -> {
        if (!isKey(text, from, to)) {
          search(text, from, to, column);
        }
      }
      case EXCEPTED -> {}
    }
  }

  /**
   * Looks at text beside the columns, in which only twelve digits and numbers with a sign count. It
   * is left alone where a column is excepted, as it may be the column's.
   */
  void beside(String text) {
    if (Arrays.asList(kinds).contains(ColumnKind.EXCEPTED)) {
      return;
    }
    for (IdentityNumber number : IdentityNumbers.in(text)) {
      switch (number.form()) {
        case TWELVE, EIGHT_SIGN_FOUR, SIX_SIGN_FOUR ->
            hits.merge(new Place(0, number.form()), 1L, Long::sum);
        case TEN, SIX_BLANK_FOUR, EIGHT_BLANK_FOUR -> {}
      }
    }
  }

  private void search(byte[] text, int from, int to, int column) {
    Optional<IdentityNumber> found = IdentityNumbers.find(text, from, to);
    while (found.isPresent()) {
      IdentityNumber number = found.get();
      if (!(number.form() == WrittenForm.EIGHT_BLANK_FOUR && number.timeLike())) {
        hits.merge(new Place(column + 1, number.form()), 1L, Long::sum);
      }
      found = IdentityNumbers.find(text, number.end(), to);
    }
  }

  /** Values that look like identity numbers of a form, by column. */
  private long[] lookAlikes(WrittenForm form) {
    return lookAlikes.computeIfAbsent(form, f -> new long[kinds.length]);
  }

  private static boolean isKey(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.digit(text[i], 16) < 0) {
        return false;
      }
    }
    return to - from == KEY_LENGTH;
  }

  /** What was found so far, by column; empty for a clean file. */
  List<IdentityHits> hits() {
    List<IdentityHits> all = new ArrayList<>();
    hits.forEach((place, count) -> all.add(new IdentityHits(place.column, place.form, count)));
    doubtful.forEach((place, count) -> {
      if (2 * count >= lookAlikes(place.form)[place.column - 1]) {
        all.add(new IdentityHits(place.column, place.form, count));
      }
    });
    return all;
  }
}
