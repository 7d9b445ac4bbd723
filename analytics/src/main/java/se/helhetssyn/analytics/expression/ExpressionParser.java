package se.helhetssyn.analytics.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;

/** Reads SQL's expression syntax with JSqlParser and keeps the part that engines share. */
final class ExpressionParser {
  private static final Pattern TEXT_OR_ROW = Pattern.compile("'[^']*'|\\brow(?=\\.)");

  private final String text;

  private ExpressionParser(String text) {
    this.text = text;
  }

  static Expression parse(String text) {
    try {
      return new ExpressionParser(text)
          .tree(CCJSqlParserUtil.parseExpression(withRowQuoted(text), false));
    } catch (JSQLParserException e) {
      throw new ExpressionException("Uttrycket går inte att läsa: " + text);
    }
  }

  /** ROW is a word of SQL's own, which the parser takes for a constructor after an operator. */
  private static String withRowQuoted(String text) {
    return TEXT_OR_ROW
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(m.group().equals("row") ? "\"row\"" : m.group()));
  }

  private Expression tree(net.sf.jsqlparser.expression.Expression parsed) {
    return switch (parsed) {
      case null -> throw new ExpressionException("Uttrycket är tomt.");
      case net.sf.jsqlparser.schema.Column c -> column(c);
      case StringValue s -> new Expression.Text(s.getNotExcapedValue());
      case LongValue l -> new Expression.Whole(l.getValue());
      case SignedExpression s -> signed(s);
      case BooleanValue b -> new Expression.Truth(b.getValue());
      case NullValue n -> new Expression.Null();
      case JdbcNamedParameter p -> new Expression.Parameter(p.getName());
      case NotExpression n -> new Expression.Not(tree(n.getExpression()));
      case IsNullExpression i -> new Expression.IsNull(tree(i.getLeftExpression()), i.isNot());
      case InExpression i -> in(i);
      case net.sf.jsqlparser.expression.operators.relational.Between b -> between(b);
      case CaseExpression c -> choice(c);
      case net.sf.jsqlparser.expression.Function f -> call(f);
      case ParenthesedExpressionList<?> p when p.size() == 1 -> tree(p.get(0));
      case BinaryExpression b ->
          new Expression.Binary(
              operator(b), tree(b.getLeftExpression()), tree(b.getRightExpression()));
      default -> throw refused(parsed.toString());
    };
  }

  private Expression column(net.sf.jsqlparser.schema.Column column) {
    String name = column.getColumnName().toLowerCase(Locale.ROOT);
    String scope =
        column.getTable() == null
            ? ""
            : Optional.ofNullable(column.getTable().getUnquotedName())
                .orElse("")
                .toLowerCase(Locale.ROOT);
    if (!scope.isEmpty() && !scope.equals("row")) {
      throw refused(column.toString());
    }
    return switch (name) {
      case "true" -> new Expression.Truth(true);
      case "false" -> new Expression.Truth(false);
      default -> new Expression.Column(scope, name);
    };
  }

  private Expression signed(SignedExpression signed) {
    if (signed.getSign() == '-' && signed.getExpression() instanceof LongValue whole) {
      return new Expression.Whole(-whole.getValue());
    }
    throw refused(signed.toString());
  }

  private Expression in(InExpression in) {
    if (!(in.getRightExpression() instanceof ParenthesedExpressionList<?> list)) {
      throw refused(in.toString());
    }
    List<Expression> values = new ArrayList<>();
    list.forEach(v -> values.add(tree(v)));
    return new Expression.In(tree(in.getLeftExpression()), values, in.isNot());
  }

  private Expression between(net.sf.jsqlparser.expression.operators.relational.Between between) {
    Expression within =
        new Expression.Between(
            tree(between.getLeftExpression()),
            tree(between.getBetweenExpressionStart()),
            tree(between.getBetweenExpressionEnd()));
    return between.isNot() ? new Expression.Not(within) : within;
  }

  private Expression choice(CaseExpression choice) {
    if (choice.getSwitchExpression() != null) {
      throw refused(choice.toString());
    }
    List<Expression.Branch> branches = new ArrayList<>();
    for (WhenClause when : choice.getWhenClauses()) {
      branches.add(
          new Expression.Branch(tree(when.getWhenExpression()), tree(when.getThenExpression())));
    }
    var otherwise = choice.getElseExpression();
    return new Expression.Case(branches, otherwise == null ? null : tree(otherwise));
  }

  private Expression call(net.sf.jsqlparser.expression.Function call) {
    Function function =
        Arrays.stream(Function.values())
            .filter(f -> f.name().equalsIgnoreCase(call.getName()))
            .findFirst()
            .orElseThrow(() -> refused(call.toString()));
    List<Expression> arguments = new ArrayList<>();
    if (call.getParameters() != null) {
      call.getParameters().forEach(p -> arguments.add(tree(p)));
    }
    if (!function.takes(arguments.size())) {
      throw refused(call.toString());
    }
    return new Expression.Call(function, arguments);
  }

  private Operator operator(BinaryExpression binary) {
    String sign = binary.getStringExpression().toUpperCase(Locale.ROOT);
    String plain = sign.equals("!=") ? "<>" : sign;
    return Arrays.stream(Operator.values())
        .filter(o -> o.sign().equals(plain))
        .findFirst()
        .orElseThrow(() -> refused(binary.toString()));
  }

  private ExpressionException refused(String part) {
    return new ExpressionException("”%s” kan inte användas i uttrycket: %s".formatted(part, text));
  }
}
