package se.helhetssyn.ui.delivery;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** What the field for files says, in Swedish. */
final class UploadWords {
  private UploadWords() {}

  static UploadI18N swedish() {
    UploadI18N words = new UploadI18N();
    words.setDropFiles(
        new UploadI18N.DropFiles().setOne(text("upload.drop")).setMany(text("upload.drop")));
    words.setAddFiles(
        new UploadI18N.AddFiles().setOne(text("upload.add")).setMany(text("upload.add")));
    words.setError(
        new UploadI18N.Error()
            .setTooManyFiles(text("upload.client.many"))
            .setFileIsTooBig(text("upload.client.size"))
            .setIncorrectFileType(text("upload.client.kind")));
    words.setUploading(uploading());
    words.setFile(
        new UploadI18N.File()
            .setStart(text("upload.start"))
            .setRetry(text("upload.retry"))
            .setRemove(text("upload.remove")));
    words.setUnits(new UploadI18N.Units(List.of("B", "kB", "MB", "GB", "TB"), 1024));
    return words;
  }

  private static UploadI18N.Uploading uploading() {
    return new UploadI18N.Uploading()
        .setStatus(
            new UploadI18N.Uploading.Status()
                .setConnecting(text("upload.connecting"))
                .setStalled(text("upload.stalled"))
                .setProcessing(text("upload.processing"))
                .setHeld(text("upload.held")))
        .setRemainingTime(
            new UploadI18N.Uploading.RemainingTime()
                .setPrefix(text("upload.left"))
                .setUnknown(text("upload.left.unknown")))
        .setError(
            new UploadI18N.Uploading.Error()
                .setServerUnavailable(text("upload.client.failed"))
                .setUnexpectedServerError(text("upload.client.failed"))
                .setForbidden(text("upload.client.forbidden"))
                .setFileTooLarge(text("upload.client.size")));
  }
}
