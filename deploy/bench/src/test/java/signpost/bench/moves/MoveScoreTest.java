package signpost.bench.moves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import signpost.bench.moves.MovedPage.MoveKind;

class MoveScoreTest {
  private static final MovedPage MOVED = page(MoveKind.MOVED, "/new/");
  private static final MovedPage WEAK = page(MoveKind.WEAK, "/parent");
  private static final MovedPage GONE = page(MoveKind.GONE);

  @Test
  void offerOnAPageThatIsGoneIsAWrongOne() {
    MoveScore score = score(answer(MOVED, "/new"), answer(GONE, "/other"));

    assertThat(score.precision()).isEqualTo(0.5);
    assertThat(score.offeredOnGone()).isEqualTo(1);
  }

  @Test
  void silenceOnAWeakCaseIsNoMissAndAnOfferThereMustBeRight() {
    assertThat(score(answer(MOVED, "/new"), silence(WEAK)).recall()).isEqualTo(1);
    assertThat(score(answer(MOVED, "/new"), answer(WEAK, "/other")).precision()).isEqualTo(0.5);
  }

  @Test
  void silenceOnAMovedPageIsAMiss() {
    assertThat(score(answer(MOVED, "/new"), silence(MOVED)).recall()).isEqualTo(0.5);
  }

  @Test
  void addressesAreOneWithAndWithoutSlashAndIndex() {
    assertThat(answer(MOVED, "/new").isRight()).isTrue();
    assertThat(answer(MOVED, "/new/index.html").isRight()).isTrue();
    assertThat(answer(MOVED, "/newer").isRight()).isFalse();
  }

  private static MoveScore score(MoveAnswer... answers) {
    return new MoveScore(List.of(answers));
  }

  private static MoveAnswer answer(MovedPage page, String path) {
    return new MoveAnswer(page, Optional.of(path), 4);
  }

  private static MoveAnswer silence(MovedPage page) {
    return new MoveAnswer(page, Optional.empty(), 4);
  }

  private static MovedPage page(MoveKind kind, String... accept) {
    return new MovedPage("site", "/old", "words", false, Set.of(accept), kind, "redirect", "same");
  }
}
