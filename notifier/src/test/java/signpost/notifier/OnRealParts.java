package signpost.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A notifier with a real broker, a real database and a real SMTP server for each story. */
abstract class OnRealParts {
  static final String TOOLKIT = "https://gov.example/toolkit";
  static final String GUIDE_PAGE = "https://council.example/guide";
  static final String LEAFLET = "https://minds.example/leaflet.pdf";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final Map<String, MimeMessage> seen = new LinkedHashMap<>();
  private String prefix = "";
  GreenMail smtp;
  RunningNotifier notifier;

  /** The settings of an empty database. */
  abstract Map<String, Object> database();

  /** More settings, for a story that needs them. */
  Map<String, Object> settings() {
    return Map.of();
  }

  @BeforeEach
  void start(TestInfo test) throws IOException {
    smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    owners("mk: {name: Mary Kay, email: mk@council.example, zone: Europe/London}");
    prefix = getClass().getSimpleName() + "." + test.getTestMethod().orElseThrow().getName() + ".";
    Map<String, Object> settings = new HashMap<>(database());
    settings.put("signpost.smtp.host", "127.0.0.1");
    settings.put("signpost.smtp.port", smtp.getSmtp().getPort());
    settings.put("signpost.smtp.from", "signpost@council.example");
    settings.put("signpost.smtp.retry", "200ms");
    settings.putAll(settings());
    notifier = new RunningNotifier(prefix, folder, settings);
  }

  /** Serves again where it served; others on this machine may have the port for a moment. */
  void mailServerIsBack(int port) {
    smtp =
        onceFree(() -> {
          GreenMail again =
              new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
          again.start();
          return again;
        });
  }

  static <T> T onceFree(Callable<T> start) {
    return Awaitility.await().ignoreExceptions().until(start, Objects::nonNull);
  }

  /** What stands before the names of this test's topics. */
  String prefix() {
    return prefix;
  }

  @AfterEach
  void stop() {
    notifier.close();
    smtp.stop();
  }

  /** Writes who is who; a notifier that runs reads it at its next look. */
  void owners(String... lines) throws IOException {
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(
        catalogue.resolve("snap.yml"), "owners:\n  " + String.join("\n  ", lines) + "\n");
  }

  void listed(String... urls) {
    notifier.send(Given.guide(urls));
    notifier.sendAll(Arrays.stream(urls).map(Given::resource));
    notifier.sendAll(Arrays.stream(urls).map(Given::healthy));
    notifier.settle();
  }

  List<String> subjects() {
    return mails().stream().map(OnRealParts::subject).toList();
  }

  /** Everything received, in the order in which it was accepted: "mk@…: subject". */
  List<String> received() {
    return mails().stream().map(mail -> to(mail) + ": " + subject(mail)).toList();
  }

  /**
   * In the order in which they were seen here: the server keeps a folder for each address, so the
   * order among addresses is known only from one look to the next.
   */
  List<MimeMessage> mails() {
    Map<String, Integer> times = new HashMap<>();
    for (MimeMessage mail : smtp.getReceivedMessages()) {
      String key = to(mail) + times.merge(to(mail), 1, Integer::sum);
      seen.putIfAbsent(key, mail);
    }
    return List.copyOf(seen.values());
  }

  /** The server lost what it had. */
  void forgetSeen() {
    seen.clear();
  }

  MimeMessage lastMail() {
    return mails().getLast();
  }

  MimeMessage lastMailTo(String address) {
    return mails().stream().filter(it -> to(it).equals(address)).toList().getLast();
  }

  /** Moves the clock on, and waits until nothing is left to do. */
  void at(String instant) {
    notifier.now(Instant.parse(instant));
    notifier.settle();
  }

  /** The plain text of a mail. */
  static String text(MimeMessage mail) {
    return part(mail, 0);
  }

  /** The page that a mail is. */
  static String html(MimeMessage mail) {
    return part(mail, 1);
  }

  private static String part(MimeMessage mail, int number) {
    try {
      jakarta.mail.Multipart parts = (jakarta.mail.Multipart) mail.getContent();
      return ((String) parts.getBodyPart(number).getContent()).replace("\r\n", "\n");
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String to(MimeMessage mail) {
    try {
      return ((jakarta.mail.internet.InternetAddress) mail.getAllRecipients()[0]).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The token of the first link of a mail that leads to this page of ours. */
  static String token(MimeMessage mail, String page) {
    String before = page + "?t=";
    String text = text(mail);
    int at = text.indexOf(before) + before.length();
    if (at < before.length()) {
      throw new AssertionError("no link to " + page + " in:\n" + text);
    }
    return text.substring(at).split("[\\s&]", 2)[0];
  }

  String get(String path) {
    return exchange(HttpRequest.newBuilder(URI.create(notifier.url() + path)).build());
  }

  JsonNode read(String path, String token) {
    try {
      return JSON.readTree(
          get(path + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode json(String path) {
    try {
      return JSON.readTree(get(path));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode post(String path, Map<String, ?> body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(notifier.url() + path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build();
      return JSON.readTree(exchange(request));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers what the last link to answer in a mail is about. */
  JsonNode answer(MimeMessage mail, String answer) {
    return answer(mail, Map.of("answer", answer));
  }

  JsonNode answer(MimeMessage mail, Map<String, String> form) {
    Map<String, String> body = new HashMap<>(form);
    body.put("token", token(mail, "/answer"));
    return post("/api/answers", body);
  }

  private static String exchange(HttpRequest request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
