package signpost.http.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.security.Principal;

/** Tells endpoints who asks: health shows its details only to whoever was let in. */
@Singleton
public final class CallerAccess implements TypedRequestArgumentBinder<Principal> {
  private static final String ATTRIBUTE = "signpost.caller";
  private static final Principal LET_IN = () -> "signpost";

  /** Notes that whoever sent a request may see what is not for everybody. */
  public static void letIn(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, LET_IN);
  }

  /** Whether that was noted. */
  public static boolean isLetIn(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE).isPresent();
  }

  @Override
  public Argument<Principal> argumentType() {
    return Argument.of(Principal.class);
  }

  @Override
  public BindingResult<Principal> bind(
      ArgumentConversionContext<Principal> context, HttpRequest<?> request) {
    return () -> request.getAttribute(ATTRIBUTE, Principal.class);
  }
}
