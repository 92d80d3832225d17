package signpost.record.store;

import java.sql.SQLException;
import java.util.Optional;
import signpost.record.CauseChain;
import signpost.record.tls.TlsTrouble;

/** The database cannot be used; the message says what to do. */
public final class UnusableDatabase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private UnusableDatabase(String message, Throwable cause) {
    super(message, cause);
  }

  static UnusableDatabase at(ModuleSchema schema, JdbcConfig jdbc, Exception cause) {
    return new UnusableDatabase(
        "The database " + jdbc + " cannot be used: " + advice(schema, cause), cause);
  }

  private static String advice(ModuleSchema schema, Throwable cause) {
    String reason = deepest(cause);
    Optional<String> refusal = refusal(cause, reason);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (isOfOthers(cause)) {
      return "its tables are those of a newer Signpost, or of another module. Install that version, or see "
          + JdbcConfig.PREFIX
          + ".url: each module has its own database.";
    }
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

  /** Flyway's words for a migration that was applied and is not among ours. */
  private static boolean isOfOthers(Throwable thrown) {
    return CauseChain.of(thrown).stream()
        .map(it -> String.valueOf(it.getMessage()))
        .anyMatch(
            it -> it.contains("not resolved locally") || it.contains("mismatch for migration"));
  }

  /** PostgreSQL's class 28: it does not let us in; 42501: nor do this; 3D000: no such database. */
  private static Optional<String> refusal(Throwable thrown, String reason) {
    for (Throwable cause : CauseChain.of(thrown)) {
      String state = cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
      if (state.startsWith("28")) {
        return Optional.of(
            "it does not let us in (%s). See %s.username, %s.password and its pg_hba.conf."
                .formatted(reason, JdbcConfig.PREFIX, JdbcConfig.PREFIX));
      }
      if (state.equals("42501")) {
        return Optional.of(
            "it does not let us do this (%s). Its tables must belong to %s.username."
                .formatted(reason, JdbcConfig.PREFIX));
      }
      if (state.equals("3D000")) {
        return Optional.of("%s. Make it, or see %s.url.".formatted(reason, JdbcConfig.PREFIX));
      }
    }
    return TlsTrouble.of(thrown)
        .map(it -> "%s. %s".formatted(it.words(), it.remedy(JdbcConfig.PREFIX, "url")));
  }

  private static String deepest(Throwable thrown) {
    String words = "";
    for (Throwable cause : CauseChain.of(thrown)) {
      words = Optional.ofNullable(cause.getMessage()).map(String::strip).orElse(words);
    }
    return words.lines().findFirst().orElse("");
  }

  static String withoutSecrets(String url) {
    return url.replaceAll("(?i)(password=)[^&]*", "$1…");
  }
}
