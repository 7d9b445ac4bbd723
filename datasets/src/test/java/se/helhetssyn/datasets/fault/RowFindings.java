package se.helhetssyn.datasets.fault;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.Set;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.fault.DeliveredFiles.Line;

/** What can be found in one row alone. */
final class RowFindings {
  private RowFindings() {}

  static boolean isLate(Line line, int days) {
    String event =
        Stream.of("revised_at", "assessed_at", "reference_date")
            .filter(line.schema().columns()::contains)
            .findFirst()
            .orElseThrow();
    return line.has("registered_at")
        && DAYS.between(line.day(event), line.day("registered_at")) > days;
  }

  static boolean isClosedBeforeReported(Line line) {
    return line.has("closed_at") && line.day("closed_at").isBefore(line.day("reported_at"));
  }

  static boolean hasSentinel(Line line) {
    return line.any(DeliveredFiles::isDay, Set.of("1900-01-01", "9999-12-31")::contains);
  }

  static boolean hasSerial(Line line) {
    return line.any(DeliveredFiles::isDay, value -> value.matches("\\d{5}"));
  }

  static boolean hasDecimalComma(Line line) {
    return line.any(field -> field.type() == FieldType.DECIMAL, value -> value.contains(","));
  }

  static boolean hasTextForCode(Line line) {
    Set<String> codes = Set.of("need_code", "intervention_code", "result_code");
    return line.any(
        field -> !field.codes().isEmpty() || codes.contains(field.name()),
        value -> value.contains(" "));
  }

  private static boolean isScored(Line line) {
    return line.get("score").matches("\\d+");
  }

  static boolean isOutOfRange(Line line) {
    int score = RowFindings.isScored(line) ? Integer.parseInt(line.get("score")) : 1;
    return RowFindings.isScored(line)
        && switch (line.get("instrument")) {
          case "MNS" -> score < 7 || score > 28;
          case "MNA_SF" -> score > 14;
          case "DFRI" -> score > 11;
          case "ROAG_J" -> score < 1 || score > 3;
          case "RBT", "RAPS" -> score > 36;
          default -> false;
        };
  }

  static boolean contradictsScore(Line line) {
    if (!RowFindings.isScored(line) || !Set.of("YES", "NO").contains(line.get("instrument_risk"))) {
      return false;
    }
    int score = Integer.parseInt(line.get("score"));
    boolean stated = line.is("instrument_risk", "YES");
    return switch (line.get("instrument")) {
      case "MNS" -> stated != score <= 20;
      case "MNA_SF" -> stated != score <= 11;
      case "DFRI" -> stated != score >= 3;
      case "ROAG_J" -> stated != score >= 2;
      case "RBT", "RAPS" -> stated != score <= 29;
      default -> false;
    };
  }

  static boolean isNoProduct(Line line) {
    if (!line.has("risk_category")) {
      return false;
    }
    int category = Integer.parseInt(line.get("risk_category"));
    return !Set.of(1, 2, 3, 4, 6, 8, 9, 12, 16).contains(category)
        || category
            != Integer.parseInt(line.get("severity")) * Integer.parseInt(line.get("likelihood"));
  }

  static boolean isInDoubleHour(Line line) {
    return line.any(
        field -> field.type() == FieldType.TIMESTAMP,
        value -> {
          if (value.isEmpty()) {
            return false;
          }
          LocalDateTime time = LocalDateTime.parse(value);
          return time.getMonth() == Month.OCTOBER
              && time.getDayOfMonth() > 24
              && time.getDayOfWeek() == DayOfWeek.SUNDAY
              && time.getHour() == 2;
        });
  }
}
