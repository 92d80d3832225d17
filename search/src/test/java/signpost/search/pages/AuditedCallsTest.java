package signpost.search.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.annotation.Post;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.search.audit.Audited;

/** Whatever changes something in another part is noted. */
final class AuditedCallsTest {
  /** Anybody may ask these, and a log that strangers fill is none. */
  private static final Set<String> OF_STRANGERS =
      Set.of("subscribe", "sendLink", "report", "lookAgain");

  /**
   * One has its address in the body, out of sight of logs, and changes nothing; what searches find
   * is handed over by nobody.
   */
  private static final Set<String> OF_NOBODY = Set.of("vouched", "found");

  static Stream<Method> calls() throws ClassNotFoundException {
    return Stream.of(
            IngestApi.class,
            NotifierApi.class,
            Class.forName("signpost.search.pages.ops.EvidenceApi"))
        .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Post.class))
        .filter(method -> !OF_NOBODY.contains(method.getName()));
  }

  /** They are no calls of another part, and change something all the same. */
  @Test
  void whatSearchItselfDoesAboutParkedRecordsIsNoted() throws ClassNotFoundException {
    assertThat(Class.forName("signpost.search.pages.ops.ParkedActs").getDeclaredMethods())
        .filteredOn(it -> Set.of("replay", "dismiss", "dismissAll").contains(it.getName()))
        .hasSize(3)
        .allMatch(it -> it.isAnnotationPresent(Audited.class));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void callThatChangesSomethingIsNoted(Method call) {
    assertThat(call.isAnnotationPresent(Audited.class))
        .as(call.toString())
        .isNotEqualTo(OF_STRANGERS.contains(call.getName()));
  }
}
