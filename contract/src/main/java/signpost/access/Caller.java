package signpost.access;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.security.Principal;

/** Tells endpoints who asks: health shows its details only to whoever was let in. */
@Singleton
@Requires(beans = ApiGate.class)
final class Caller implements TypedRequestArgumentBinder<Principal> {
  private static final String ATTRIBUTE = "signpost.caller";
  private static final Principal LET_IN = () -> "signpost";

  static void letIn(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, LET_IN);
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
