package se.helhetssyn.analytics.expression;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition or a value over the columns of a row, with SQL's three-valued logic. The tree holds
 * only what every engine computes alike; {@link ExpressionSql} writes it in an engine's dialect.
 */
public sealed interface Expression {

  /**
   * A column of the row at hand; with the scope {@code row}, of the row that is counted while a
   * related row is at hand.
   *
   * @param scope empty, or {@code row}
   * @param name snake case
   */
  record Column(String scope, String name) implements Expression {}

  /** A setting of the definition, written {@code :name}. */
  record Parameter(String name) implements Expression {}

  /** A text. */
  record Text(String value) implements Expression {}

  /** A whole number. */
  record Whole(long value) implements Expression {}

  /** True or false. */
  record Truth(boolean value) implements Expression {}

  /** The absent value. */
  record Null() implements Expression {}

  /** Two operands and what stands between them. */
  record Binary(Operator operator, Expression left, Expression right) implements Expression {}

  /** Negation. */
  record Not(Expression operand) implements Expression {}

  /** Whether a value is absent ({@code negated}: present); never null itself. */
  record IsNull(Expression operand, boolean negated) implements Expression {}

  /** Whether a value is one of several. */
  record In(Expression operand, List<Expression> values, boolean negated) implements Expression {
    public In {
      values = List.copyOf(values);
    }
  }

  /** Whether a value lies between two others, both included. */
  record Between(Expression operand, Expression low, Expression high) implements Expression {}

  /** The first branch whose condition holds; without {@code otherwise}, null. */
  record Case(List<Branch> branches, @Nullable Expression otherwise) implements Expression {
    public Case {
      branches = List.copyOf(branches);
    }
  }

  /** A branch of a {@link Case}. */
  record Branch(Expression condition, Expression result) {}

  /** A call of one of the known functions. */
  record Call(Function function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Reads an expression from its text.
   *
   * @throws ExpressionException if it cannot be read or uses what engines do not share
   */
  static Expression parse(String text) {
    return ExpressionParser.parse(text);
  }

  /** Every column it speaks of, in the order of the text. */
  default Stream<Column> columns() {
    return nodes().filter(Column.class::isInstance).map(Column.class::cast);
  }

  /** Every setting it speaks of, in the order of the text. */
  default Stream<Parameter> parameters() {
    return nodes().filter(Parameter.class::isInstance).map(Parameter.class::cast);
  }

  private Stream<Expression> nodes() {
    return Stream.concat(Stream.of(this), operands().flatMap(Expression::nodes));
  }

  private Stream<Expression> operands() {
    return switch (this) {
      case Column c -> Stream.empty();
      case Parameter p -> Stream.empty();
      case Text t -> Stream.empty();
      case Whole w -> Stream.empty();
      case Truth t -> Stream.empty();
      case Null n -> Stream.empty();
      case Binary b -> Stream.of(b.left, b.right);
      case Not n -> Stream.of(n.operand);
      case IsNull i -> Stream.of(i.operand);
      case In i -> Stream.concat(Stream.of(i.operand), i.values.stream());
      case Between b -> Stream.of(b.operand, b.low, b.high);
      case Case c ->
          Stream.concat(
              c.branches.stream().flatMap(b -> Stream.of(b.condition, b.result)),
              Stream.ofNullable(c.otherwise));
      case Call c -> c.arguments.stream();
    };
  }
}
