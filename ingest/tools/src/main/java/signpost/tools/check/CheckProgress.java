package signpost.tools.check;

/** Told now and then how far a check has come, by any thread. */
@FunctionalInterface
public interface CheckProgress {
  void at(int done, int known);
}
