package se.helhetssyn.pipelines.marks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.helhetssyn.analytics.mart.StoreLayout;

/**
 * What marks are looked for in.
 *
 * @param store where the trusted tables lie
 * @param versions delivered canonical table → version of its trusted rows
 * @param delivered for which times; a table that is not named is not searched for months without
 *     rows
 * @param latest day of the latest extraction: what lies after it has not happened yet
 * @param fileNames {@code extract_id} of trusted rows → name of their file; an id that is not named
 *     stands for itself
 * @param scratch folder for temporary files
 */
public record MarkInput(
    StoreLayout store,
    Map<String, Long> versions,
    List<DeliveredTime> delivered,
    LocalDate latest,
    Map<String, String> fileNames,
    Path scratch) {
  public MarkInput {
    versions = Map.copyOf(versions);
    delivered = List.copyOf(delivered);
    fileNames = Map.copyOf(fileNames);
  }
}
