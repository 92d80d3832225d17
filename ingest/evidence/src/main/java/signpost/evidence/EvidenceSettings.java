package signpost.evidence;

import java.nio.file.Path;

/**
 * Where captures are kept, and how much of them.
 *
 * @param limit the most bytes of the whole folder
 * @param fileBytes a day's file that has grown to so many bytes is followed by another
 */
public record EvidenceSettings(Path folder, long limit, long fileBytes) {
  /** A file that any tool opens, and that is soon copied. */
  private static final long FILE_BYTES = 64L << 20;

  public EvidenceSettings {
    if (limit < 1 || fileBytes < 1) {
      throw new IllegalArgumentException("limits must be above 0");
    }
  }

  /** With files of the usual length. */
  public static EvidenceSettings of(Path folder, long limit) {
    return new EvidenceSettings(folder, limit, FILE_BYTES);
  }
}
