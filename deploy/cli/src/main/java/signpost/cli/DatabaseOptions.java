package signpost.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database a part remembers in. */
final class DatabaseOptions {
  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description =
          "jdbc:postgresql:… or jdbc:sqlite:… (default: SQLite in the data folder; environment: SIGNPOST_JDBC_URL)")
  private @Nullable String url;

  @Option(
      names = "--jdbc-username",
      paramLabel = "NAME",
      description =
          "environment: SIGNPOST_JDBC_USERNAME; the password is only taken from SIGNPOST_JDBC_PASSWORD")
  private @Nullable String username;

  Map<String, Object> settings() {
    Map<String, @Nullable Object> own = new HashMap<>();
    own.put("signpost.jdbc.url", url);
    own.put("signpost.jdbc.username", username);
    return PartOptions.given(own);
  }
}
