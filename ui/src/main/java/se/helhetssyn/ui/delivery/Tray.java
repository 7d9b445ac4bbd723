package se.helhetssyn.ui.delivery;

import static se.helhetssyn.ui.wording.Wording.text;

/** What a delivery has room for, while several of its files come in at the same time. */
final class Tray {
  private final UploadLimits limits;
  private long bytes;
  private int files;

  Tray(UploadLimits limits) {
    this.limits = limits;
  }

  /**
   * Takes the place of one more file.
   *
   * @throws UploadRefused if there is none left
   */
  synchronized void takePlace() {
    if (files >= limits.files()) {
      throw new UploadRefused(text("upload.many", Integer.toString(limits.files())));
    }
    files++;
  }

  synchronized void leavePlace() {
    files--;
  }

  /**
   * Takes room for some more bytes.
   *
   * @throws UploadRefused if there is no room for them
   */
  synchronized void take(long more) {
    if (bytes + more > limits.total().toBytes()) {
      throw new UploadRefused(text("upload.total", Staging.size(limits.total())));
    }
    bytes += more;
  }

  synchronized void leave(long less) {
    bytes -= less;
  }
}
