package se.helhetssyn.ui.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.SeriesDefinition;
import se.helhetssyn.analytics.mart.Direction;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.mart.ValueKind;
import se.helhetssyn.ui.indicator.Strata;
import se.helhetssyn.ui.wording.SwedishNumbers;

/** Puts the codes of definitions into Swedish words. */
final class DefinitionWords {
  private DefinitionWords() {}

  static String kind(IndicatorDefinition.Kind kind) {
    return switch (kind) {
      case STRUCTURE -> text("definition.kind.structure");
      case PROCESS -> text("definition.kind.process");
      case OUTCOME -> text("definition.kind.outcome");
      case CONTEXT -> text("definition.kind.context");
    };
  }

  static String unit(IndicatorDefinition.UnitOfCount unit) {
    return switch (unit) {
      case PERSON -> text("definition.unit.person");
      case CASE -> text("definition.unit.case");
      case CONFERENCE -> text("definition.unit.conference");
      case ENROLMENT -> text("definition.unit.enrolment");
      case PLAN -> text("definition.unit.plan");
      case REVISION -> text("definition.unit.revision");
      case ASSESSMENT -> text("definition.unit.assessment");
      case ACTION -> text("definition.unit.action");
      case FOLLOW_UP -> text("definition.unit.follow-up");
      case EVENT -> text("definition.unit.event");
      case DEVIATION -> text("definition.unit.deviation");
      case ENTRY -> text("definition.unit.entry");
      case ITEM -> text("definition.unit.item");
      case AREA -> text("definition.unit.area");
      case UNIT -> text("definition.unit.unit");
      case GOAL -> text("definition.unit.goal");
      case DEATH -> text("definition.unit.death");
    };
  }

  static String direction(Direction direction) {
    return switch (direction) {
      case HIGHER -> text("definition.direction.higher");
      case LOWER -> text("definition.direction.lower");
      case NONE -> text("definition.direction.none");
    };
  }

  static String protection(IndicatorDefinition.Protection protection) {
    return switch (protection) {
      case PERSONS -> text("definition.protection.persons");
      case STAFF_WORK -> text("definition.protection.staff-work");
    };
  }

  static String value(ValueKind kind) {
    return switch (kind) {
      case SHARE -> text("definition.value.share");
      case RATE -> text("definition.value.rate");
      case DAYS -> text("definition.value.days");
      case COUNT -> text("definition.value.count");
      case MONTHS -> text("definition.value.months");
      case SCORE -> text("definition.value.score");
    };
  }

  static String maturity(int days) {
    return days == 0
        ? text("definition.mature.at-once")
        : text("definition.mature.days", SwedishNumbers.whole(days));
  }

  /**
   * When rows count.
   *
   * @param instant name of when they are evaluated; empty for when they happen
   */
  static String counting(String instant) {
    return switch (instant) {
      case "" -> text("definition.counting.event");
      case "PERIOD_ENDS" -> text("definition.counting.period-ends");
      case "EACH_PERIOD" -> text("definition.counting.each-period");
      case "WINDOWS" -> text("definition.counting.windows");
      case "NATIONAL_DAYS" -> text("definition.counting.national-days");
      case "MARCH_YEARS" -> text("definition.counting.march-years");
      default -> instant;
    };
  }

  /** The lengths of periods; all of them where none is named. */
  static String periods(List<PeriodKind> kinds) {
    return (kinds.isEmpty() ? List.of(PeriodKind.values()) : kinds)
        .stream().map(DefinitionWords::period).collect(joining(", "));
  }

  private static String period(PeriodKind kind) {
    return switch (kind) {
      case MONTH -> text("definition.period.month");
      case QUARTER -> text("definition.period.quarter");
      case YEAR -> text("definition.period.year");
      case ROLLING_12M -> text("definition.period.rolling");
    };
  }

  /** The levels of the organisation; all of them where none is named. */
  static String levels(List<OrgLevel> levels) {
    return levels.isEmpty()
        ? text("definition.levels.all")
        : levels.stream().map(DefinitionWords::level).collect(joining(", "));
  }

  private static String level(OrgLevel level) {
    return switch (level) {
      case MUNICIPALITY -> text("definition.level.municipality");
      case DIVISION -> text("definition.level.division");
      case SERVICE_AREA -> text("definition.level.service-area");
      case UNIT -> text("definition.level.unit");
      case UNIT_TYPE -> text("definition.level.unit-type");
      case PROVIDER_FORM -> text("definition.level.provider-form");
      case UNIT_TYPE_PROVIDER -> text("definition.level.unit-type-provider");
    };
  }

  /** What a series is divided by; empty for nothing. */
  static String parts(SeriesDefinition series) {
    Map<String, List<String>> values =
        series.strata().keySet().stream()
            .map(DefinitionWords::stratum)
            .collect(
                groupingBy(
                    Stratum::dimension, LinkedHashMap::new, mapping(Strata::name, toList())));
    List<String> parts = new ArrayList<>();
    values.forEach((dimension, names) ->
        parts.add(text("definition.part", Strata.dimension(dimension), String.join(", ", names))));
    series.by().keySet().forEach(dimension -> parts.add(Strata.dimension(dimension)));
    return String.join(". ", parts);
  }

  private static Stratum stratum(String key) {
    int slash = key.indexOf('/');
    return new Stratum(key.substring(0, slash), key.substring(slash + 1));
  }
}
