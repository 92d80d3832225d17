package signpost.bench.throughput;

/** A program or package a bench measures against is not on this machine; the message says how. */
final class MissingYardstick extends Exception {
  private static final long serialVersionUID = 1;

  MissingYardstick(String what, String install) {
    super(what + " is not installed: " + install);
  }
}
