package signpost.search.gate;

import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** A call of ingest or the notifier of which nobody answered what came. */
public final class LostCall {
  private static final List<Class<? extends Exception>> BEFORE_IT_WAS_SENT =
      List.of(ConnectException.class, UnknownHostException.class, NoRouteToHostException.class);

  private LostCall() {}

  /**
   * Whether nothing can have come of it: it was not sent, or was refused as wrong. Whoever is late,
   * falls silent, breaks down on the way or answers what we cannot read may have done it.
   */
  public static boolean changedNothing(HttpClientException failure) {
    return failure instanceof RefusedCallException
        || (failure instanceof HttpClientResponseException answer
            ? isRefusal(answer.getStatus().getCode())
            : wasNotSent(failure));
  }

  private static boolean isRefusal(int status) {
    return status >= 400 && status < 500;
  }

  private static boolean wasNotSent(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> BEFORE_IT_WAS_SENT.stream().anyMatch(it -> it.isInstance(cause)));
  }
}
