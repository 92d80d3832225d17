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
import java.util.Optional;
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

  /** For these every reader's browser turns away; whatever else goes wrong says nothing of it. */
  private static final Set<TlsTrouble> REFUSED =
      EnumSet.of(TlsTrouble.EXPIRED, TlsTrouble.OTHER_NAME);

  private final String url;
  private final PublicCheckConfig check;
  private final InstantSource wall;
  private long askedNanos = System.nanoTime() - EVERY.toNanos();
  private List<Figure> known = List.of();

  PublicAddress(
      @Value("${signpost.public-url}") String url,
      PublicCheckConfig check,
      @Named("wall") InstantSource wall) {
    this.url = url;
    this.check = check;
    this.wall = wall;
  }

  @Override
  public List<Figure> figures() throws InterruptedException {
    if (check.enabled() && url.startsWith("https://") && isTime()) {
      known = List.of(); // what cannot be looked at is not as it was
      URI health = WebAnswer.health(URI.create(url));
      known = of(WebAnswer.of(health, check.tls(), WITHIN, WebAnswer.MOST_BYTES), wall.instant());
    }
    return known;
  }

  private boolean isTime() {
    if (System.nanoTime() - askedNanos >= EVERY.toNanos()) {
      askedNanos = System.nanoTime();
      return true;
    }
    return false;
  }

  /**
   * What an answer means. A certificate that every browser refuses has come to its end for readers;
   * one that is not believed here may be of an authority that theirs know.
   */
  static List<Figure> of(WebAnswer answer, Instant now) {
    List<Figure> figures = new ArrayList<>();
    switch (answer) {
      case WebAnswer.Answered it -> {
        figures.add(answers(it.isSignpost()));
        figures.add(trusted(true));
        it.certificateEndsAt()
            .ifPresent(at -> figures.add(left(Duration.between(now, at).toSeconds())));
        it.date()
            .map(there -> Duration.between(there, now).toMillis() / MILLIS)
            .map(ahead -> Figure.of(SignpostMeter.CLOCK_OFFSET, ahead, "public-url"))
            .ifPresent(figures::add);
      }
      case WebAnswer.Unreachable(Throwable why) -> {
        Optional<TlsTrouble> tls = TlsTrouble.of(why);
        figures.add(
            tls.filter(TlsTrouble.UNTRUSTED::equals).isPresent() ? trusted(false) : answers(false));
        tls.filter(REFUSED::contains).ifPresent(_ -> figures.add(left(0)));
      }
    }
    return figures;
  }

  private static Figure answers(boolean ours) {
    return Figure.of(SignpostMeter.PUBLIC_URL_ANSWERS, ours ? 1 : 0);
  }

  private static Figure trusted(boolean believed) {
    return Figure.of(SignpostMeter.PUBLIC_URL_TRUSTED, believed ? 1 : 0);
  }

  private static Figure left(long seconds) {
    return Figure.of(SignpostMeter.CERTIFICATE_LEFT, Math.max(0, seconds), "public-url");
  }
}
