package se.helhetssyn.datasets.synthetic;

/**
 * How a unit usually works; shares are probabilities.
 *
 * @param conferenceInterval days between conferences
 * @param teamComplete all five professions take part
 * @param revisedInTime a plan that needs it is revised within 14 days
 * @param assessedInTime a new risk assessment is made before the last one is too old
 * @param followedUpInTime a plan is followed up within half a year
 * @param medianClosingDays half of the deviations are closed by then
 * @param deviationsPerDay reported deviations per person and day
 */
record Habits(
    int conferenceInterval,
    double teamComplete,
    double revisedInTime,
    double assessedInTime,
    double followedUpInTime,
    double medianClosingDays,
    double deviationsPerDay) {

  static Habits of(Chance chance) {
    return new Habits(
        chance.happens(0.5) ? 14 : 21,
        chance.share(0.76, 0.06),
        chance.share(0.80, 0.05),
        chance.share(0.72, 0.08),
        chance.share(0.55, 0.08),
        chance.share(27, 4),
        chance.share(0.0105, 0.002));
  }
}
