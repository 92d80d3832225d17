package signpost.record.camel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.NoSuchBeanException;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Camel inside Micronaut: routes find our beans by name and our settings as placeholders. Each
 * route has its time and counts among our meters.
 */
@Factory
@Requires(beans = RouteBuilder.class)
final class CamelBridge {

  @Context
  @Bean(preDestroy = "close")
  CamelContext camel(
      ApplicationContext beans,
      Environment settings,
      MeterRegistry meters,
      List<RouteBuilder> routes)
      throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext(false);
    camel
        .getCamelContextExtension()
        .setName(settings.getRequiredProperty("signpost.module", String.class));
    camel.getCamelContextExtension().setRegistry(new DefaultRegistry(new ContextBeans(beans)));
    ((PropertiesComponent) camel.getPropertiesComponent()).addPropertiesSource(source(settings));
    camel.getShutdownStrategy().setTimeout(3);
    camel.getShutdownStrategy().setShutdownNowOnTimeout(true);
    camel.addRoutePolicyFactory(measured(meters));
    for (RouteBuilder route : routes) {
      camel.addRoutes(route);
    }
    camel.start();
    return camel;
  }

  private static MicrometerRoutePolicyFactory measured(MeterRegistry meters) {
    MicrometerRoutePolicyFactory policies = new MicrometerRoutePolicyFactory();
    policies.setMeterRegistry(meters);
    policies.getPolicyConfiguration().setContextEnabled(false);
    return policies;
  }

  private static PropertiesSource source(Environment settings) {
    return new PropertiesSource() {
      @Override
      public String getName() {
        return "micronaut";
      }

      @Override
      public @Nullable String getProperty(String name) {
        return settings.getProperty(name, String.class).orElse(null);
      }
    };
  }

  private record ContextBeans(ApplicationContext context) implements BeanRepository {
    @Override
    public @Nullable Object lookupByName(String name) {
      return lookupByNameAndType(name, Object.class);
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
      try {
        return context.getBeanDefinitions(type, Qualifiers.byName(name)).stream()
            .filter(bean -> name.equals(bean.stringValue(jakarta.inject.Named.class).orElse(null)))
            .findFirst()
            .map(context::getBean)
            .orElse(null);
      } catch (NoSuchBeanException _) {
        return null;
      }
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
      return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
      return Set.of();
    }
  }
}
