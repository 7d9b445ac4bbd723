package se.helhetssyn.datasets.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold between the parts of a descriptor; every fault is one English clause. */
final class DescriptorCheck {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern RULE = Pattern.compile("(DQ|CT)[0-9]{2}");
  private static final Set<FieldType> NUMBERS = Set.of(FieldType.INTEGER, FieldType.DECIMAL);
  private static final Set<FieldType> DAYS = Set.of(FieldType.DATE, FieldType.TIMESTAMP);

  private final List<String> faults = new ArrayList<>();
  private final List<TableSchema> tables;

  private DescriptorCheck(List<TableSchema> tables) {
    this.tables = tables;
  }

  static List<String> faults(List<TableSchema> tables) {
    var check = new DescriptorCheck(tables);
    check.distinct("the package", "table", tables, TableSchema::name);
    tables.forEach(check::table);
    return check.faults;
  }

  private void table(TableSchema table) {
    String name = table.name();
    named(name, name);
    require(!table.fields().isEmpty(), name, "has no column");
    distinct(name, "column", table.fields(), FieldSchema::name);
    table.fields().forEach(field -> field(name, field));
    require(!table.primaryKey().isEmpty(), name, "has no primary key");
    columns(table, "primary key", table.primaryKey());
    columns(table, "event date", table.eventDates());
    days(table, "event date", table.eventDates());
    TableSchema.Registration registration = table.registration();
    if (registration != null) {
      columns(table, "registration", registration.columns());
      days(table, "registration", registration.columns());
    }
    table.foreignKeys().forEach(key -> foreignKey(table, key));
    table.rules().forEach(rule -> rule(table, rule));
    table.flags().forEach(flag -> rule(table, flag));
    table
        .rules()
        .forEach(rule ->
            require(rule.repair().isEmpty(), name, "repairs what is set aside: " + rule.code()));
    distinct(
        name,
        "rule",
        Stream.concat(table.rules().stream(), table.flags().stream()).toList(),
        RowRule::code);
  }

  private void field(String table, FieldSchema field) {
    String where = table + "." + field.name();
    named(where, field.name());
    distinct(where, "code", field.codes(), Function.identity());
    boolean bounded = field.minimum() != null || field.maximum() != null;
    require(
        !bounded || NUMBERS.contains(field.type()), where, "bounds something that is no number");
    require(
        field.minimum() == null
            || field.maximum() == null
            || field.minimum().compareTo(field.maximum()) <= 0,
        where,
        "has a minimum above its maximum");
    boolean textual = !field.codes().isEmpty() || field.pattern() != null;
    require(
        !textual || field.type() == FieldType.STRING,
        where,
        "has codes or a pattern but is no text");
    require(
        !field.coded() || !field.codes().isEmpty() || field.pattern() != null,
        where,
        "holds codes but has neither a list nor a pattern of them");
    field.aliases().forEach((alias, code) -> alias(where, field, alias, code));
    rule(where, field.codeRule());
    pattern(where, field);
  }

  private void alias(String where, FieldSchema field, String alias, String code) {
    require(field.codes().contains(code), where, "has another name of no code: " + alias);
    require(!field.codes().contains(alias), where, "has another name that is a code: " + alias);
  }

  private void rule(TableSchema table, RowRule rule) {
    rule(table.name() + ": " + rule.code(), rule.rule());
    columns(table, "repair of " + rule.code(), List.copyOf(rule.repair().keySet()));
  }

  private void rule(String where, String rule) {
    require(RULE.matcher(rule).matches(), where, "names no rule of data quality: " + rule);
  }

  private void pattern(String where, FieldSchema field) {
    if (field.pattern() == null) {
      return;
    }
    try {
      Pattern.compile(field.pattern());
    } catch (PatternSyntaxException e) {
      faults.add(where + " has a broken pattern: " + e.getDescription());
    }
  }

  private void days(TableSchema table, String use, List<String> names) {
    table.fields().stream()
        .filter(field -> names.contains(field.name()))
        .filter(field -> !DAYS.contains(field.type()))
        .forEach(
            field -> faults.add("%s: %s %s is no date".formatted(table.name(), use, field.name())));
  }

  private void foreignKey(TableSchema table, ForeignKey key) {
    columns(table, "foreign key", key.fields());
    require(
        !key.fields().isEmpty() && key.fields().size() == key.targetFields().size(),
        table.name(),
        "has a foreign key whose sides differ in length: " + key.fields());
    tables.stream()
        .filter(target -> target.name().equals(key.table()))
        .findFirst()
        .ifPresentOrElse(
            target -> columns(target, "foreign key of " + table.name(), key.targetFields()),
            () -> faults.add(table.name() + ": foreign key to unknown table " + key.table()));
  }

  private void columns(TableSchema table, String use, List<String> names) {
    names.stream()
        .filter(name -> !table.columns().contains(name))
        .forEach(name -> faults.add(table.name() + ": " + use + " names no column: " + name));
  }

  private void named(String where, String name) {
    require(NAME.matcher(name).matches(), where, "is not a snake-case name");
  }

  private <T> void distinct(String where, String kind, List<T> things, Function<T, String> name) {
    var seen = new HashSet<String>();
    Set<String> twice =
        things.stream().map(name).filter(each -> !seen.add(each)).collect(Collectors.toSet());
    twice.forEach(each -> faults.add(where + ": " + kind + " twice: " + each));
  }

  private void require(boolean holds, String where, String fault) {
    if (!holds) {
      faults.add(where + " " + fault);
    }
  }
}
