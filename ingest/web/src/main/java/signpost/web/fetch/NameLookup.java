package signpost.web.fetch;

import java.net.InetAddress;
import java.util.List;

/** Turns a host into the addresses that may be tried, once for each connection. */
interface NameLookup extends AutoCloseable {
  /** At least one address. */
  List<InetAddress> lookUp(String host, int port) throws VisitEnded;

  /** Nothing to give back, for most. */
  @Override
  default void close() {}
}
