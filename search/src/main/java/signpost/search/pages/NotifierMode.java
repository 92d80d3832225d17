package signpost.search.pages;

import io.micronaut.http.client.exceptions.HttpClientException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether owners are being told at all. It is asked now and then behind a page's back, so that no
 * page waits for the notifier; while that is away the last answer stands.
 */
@Singleton
final class NotifierMode {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final NotifierApi notifier;
  private final InstantSource wall;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Instant askedAt = Instant.MIN;
  private volatile Optional<String> warning = Optional.empty();

  NotifierMode(NotifierApi notifier, @Named("wall") InstantSource wall) {
    this.notifier = notifier;
    this.wall = wall;
  }

  /** What every page has to say above all else; empty when owners get their mails. */
  Optional<String> warning() {
    Instant now = wall.instant();
    if (!now.isBefore(askedAt.plus(FRESH)) && asking.compareAndSet(false, true)) {
      askedAt = now;
      Thread.ofVirtual().name("telling").start(this::ask);
    }
    return warning;
  }

  private void ask() {
    try {
      warning = words(notifier.status().telling());
    } catch (HttpClientException _) {
      // Away: what was known stands, and crawl control says who is away.
    } finally {
      asking.set(false);
    }
  }

  static Optional<String> words(String telling) {
    return switch (telling) {
      case "files" ->
          Optional.of(
              "Guides’ owners are not being told. No mail server is set up, so messages are only written to"
                  + " files.");
      case "shadow" ->
          Optional.of(
              "Guides’ owners are not being told yet. In the first days every message goes only to the people"
                  + " who run Signpost.");
      default -> Optional.empty();
    };
  }
}
