package signpost.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.local.LocalModule;

/** Findings and mails alone. */
@Command(
    name = "notifier",
    mixinStandardHelpOptions = true,
    description = "Runs the notifier alone, against an external Kafka and PostgreSQL or SQLite.")
final class NotifierCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PartOptions part = new PartOptions();
  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "the folder of guides, read for their owners (environment: SIGNPOST_CATALOGUE)")
  private @Nullable Path catalogue;

  @Option(
      names = "--smtp-host",
      paramLabel = "HOST",
      description =
          "the server that takes mails; without one they become .eml files (environment: SIGNPOST_SMTP_HOST)")
  private @Nullable String smtpHost;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "where people reach the pages (environment: SIGNPOST_PUBLIC_URL)")
  private @Nullable String publicUrl;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, @Nullable Object> own = new HashMap<>();
    own.put("signpost.catalogue", catalogue);
    own.put("signpost.smtp.host", smtpHost);
    own.put("signpost.public-url", publicUrl);
    Map<String, Object> settings = PartOptions.given(own);
    settings.putAll(database.settings());
    return part.run(LocalModule.NOTIFIER, 8082, settings, spec.commandLine().getOut());
  }
}
