/**
 * What only shows when several rows or tables are held against each other: marks on trusted rows,
 * found once all tables are written.
 */
@NullMarked
package se.helhetssyn.pipelines.marks;

import org.jspecify.annotations.NullMarked;
