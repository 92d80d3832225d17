package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The description says what the addresses take and give: they are asked, and must agree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private static final Set<String> WORDS_OF_SCHEMAS =
      Set.of(
          "$ref",
          "type",
          "format",
          "description",
          "enum",
          "const",
          "default",
          "items",
          "prefixItems",
          "minItems",
          "maxItems",
          "properties",
          "required",
          "additionalProperties",
          "propertyNames",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "pattern",
          "oneOf",
          "anyOf",
          "allOf");

  private final RunningSearch search;
  private final JsonNode description;

  OpenApiTest(@TempDir Path data) throws Exception {
    search = RunningSearch.withoutBroker(data);
    description =
        new ObjectMapper(new YAMLFactory()).readTree(search.get("/api/openapi.yaml").body());
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
    search.put(Samples.page("https://slips.example/", "Traume", "", "One page has a slip in it."));
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private static String url(String address) {
    return "?url=" + URLEncoder.encode(address, UTF_8);
  }

  /** Questions whose answers hold every field between them. */
  private static Map<String, List<String>> questions() {
    return Map.of(
        "/api/search",
        List.of(
            "/api/search",
            "/api/search?q=trauma&nation=Wales",
            "/api/search?q=truama",
            "/api/search?q=traume",
            "/api/search?size=2",
            "/api/search?q=snap+guide",
            "/api/search?q=where+do+i+start",
            "/api/search?naton=Wales"),
        "/api/suggest",
        List.of("/api/suggest?q=trauma", "/api/suggest", "/api/suggest?query=x"),
        "/api/resources",
        List.of(
            "/api/resources" + url(SampleWorld.TOOLKIT),
            "/api/resources" + url(SampleWorld.HELPLINE),
            "/api/resources" + url(SampleWorld.BRAIN),
            "/api/resources" + url(SampleWorld.MOVED),
            "/api/resources?url=x",
            "/api/resources"),
        "/api/resources/related",
        List.of(
            "/api/resources/related" + url(SampleWorld.BRAIN),
            "/api/resources/related?url=x",
            "/api/resources/related"),
        "/api/guides/{id}",
        List.of("/api/guides/snap", "/api/guides/none", "/api/guides/snap?size=3"),
        "/api/changes",
        List.of("/api/changes?placed=false", "/api/changes?size=0"),
        "/api/suggest/opensearch",
        List.of("/api/suggest/opensearch?q=trauma", "/api/suggest/opensearch"),
        "/search.json",
        List.of("/search.json", "/search.json?q=trauma", "/search.json?naton=Wales"),
        "/changes.json",
        List.of("/changes.json?of=all"),
        "/guide/{id}.json",
        List.of("/guide/snap.json", "/guide/none.json", "/guide/snap.json?x=1"));
  }

  private Stream<String> paths() {
    return names(description.get("paths"));
  }

  private static Stream<String> names(JsonNode node) {
    return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false);
  }

  private JsonNode operation(String path) {
    return description.get("paths").get(path).get("get");
  }

  /** The node itself, or what it refers to. */
  private JsonNode real(JsonNode node) {
    return node.has("$ref") ? description.at(node.get("$ref").asText().substring(1)) : node;
  }

  private List<JsonNode> parameters(String path) {
    List<JsonNode> parameters = new ArrayList<>();
    operation(path).path("parameters").forEach(it -> parameters.add(real(it)));
    return parameters;
  }

  @Test
  void descriptionIsValidOpenApi() throws IOException {
    try (InputStream schema = getClass().getResourceAsStream("/oas-3.1.schema.json")) {
      assertThat(SCHEMAS.getSchema(schema).validate(description)).isEmpty();
    }
    description.findValues("schema").forEach(OpenApiTest::onlyWordsOfSchemas);
    description.at("/components/schemas").forEach(OpenApiTest::onlyWordsOfSchemas);
  }

  /**
   * OpenAPI lets a schema say anything; a word it does not know is a slip of the pen all the same.
   */
  private static void onlyWordsOfSchemas(JsonNode schema) {
    assertThat(names(schema)).as(schema.toString()).isSubsetOf(WORDS_OF_SCHEMAS);
    schema.path("properties").forEach(OpenApiTest::onlyWordsOfSchemas);
    for (String within : List.of("items", "additionalProperties", "propertyNames")) {
      if (schema.path(within).isObject()) {
        onlyWordsOfSchemas(schema.get(within));
      }
    }
    for (String choice : List.of("prefixItems", "oneOf", "anyOf", "allOf")) {
      schema.path(choice).forEach(OpenApiTest::onlyWordsOfSchemas);
    }
  }

  @Test
  void everyExampleIsWhatItsSchemaAllows() throws IOException {
    for (String path : paths().toList()) {
      for (JsonNode parameter : parameters(path)) {
        assertThat(wrong(parameter.get("schema"), parameter.get("example").toString()))
            .as(path + " " + parameter.get("name"))
            .isEmpty();
      }
    }
  }

  @Test
  void everyAddressOfTheApiAndEveryFeedIsDescribed() {
    Set<String> routes =
        search
            .bean(Router.class)
            .uriRoutes()
            .map(UriRouteInfo::getUriMatchTemplate)
            .map(Object::toString)
            .filter(path -> path.startsWith("/api/") || path.matches("(?!/yours/).*\\.(atom|json)"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(paths()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void everyAddressTakesTheParametersDescribedAndNoOthers() throws Exception {
    for (String path : paths().filter(it -> !it.endsWith(".yaml")).toList()) {
      Set<String> described = new TreeSet<>();
      List<String> given = new ArrayList<>();
      for (JsonNode parameter : parameters(path)) {
        String name = parameter.get("name").asText();
        if (parameter.get("in").asText().equals("query")) {
          described.add(name);
          JsonNode example = parameter.get("example");
          for (JsonNode value : example.isArray() ? example : List.of(example)) {
            given.add(name + "=" + URLEncoder.encode(value.asText(), UTF_8));
          }
        }
      }
      String address = path.replace("{id}", "snap");
      assertThat(search.get(address + "?" + String.join("&", given)).statusCode())
          .as(path)
          .isIn(200, 404);
      assertThat(known(search.get(address + "?qqqqqqqq=1"))).as(path).isEqualTo(described);
    }
  }

  /** The names an answer to a wrong one lists. */
  private static Set<String> known(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).isEqualTo(400);
    Matcher list = Pattern.compile("Known: ([a-z, ]+)").matcher(refused.body());
    return list.find() ? new TreeSet<>(List.of(list.group(1).split(", "))) : Set.of();
  }

  @Test
  void limitsAreAsDescribed() throws Exception {
    for (String path : List.of("/api/search", "/api/changes", "/api/resources/related")) {
      for (JsonNode parameter : parameters(path)) {
        JsonNode schema = parameter.get("schema");
        if (schema.path("type").asText().equals("integer")) {
          String name = parameter.get("name").asText();
          int most = schema.get("maximum").asInt();
          String about = path.endsWith("related") ? url(SampleWorld.BRAIN) + "&" : "?";
          String more = path + about + (name.equals("size") ? "" : "size=1&") + name + "=";
          assertThat(search.get(more + most).statusCode()).as(more + most).isEqualTo(200);
          assertThat(search.get(more + (most + 1)).statusCode()).as(more).isEqualTo(400);
          assertThat(search.get(more + "0").statusCode()).as(more).isEqualTo(400);
        }
      }
    }
  }

  @Test
  void everyAnswerFitsItsSchema() throws Exception {
    assertThat(questions().keySet())
        .containsExactlyInAnyOrderElementsOf(
            paths().filter(it -> !it.endsWith(".yaml") && !it.endsWith(".atom")).toList());
    for (Map.Entry<String, List<String>> path : questions().entrySet()) {
      for (String question : path.getValue()) {
        HttpResponse<String> response = search.get(question);
        JsonNode described =
            operation(path.getKey()).get("responses").get(Integer.toString(response.statusCode()));
        assertThat(described).as(question + " gives " + response.statusCode()).isNotNull();
        Map.Entry<String, JsonNode> content =
            real(described).get("content").properties().iterator().next();
        assertThat(response.headers().firstValue("content-type"))
            .get()
            .asString()
            .startsWith(content.getKey());
        assertThat(wrong(content.getValue().get("schema"), response.body())).as(question).isEmpty();
      }
    }
  }

  /** Checked more strictly than clients should: here a field nobody described is a mistake. */
  private Set<ValidationMessage> wrong(JsonNode schema, String body) throws IOException {
    ObjectNode whole = schema.deepCopy();
    JsonNode components = description.get("components").deepCopy();
    components
        .findParents("properties")
        .forEach(object -> ((ObjectNode) object).put("additionalProperties", false));
    whole.set("components", components);
    return SCHEMAS.getSchema(whole).validate(JSON.readTree(body));
  }

  @Test
  void everyAddressSaysThatNothingIsNewAsDescribed() throws Exception {
    for (String path : paths().toList()) {
      JsonNode responses = operation(path).get("responses");
      assertThat(real(responses.get("200")).at("/headers/ETag").isMissingNode()).as(path).isFalse();
      assertThat(responses.has("304")).as(path).isTrue();
    }
  }

  @Test
  void everyAddressAnswersWhoeverAcceptsNothingButWhatIsDescribed() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : paths().toList()) {
        String form =
            names(real(operation(path).get("responses").get("200")).get("content"))
                .findFirst()
                .orElseThrow();
        String about = path.startsWith("/api/resources") ? url(SampleWorld.BRAIN) : "";
        HttpRequest request =
            HttpRequest.newBuilder(search.at(path.replace("{id}", "snap") + about))
                .header("accept", form)
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).get().asString().startsWith(form);
      }
    }
  }

  @Test
  void everyFieldDescribedIsGivenSomewhere() throws Exception {
    StringBuilder given = new StringBuilder();
    for (List<String> asked : questions().values()) {
      for (String question : asked) {
        given.append(search.get(question).body());
      }
    }
    description
        .get("components")
        .get("schemas")
        .findValues("properties")
        .forEach(properties ->
            names(properties).forEach(name -> assertThat(given).contains("\"" + name + "\":")));
  }

  @Test
  void feedsSayWhatTheyAre() throws Exception {
    for (String feed : List.of("/search.atom", "/changes.atom", "/guide/snap.atom")) {
      assertThat(search.get(feed).headers().firstValue("content-type"))
          .get()
          .asString()
          .startsWith("application/atom+xml");
    }
  }

  @Test
  void pageForDevelopersLeadsToTheDescription() throws Exception {
    assertThat(search.get("/api").body()).contains("href=\"/api/openapi.yaml\"");
    assertThat(search.get("/").body()).contains("href=\"/api\">For developers</a>");
  }
}
