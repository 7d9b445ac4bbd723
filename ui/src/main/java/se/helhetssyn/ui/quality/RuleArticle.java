package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import se.helhetssyn.analytics.quality.RuleText;
import se.helhetssyn.ui.chart.ColourRole;
import se.helhetssyn.ui.chart.Sparkline;

/** One rule: what it says, how it fell out, over time, and in which files. */
final class RuleArticle extends Article {
  RuleArticle(RuleModel model, boolean mayMove) {
    setId(model.anchor());
    addClassName("rule");
    RuleText rule = model.rule();
    Div words =
        new Div(
            new H3(model.heading()),
            verdict(model),
            new Paragraph(rule.explanation()),
            SectionPanel.small(kind(rule)));
    Div head = new Div(words, trend(model));
    head.addClassName("rule-head");
    add(head, new LinkedTableView(model.checks()));
    if (!model.findings().isEmpty()) {
      add(
          new NativeDetails(
              text("quality.findings.by-file"), new LinkedTableView(model.findings())));
    }
    if (mayMove) {
      add(new Paragraph(new Anchor(model.move(), text("quality.threshold.move", rule.id()))));
    }
  }

  private static Paragraph verdict(RuleModel model) {
    Paragraph verdict = new Paragraph(model.outcome());
    verdict.addClassNames("verdict", model.failed() ? "concern" : "neutral");
    return verdict;
  }

  private static String kind(RuleText rule) {
    return text(
        "quality.rule.kind",
        QualityWords.severity(rule.severity()),
        QualityWords.category(rule.category()),
        QualityWords.context(rule.context()),
        QualityWords.threshold(rule.threshold()),
        rule.grounds());
  }

  private static Div trend(RuleModel model) {
    RuleTrend trend = model.trend();
    Div drawn = new Div();
    drawn.addClassName("rule-trend");
    if (trend.isDrawn()) {
      Double limit = model.limit();
      drawn.add(
          new Sparkline(
              trend.points(),
              null,
              limit == null ? null : Double.valueOf(limit * 100),
              model.failed() ? ColourRole.CONCERN : ColourRole.INK,
              trend.summary()));
    }
    drawn.add(SectionPanel.small(trend.summary()));
    if (trend.isDrawn()) {
      drawn.add(new NativeDetails(text("quality.trend.table"), new LinkedTableView(trend.table())));
    }
    return drawn;
  }
}
