package se.helhetssyn.ui.quality;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.ui.wording.Wording.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.ui.wording.SwedishDates;

/** Months in words, those that follow each other as a span. */
final class MonthSpans {
  private MonthSpans() {}

  /**
   * For example {@code mars 2026–maj 2026, juli 2026}.
   *
   * @param months first days, in order and each once
   */
  static String words(List<LocalDate> months) {
    List<List<LocalDate>> spans = new ArrayList<>();
    for (LocalDate month : months) {
      if (spans.isEmpty() || !spans.getLast().getLast().plusMonths(1).equals(month)) {
        spans.add(new ArrayList<>());
      }
      spans.getLast().add(month);
    }
    return spans.stream().map(MonthSpans::span).collect(joining(", "));
  }

  private static String span(List<LocalDate> months) {
    String first = month(months.getFirst());
    return months.size() == 1 ? first : text("quality.span", first, month(months.getLast()));
  }

  static String month(LocalDate first) {
    return SwedishDates.period(Period.containing(PeriodKind.MONTH, first));
  }
}
