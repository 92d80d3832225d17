package signpost.local.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.ingest.IngestRecord;
import signpost.local.LocalModule;
import signpost.local.SettingsReader;
import signpost.notifier.NotifierRecord;
import signpost.record.store.Database;
import signpost.record.store.JdbcConfig;
import signpost.record.store.ModuleSchema;
import signpost.record.store.UnusableDatabase;
import signpost.record.store.WholeDatabase;
import signpost.search.SearchRecord;
import signpost.tools.CannotStartException;

/**
 * A part that keeps what nobody else knows, and where it does.
 *
 * @param folder its data folder
 * @param jdbc its database, a file of the folder where no other is configured
 * @param catalogue the folder of guides that it reads; search reads none
 */
public record KeptPart(
    ModuleSchema schema, Path folder, JdbcConfig jdbc, Optional<Path> catalogue) {
  /**
   * Those of a configuration, in the order in which their moments are taken: what the notifier
   * knows it has from ingest. Search keeps who may sign in, and the log of what was done.
   *
   * @param modules what each part is given, as at its start
   * @throws CannotStartException where the configuration cannot be read
   */
  public static List<KeptPart> of(
      Map<LocalModule, Map<String, Object>> modules, boolean environment) {
    List<KeptPart> parts = new ArrayList<>();
    for (LocalModule module :
        List.of(LocalModule.NOTIFIER, LocalModule.INGEST, LocalModule.SEARCH)) {
      Optional.ofNullable(modules.get(module))
          .map(settings -> read(module, settings, environment))
          .ifPresent(parts::add);
    }
    return parts;
  }

  private static KeptPart read(
      LocalModule module, Map<String, Object> settings, boolean environment) {
    ModuleSchema schema =
        switch (module) {
          case INGEST -> IngestRecord.SCHEMA;
          case NOTIFIER -> NotifierRecord.SCHEMA;
          case SEARCH -> SearchRecord.SCHEMA;
        };
    try (SettingsReader reader = SettingsReader.open(module, settings, environment)) {
      JdbcConfig jdbc =
          reader
              .read(JdbcConfig.class)
              .orElseThrow(() -> new CannotStartException(String.join("\n", reader.problems())));
      Path folder = Path.of(reader.value("signpost.data")).toAbsolutePath().normalize();
      String guides = reader.value("signpost.catalogue");
      Path catalogue = Path.of(guides.isEmpty() ? "deploy/catalogue" : guides);
      return new KeptPart(
          schema,
          folder,
          jdbc.orFile(schema, folder),
          Optional.of(catalogue).filter(_ -> module != LocalModule.SEARCH));
    }
  }

  /** As it is called in its configuration. */
  public String name() {
    return schema.module();
  }

  /** Search of 0.1.0 kept nothing, nor does one that has not run yet. */
  boolean mayHaveNothing() {
    return is(LocalModule.SEARCH);
  }

  /** Whether it is this part. */
  public boolean is(LocalModule module) {
    return name().equals(module.lowerCase());
  }

  /**
   * Its database, which the part may have open, too.
   *
   * @throws CannotStartException where there is none yet, or it cannot be used
   */
  public Database existing() {
    jdbc.file()
        .filter(file -> !Files.isRegularFile(file))
        .ifPresent(file -> {
          throw new CannotStartException(
              ("There is no %s, where %s keeps what it knows. Start it once; or say --data DIR, where"
                      + " it keeps its data; or give its signpost.jdbc.url, if its unit is told one.")
                  .formatted(file, name()));
        });
    try {
      return Database.open(schema, jdbc);
    } catch (UnusableDatabase e) {
      throw new CannotStartException(String.valueOf(e.getMessage()));
    }
  }

  WholeDatabase open() {
    return WholeDatabase.open(schema, jdbc);
  }
}
