package signpost.web.extract;

import java.util.regex.Pattern;

/** What pages show while a reader waits for them. */
final class WaitingWords {
  /** Of text that a script takes away, "Loading, please wait" or a name, is seldom more. */
  private static final int LONGEST = 12;

  /** As many parts may load by themselves. */
  private static final int MOST = 10;

  /** In languages that we do not know: "Chargement de la page…". */
  private static final int LONGEST_UNKNOWN = 6;

  /** Teasers end so too, and there are more of them. */
  private static final int MOST_UNKNOWN = 2;

  private static final Pattern UNKNOWN = Pattern.compile(".*(?:…|\\.\\.\\.)");

  private static final Pattern LOADING =
      Pattern.compile(
          "(?iU)(?=.*\\b(?:load|wait|moment|start|initiali|llwytho|arhos|eiliad))"
              + "(?:(?:is|are|now|just|the|a|an|this|your|we|while|being|please|loading|loads?|loaded"
              + "|wait|moments?|few|seconds|page|app|application|content|data|site|starting|up"
              + "|initiali[sz]ing|one|yn|llwytho|arhoswch|wrthi|os|gwelwch|dda|eiliad)(?:\\W+|$))+");

  private int lines;
  private int unknown;

  /** Whether a line is no more than that; of many such lines, only the first are. */
  boolean are(String line, int words) {
    return areKnown(line, words)
        || (words <= LONGEST_UNKNOWN
            && lines < MOST
            && UNKNOWN.matcher(line).matches()
            && unknown++ < MOST_UNKNOWN);
  }

  /** The same of a line in a language that we know, wherever it stands. */
  boolean areKnown(String line, int words) {
    return words <= LONGEST
        && (LOADING.matcher(line).matches() || EmptyShell.NEEDS_SCRIPTS.matcher(line).find())
        && lines++ < MOST;
  }
}
