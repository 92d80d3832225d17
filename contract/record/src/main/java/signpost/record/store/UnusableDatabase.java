package signpost.record.store;

import java.util.Optional;
import signpost.record.CauseChain;

/** The database cannot be used; the message says what to do. */
public final class UnusableDatabase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private UnusableDatabase(String message, Throwable cause) {
    super(message, cause);
  }

  static UnusableDatabase at(ModuleSchema schema, String url, RuntimeException cause) {
    return new UnusableDatabase(
        "The database " + withoutSecrets(url) + " cannot be used: " + advice(schema, cause), cause);
  }

  private static String advice(ModuleSchema schema, Throwable cause) {
    String reason = deepest(cause);
    String low = reason.toLowerCase(java.util.Locale.ROOT);
    if (low.contains("malformed") || low.contains("not a database") || low.contains("corrupt")) {
      return "the file is damaged ("
          + reason
          + "). Put back a backup, or move the file away to start afresh: "
          + schema.lost()
          + ".";
    }
    if (low.contains("readonly") || low.contains("unable to open") || low.contains("permission")) {
      return "it cannot be opened for writing (" + reason + "). Check the folder and its owner.";
    }
    if (low.contains("refused") || low.contains("connect")) {
      return "it does not answer (" + reason + "). Is the server running, is the address right?";
    }
    return reason;
  }

  private static String deepest(Throwable thrown) {
    String words = "";
    for (Throwable cause : CauseChain.of(thrown)) {
      words = Optional.ofNullable(cause.getMessage()).map(String::strip).orElse(words);
    }
    return words.lines().findFirst().orElse("");
  }

  private static String withoutSecrets(String url) {
    return url.replaceAll("(?i)(password=)[^&]*", "$1…");
  }
}
