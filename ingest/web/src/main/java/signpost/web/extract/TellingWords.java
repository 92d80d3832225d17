package signpost.web.extract;

import java.util.regex.Pattern;

/** Few words that say something to a reader: that something is over, a sentence, a number. Pure. */
final class TellingWords {
  /** That something is over, full, elsewhere, to come or out of order is said in a word. */
  private static final Pattern WRONG =
      Pattern.compile(
          "(?iU)\\b(?:errors?|sorry|unavailable|not available|not found|maintenance|denied|forbidden"
              + "|expired|moved|suspended|stopped|paused|full|gone|down|soon|under construction"
              + "|404|410|50[0-4]|gwall|ar gau|wedi|yn fuan|ddim ar gael)\\b");

  private static final Pattern SENTENCE =
      Pattern.compile(".*\\S\\s.*[.!?]|.*[。！？؟।]", Pattern.DOTALL);

  private TellingWords() {}

  /** Whether a line says so, in whatever part of a page it stands. */
  static boolean are(String line) {
    return SENTENCE.matcher(line).matches() || PageFacts.in(line) || isOver(line);
  }

  /** Whether a line says that something is not as it was, or not there. */
  static boolean isOver(String line) {
    return NoticeWords.hintedIn(line)
        || WRONG.matcher(line).find()
        || NotFoundWords.are(line)
        || NotFoundWords.spokenIn(line);
  }
}
