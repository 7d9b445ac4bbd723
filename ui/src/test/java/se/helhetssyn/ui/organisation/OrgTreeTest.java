package se.helhetssyn.ui.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.OrgNode;

final class OrgTreeTest {
  private static final OrgNode ROOT = node("K", null);
  private static final OrgNode DIVISION = node("D", "K");
  private static final OrgNode UNIT = node("E", "D");

  @Test
  void theWayUpGoesFromTheTop() {
    OrgTree tree = new OrgTree(List.of(UNIT, DIVISION, ROOT));
    assertThat(tree.above(UNIT)).containsExactly(ROOT, DIVISION);
    assertThat(tree.above(ROOT)).isEmpty();
    assertThat(tree.children(DIVISION)).containsExactly(UNIT);
    assertThat(tree.root()).contains(ROOT);
  }

  @Test
  void nodesThatAreAboveEachOtherDoNotHangIt() {
    OrgNode a = node("A", "B");
    OrgNode b = node("B", "A");
    assertThat(new OrgTree(List.of(a, b)).above(a)).containsExactly(a, b);
  }

  @Test
  void anEmptyOrganisationHasNoRoot() {
    assertThat(new OrgTree(List.of()).root()).isEmpty();
  }

  private static OrgNode node(String id, @Nullable String parent) {
    return new OrgNode(
        OrgLevel.UNIT, id, id, Optional.ofNullable(parent), Optional.empty(), Optional.empty());
  }
}
