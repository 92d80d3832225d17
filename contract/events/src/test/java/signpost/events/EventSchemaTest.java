package signpost.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.url.CanonicalUrl;

/**
 * The schemas are files of the contract, for readers who have no Java. They are drawn from the
 * records: run with {@code -Dschemas.write=true} (in JAVA_TOOL_OPTIONS) after a change, and read
 * the difference.
 */
class EventSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCHEMAS = Path.of("src/main/resources/signpost/events/schemas");

  @ParameterizedTest
  @MethodSource("signpost.events.Samples#all")
  void theSchemaFileSaysWhatTheRecordSays(Event event) throws IOException {
    Path file = SCHEMAS.resolve(EventCodec.typeOf(event) + ".schema.json");
    String drawn = drawn(event).toPrettyString() + "\n";
    if (Boolean.getBoolean("schemas.write")) {
      Files.createDirectories(SCHEMAS);
      Files.writeString(file, drawn);
    }

    assertThat(Files.readString(file)).isEqualTo(drawn);
  }

  @ParameterizedTest
  @MethodSource("signpost.events.Samples#all")
  void whatWeSendFitsItsSchema(Event event) throws IOException {
    Path file = SCHEMAS.resolve(EventCodec.typeOf(event) + ".schema.json");
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(JSON.readTree(file.toFile()));
    WireRecord sent = EventCodec.encode(Envelope.of(event, "signpost/test", Samples.NOON, 1));
    JsonNode value = JSON.readTree(sent.value().orElseThrow());

    assertThat(schema.validate(value)).isEmpty();
    assertThat(schema.validate(JSON.createObjectNode())).isNotEmpty();
  }

  private static JsonNode drawn(Event event) {
    var config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(Option.INLINE_NULLABLE_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
    config
        .forFields()
        .withTargetTypeOverridesResolver(EventSchemaTest::inOptional)
        .withRequiredCheck(field -> !mayBeAbsent(field))
        .withIgnoreCheck(field -> field.getAnnotation(JsonIgnore.class) != null);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider((type, context) ->
            type.getErasedType().equals(CanonicalUrl.class)
                ? new com.github.victools.jsonschema.generator.CustomDefinition(
                    JSON.createObjectNode().put("type", "string").put("format", "uri"), true)
                : null);
    ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(event.getClass());
    return schema.put("title", EventCodec.typeOf(event));
  }

  private static boolean mayBeAbsent(FieldScope field) {
    return field.getDeclaredType().isInstanceOf(Optional.class)
        || field.getAnnotation(JsonSetter.class) != null;
  }

  private static List<com.fasterxml.classmate.ResolvedType> inOptional(FieldScope field) {
    return field.getType() != null && field.getType().isInstanceOf(Optional.class)
        ? field.getType().typeParametersFor(Optional.class)
        : List.of();
  }
}
