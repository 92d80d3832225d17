package signpost.web.browser;

/** What came of taking a picture of a page: a closed set. */
public sealed interface PictureOutcome
    permits PagePicture,
        PictureOutcome.NothingWithoutScripts,
        PictureOutcome.NoPage,
        BrowserOutcome.BrowserFailure {

  /**
   * For ops, what is seen ("the whole page") or why nothing is ("it was not ready within 10 s").
   */
  String inWords();

  /** Its scripts would write its words, and in a picture nothing runs. */
  record NothingWithoutScripts() implements PictureOutcome {
    @Override
    public String inWords() {
      return "scripts would write its words, and nothing of a copy is run";
    }
  }

  /** It is a file to read, and not a page to look at. */
  record NoPage() implements PictureOutcome {
    @Override
    public String inWords() {
      return "it is a file, of which the words are shown";
    }
  }
}
