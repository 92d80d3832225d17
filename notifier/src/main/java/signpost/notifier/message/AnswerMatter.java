package signpost.notifier.message;

import java.util.Optional;

/** What a link to answer is about: a finding, for a guide. */
public record AnswerMatter(String guide, String finding) {
  /** As a link's words have it; a finding's id has no space. */
  public String subject() {
    return guide + " " + finding;
  }

  /** What a link's words say; nothing where they are no such words. */
  public static Optional<AnswerMatter> read(String subject) {
    int space = subject.lastIndexOf(' ');
    return space < 0
        ? Optional.empty()
        : Optional.of(new AnswerMatter(subject.substring(0, space), subject.substring(space + 1)));
  }
}
