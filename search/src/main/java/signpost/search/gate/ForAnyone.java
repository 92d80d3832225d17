package signpost.search.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what says the same to everybody who is not signed in: shared caches may keep its answers to
 * GET, and ask whether they still hold.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForAnyone {
  /** Whether programs ask, and pages of other sites may read the answers. */
  boolean programs() default false;
}
