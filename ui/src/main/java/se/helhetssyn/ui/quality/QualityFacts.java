package se.helhetssyn.ui.quality;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.quality.DeliveryGap;
import se.helhetssyn.analytics.quality.DeliveryLoad;
import se.helhetssyn.analytics.quality.QualityCheck;
import se.helhetssyn.analytics.quality.QualityFinding;
import se.helhetssyn.analytics.quality.QualityMart;
import se.helhetssyn.analytics.quality.RuleText;
import se.helhetssyn.analytics.quality.Thresholds;
import se.helhetssyn.ui.indicator.IndicatorHistory;
import se.helhetssyn.ui.organisation.OrgTree;

/**
 * What a generation tells of deliveries and their quality, read once for a page. What only some
 * choices need is read when it is asked for.
 *
 * @param mart the rest
 * @param run the run that made it, which its findings are about
 * @param organisation the served organisation
 * @param indicators the newest definitions
 * @param rules in their order
 * @param checks as the moved thresholds judge them
 * @param findings of every rule
 * @param loads every file that came, the latest first
 * @param gaps what was expected and did not come
 */
record QualityFacts(
    QualityMart mart,
    String run,
    OrgTree organisation,
    List<IndicatorInfo> indicators,
    List<RuleText> rules,
    List<QualityCheck> checks,
    List<QualityFinding> findings,
    List<DeliveryLoad> loads,
    List<DeliveryGap> gaps) {
  QualityFacts {
    indicators = List.copyOf(indicators);
    rules = List.copyOf(rules);
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
    loads = List.copyOf(loads);
    gaps = List.copyOf(gaps);
  }

  /**
   * Reads a generation.
   *
   * @param moved every change of a limit, the latest first; those of rules it does not know are
   *     passed over
   */
  static QualityFacts load(Mart served, OrgTree organisation, List<MovedThreshold> moved) {
    QualityMart mart = new QualityMart(served);
    List<RuleText> rules = mart.rules();
    Map<String, Double> own = rules.stream().collect(toMap(RuleText::id, RuleText::threshold));
    Thresholds inForce = QualityThresholds.inForce(moved, own);
    return new QualityFacts(
        mart,
        served.generation().id(),
        organisation,
        IndicatorHistory.newest(served),
        rules,
        mart.checks(inForce),
        rules.stream().flatMap(rule -> mart.findings(rule.id()).stream()).toList(),
        mart.deliveries(),
        mart.gaps());
  }

  /** Which source a file came from, latest first; empty where no delivery tells. */
  String source(String file) {
    return loads.stream()
        .filter(load -> load.file().equals(file))
        .map(DeliveryLoad::sourceSystem)
        .findFirst()
        .orElse("");
  }

  /** A unit's name; its id where it is not of the organisation any more. */
  String unitName(String id) {
    return organisation.find(id).map(OrgNode::name).orElse(id);
  }

  /** An indicator's name; its id where it is not published any more. */
  String indicatorName(String id) {
    return indicators.stream()
        .filter(indicator -> indicator.id().equals(id))
        .map(IndicatorInfo::name)
        .findFirst()
        .orElse(id);
  }

  /** A rule's heading; its id where it is not known. */
  String ruleTitle(String id) {
    return rule(id).map(RuleText::title).orElse(id);
  }

  Optional<RuleText> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** Whether a unit is the node or lies below it. */
  boolean within(OrgNode node, String unit) {
    return unit.equals(node.id())
        || organisation
            .find(unit)
            .map(found -> organisation.above(found).contains(node))
            .orElse(node.parentId().isEmpty());
  }
}
