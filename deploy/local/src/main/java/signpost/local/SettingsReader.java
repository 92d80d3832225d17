package signpost.local;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.SystemPropertiesPropertySource;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a module's settings as the module does at its start, and starts nothing. */
public final class SettingsReader implements AutoCloseable {
  /** Over the environment and the system's properties, as what a module is given. */
  private static final int ABOVE_ALL = SystemPropertiesPropertySource.POSITION + 100;

  private final LocalModule module;
  private final ApplicationContext context;

  private SettingsReader(LocalModule module, ApplicationContext context) {
    this.module = module;
    this.context = context;
  }

  /** As for {@link ModuleContext#start}. */
  public static SettingsReader open(
      LocalModule module, Map<String, Object> settings, boolean environment) {
    ApplicationContextBuilder builder =
        ModuleContext.settingsOf(module).environmentPropertySource(environment).banner(false);
    if (!(builder instanceof ApplicationContextConfiguration configuration)) {
      throw new IllegalStateException("Micronaut's builder is no configuration any more");
    }
    SettingsContext context = new SettingsContext(configuration);
    context
        .getEnvironment()
        .addPropertySource(PropertySource.of(PropertySource.CONTEXT, settings, ABOVE_ALL));
    context.start();
    return new SettingsReader(module, context);
  }

  /** What no module would start with, each a sentence that names the key. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (BeanDefinition<?> definition : context.getAllBeanDefinitions()) {
      if (isOurs(definition.getBeanType())) {
        try {
          context.getBean(definition);
        } catch (RuntimeException e) {
          problems.add(String.valueOf(StartFailure.of(module, e).getMessage()));
        }
      }
    }
    return problems;
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("signpost.");
  }

  /** One of the module's configuration records; empty where it cannot be read. */
  public <T> Optional<T> read(Class<T> type) {
    try {
      return context.findBean(type);
    } catch (RuntimeException e) {
      return Optional.empty(); // told as a problem
    }
  }

  /** The value of a key that no record has. */
  public String value(String key) {
    return context.getProperty(key, String.class).orElse("");
  }

  @Override
  public void close() {
    context.close();
  }

  /** Knows no beans but those that hold our configuration, and what a context itself needs. */
  @SuppressWarnings("overrides") // of Micronaut's own
  private static final class SettingsContext extends DefaultApplicationContext {
    SettingsContext(ApplicationContextConfiguration configuration) {
      super(configuration);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Micronaut declares it
    protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
      return super.resolveBeanDefinitionReferences().stream()
          .filter(it ->
              it.getName().startsWith("signpost.")
                  ? it.isConfigurationProperties()
                  : it.getName().startsWith("io.micronaut.context."))
          .toList();
    }
  }
}
