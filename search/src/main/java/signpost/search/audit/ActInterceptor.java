package signpost.search.audit;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Sha256;
import signpost.search.index.StrangersText;

/**
 * Notes each act on its way to the part that carries it out. What those who run Signpost ask is not
 * done where it cannot be noted, nor is what nobody known asks for without a link. Strangers fill
 * no log, and anybody may subscribe and sign in: what is asked by signed words, of a mail or of
 * one's own page, is noted once the notifier says that it changed something: where its answer is
 * lost, it alone knows. What was done is answered, and where the log cannot be written then, the
 * log of the process says what came of it.
 */
@Singleton
@InterceptorBean(Audited.class)
final class ActInterceptor implements MethodInterceptor<Object, Object> {
  private static final Logger process = LoggerFactory.getLogger(ActInterceptor.class);
  private static final String DONE = "done";
  private static final String READER = "reader";

  /** What a reply says of what it was done to. */
  private static final List<String> DONE_TO = List.of("guide", "findings", "page", READER);

  private static final int LONGEST = 400;
  private static final int DIGITS = 12;

  private final AuditLog log;
  private final LinkLog links;

  ActInterceptor(AuditLog log, LinkLog links) {
    this.log = log;
    this.links = links;
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
    String act = call.stringValue(Audited.class).orElseThrow();
    Actor actor = Actor.current();
    Optional<String> link = link(call);
    if (link.isPresent()) {
      return linked(call, act, actor, link.get());
    }
    if (!actor.isKnown()) {
      throw new IllegalStateException("Nobody known asks to " + act);
    }
    return noted(call, act, actor);
  }

  private @Nullable Object noted(
      MethodInvocationContext<Object, Object> call, String act, Actor actor) {
    long asked = log.asked(actor, act, asked(call));
    Object reply;
    try {
      reply = call.proceed();
    } catch (RuntimeException e) {
      afterwards(
          act,
          "line " + asked,
          unknown(e),
          what -> log.came(asked, actor, act, Optional.empty(), what));
      throw e;
    }
    Map<String, String> fields = RecordFields.of(reply);
    Optional<String> before = Optional.ofNullable(fields.remove("before"));
    afterwards(
        act, "line " + asked, after(fields), what -> log.came(asked, actor, act, before, what));
    return reply;
  }

  /** It is done, or not: whoever asked is told so, whatever becomes of the line. */
  private static void afterwards(String act, String by, String what, Consumer<String> note) {
    try {
      note.accept(what);
    } catch (RuntimeException e) {
      process.error("The audit log has no line of what came of “{}”, {}: {}", act, by, what, e);
    }
  }

  private static String unknown(RuntimeException why) {
    return "not known: " + StrangersText.brief(String.valueOf(why.getMessage()), LONGEST);
  }

  /** Words that sign a link are not among them. */
  private static Map<String, String> asked(MethodInvocationContext<Object, Object> call) {
    Map<String, String> fields = RecordFields.of(call.getParameterValueMap());
    fields.keySet().removeAll(Set.of(call.stringValues(Audited.class, "hidden")));
    return fields;
  }

  private static Optional<String> link(MethodInvocationContext<Object, Object> call) {
    return RecordFields.secret(call.getParameterValueMap(), "token")
        .map(it -> Sha256.of(it).substring(0, DIGITS));
  }

  private static String after(Map<String, String> fields) {
    return fields.isEmpty() ? "there is no such thing" : RecordFields.words(fields);
  }

  /**
   * Nothing says from where they came. Whoever holds a link from a mail is known to the notifier,
   * and its digest stands for them; that of whoever is signed in was made for this one request, and
   * they are named, with whose page it was.
   */
  private @Nullable Object linked(
      MethodInvocationContext<Object, Object> call, String act, Actor actor, String link) {
    Object reply = call.proceed();
    Map<String, String> fields = RecordFields.of(reply);
    Map<String, String> asked = asked(call);
    DONE_TO.forEach(
        it -> Optional.ofNullable(fields.remove(it)).ifPresent(of -> asked.put(it, of)));
    Actor holder = actor.fromNowhere();
    if (!actor.isKnown()) {
      holder = Actor.at("").as("link " + link, SignInWay.MAIL_LINK);
      asked.put("link", link);
      asked.remove(READER);
    }
    if (DONE.equals(fields.get("outcome"))) {
      Optional<String> before = Optional.ofNullable(fields.remove("before"));
      links.changed(holder, act, asked, before, after(fields));
    }
    return reply;
  }
}
