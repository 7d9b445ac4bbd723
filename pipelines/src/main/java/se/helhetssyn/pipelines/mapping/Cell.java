package se.helhetssyn.pipelines.mapping;

import org.jspecify.annotations.Nullable;

/** How one value is made of a source row. */
interface Cell {
  /** The value, or null for none; the row's values stand in the order of its header. */
  @Nullable String of(@Nullable String[] row);
}
