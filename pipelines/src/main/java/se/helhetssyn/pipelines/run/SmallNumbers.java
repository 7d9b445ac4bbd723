package se.helhetssyn.pipelines.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import se.helhetssyn.analytics.disclosure.PrimaryRule;

/**
 * Smallest number of persons shown, per layer.
 *
 * @param protectedLayer what everyone who logs in sees; 0 for the default
 * @param publicLayer what leaves the house; 0 for the default
 */
record SmallNumbers(
    @JsonProperty("k_protected") int protectedLayer, @JsonProperty("k_public") int publicLayer) {
  static final String PROTECTED = "protection.k_protected";
  static final String PUBLIC = "protection.k_public";
  static final SmallNumbers DEFAULT = new SmallNumbers(0, 0);

  private static final int LEAST = 3;
  private static final int MOST = 50;

  PrimaryRule protectedRule() {
    return protectedLayer == 0 ? PrimaryRule.PROTECTED : new PrimaryRule(protectedLayer);
  }

  PrimaryRule publicRule() {
    return publicLayer == 0 ? PrimaryRule.PUBLIC : new PrimaryRule(publicLayer);
  }

  /** Whether every number that is stated can be a rule at all. */
  boolean isWithinBounds() {
    return isUnsaidOrRule(protectedLayer) && isUnsaidOrRule(publicLayer);
  }

  private static boolean isUnsaidOrRule(int k) {
    return k == 0 || (k >= LEAST && k <= MOST);
  }

  /** Whether it hides no less of what leaves the house than of what stays in it. */
  boolean isProtective() {
    return isWithinBounds() && publicRuleNumber() >= protectedRuleNumber();
  }

  private int protectedRuleNumber() {
    return protectedLayer == 0 ? PrimaryRule.PROTECTED.k() : protectedLayer;
  }

  private int publicRuleNumber() {
    return publicLayer == 0 ? PrimaryRule.PUBLIC.k() : publicLayer;
  }

  /** The stricter of two, layer by layer. */
  SmallNumbers and(SmallNumbers other) {
    return new SmallNumbers(
        stricter(protectedLayer, other.protectedLayer, protectedRuleNumber()),
        stricter(publicLayer, other.publicLayer, publicRuleNumber()));
  }

  private static int stricter(int own, int other, int inForce) {
    return other > inForce ? other : own;
  }
}
