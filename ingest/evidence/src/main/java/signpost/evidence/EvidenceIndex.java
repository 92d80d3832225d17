package signpost.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.events.Sha256;
import signpost.evidence.ChainLine.Captured;
import signpost.evidence.ChainLine.Removed;
import signpost.evidence.ChainLine.Written;
import signpost.url.CanonicalUrl;

/** Where each record stands, and what captures an address has, as the chain's lines tell. */
final class EvidenceIndex {
  private final Map<Integer, PlacedRecord> records = new HashMap<>();
  private final Map<String, List<Integer>> files = new LinkedHashMap<>();
  private final Map<String, List<Integer>> addresses = new HashMap<>();
  private int lines;

  /** A record, where it is, and how it went if it was taken out. */
  record PlacedRecord(int line, Written written, long offset, Optional<Removed> gone) {
    /** The length of what stands there now. */
    long bytes() {
      return gone.map(Removed::bytes).orElse(written.bytes());
    }

    /** The digest of what stands there now. */
    String sha256() {
      return gone.map(Removed::sha256).orElse(written.sha256());
    }

    long end() {
      return offset + bytes();
    }

    /** Whether it stands, as it should, in what a file holds. */
    boolean isIn(byte[] file) {
      return end() <= file.length
          && sha256().equals(Sha256.of(Arrays.copyOfRange(file, (int) offset, (int) end())));
    }

    /**
     * Whether it is of an address, or of one that led there.
     *
     * @param before whether the record before it is: a request follows its answer
     */
    boolean isOf(CanonicalUrl address, boolean before) {
      return written
          .capture()
          .map(it -> it.isOf(address))
          .orElse(before && written.type().equals("request"));
    }

    Captured captured() {
      return written.capture().orElseThrow();
    }

    Instant at() {
      return captured().at();
    }
  }

  static EvidenceIndex of(List<ChainLine> lines) {
    EvidenceIndex index = new EvidenceIndex();
    lines.forEach(index::add);
    return index;
  }

  void add(ChainLine line) {
    lines++;
    switch (line) {
      case Written written -> {
        records.put(lines, new PlacedRecord(lines, written, length(written.file()), NOT_GONE));
        files.computeIfAbsent(written.file(), _ -> new ArrayList<>()).add(lines);
        written
            .capture()
            .ifPresent(
                it -> addresses.computeIfAbsent(it.address(), _ -> new ArrayList<>()).add(lines));
      }
      case Removed removed -> {
        PlacedRecord known = records.get(removed.of());
        if (known != null) {
          records.put(
              removed.of(),
              new PlacedRecord(
                  known.line(), known.written(), known.offset(), Optional.of(removed)));
          replace(known.written().file());
        }
      }
    }
  }

  private static final Optional<Removed> NOT_GONE = Optional.empty();

  /** What follows a record that became shorter or longer moves. */
  private void replace(String file) {
    long offset = 0;
    for (PlacedRecord it : records(file)) {
      records.put(it.line(), new PlacedRecord(it.line(), it.written(), offset, it.gone()));
      offset += it.bytes();
    }
  }

  int lines() {
    return lines;
  }

  /** The files in the order in which they were begun. */
  List<String> files() {
    return List.copyOf(files.keySet());
  }

  /** The records of a file in order. */
  List<PlacedRecord> records(String file) {
    return files.getOrDefault(file, List.of()).stream().map(this::record).toList();
  }

  /** How long a file must be. */
  long length(String file) {
    List<Integer> numbers = files.getOrDefault(file, List.of());
    return numbers.isEmpty() ? 0 : record(numbers.getLast()).end();
  }

  /** How long all files must be. */
  long length() {
    return files.keySet().stream().mapToLong(this::length).sum();
  }

  /** The captures of an address, oldest first, those that were removed too. */
  List<PlacedRecord> captures(CanonicalUrl address) {
    return addresses.getOrDefault(address.value(), List.of()).stream()
        .map(this::record)
        .sorted(Comparator.comparing(PlacedRecord::at))
        .toList();
  }

  /** All addresses that were ever captured. */
  List<CanonicalUrl> addresses() {
    return addresses.keySet().stream().sorted().map(CanonicalUrl::new).toList();
  }

  /** How many captures there are that were not removed. */
  long captures() {
    return addresses.values().stream()
        .flatMap(List::stream)
        .filter(it -> record(it).gone().isEmpty())
        .count();
  }

  private PlacedRecord record(int line) {
    PlacedRecord record = records.get(line);
    if (record == null) {
      throw new IllegalStateException("line " + line + " tells of no record");
    }
    return record;
  }
}
