/** Delivered files as records of text: CSV of any form, workbooks and Parquet. */
@NullMarked
package se.helhetssyn.pipelines.file;

import org.jspecify.annotations.NullMarked;
