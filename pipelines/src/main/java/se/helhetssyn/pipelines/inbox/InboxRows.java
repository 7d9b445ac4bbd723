package se.helhetssyn.pipelines.inbox;

import java.util.List;
import java.util.Map;

/**
 * Rows of the inbox, as canonical text.
 *
 * @param tables table → rows: column → text, no entry for what is absent; no table without rows
 * @param notes decisions that were left out, and why: whole sentences
 */
public record InboxRows(Map<String, List<Map<String, String>>> tables, List<String> notes) {
  public InboxRows {
    tables = Map.copyOf(tables);
    notes = List.copyOf(notes);
  }
}
