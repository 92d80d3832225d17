package signpost.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import signpost.record.CauseChain;
import signpost.record.TroubleCause;
import signpost.record.UnusableFolderException;
import signpost.record.backup.UnusableBackup;
import signpost.record.store.UnusableDatabase;
import signpost.tools.CannotStartException;

/** What went wrong with a backup, as a sentence for whoever runs the command. */
final class ToldFailure {
  private ToldFailure() {}

  /** Work on files and databases. */
  interface FileWork<T> {
    T done() throws IOException;
  }

  /**
   * Does the work.
   *
   * @param what could not be done, as the beginning of a sentence
   * @param rest what that means, as a sentence
   * @throws CannotStartException where it fails for a reason that its user can mend
   */
  static <T> T told(String what, String rest, FileWork<T> work) {
    try {
      return work.done();
    } catch (UnusableBackup | UnusableDatabase | UnusableFolderException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    } catch (IOException | UncheckedIOException e) { // the latter of folders that are walked
      throw new CannotStartException("%s: %s. %s".formatted(what, why(e), rest), e);
    } catch (InvalidPathException e) {
      throw new CannotStartException(
          "%s: no file can be called “%s” here. %s Where the name is right, set LC_ALL=C.UTF-8."
              .formatted(what, e.getInput(), rest),
          e);
    }
  }

  /** Why, as a part of a sentence: whose the file is that we may not touch cannot be seen. */
  static String why(Throwable failed) {
    return CauseChain.of(failed).stream()
        .filter(AccessDeniedException.class::isInstance)
        .map(AccessDeniedException.class::cast)
        .findFirst()
        .map(it -> "this user may not read or write " + it.getFile())
        .orElseGet(() -> TroubleCause.of(failed).words());
  }
}
