package signpost.search.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import signpost.search.account.Role;
import signpost.search.account.TokenScope;

/** Marks pages that only the people who run Signpost may see and use, and programs of theirs. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForOps {
  /** What a person must be. */
  Role role() default Role.OPERATOR;

  /** What a program’s token must be for. */
  TokenScope scope() default TokenScope.NONE;
}
