package se.helhetssyn.ui.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.SeriesInfo;
import se.helhetssyn.ui.wording.SwedishNumbers;
import se.helhetssyn.ui.wording.Wording;

/**
 * The list of indicators that have every word searched for.
 *
 * @param groups those found by heading, both in the order they are shown
 * @param found how many they are, in words
 */
record CatalogueViewModel(Map<String, List<IndicatorInfo>> groups, String found) {
  /**
   * The list.
   *
   * @param indicators all of them, in their newest definition
   * @param search words or parts of words; blank for everything
   */
  static CatalogueViewModel of(List<IndicatorInfo> indicators, String search) {
    List<String> words = Stream.of(folded(search).split("\\s+")).filter(w -> !w.isEmpty()).toList();
    List<IndicatorInfo> found =
        indicators.stream().filter(i -> words.stream().allMatch(searched(i)::contains)).toList();
    return new CatalogueViewModel(
        found.stream().collect(groupingBy(IndicatorInfo::group, LinkedHashMap::new, toList())),
        found(found.size(), indicators.size(), words.isEmpty()));
  }

  private static String found(int found, int all, boolean everything) {
    if (everything) {
      return text("catalogue.all", SwedishNumbers.whole(all));
    }
    return found == 0
        ? text("catalogue.found.none")
        : text("catalogue.found", SwedishNumbers.whole(found), SwedishNumbers.whole(all));
  }

  private static String searched(IndicatorInfo indicator) {
    Stream<String> own =
        Stream.of(
            indicator.id(),
            indicator.name(),
            indicator.group(),
            indicator.purpose(),
            indicator.counted());
    Stream<String> series = indicator.series().stream().map(SeriesInfo::name);
    return folded(Stream.concat(own, series).collect(joining(" ")));
  }

  private static String folded(String words) {
    return words.toLowerCase(Wording.SWEDISH).strip();
  }
}
