package se.helhetssyn.analytics.quality;

/**
 * A rule that deliveries are held against, as people read it.
 *
 * @param id for example {@code DQ16}
 * @param title Swedish heading
 * @param severity how bad it is, as the rules spell it
 * @param treatment what is done with rows that break it, as the rules spell it
 * @param category conformance, completeness or plausibility (Kahn 2016), as the rules spell it
 * @param context verification or validation (Kahn 2016), as the rules spell it
 * @param threshold share of the rows, 0 to 1, above which a check of it fails
 * @param grounds why the threshold is where it is, Swedish
 * @param explanation what it means, Swedish
 * @param toSupplier what to tell the supplier, Swedish
 */
public record RuleText(
    String id,
    String title,
    String severity,
    String treatment,
    String category,
    String context,
    double threshold,
    String grounds,
    String explanation,
    String toSupplier) {}
