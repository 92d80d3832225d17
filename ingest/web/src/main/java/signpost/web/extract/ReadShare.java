package signpost.web.extract;

import java.util.List;

/** How much of what a page shows is read, in characters. */
record ReadShare(int read, int shown) {
  /** A reading of a smaller share of what is shown is tried again without names. */
  private static final double SMALLEST = 0.05;

  /** Characters that are a reading, whatever else is shown. */
  private static final int ENOUGH = 600;

  /**
   * @param read for each line whether it is
   */
  static ReadShare of(List<PageBlock> lines, boolean[] read) {
    int shown = 0;
    int all = 0;
    for (int i = 0; i < read.length; i++) {
      int length = lines.get(i).text().text().length();
      shown += read[i] || !lines.get(i).box().hidden ? length : 0;
      all += read[i] ? length : 0;
    }
    return new ReadShare(all, shown);
  }

  /** 0–1. */
  double share() {
    return shown == 0 ? 0 : (double) read / shown;
  }

  boolean isSmall() {
    return read < ENOUGH && read < shown * SMALLEST;
  }
}
