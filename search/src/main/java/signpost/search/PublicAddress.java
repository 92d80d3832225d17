package signpost.search;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;
import signpost.record.preflight.WebAnswer;
import signpost.record.tls.TlsTrouble;

/**
 * Whether readers reach us at an https public address, and how long its certificate is good for.
 * Somebody else's proxy may have that certificate, so the address is asked as a reader would.
 */
@Singleton
final class PublicAddress implements FigureSource {
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final Duration WITHIN = Duration.ofSeconds(8);
  private static final double MILLIS = 1_000;

  /** For these a reader's browser turns away; whatever else goes wrong says nothing of it. */
  private static final Set<TlsTrouble> REFUSED =
      EnumSet.of(TlsTrouble.EXPIRED, TlsTrouble.OTHER_NAME, TlsTrouble.UNTRUSTED);

  private final String url;
  private final InstantSource wall;
  private long askedNanos = System.nanoTime() - EVERY.toNanos();
  private List<Figure> known = List.of();

  PublicAddress(@Value("${signpost.public-url}") String url, @Named("wall") InstantSource wall) {
    this.url = url;
    this.wall = wall;
  }

  @Override
  public List<Figure> figures() throws InterruptedException {
    if (url.startsWith("https://") && System.nanoTime() - askedNanos >= EVERY.toNanos()) {
      askedNanos = System.nanoTime();
      known =
          of(
              WebAnswer.of(WebAnswer.health(URI.create(url)), WITHIN, WebAnswer.MOST_BYTES),
              wall.instant());
    }
    return known;
  }

  /** What an answer means; a certificate that is refused has come to its end for readers. */
  static List<Figure> of(WebAnswer answer, Instant now) {
    List<Figure> figures = new ArrayList<>();
    switch (answer) {
      case WebAnswer.Answered it -> {
        figures.add(answers(it.isSignpost()));
        it.certificateEndsAt()
            .ifPresent(at -> figures.add(left(Duration.between(now, at).toSeconds())));
        it.date()
            .map(there -> Duration.between(there, now).toMillis() / MILLIS)
            .map(ahead -> Figure.of(SignpostMeter.CLOCK_OFFSET, ahead, "public-url"))
            .ifPresent(figures::add);
      }
      case WebAnswer.Unreachable(Throwable why) -> {
        figures.add(answers(false));
        TlsTrouble.of(why).filter(REFUSED::contains).ifPresent(_ -> figures.add(left(0)));
      }
    }
    return figures;
  }

  private static Figure answers(boolean ours) {
    return Figure.of(SignpostMeter.PUBLIC_URL_ANSWERS, ours ? 1 : 0);
  }

  private static Figure left(long seconds) {
    return Figure.of(SignpostMeter.CERTIFICATE_LEFT, Math.max(0, seconds), "public-url");
  }
}
