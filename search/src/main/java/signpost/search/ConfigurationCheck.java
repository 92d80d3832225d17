package signpost.search;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.naming.conventions.StringConvention;
import java.util.List;
import java.util.Map;

/**
 * Stops the start at a key that is nearly one of ours. Keys that resemble none may belong to
 * another module: environment variables reach all of them.
 */
@Context
final class ConfigurationCheck {
  private static final List<String> KNOWN =
      List.of(
          "module",
          "clock",
          "data",
          "embedding",
          "kafka.bootstrap-servers",
          "kafka.topic-prefix",
          "kafka.replication",
          "ingest.url",
          "notifier.url",
          "public-url",
          "trusted-proxies",
          "api.token",
          "ops.host",
          "ops.port",
          "ops.url",
          "ops.password",
          "request-deadline");

  /** Of other modules: near to ours, and right. */
  private static final List<String> OTHERS =
      List.of("jdbc.url", "smtp.host", "smtp.port", "ops.email");

  ConfigurationCheck(Environment environment) {
    check("", environment.getProperties("signpost", StringConvention.HYPHENATED));
  }

  private static void check(String before, Map<?, ?> properties) {
    properties.forEach((name, value) -> {
      String key = before + name;
      if (value instanceof Map<?, ?> nested) {
        check(key + ".", nested);
      } else if (!KNOWN.contains(key) && !OTHERS.contains(key)) {
        refuseNearMiss(key);
      }
    });
  }

  private static void refuseNearMiss(String key) {
    NearestName.to(key, KNOWN)
        .ifPresent(meant -> {
          throw new ConfigurationException(
              "There is no setting signpost." + key + ". Did you mean signpost." + meant + "?");
        });
  }
}
