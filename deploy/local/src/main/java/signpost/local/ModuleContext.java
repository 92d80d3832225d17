package signpost.local;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import signpost.http.ModuleSettings;

/** One module running in this JVM, apart from its neighbours. */
public final class ModuleContext implements AutoCloseable {
  private final LocalModule module;
  private final ApplicationContext context;

  private ModuleContext(LocalModule module, ApplicationContext context) {
    this.module = module;
    this.context = context;
  }

  /**
   * Starts the module and its HTTP server.
   *
   * @param settings over what the module's own application.yml and the environment say
   * @param clock the time decisions are made by; empty for the system's
   */
  public static ModuleContext start(
      LocalModule module,
      Map<String, Object> settings,
      Optional<InstantSource> clock,
      boolean environment) {
    ApplicationContext context =
        settingsOf(module)
            .environmentPropertySource(environment)
            .banner(false)
            .properties(settings)
            .build();
    clock.ifPresent(
        c -> context.registerSingleton(InstantSource.class, c, Qualifiers.byName("clock")));
    ModuleContext started = new ModuleContext(module, context);
    try {
      context.start();
      started.check();
      context.findBean(EmbeddedServer.class).ifPresent(EmbeddedServer::start);
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw StartFailure.of(module, e);
    }
  }

  /** A context that reads the module's own settings and those all share. */
  static ApplicationContextBuilder settingsOf(LocalModule module) {
    return ApplicationContext.builder()
        .overrideConfigLocations(ModuleSettings.of(module.lowerCase()))
        .deduceEnvironment(false)
        .deduceCloudEnvironment(false);
  }

  /** With the property unset a module has no beans and says nothing. */
  private void check() {
    String configured = context.getProperty("signpost.module", String.class).orElse("nothing");
    if (!configured.equals(module.lowerCase())) {
      throw new IllegalStateException(
          "signpost/%s/application.yml must say signpost.module: %s, but says %s"
              .formatted(module.lowerCase(), module.lowerCase(), configured));
    }
  }

  /** The only bean of a type. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
