package signpost.web.fetch;

import java.net.InetAddress;
import java.util.List;

/** Turns a host into the addresses that may be tried, once for each connection. */
interface NameLookup extends AutoCloseable {
  /** At least one address. */
  List<InetAddress> lookUp(String host, int port) throws VisitEnded;

  /** Releases what the look-up holds; most look-ups hold nothing. */
  @Override
  default void close() {}
}
