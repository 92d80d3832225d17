package signpost.search.audit;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import signpost.search.index.StrangersText;

/**
 * Notes each act on its way to the part that carries it out. What cannot be noted is not done, nor
 * what neither somebody known nor the holder of a link asks for. Strangers fill no log: what is
 * asked without signing in is noted only once it was done.
 */
@Singleton
@InterceptorBean(Audited.class)
final class ActInterceptor implements MethodInterceptor<Object, Object> {
  private static final String DONE = "done";
  private static final int LONGEST = 400;
  private static final int DIGITS = 12;

  private final AuditLog log;

  ActInterceptor(AuditLog log) {
    this.log = log;
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
    String act = call.stringValue(Audited.class).orElseThrow();
    Actor actor = Actor.current();
    return actor.isKnown() ? noted(call, act, actor) : link(call, act, actor);
  }

  private @Nullable Object noted(
      MethodInvocationContext<Object, Object> call, String act, Actor actor) {
    long asked = log.asked(actor, act, asked(call));
    Object reply;
    try {
      reply = call.proceed();
    } catch (RuntimeException e) {
      log.came(asked, actor, act, Optional.empty(), unknown(e));
      throw e;
    }
    Map<String, String> fields = RecordFields.of(reply);
    Optional<String> before = Optional.ofNullable(fields.remove("before"));
    log.came(asked, actor, act, before, after(fields));
    return reply;
  }

  private static String unknown(RuntimeException why) {
    return "not known: " + StrangersText.brief(String.valueOf(why.getMessage()), LONGEST);
  }

  /** Words that sign a link stand as a digest, whoever sends them. */
  private static Map<String, String> asked(MethodInvocationContext<Object, Object> call) {
    Map<String, String> fields = RecordFields.of(call.getParameterValueMap());
    fields.keySet().removeAll(Set.of(call.stringValues(Audited.class, "hidden")));
    link(call).ifPresent(it -> fields.put("link", it));
    return fields;
  }

  private static Optional<String> link(MethodInvocationContext<Object, Object> call) {
    return RecordFields.secret(call.getParameterValueMap(), "token")
        .map(it -> AuditLog.digest(it).substring(0, DIGITS));
  }

  private static String after(Map<String, String> fields) {
    return fields.isEmpty() ? "there is no such thing" : RecordFields.words(fields);
  }

  /** Whoever holds a link in a mail is known to the notifier; here its digest stands for them. */
  private @Nullable Object link(
      MethodInvocationContext<Object, Object> call, String act, Actor actor) {
    String link =
        link(call).orElseThrow(() -> new IllegalStateException("Nobody known asks to " + act));
    Object reply = call.proceed();
    Map<String, String> fields = RecordFields.of(reply);
    if (DONE.equals(fields.get("outcome"))) {
      Optional<String> before = Optional.ofNullable(fields.remove("before"));
      log.done(
          actor.as("link " + link, SignInWay.MAIL_LINK), act, asked(call), before, after(fields));
    }
    return reply;
  }
}
