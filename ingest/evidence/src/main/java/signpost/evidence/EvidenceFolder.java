package signpost.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.Sha256;
import signpost.evidence.EvidenceChain.ChainReading;
import signpost.evidence.EvidenceIndex.PlacedRecord;
import signpost.evidence.HeldCaptures.HeldCapture;
import signpost.url.CanonicalUrl;
import signpost.web.browser.PagePicture;

/** A folder of evidence as it stands, for reading: nothing is written or mended. */
public final class EvidenceFolder {
  /** What it is called in the data folder of an ingest. */
  public static final String NAME = "evidence";

  static final String LOCK = "lock";
  static final String END = ".warc.gz";

  private final Path folder;
  private final EvidenceIndex index;
  private final HeldCaptures held;

  EvidenceFolder(Path folder, EvidenceIndex index, HeldCaptures held) {
    this.folder = folder;
    this.index = index;
    this.held = held;
  }

  /** Whether anything is kept there. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve(EvidenceChain.NAME));
  }

  /** Opens it; whoever writes there goes on meanwhile. */
  public static EvidenceFolder read(Path folder) throws IOException {
    ChainReading chain = new EvidenceChain(folder).read();
    return new EvidenceFolder(folder, EvidenceIndex.of(chain.lines()), HeldCaptures.in(folder));
  }

  /** All addresses that were ever captured. */
  public List<CanonicalUrl> addresses() {
    return index.addresses();
  }

  /** What can be shown of an address, and what could once, oldest first. */
  public List<Memento> mementos(CanonicalUrl address) throws IOException {
    Stream<Memento> kept = index.captures(address).stream().map(it -> memento(address, it));
    Stream<Memento> last =
        held.find(address).stream()
            .map(it ->
                memento(address, it.answer().capture().orElseThrow(), true, Optional.empty()));
    return Stream.concat(kept, last).toList();
  }

  private static Memento memento(CanonicalUrl address, PlacedRecord record) {
    return memento(
        address,
        record.captured(),
        false,
        record.gone().map(it -> "removed on " + ReplayedPage.day(it.at()) + ": " + it.why()));
  }

  private static Memento memento(
      CanonicalUrl address, ChainLine.Captured it, boolean held, Optional<String> removed) {
    return new Memento(
        address,
        it.target(),
        it.at(),
        PageVersion.read(it.version()),
        it.status(),
        it.media(),
        held,
        removed);
  }

  /**
   * The body of a memento.
   *
   * @throws IOException if it was removed, or is damaged
   */
  public byte[] body(Memento memento) throws IOException {
    CanonicalUrl address = memento.address();
    Optional<HeldCapture> last = memento.held() ? held.find(address) : Optional.empty();
    if (last.isPresent()) {
      ChainLine.Captured answer = last.get().answer().capture().orElseThrow();
      return answer.of().isPresent()
          ? body(original(address, answer.of().get()))
          : WarcRecords.body(last.get().members());
    }
    PlacedRecord record =
        index.captures(address).stream()
            .filter(it -> it.at().equals(memento.at()) && it.gone().isEmpty())
            .findFirst()
            .orElseThrow(() -> new IOException("there is no such capture any more"));
    Optional<String> of = record.captured().of();
    return body(of.isPresent() ? original(address, of.get()) : record);
  }

  /** The picture that was made of a memento, if it is still kept. */
  public Optional<PagePicture> picture(Memento memento) throws IOException {
    return new KeptPictures(folder).find(memento);
  }

  private PlacedRecord original(CanonicalUrl address, String id) throws IOException {
    return index.captures(address).stream()
        .filter(it -> it.written().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IOException("the capture that had the same body is not there"));
  }

  private byte[] body(PlacedRecord record) throws IOException {
    byte[] member = bytes(record);
    if (!Sha256.of(member).equals(record.sha256())) {
      throw new EvidenceDamagedException("this capture is not as it was written");
    }
    return WarcRecords.body(member);
  }

  byte[] bytes(PlacedRecord record) throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve(record.written().file()).toFile(), "r")) {
      byte[] member = new byte[Math.toIntExact(record.bytes())];
      file.seek(record.offset());
      file.readFully(member);
      return member;
    }
  }

  EvidenceIndex index() {
    return index;
  }

  HeldCaptures held() {
    return held;
  }

  /** Files of records there are, in the order of their names. */
  static List<String> records(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(END))
          .sorted()
          .toList();
    }
  }
}
