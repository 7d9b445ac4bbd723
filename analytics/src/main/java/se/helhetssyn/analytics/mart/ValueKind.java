package se.helhetssyn.analytics.mart;

/**
 * What a figure's value is: a share 0–1, a rate per 1,000 person-days, days, a count, months or
 * points.
 */
public enum ValueKind {
  SHARE,
  RATE,
  DAYS,
  COUNT,
  MONTHS,
  SCORE
}
