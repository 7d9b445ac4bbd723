package se.helhetssyn.pipelines.file;

import java.io.Serializable;

/**
 * A part of a text file that begins and ends between two records, so that it can be read on its
 * own.
 *
 * @param offset first byte
 * @param length in bytes
 * @param firstRow number of its first data row in the file, from 1
 */
public record Chunk(long offset, long length, long firstRow) implements Serializable {}
