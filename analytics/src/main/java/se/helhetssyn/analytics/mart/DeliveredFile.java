package se.helhetssyn.analytics.mart;

import org.jspecify.annotations.Nullable;

/**
 * A file as the store remembers it: one for each canonical table that got rows from it. Counts are
 * those of the run that took it in. Days and instants are ISO 8601 text.
 *
 * @param load what the file is known by among all that ever came: the same file, announced alike,
 *     has the same
 * @param run the run that took it in
 * @param loadedAt when
 * @param file its name as it may be shown
 * @param sha256 digest of its content, lower-case hex
 * @param table canonical table
 * @param sourceSystem where it comes from; empty if nobody says
 * @param extractId id of the extract; the file's name without a manifest
 * @param extractedAt when it was taken out of its source; when it came, if nobody says
 * @param announced whether a manifest says what it holds
 * @param full whether it replaces what older files of its source hold of the same subtree and days
 * @param root topmost node of its subtree; null for the whole organisation
 * @param from first day it covers; null if nobody says
 * @param to last day it covers; null if nobody says
 * @param taken whether its rows were read; false for a file that was turned away
 * @param delivered rows in it
 * @param trusted rows kept
 * @param quarantined rows set aside, with a reason
 * @param duplicates copies and older versions of a row that is accounted for
 * @param rejected rows of a file or a kind that is not taken in
 */
public record DeliveredFile(
    String load,
    String run,
    String loadedAt,
    String file,
    String sha256,
    String table,
    String sourceSystem,
    String extractId,
    String extractedAt,
    boolean announced,
    boolean full,
    @Nullable String root,
    @Nullable String from,
    @Nullable String to,
    boolean taken,
    long delivered,
    long trusted,
    long quarantined,
    long duplicates,
    long rejected) {}
