package signpost.search.gate;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import signpost.record.CauseChain;

/** A call to ingest or the notifier that failed, so that nobody said what came of it. */
public final class LostCall {
  private static final List<Class<? extends Exception>> BEFORE_IT_WAS_SENT =
      List.of(
          ConnectException.class,
          UnknownHostException.class,
          NoRouteToHostException.class,
          SSLHandshakeException.class);

  private LostCall() {}

  /**
   * Whether nothing can have come of it: it was not sent, or was refused as wrong. Whoever is late,
   * falls silent, breaks down on the way or answers what we cannot read may have done it.
   */
  public static boolean changedNothing(HttpClientException failure) {
    return switch (failure) {
      case RefusedCallException _ -> true;
      case HttpClientResponseException answer -> isRefusal(answer.code());
      default -> wasNotSent(failure);
    };
  }

  /** A proxy says 408 when it has waited too long for whoever it asked. */
  private static boolean isRefusal(int status) {
    return status / 100 == 4 && status != HttpStatus.REQUEST_TIMEOUT.getCode();
  }

  private static boolean wasNotSent(Throwable failure) {
    return CauseChain.of(failure).stream()
        .anyMatch(cause -> BEFORE_IT_WAS_SENT.stream().anyMatch(it -> it.isInstance(cause)));
  }
}
