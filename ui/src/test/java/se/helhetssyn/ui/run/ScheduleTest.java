package se.helhetssyn.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static final LocalDate YESTERDAY = LocalDate.of(2026, 10, 30);

  private static Schedule daily(String time, LocalDate last) {
    return new Schedule(
        "s", LocalTime.parse(time), Path.of("/"), null, Duration.ofHours(1), "anna", last, null);
  }

  private static ZonedDateTime at(String time) {
    return ZonedDateTime.parse(time + "[Europe/Stockholm]");
  }

  @Test
  void itIsDueWhenItsTimeHasComeAndNotBefore() {
    Schedule schedule = daily("06:30", YESTERDAY);
    assertThat(schedule.isDue(at("2026-10-31T06:29:59+01:00"))).isFalse();
    assertThat(schedule.isDue(at("2026-10-31T06:30:00+01:00"))).isTrue();
    assertThat(daily("06:30", YESTERDAY.plusDays(1)).isDue(at("2026-10-31T23:00:00+01:00")))
        .isFalse();
  }

  @Test
  void daysThatWentByWhileNobodyWatchedAreOneRun() {
    ZonedDateTime now = at("2026-11-05T05:00:00+01:00");
    Schedule schedule = daily("06:30", YESTERDAY);
    assertThat(schedule.isDue(now)).isTrue();
    assertThat(schedule.dueDay(now)).isEqualTo(LocalDate.of(2026, 11, 4));
    assertThat(daily("06:30", schedule.dueDay(now)).isDue(now)).isFalse();
  }

  @Test
  void itIsMissingWhenTheGraceHasGoneToo() {
    Schedule schedule = daily("06:30", YESTERDAY);
    assertThat(schedule.isMissing(at("2026-10-31T07:30:00+01:00"))).isFalse();
    assertThat(schedule.isMissing(at("2026-10-31T07:30:01+01:00"))).isTrue();
  }

  @Test
  void aTimeThatTheClocksSkipComesAnHourLater() {
    Schedule schedule = daily("02:30", LocalDate.of(2026, 3, 28));
    assertThat(schedule.isDue(at("2026-03-29T03:29:00+02:00"))).isFalse();
    assertThat(schedule.isDue(at("2026-03-29T03:30:00+02:00"))).isTrue();
  }

  @Test
  void aTimeThatComesTwiceIsTheFirstOfThem() {
    Schedule schedule = daily("02:30", LocalDate.of(2026, 10, 24));
    assertThat(schedule.isDue(at("2026-10-25T02:30:00+02:00"))).isTrue();
  }
}
