package signpost.search.pages;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.gate.ClientAddress;
import signpost.search.gate.LostCall;
import signpost.search.gate.PageViewer;
import signpost.search.gate.RefusedCallException;
import signpost.search.pages.PageFrame.NavigationEntry;

/** Pages that rest on the notifier: without it they say so, and what may have been done. */
@Singleton
public final class NotifierPages {
  private static final Logger log = LoggerFactory.getLogger(NotifierPages.class);

  private final NotifierApi api;
  private final PageFrames frames;
  private final HtmlRenderer html;
  private final ClientAddress clients;

  NotifierPages(NotifierApi api, PageFrames frames, HtmlRenderer html, ClientAddress clients) {
    this.api = api;
    this.frames = frames;
    this.html = html;
    this.clients = clients;
  }

  /** Who counts as one asker, for its limits. */
  public String client(HttpRequest<?> request) {
    return clients.of(request);
  }

  /** A page of one message. {@code link} and {@code label} may be empty. */
  record MessageModel(PageFrame frame, String heading, String text, String link, String label) {}

  /** Asks it for what a page needs. Signed links are nobody else's business, so nothing is kept. */
  public MutableHttpResponse<?> ask(Function<NotifierApi, MutableHttpResponse<?>> page) {
    try {
      return secret(page.apply(api));
    } catch (RefusedCallException e) {
      return refused(e);
    } catch (HttpClientResponseException e) {
      log.warn("The notifier refused: {}", e.getMessage());
      return away(e);
    } catch (HttpClientException e) {
      return away(e);
    }
  }

  private MutableHttpResponse<?> away(HttpClientException failure) {
    return word(
        HttpStatus.SERVICE_UNAVAILABLE,
        "That does not work at the moment",
        LostCall.changedNothing(failure)
            ? "The part of Signpost that writes to guides’ owners does not answer. Nothing was"
                + " changed. Try again in a few minutes."
            : "The part of Signpost that writes to guides’ owners gave no answer that we can read."
                + " If you sent something, it may have arrived all the same. Look again in a few"
                + " minutes.");
  }

  /** Readers cannot mend it; ops learn what to set. */
  private MutableHttpResponse<?> refused(RefusedCallException refusal) {
    return PageViewer.isOps()
        ? word(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The notifier does not let search in",
            PageFormat.refusal(refusal.reason(), "signpost.notifier.url") + " Nothing was changed.")
        : word(
            HttpStatus.SERVICE_UNAVAILABLE,
            "That does not work at the moment",
            RefusedCallException.FOR_READERS + " Nothing was changed.");
  }

  /** A page of a heading and a sentence. */
  public MutableHttpResponse<String> word(HttpStatus status, String heading, String text) {
    return word(status, heading, text, "", "");
  }

  /** The same with a link to go on. */
  public MutableHttpResponse<String> word(
      HttpStatus status, String heading, String text, String link, String label) {
    return html.page(
        status,
        "word",
        new MessageModel(
            frames.of(heading, NavigationEntry.ELSEWHERE), heading, text, link, label));
  }

  /** A link that is not good: why, and how to get another. */
  public MutableHttpResponse<String> refused(NotifierApi.NotifierReply reply) {
    HttpStatus status =
        switch (reply.outcome()) {
          case "expired", "unknown" -> HttpStatus.GONE;
          case "too-often" -> HttpStatus.TOO_MANY_REQUESTS;
          default -> HttpStatus.FORBIDDEN;
        };
    return word(
        status,
        "This link cannot be used",
        reply.words(),
        PageViewer.hasAddress() ? "/yours" : "/yours/link",
        PageViewer.hasAddress() ? "Your page" : "Get a new link by email");
  }

  public static MutableHttpResponse<?> secret(MutableHttpResponse<?> response) {
    return response.header("cache-control", "no-store").header("x-robots-tag", "noindex");
  }
}
