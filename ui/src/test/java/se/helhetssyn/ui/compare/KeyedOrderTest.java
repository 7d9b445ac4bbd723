package se.helhetssyn.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.OrgNode;

final class KeyedOrderTest {
  private static final List<OrgNode> UNITS =
      IntStream.range(0, 200).mapToObj(i -> unit("E" + i)).toList();

  private static OrgNode unit(String id) {
    return new OrgNode(
        OrgLevel.UNIT, id, "Enhet " + id, Optional.of("K"), Optional.empty(), Optional.empty());
  }

  @Test
  void aPageKeepsItsOrderAndAnotherPageHasAnother() {
    KeyedOrder order = new KeyedOrder();
    List<OrgNode> first = order.arrange(UNITS, UNITS.getFirst(), "C03 2026-K3", 60);
    assertThat(first).containsExactlyInAnyOrderElementsOf(UNITS).isNotEqualTo(UNITS);
    assertThat(order.arrange(UNITS.reversed(), UNITS.getFirst(), "C03 2026-K3", 60))
        .isEqualTo(first);
    assertThat(order.arrange(UNITS, UNITS.getFirst(), "C03 2026-K2", 60)).isNotEqualTo(first);
  }

  @Test
  void anotherStartHasAnotherSecret() {
    assertThat(new KeyedOrder().arrange(UNITS, UNITS.getFirst(), "C03", 60))
        .isNotEqualTo(new KeyedOrder().arrange(UNITS, UNITS.getFirst(), "C03", 60));
  }

  @Test
  void theOwnUnitIsAlwaysOnTheFirstPageButNotAtAFixedPlace() {
    KeyedOrder order = new KeyedOrder();
    List<Integer> places =
        UNITS.stream().map(own -> order.arrange(UNITS, own, "C03", 60).indexOf(own)).toList();
    assertThat(places).allMatch(place -> place >= 0 && place < 60);
    assertThat(places.stream().distinct().count()).isGreaterThan(20);
  }
}
