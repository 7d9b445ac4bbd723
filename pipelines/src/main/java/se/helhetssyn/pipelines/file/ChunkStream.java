package se.helhetssyn.pipelines.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of one chunk of a file. */
final class ChunkStream extends InputStream {
  private final InputStream file;
  private long left;

  private ChunkStream(InputStream file, long left) {
    this.file = file;
    this.left = left;
  }

  static ChunkStream open(Path path, Chunk chunk) throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      file.skipNBytes(chunk.offset());
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return new ChunkStream(file, chunk.length());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = file.read(bytes, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new IOException("the file is shorter than it was");
    }
    left -= read;
    return read;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
