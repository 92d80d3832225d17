package signpost.web.browser;

/** What a page tried in the browser and was not let do. Its words count all the same. */
public enum DeniedAct {
  WINDOW("open a window"),
  DOWNLOAD("start a download"),
  DIALOG("show a dialog"),
  DEVICE("use a device or send notifications"),
  WORKER("work in the background"),
  ADDRESS("reach an address that we do not dial"),
  ROBOTS("ask for what its publisher forbids"),
  SENDING("send something"),
  CROWD("ask for too much");

  private final String words;

  DeniedAct(String words) {
    this.words = words;
  }

  /** Goes on "it tried to". */
  public String words() {
    return words;
  }
}
