package signpost.web.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a host's hints have been worth: how often it said "changed" and it was so ({@code right}),
 * and was not ({@code wrong}), and how often a page changed of which it said nothing ({@code
 * missed}). Counts are kept small, so that a host can mend its ways.
 */
public record HintTrust(
    @JsonProperty(required = true) double right,
    @JsonProperty(required = true) double wrong,
    @JsonProperty(required = true) double missed) {
  /** Of a host that has not been watched. */
  public static final HintTrust NEW = new HintTrust(0, 0, 0);

  private static final double MOST = 60;
  private static final double BELIEVED = 0.3;

  /** What a visit shows of what was said before it. Where nothing was said or changed: nothing. */
  public HintTrust after(boolean said, boolean changed) {
    double rest = right + wrong + missed >= MOST ? 0.5 : 1;
    return new HintTrust(
        rest * right + (said && changed ? 1 : 0),
        rest * wrong + (said && !changed ? 1 : 0),
        rest * missed + (!said && changed ? 1 : 0));
  }

  /** It does tell of a change that a visit had found before it was asked. */
  public HintTrust late() {
    HintTrust told = after(true, true);
    return new HintTrust(told.right, told.wrong, Math.max(told.missed - 1, 0));
  }

  /** A lie that was seen through counts for a few. */
  public HintTrust afterLie() {
    HintTrust after = this;
    for (int i = 0; i < 3; i++) {
      after = after.after(true, false);
    }
    return after;
  }

  /** Whether "changed" is right often enough to be worth a visit; so until the contrary is seen. */
  public boolean isBelieved() {
    return (right + 1) / (right + wrong + 2) >= BELIEVED;
  }

  /** The share of changes of which it tells: none until it has. */
  public double share() {
    return isBelieved() ? right / (right + missed + 2) : 0;
  }
}
