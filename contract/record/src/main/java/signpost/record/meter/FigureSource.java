package signpost.record.meter;

import java.util.List;

/** Where figures come from that must be asked for: a database, Kafka, a disk. */
@FunctionalInterface
public interface FigureSource {
  /** Each as it stands now; what cannot be known is left out. It may wait, and it may fail. */
  List<Figure> figures() throws Exception;
}
