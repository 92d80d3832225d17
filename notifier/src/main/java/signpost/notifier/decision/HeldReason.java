package signpost.notifier.decision;

/** Why a finding is not told now, in words that end a sentence. */
public enum HeldReason {
  BEHIND_HOST("its whole site is down, and that is told instead"),
  BEHIND_GUIDE("the guide's own page is down, and that is told instead"),
  SAME_CERTIFICATE("the same certificate is told of already"),
  SAME_SITE("the same site is told of under its other scheme"),
  SAME_NAME("the end of the same name is told of already"),
  LOOKED_AT_TWICE("it is looked at again first"),
  GUIDE_UNKNOWN("the guide's own record has not come yet"),
  BEFORE_FIRST_REPORT("the guide's first report comes first"),
  OVER_BEFORE_FIRST_REPORT("it was over before the guide's first report"),
  ANSWERED("somebody answered it"),
  NEVER_TOLD("it was over before anybody was told"),
  QUIET("that it is over is not worth a word"),
  NEARER_OWNER("somebody nearer to it still has time to answer"),
  ALREADY_TOLD("it was told already"),
  NOT_WANTED("its owner does not want to hear of such things"),
  COMPANY("it waits for company"),
  OVER_CAP("enough was written today, and it waits for the summary"),
  SUMMARY("it waits for the summary");

  private final String words;

  HeldReason(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
