package signpost.bench.moves;

import java.util.Optional;

/**
 * What a method made of one case.
 *
 * @param offered the path offered
 * @param requests how often the site was asked
 */
record MoveAnswer(MovedPage page, Optional<String> offered, int requests) {
  boolean isRight() {
    return offered.filter(page::isRight).isPresent();
  }
}
