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

/** The crawler alone. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "Runs ingest alone, against an external Kafka and PostgreSQL or SQLite.")
final class IngestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PartOptions part = new PartOptions();
  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "the folder of guides (environment: SIGNPOST_CATALOGUE)")
  private @Nullable Path catalogue;

  @Option(
      names = "--contact",
      paramLabel = "URL|ADDRESS",
      description = "where publishers reach you (environment: SIGNPOST_CONTACT)")
  private @Nullable String contact;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, @Nullable Object> own = new HashMap<>();
    own.put("signpost.catalogue", catalogue);
    own.put("signpost.contact", contact);
    Map<String, Object> settings = PartOptions.given(own);
    settings.putAll(database.settings());
    return part.run(LocalModule.INGEST, 8081, settings, spec.commandLine().getOut());
  }
}
