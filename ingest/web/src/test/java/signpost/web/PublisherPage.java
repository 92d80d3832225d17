package signpost.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PageExplanation;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;
import signpost.web.health.Observation;
import signpost.web.health.Observation.PageEnded;
import signpost.web.health.StatusPolicy;

/**
 * A page of the shape a publisher's template gives it, and the facts that hold of it.
 *
 * @param name of the file that holds it, below the folder of publishers
 * @param facts by the names that {@link #KEYS} lists
 */
record PublisherPage(String name, String html, Map<String, Object> facts) {
  private static final Set<String> KEYS =
      Set.of(
          "url",
          "title",
          "lead",
          "kind",
          "dates",
          "translations",
          "ending",
          "says",
          "home",
          "read",
          "unread",
          "links",
          "seen",
          "same");

  private static final Optional<String> TYPE = Optional.of("text/html; charset=utf-8");
  private static final MediaPageReader READER = new MediaPageReader(PublisherRules.builtIn());

  PublisherPage {
    facts.keySet().forEach(key -> known(key, name));
  }

  private static void known(String key, String name) {
    if (!KEYS.contains(key)) {
      throw new IllegalArgumentException(name + ": unknown fact '" + key + "'");
    }
  }

  /** The pages that the facts of one publisher name. */
  static Stream<PublisherPage> of(String publisher) {
    Map<String, Map<String, Object>> pages =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(resource(publisher + ".yaml"));
    return pages.entrySet().stream()
        .map(page -> {
          String name = publisher + "/" + page.getKey();
          return new PublisherPage(name, resource(name + ".html"), page.getValue());
        });
  }

  private static String resource(String name) {
    try (InputStream in = PublisherPage.class.getResourceAsStream("publishers/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same page where its publisher has written something else in one or more places. */
  PublisherPage with(String old, String young) {
    if (!html.contains(old)) {
      throw new IllegalArgumentException(name + " has no '" + old + "'");
    }
    return new PublisherPage(name, html.replace(old, young), facts);
  }

  WebUrl url() {
    return WebUrl.of(fact("url").orElseThrow());
  }

  Optional<String> fact(String key) {
    return Optional.ofNullable(facts.get(key)).map(String::valueOf);
  }

  List<String> list(String key) {
    return ((List<?>) facts.getOrDefault(key, List.of())).stream().map(String::valueOf).toList();
  }

  Map<?, ?> map(String key) {
    return (Map<?, ?>) facts.getOrDefault(key, Map.of());
  }

  ReadOutcome outcome() {
    return READER.read(bytes(), TYPE, url());
  }

  /** Fails where it cannot be read without doubt. */
  ReadablePage page() {
    return outcome() instanceof ReadOutcome.Read(ReadablePage page)
        ? page
        : throwing(name + ": " + outcome());
  }

  private static ReadablePage throwing(String why) {
    throw new AssertionError(why);
  }

  PageExplanation explained() {
    return READER.explain(bytes(), TYPE, url()).orElseThrow();
  }

  /** What it says, answered for with 200, of its own end. */
  Optional<PageEnded> ending() {
    Answered answer =
        new Answered(
            url(),
            url(),
            200,
            List.of(),
            new Headers(Map.of("content-type", List.of(TYPE.orElseThrow()))),
            ResponseBody.of(bytes()),
            Duration.ofMillis(50));
    return StatusPolicy.of(answer, Optional.of(page())) instanceof Observation.TargetWorks works
        ? works.ending()
        : Optional.empty();
  }

  private byte[] bytes() {
    return html.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}
