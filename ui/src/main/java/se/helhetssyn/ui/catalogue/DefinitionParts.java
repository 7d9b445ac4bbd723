package se.helhetssyn.ui.catalogue;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureDefinition;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.ui.catalogue.DefinitionModel.Fact;
import se.helhetssyn.ui.catalogue.DefinitionModel.Part;
import se.helhetssyn.ui.indicator.Targets;
import se.helhetssyn.ui.wording.SwedishDates;
import se.helhetssyn.ui.wording.TableNames;

/** Puts a definition into facts under headings, in the order somebody asks for them. */
final class DefinitionParts {
  private final IndicatorDefinition definition;
  private final IndicatorInfo indicator;

  /**
   * The parts of a definition.
   *
   * @param definition with its parameters as they are in force
   */
  DefinitionParts(IndicatorDefinition definition, IndicatorInfo indicator) {
    this.definition = definition;
    this.indicator = indicator;
  }

  /** What can be told of an indicator whose definition is of another form. */
  static List<Part> of(IndicatorInfo indicator) {
    return List.of(
        new Part(
            text("definition.counted"),
            List.of(
                Fact.of(text("definition.counts"), indicator.counted()),
                Fact.of(
                    text("definition.mature"),
                    DefinitionWords.maturity(indicator.maturityDays())))),
        new Part(
            text("definition.read"),
            List.of(
                Fact.of(text("definition.purpose"), indicator.purpose()),
                direction(indicator),
                target(indicator))),
        new Part(text("definition.versions"), List.of(version(indicator))));
  }

  List<Part> all() {
    return List.of(
        new Part(text("definition.counted"), counted()),
        new Part(text("definition.read"), read()),
        new Part(text("definition.when"), when()),
        new Part(text("definition.versions"), versions()));
  }

  private List<Fact> counted() {
    return List.of(
        Fact.of(text("definition.counts"), definition.numerator()),
        Fact.of(text("definition.of"), definition.denominator()),
        Fact.of(text("definition.not"), said(definition.exclusions(), "definition.not.nothing")),
        Fact.of(
            text("definition.unknown-answers"),
            said(definition.unknown(), "definition.unknown-answers.none")),
        Fact.of(text("definition.unit"), DefinitionWords.unit(definition.unitOfCount())));
  }

  private static String said(@Nullable String words, String otherwise) {
    return Objects.requireNonNullElseGet(words, () -> text(otherwise));
  }

  private List<Fact> read() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of(text("definition.purpose"), definition.purpose()));
    facts.add(Fact.of(text("definition.kind"), DefinitionWords.kind(definition.kind())));
    facts.add(direction(indicator));
    facts.add(target(indicator));
    if (!definition.referenceLines().isEmpty()) {
      facts.add(
          new Fact(
              text("definition.levels-beside"),
              definition.referenceLines().stream().map(this::line).toList()));
    }
    return facts;
  }

  private static Fact direction(IndicatorInfo indicator) {
    return Fact.of(text("definition.direction"), DefinitionWords.direction(indicator.direction()));
  }

  private static Fact target(IndicatorInfo indicator) {
    return new Fact(
        text("definition.target"),
        Stream.concat(
                Stream.of(Targets.amount(indicator).orElseGet(() -> text("target.none"))),
                Stream.ofNullable(indicator.targetSource()))
            .toList());
  }

  private String line(IndicatorDefinition.ReferenceLine line) {
    return text(
        "definition.level-beside",
        Targets.amount(indicator, line.value()),
        line.label(),
        line.source());
  }

  private List<Fact> when() {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            text("definition.counting"),
            definition.measures().stream().map(DefinitionParts::counting).distinct().toList()));
    facts.add(Fact.of(text("definition.mature"), DefinitionWords.maturity(definition.maturity())));
    facts.add(Fact.of(text("definition.periods"), DefinitionWords.periods(definition.periods())));
    facts.add(Fact.of(text("definition.levels"), DefinitionWords.levels(definition.levels())));
    facts.add(
        Fact.of(
            text("definition.protection"), DefinitionWords.protection(definition.protection())));
    if (definition.joined()) {
      facts.add(Fact.of(text("definition.joined"), text("definition.joined.yes")));
    }
    facts.add(
        Fact.of(
            text("definition.tables"),
            definition.tables().stream().map(TableNames::of).collect(joining(", "))));
    return facts;
  }

  private static String counting(MeasureDefinition measure) {
    return DefinitionWords.counting(measure.at() == null ? "" : measure.at().name());
  }

  private List<Fact> versions() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of(text("definition.owner"), definition.owner()));
    facts.add(version(indicator));
    facts.add(Fact.of(text("definition.valid"), valid()));
    facts.add(
        new Fact(
            text("definition.history"),
            definition.history().stream()
                .map(edition ->
                    text(
                        "definition.edition",
                        Integer.toString(edition.version()),
                        SwedishDates.day(edition.validFrom()),
                        edition.reason()))
                .toList()));
    facts.add(Fact.of(text("definition.references"), String.join(", ", definition.references())));
    facts.add(Fact.of(text("definition.english"), definition.nameEn()));
    return facts.stream().filter(fact -> !fact.sentences().isEmpty()).toList();
  }

  private static Fact version(IndicatorInfo indicator) {
    return Fact.of(text("definition.version"), Integer.toString(indicator.version()));
  }

  private String valid() {
    String from = SwedishDates.day(definition.validFrom());
    return definition.validTo() == null
        ? text("definition.valid.from", from)
        : text(
            "definition.valid.between", from, SwedishDates.day(definition.validTo().minusDays(1)));
  }
}
