package signpost.local;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import signpost.tools.CannotStartException;

/** How logs are written: {@code logback.xml} takes in the file of the format's name. */
public enum LogFormat {
  /** A line for people. */
  TEXT,
  /** An object a line, for what collects logs. */
  JSON;

  /** The configuration key, and the system property that {@code logback.xml} reads. */
  public static final String KEY = "signpost.log.format";

  /**
   * The format of that name.
   *
   * @throws CannotStartException if there is none
   */
  public static LogFormat named(String name) {
    return Arrays.stream(values())
        .filter(it -> it.lowerCase().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new CannotStartException("%s takes text or json, not “%s”.".formatted(KEY, name)));
  }

  private String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From now on this process writes its logs so. */
  public void use() {
    if (System.getProperty(KEY, TEXT.lowerCase()).equals(lowerCase())) {
      return;
    }
    System.setProperty(KEY, lowerCase());
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
      logs.reset();
      try {
        new ContextInitializer(logs).autoConfig();
      } catch (JoranException e) {
        throw new IllegalStateException("logback.xml cannot be read", e);
      }
    }
  }
}
