package signpost.search.audit;

import io.micronaut.aop.Around;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a call by which somebody changes something in ingest or the notifier. Each is noted in the
 * audit log: of whoever is signed in before it is made, and what came of it.
 */
@Documented
@Around
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {
  /** What is done, in words: "pause a host". */
  String value();

  /** Fields of what is asked that are left out: what may be a secret, or is somebody's own. */
  String[] hidden() default {};
}
