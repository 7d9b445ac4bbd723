package se.helhetssyn.datasets.fault;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest says of one file.
 *
 * @param extractId id of the delivery
 * @param table the table it claims to hold
 * @param root the organisation node it is about with all below, or null for the municipality
 * @param from first day it is about
 * @param to last day it is about
 * @param extractedAt when it was taken out of its source
 * @param rows rows it claims to hold
 * @param sha256 digest of the file
 * @param fullLoad whether it replaces what was delivered for the same node and days
 */
public record Announcement(
    String extractId,
    String table,
    @Nullable String root,
    LocalDate from,
    LocalDate to,
    LocalDateTime extractedAt,
    long rows,
    String sha256,
    boolean fullLoad) {}
