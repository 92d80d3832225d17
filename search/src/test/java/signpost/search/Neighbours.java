package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import signpost.catalogue.MailAddress;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;
import signpost.events.FailureClass;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.LinkHealth;
import signpost.events.PageSuccessor;
import signpost.events.WireRecord;
import signpost.http.ModuleSettings;
import signpost.http.access.ModuleSecret;
import signpost.ingest.backlog.IngestBacklog;
import signpost.kit.SharedBroker;
import signpost.notifier.delivery.Deliveries;
import signpost.notifier.desk.SearchFollowing;
import signpost.notifier.follow.FollowedSearch;
import signpost.notifier.follow.FollowedSearches;
import signpost.notifier.person.PersonRecords;
import signpost.notifier.token.LinkTokens;
import signpost.notifier.token.TokenPurpose;
import signpost.record.store.Database;

/**
 * An ingest and a notifier as they run, which have visited a site and told an owner of the sample
 * world: what search shows of them comes from them and from nobody else.
 */
final class Neighbours implements AutoCloseable {

  private static final String MADE = "made by whoever started both";

  private final HttpServer site;
  private final String prefix;
  private final ApplicationContext ingest;
  private final ApplicationContext notifier;
  private volatile Duration passed = Duration.ZERO;

  private Neighbours(Path folder, String prefix, Map<String, Object> telling) throws IOException {
    this.prefix = prefix;
    this.site = site();
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(catalogue.resolve("snap.yaml"), guide());
    Map<String, Object> crawling = new HashMap<>();
    crawling.put("signpost.contact", "https://council.example/");
    crawling.put("signpost.fetch.resolve", "*.localhost=127.0.0.1");
    crawling.put("signpost.fetch.allow", "127.0.0.1/32:" + site.getAddress().getPort());
    crawling.put("signpost.api.token", telling.getOrDefault("signpost.api.token", ""));
    this.ingest = module("ingest", folder, crawling);
    Map<String, Object> settings = new HashMap<>(telling);
    settings.put(ModuleSecret.MADE_KEY, MADE);
    settings.put("signpost.clock", "external");
    settings.put("signpost.shadow-days", 0);
    settings.put("signpost.debounce", "0s");
    settings.put("signpost.first-report-settling", "0s");
    settings.put("signpost.tick", "20ms");
    this.notifier = module("notifier", folder, settings);
  }

  /** With whatever else the notifier is told, such as where mails go; a token is for both. */
  static Neighbours start(Path folder, String prefix, Map<String, Object> telling)
      throws IOException {
    Neighbours neighbours = new Neighbours(folder, prefix, telling);
    neighbours.send(SampleWorld.events());
    IngestBacklog visits = neighbours.ingest.getBean(IngestBacklog.class);
    Awaitility.await().until(() -> visits.nextDueAt().isPresent());
    Awaitility.await().until(() -> neighbours.mails().contains("/answer?t="));
    return neighbours;
  }

  /** Where search finds them. */
  Map<String, Object> settings() {
    return Map.of(
        "signpost.ingest.url",
        url(ingest),
        "signpost.notifier.url",
        url(notifier),
        ModuleSecret.MADE_KEY,
        MADE);
  }

  /** The words of a link in a mail to a page of ours: {@code /answer}, {@code /yours}. */
  String token(String page) {
    return token(page, mails());
  }

  private static String token(String page, String mails) {
    return Pattern.compile(Pattern.quote(page) + "\\?t=([\\w.~-]+)")
        .matcher(mails)
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  /** The same of the mails to one address. */
  String tokenTo(String address, String page) {
    return token(page, mails(address));
  }

  /** All that was sent to one address. */
  String mails(String address) {
    return String.join(
        "\n",
        notifier.getBean(Deliveries.class).latest(100).stream()
            .filter(it -> it.mail().to().equalsIgnoreCase(address))
            .map(it -> it.mail().text())
            .toList());
  }

  /** Moves the notifier's clock on. */
  void later(Duration passed) {
    this.passed = this.passed.plus(passed);
  }

  /** The searches that somebody follows. */
  List<String> followed() {
    return notifier.getBean(SearchFollowing.class).followed();
  }

  /** Whether search has handed over what each of them found when it began. */
  boolean knowsWhatFollowedSearchesFound() {
    return !followed().isEmpty()
        && notifier
            .getBean(Database.class)
            .read(handle ->
                FollowedSearches.following(handle, followed().getFirst()).stream()
                    .allMatch(FollowedSearch::based));
  }

  /** The words of a link to answer that was good until now. */
  String expired() {
    return notifier
        .getBean(LinkTokens.class)
        .issue(TokenPurpose.ANSWER, SampleWorld.OWNER, "none", Duration.ZERO);
  }

  /** A placed page ends, and is found elsewhere; returns the words of a link to replace it with. */
  String finds(String url, String now) {
    send(
        List.of(
            Samples.transition(
                url,
                new LinkHealth.Ok(),
                new LinkHealth.Broken(FailureClass.NOT_FOUND, Samples.MORNING)),
            new SuccessorFound(
                Samples.url(url),
                new PageSuccessor.Offered(now, "The page as it is now", "Same title"),
                Samples.NOON)));
    String host = URI.create(url).resolve("/").toString().replaceFirst("/$", "");
    return notifier
        .getBean(LinkTokens.class)
        .issue(
            TokenPurpose.REPLACE,
            SampleWorld.OWNER,
            String.join(" ", "snap", host, SampleWorld.OWNER),
            LinkTokens.MAIL);
  }

  /** Pages that rest on the notifier, by what they are: with links that are good, and one not. */
  Map<String, String> pages(RunningSearch search) throws IOException, InterruptedException {
    search.post(
        "/subscribe",
        "of=guide%3Asnap&email=ann@elsewhere.example",
        Map.of("origin", search.address().toString()));
    Awaitility.await().until(() -> mails().contains("/subscribe/confirm?t="));
    String answer = "/answer?t=" + token("/answer");
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("answer", answer);
    pages.put("answer replace", answer + "&answer=replace");
    pages.put("answer done", answer + "&done=1");
    pages.put("answer expired", "/answer?t=" + expired());
    pages.put("answer refused", "/answer?t=bad");
    pages.put("yours", "/yours?t=" + token("/yours"));
    pages.put("yours refused", "/yours?t=bad");
    pages.put("yours link", "/yours/link");
    pages.put("yours link done", "/yours/link?done=1");
    pages.put("subscribe", "/subscribe?of=guide%3Asnap");
    pages.put("subscribe confirm", "/subscribe/confirm?t=" + token("/subscribe/confirm"));
    pages.put("subscribe search", "/subscribe?of=search%3Aq%3Dtrauma%26nation%3DWales");
    pages.put("unfollow", "/unfollow?t=bad");
    pages.put("unsubscribe", "/unsubscribe?t=" + token("/unsubscribe"));
    pages.put("report", "/report?url=https%3A%2F%2Fwww.gov-uk.example%2Ftoolkit");
    pages.put("notifications", "/notifications");
    String replacements = "/replacements?t=" + finds(SampleWorld.WALES, SampleWorld.WALES + "/now");
    Awaitility.await().until(() -> search.get(replacements).body().contains("<form"));
    pages.put("replacements", replacements);
    pages.put("replacements done", replacements + "&done=1");
    pages.put("answer not this", answer + "&done=not-this");
    return pages;
  }

  /** Forgets whoever reads there, as {@code signpost person remove} does. */
  void remove(String address, Path folder) throws IOException {
    new PersonRecords(notifier.getBean(Database.class), folder, List.of(), List.of())
        .remove(MailAddress.parse(address).orElseThrow(), Samples.NOON);
  }

  /** The host ingest visits. */
  String host() {
    return "http://site.localhost:" + site.getAddress().getPort();
  }

  /** All that was sent. */
  String mails() {
    return String.join(
        "\n",
        notifier.getBean(Deliveries.class).latest(100).stream()
            .map(it -> it.mail().text())
            .toList());
  }

  private String guide() {
    return """
    guide: {id: snap, title: Snap Guide, owners: [%1$s]}
    owners:
      %1$s: {name: Jo Bloggs, email: jo@council.example, zone: Europe/London}
      paths: {name: Paths team, email: both@council.example}
      roads: {name: Roads team, email: both@council.example}
    sections: [{title: One, resources: [{text: A page, url: "%2$s/page", status: active}]}]
    """
        .formatted(SampleWorld.OWNER, host());
  }

  private ApplicationContext module(String name, Path folder, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("micronaut.server.port", -1);
    settings.put("signpost.data", folder.resolve(name).toString());
    settings.put("signpost.catalogue", folder.resolve("catalogue").toString());
    settings.put("signpost.kafka.bootstrap-servers", SharedBroker.bootstrapServers());
    settings.put("signpost.kafka.topic-prefix", prefix + name + ".");
    ApplicationContext context =
        ApplicationContext.builder()
            .overrideConfigLocations(ModuleSettings.of(name))
            .deduceEnvironment(false)
            .properties(settings)
            .build();
    InstantSource noon = () -> Samples.NOON.plus(passed);
    if (settings.containsKey("signpost.clock")) {
      context.registerSingleton(InstantSource.class, noon, Qualifiers.byName("clock"));
    }
    context.start();
    context.getBean(EmbeddedServer.class).start();
    return context;
  }

  private static String url(ApplicationContext module) {
    return module.getBean(EmbeddedServer.class).getURL().toString();
  }

  private void send(List<Event> events) {
    Map<String, Object> config = Map.of("bootstrap.servers", SharedBroker.bootstrapServers());
    Map<String, Long> sequences = new HashMap<>();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (Event event : events) {
        long sequence = sequences.merge(event.topic() + event.key(), 1L, Long::sum);
        WireRecord message =
            EventCodec.encode(Envelope.of(event, "signpost/ingest", Samples.NOON, sequence));
        ProducerRecord<String, byte[]> record =
            new ProducerRecord<>(
                prefix + "notifier." + message.topic(),
                message.key(),
                message.value().orElseThrow());
        message.headers().forEach((key, value) -> record.headers().add(key, value.getBytes(UTF_8)));
        producer.send(record).get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpServer site() throws IOException {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          byte[] page =
              "<html lang=en><title>A page</title><p>Somebody’s words.</p>".getBytes(UTF_8);
          boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
          exchange.getResponseHeaders().add("content-type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(robots ? 404 : 200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
    return site;
  }

  @Override
  public void close() {
    ingest.close();
    notifier.close();
    site.stop(0);
  }
}
