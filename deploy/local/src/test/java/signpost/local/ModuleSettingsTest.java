package signpost.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All three modules write and read JSON alike. */
final class ModuleSettingsTest {
  @Serdeable
  record Line(
      String words,
      boolean told,
      List<String> names,
      Optional<String> reason,
      @Nullable String detail) {}

  @ParameterizedTest
  @EnumSource
  void whateverARecordHasTravels(LocalModule module) throws IOException {
    try (ObjectMapper.CloseableObjectMapper json = jsonOf(module)) {
      Line empty = new Line("", false, List.of(), Optional.empty(), null);
      String written = json.writeValueAsString(empty);
      assertThat(written).isEqualTo("{\"words\":\"\",\"told\":false,\"names\":[]}");
      assertThat(json.readValue(written, Line.class)).isEqualTo(empty);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatARecordNeedsAndDoesNotGetIsRefused(LocalModule module) {
    try (ObjectMapper.CloseableObjectMapper json = jsonOf(module)) {
      for (String without :
          List.of(
              "{\"told\":false,\"names\":[]}",
              "{\"words\":null,\"told\":false,\"names\":[]}",
              "{\"words\":\"\",\"names\":[]}",
              "{\"words\":\"\",\"told\":null,\"names\":[]}")) {
        assertThatThrownBy(() -> json.readValue(without, Line.class))
            .as(without)
            .isInstanceOf(SerdeException.class);
      }
    }
  }

  /** As the module's own settings make it. */
  private static ObjectMapper.CloseableObjectMapper jsonOf(LocalModule module) {
    try (ApplicationContext context = ModuleContext.settingsOf(module).build()) {
      Map<String, Object> settings = new HashMap<>();
      context
          .getEnvironment()
          .start()
          .getProperties("micronaut.serde", StringConvention.RAW)
          .forEach((key, value) -> settings.put("micronaut.serde." + key, value));
      return ObjectMapper.create(settings);
    }
  }
}
