package se.helhetssyn.ui.delivery;

/** A file cannot be received; the message is a Swedish sentence for whoever sent it. */
final class UploadRefused extends RuntimeException {
  UploadRefused(String sentence) {
    super(sentence);
  }
}
