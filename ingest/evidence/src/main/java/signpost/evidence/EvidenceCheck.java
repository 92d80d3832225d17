package signpost.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import signpost.evidence.ChainLine.Captured;
import signpost.evidence.EvidenceChain.ChainReading;
import signpost.evidence.EvidenceFinding.Altered;
import signpost.evidence.EvidenceFinding.Noted;
import signpost.evidence.EvidenceIndex.PlacedRecord;

/** Looks whether everything in a folder of evidence is as it was written. Writes nothing. */
public final class EvidenceCheck {
  /** Ingest may write between the chain's being read and a file's: what is altered stays so. */
  private static final int AGAIN = 2;

  private static final Set<String> OURS =
      Set.of(EvidenceChain.NAME, EvidenceFolder.LOCK, HeldCaptures.FOLDER, KeptPictures.FOLDER);

  private final Path folder;
  private final ChainReading chain;
  private final EvidenceIndex index;
  private final List<EvidenceFinding> findings = new ArrayList<>();
  private int records;

  private EvidenceCheck(Path folder, ChainReading chain) {
    this.folder = folder;
    this.chain = chain;
    this.index = EvidenceIndex.of(chain.lines());
  }

  /**
   * What was found.
   *
   * @param head the digest that stands for everything there is: whoever notes it elsewhere can
   *     prove later that nothing of it was taken away
   */
  public record CheckReport(
      int files, int records, long captures, String head, List<EvidenceFinding> findings) {
    public CheckReport {
      findings = List.copyOf(findings);
    }

    /** Whether everything is as it was written. */
    public boolean isWhole() {
      return findings.stream().noneMatch(Altered.class::isInstance);
    }
  }

  /**
   * Checks a folder.
   *
   * @param noted a digest that an earlier report had as its head
   * @throws IOException if it cannot be read
   */
  public static CheckReport check(Path folder, Optional<String> noted) throws IOException {
    CheckReport report = look(folder, noted);
    for (int again = 0; again < AGAIN && !report.isWhole(); again++) {
      report = look(folder, noted);
    }
    return report;
  }

  private static CheckReport look(Path folder, Optional<String> noted) throws IOException {
    EvidenceCheck check = new EvidenceCheck(folder, new EvidenceChain(folder).read());
    check.chain(noted);
    for (String file : check.index.files()) {
      check.file(file);
    }
    check.held();
    check.others();
    return new CheckReport(
        check.index.files().size(),
        check.records,
        check.index.captures(),
        check.chain.head(),
        check.findings);
  }

  private void chain(Optional<String> noted) {
    chain.broken().forEach(it -> findings.add(new Altered(it)));
    if (chain.unfinished() && chain.broken().isEmpty()) {
      findings.add(
          new Noted("the last line of " + EvidenceChain.NAME + " was begun and not finished"));
    }
    noted
        .filter(it -> !it.equals(EvidenceChain.START) && !chain.digests().contains(it))
        .ifPresent(it ->
            findings.add(
                new Altered(
                    "the chain does not contain " + it + ": its end was taken off or rewritten")));
  }

  private void file(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      findings.add(new Altered(name + " is not there"));
      return;
    }
    byte[] all = Files.readAllBytes(file);
    for (PlacedRecord record : index.records(name)) {
      record(name, all, record);
    }
    long more = all.length - index.length(name);
    if (more > 0 && name.equals(index.files().getLast())) {
      findings.add(
          new Noted(
              "%s ends in %d bytes that no line of the chain speaks of: they were not finished, and are"
                      .formatted(name, more)
                  + " cut off at the next start, or set aside where records stand there"));
    } else if (more > 0) {
      findings.add(new Altered("%s has %d bytes that are not ours".formatted(name, more)));
    }
  }

  private void record(String file, byte[] all, PlacedRecord record) {
    records++;
    if (!record.isIn(all)) {
      findings.add(
          new Altered(
              "%s is not as it was written: %s".formatted(where(file, record), what(record))));
      return;
    }
    byte[] member = Arrays.copyOfRange(all, (int) record.offset(), (int) record.end());
    WarcRecords.fault(member)
        .ifPresent(why -> findings.add(new Altered(where(file, record) + ": " + why)));
    record
        .gone()
        .filter(_ -> record.written().capture().isPresent())
        .ifPresent(gone ->
            findings.add(
                new Noted(
                    "%s was removed on %s because: %s"
                        .formatted(what(record), ReplayedPage.day(gone.at()), gone.why()))));
  }

  private static String where(String file, PlacedRecord record) {
    return "%s at %d".formatted(file, record.offset());
  }

  private static String what(PlacedRecord record) {
    Optional<Captured> capture = record.written().capture();
    return capture
        .map(it -> "the capture of " + it.address() + " of " + it.at())
        .orElseGet(() -> "a record of type " + record.written().type());
  }

  private void held() throws IOException {
    for (Path file : HeldCaptures.in(folder).all()) {
      String name = HeldCaptures.FOLDER + "/" + file.getFileName();
      if (HeldCaptures.isBegun(file)) {
        findings.add(new Noted(name + " was begun and not finished"));
      } else if (!isWhole(file)) {
        findings.add(new Altered(name + " does not hold what its name says"));
      }
    }
  }

  private static boolean isWhole(Path file) throws IOException {
    try {
      return HeldCaptures.isWhole(file, Files.readAllBytes(file));
    } catch (NoSuchFileException _) {
      return true; // the next reading has taken its place
    }
  }

  /** Pictures are no evidence: they can be made anew. */
  private void others() throws IOException {
    List<String> others;
    try (Stream<Path> all = Files.list(folder)) {
      others =
          all.map(it -> it.getFileName().toString())
              .filter(it -> !index.files().contains(it))
              .filter(it -> !OURS.contains(it))
              .sorted()
              .toList();
    }
    for (String name : others) {
      findings.add(other(name));
    }
  }

  /** The chain is not what it was where records are left of which it does not speak. */
  private EvidenceFinding other(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!name.endsWith(EvidenceFolder.END)) {
      return new Noted(name + " is not ours, and proves nothing");
    }
    return EvidenceMending.isBegun(file, index.files(), chain.head())
        ? new Noted(name + " was begun and not finished: it is set aside at the next start")
        : new Altered("the chain does not speak of " + name);
  }
}
