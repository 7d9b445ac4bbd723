package se.helhetssyn.analytics.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.expression.ExpressionException;

/** The definitions in force, in the order they are shown; valid as a set. */
public final class IndicatorCatalogue {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_VALUES)
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(Expression.class, new ExpressionReader()))
          .build();

  private final List<DefinitionText> entries;
  private final List<TableShape> tables;

  private IndicatorCatalogue(List<DefinitionText> entries, List<TableShape> tables) {
    this.entries = entries;
    this.tables = List.copyOf(tables);
  }

  /** A definition beside the text it was read from, which is published as it stands. */
  public record DefinitionText(IndicatorDefinition definition, String text) {}

  /**
   * Reads and validates definitions.
   *
   * @param texts file name → YAML
   * @param tables the canonical tables they may speak of
   * @throws DefinitionException with every problem of every file
   */
  public static IndicatorCatalogue read(Map<String, String> texts, List<TableShape> tables) {
    List<String> problems = new ArrayList<>();
    List<DefinitionText> entries = new ArrayList<>();
    DefinitionValidator validator = new DefinitionValidator(tables);
    texts.forEach((file, text) -> {
      try {
        IndicatorDefinition definition = YAML.readValue(text, IndicatorDefinition.class);
        if (definition == null) {
          problems.add(file + ": filen är tom.");
          return;
        }
        problems.addAll(validator.problems(file, definition));
        entries.add(new DefinitionText(definition, text));
      } catch (JsonProcessingException e) {
        problems.add("%s: %s".formatted(file, sentence(e)));
      }
    });
    if (!problems.isEmpty()) {
      throw new DefinitionException(problems);
    }
    entries.sort(
        Comparator.comparingInt((DefinitionText e) -> e.definition().order())
            .thenComparing(e -> e.definition().id()));
    return new IndicatorCatalogue(List.copyOf(entries), tables);
  }

  /**
   * Reads the text of a published definition.
   *
   * @return empty where an earlier version of the program wrote it in another form
   */
  public static Optional<IndicatorDefinition> published(String text) {
    try {
      return Optional.ofNullable(YAML.readValue(text, IndicatorDefinition.class));
    } catch (JsonProcessingException otherForm) {
      return Optional.empty();
    }
  }

  private static String sentence(JsonProcessingException e) {
    String where = e instanceof JsonMappingException mapping ? mapping.getPathReference() : "raden";
    return "går inte att läsa vid %s: %s"
        .formatted(where.replaceAll("[\\w.$]+\\[", "["), e.getOriginalMessage());
  }

  /** The definitions beside their texts. */
  public List<DefinitionText> entries() {
    return entries;
  }

  /** The definitions. */
  public List<IndicatorDefinition> definitions() {
    return entries.stream().map(DefinitionText::definition).toList();
  }

  /** The canonical tables they were validated against. */
  public List<TableShape> tables() {
    return tables;
  }

  /**
   * The catalogue with parameters set locally.
   *
   * @param local indicator → parameter → value
   * @throws DefinitionException for an indicator or a parameter that does not exist
   */
  public IndicatorCatalogue with(Map<String, Map<String, Integer>> local) {
    List<String> problems = new ArrayList<>();
    local.forEach((id, values) -> values.forEach((k, v) -> problems.addAll(unknown(id, k, v))));
    if (!problems.isEmpty()) {
      throw new DefinitionException(problems);
    }
    return new IndicatorCatalogue(
        entries.stream()
            .map(e ->
                new DefinitionText(
                    e.definition().with(local.getOrDefault(e.definition().id(), Map.of())),
                    e.text()))
            .toList(),
        tables);
  }

  private List<String> unknown(String id, String parameter, int value) {
    if (value < 0 || value > 3660) {
      return List.of("Inställningen %s.%s ska ligga mellan 0 och 3660.".formatted(id, parameter));
    }
    boolean known =
        definitions().stream()
            .anyMatch(d -> d.id().equals(id) && d.parameters().containsKey(parameter));
    return known
        ? List.of()
        : List.of("Inställningen %s.%s finns inte i definitionerna.".formatted(id, parameter));
  }

  private static final class ExpressionReader extends FromStringDeserializer<Expression> {
    @Serial private static final long serialVersionUID = 1L;

    ExpressionReader() {
      super(Expression.class);
    }

    @Override
    protected Expression _deserialize(String text, DeserializationContext context)
        throws JsonMappingException {
      try {
        return Expression.parse(text);
      } catch (ExpressionException e) {
        throw JsonMappingException.from(context, e.getMessage());
      }
    }
  }
}
