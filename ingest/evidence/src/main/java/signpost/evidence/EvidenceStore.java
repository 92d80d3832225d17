package signpost.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.evidence.CaptureRule.CaptureAct;
import signpost.evidence.ChainLine.Written;
import signpost.evidence.EvidenceChain.ChainAddition;
import signpost.evidence.EvidenceChain.ChainReading;
import signpost.evidence.EvidenceIndex.PlacedRecord;
import signpost.evidence.HeldCaptures.HeldCapture;
import signpost.url.CanonicalUrl;
import signpost.web.browser.PagePicture;

/**
 * Keeps captures in a folder that one process at a time writes. What was not finished when the last
 * one stopped is cut off when it is opened; what is not as it was written is left as it is, and
 * nothing is added to it. Thread-safe.
 */
public final class EvidenceStore implements Closeable {
  private final EvidenceSettings settings;
  private final FileChannel lock;
  private final EvidenceChain chain;
  private final EvidenceIndex index;
  private final HeldCaptures held;
  private final RemovedAddresses removed;
  private String head;
  private long chainBytes;
  private long bytes;

  private EvidenceStore(EvidenceSettings settings, FileChannel lock, ChainReading read)
      throws IOException {
    this.settings = settings;
    this.lock = lock;
    this.chain = new EvidenceChain(settings.folder());
    this.index = EvidenceIndex.of(read.lines());
    this.held = HeldCaptures.in(settings.folder());
    this.removed = RemovedAddresses.of(settings.folder());
    this.head = read.head();
    this.chainBytes = read.bytes();
    this.bytes = chainBytes + index.length();
    for (Path file : held.all()) {
      bytes += Files.size(file);
    }
  }

  /**
   * Opens a folder, which need not be there yet.
   *
   * @throws EvidenceDamagedException if the chain, or the length of a file, is not as it was
   * @throws IOException if it cannot be written, or another process writes there
   */
  public static EvidenceStore open(EvidenceSettings settings) throws IOException {
    Files.createDirectories(settings.folder());
    FileChannel lock =
        FileChannel.open(
            settings.folder().resolve(EvidenceFolder.LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      if (!isFree(lock)) {
        throw new IOException("another process keeps evidence in " + settings.folder());
      }
      ChainReading read = new EvidenceChain(settings.folder()).read();
      if (!read.broken().isEmpty()) {
        throw new EvidenceDamagedException(read.broken().getFirst());
      }
      EvidenceMending.mend(settings.folder(), EvidenceIndex.of(read.lines()), read.head());
      return new EvidenceStore(settings, lock, read);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static boolean isFree(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false; // this very process has it
    }
  }

  /**
   * Takes a reading for what the rule makes of it.
   *
   * @param settled whether nothing in the reading still waits to be seen again
   */
  public synchronized KeepOutcome take(PageCapture capture, boolean settled) throws IOException {
    List<PlacedRecord> kept = index.captures(capture.address());
    Optional<KeptOut> reason =
        isRemoved(capture) || kept.stream().anyMatch(it -> it.gone().isPresent())
            ? Optional.of(KeptOut.REMOVED)
            : KeptOut.of(capture.answer());
    if (reason.isPresent()) {
      bytes -= held.remove(capture.address());
      return new KeepOutcome.Unwanted(reason.get());
    }
    Optional<HeldCapture> last = held.find(capture.address());
    CaptureAct act =
        CaptureRule.of(
            kept.isEmpty() ? Optional.empty() : Optional.of(version(kept.getLast().written())),
            last.map(it -> version(it.answer())),
            capture.version(),
            settled);
    return switch (act) {
      case PASS -> new KeepOutcome.Passed();
      case HOLD -> hold(capture, records(capture));
      case KEEP -> keep(capture, new byte[0]);
      case KEEP_BOTH -> keep(capture, before(kept, last.orElseThrow()));
    };
  }

  private boolean isRemoved(PageCapture capture) {
    return removed.contains(capture.address())
        || removed.contains(CanonicalUrl.of(capture.answer().finalUrl()));
  }

  /** What is held, unless it was kept when its successor could not be written. */
  private static byte[] before(List<PlacedRecord> kept, HeldCapture last) {
    String id = last.answer().id();
    return kept.stream().anyMatch(it -> it.written().id().equals(id))
        ? new byte[0]
        : last.members();
  }

  private static PageVersion version(Written answer) {
    return PageVersion.read(answer.capture().orElseThrow().version());
  }

  /** A body that the address had before is not written again. */
  private byte[] records(PageCapture capture) throws IOException {
    String digest = WarcRecords.digest(capture.answer().body().bytes());
    Optional<Written> same =
        index.captures(capture.address()).stream()
            .map(PlacedRecord::written)
            .filter(it -> it.type().equals("response"))
            .filter(it -> it.capture().orElseThrow().digest().equals(digest))
            .findFirst();
    return WarcRecords.of(capture, same);
  }

  private KeepOutcome hold(PageCapture capture, byte[] records) throws IOException {
    if (bytes + records.length > settings.limit()) {
      return new KeepOutcome.NoRoom(settings.limit());
    }
    bytes += held.put(capture.address(), records);
    return new KeepOutcome.Held();
  }

  private KeepOutcome keep(PageCapture capture, byte[] before) throws IOException {
    byte[] now = records(capture);
    if (bytes + before.length + now.length > settings.limit()) {
      return new KeepOutcome.NoRoom(settings.limit());
    }
    int records = before.length > 0 ? append(before, capture.at()) : 0;
    records += append(now, capture.at());
    bytes -= held.remove(capture.address());
    return new KeepOutcome.Kept(records);
  }

  /** Adds records to the day's file, and lines to the chain once they are on the disk. */
  private int append(byte[] members, Instant at) throws IOException {
    String file = file(at);
    List<Written> lines = new ArrayList<>();
    byte[] all = members;
    if (index.length(file) == 0) {
      if (Files.exists(settings.folder().resolve(file))) {
        throw new EvidenceDamagedException("the chain does not speak of " + file);
      }
      byte[] info = WarcRecords.info(file, head, at);
      all = new byte[info.length + members.length];
      System.arraycopy(info, 0, all, 0, info.length);
      System.arraycopy(members, 0, all, info.length, members.length);
    }
    lines.addAll(WarcRecords.read(all, file));
    write(settings.folder().resolve(file), index.length(file), all, List.copyOf(lines));
    bytes += all.length;
    return lines.size();
  }

  /** Records that the chain cannot speak of are taken back: their file is not the last for long. */
  private void write(Path file, long at, byte[] records, List<ChainLine> lines) throws IOException {
    EvidenceChain.write(file, at, records);
    try {
      add(lines);
    } catch (IOException e) {
      EvidenceChain.takeBack(file, at, e);
      throw e;
    }
  }

  private void add(List<ChainLine> lines) throws IOException {
    ChainAddition added = chain.append(head, chainBytes, lines);
    head = added.head();
    chainBytes += added.bytes();
    bytes += added.bytes();
    lines.forEach(index::add);
  }

  /** One file a day, by the clock in UTC, and another when it is full; never an earlier one. */
  private String file(Instant at) {
    String day = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    List<String> files = index.files();
    String last = files.isEmpty() ? "" : files.getLast();
    boolean going = !last.isEmpty() && last.compareTo(day) >= 0;
    if (going && index.length(last) < settings.fileBytes()) {
      return last;
    }
    return going ? last.substring(0, day.length()) + serial(serial(last) + 1) : day + serial(1);
  }

  private static int serial(String file) {
    return Integer.parseInt(file.substring("2026-01-01-".length()).replace(EvidenceFolder.END, ""));
  }

  private static String serial(int number) {
    return "-%04d%s".formatted(number, EvidenceFolder.END);
  }

  /**
   * Takes all captures of an address out, for good, and of those whose redirects led there: the
   * chain says that they were there, and why they are not, and nothing of the address is kept any
   * more.
   *
   * @return how many records were taken out
   */
  public synchronized int remove(CanonicalUrl address, String why, Instant at) throws IOException {
    removed.add(address);
    bytes -= held.removeAll(address);
    new KeptPictures(settings.folder()).removeAll();
    EvidenceMending.remove(settings.folder(), address);
    EvidenceRemoval removal = new EvidenceRemoval(reading(), settings.folder(), why, at);
    List<ChainLine> lines = removal.prepare(address);
    if (!lines.isEmpty()) {
      long before = index.length();
      add(lines);
      removal.finish();
      bytes += index.length() - before;
    }
    return lines.size();
  }

  /** What can be shown of an address, and what could once, oldest first. */
  public synchronized List<Memento> mementos(CanonicalUrl address) throws IOException {
    return reading().mementos(address);
  }

  /** The body of a memento, as {@link EvidenceFolder#body} has it. */
  public synchronized byte[] body(Memento memento) throws IOException {
    return reading().body(memento);
  }

  /** The picture that was made of a memento, as {@link EvidenceFolder#picture} has it. */
  public synchronized Optional<PagePicture> picture(Memento memento) throws IOException {
    return reading().picture(memento);
  }

  /** Keeps a picture of a memento, unless that was removed meanwhile. */
  public synchronized void keep(Memento memento, PagePicture picture) throws IOException {
    TimeMap shown = new TimeMap(memento.address(), "", reading().mementos(memento.address()));
    if (shown.at(memento.at()).isPresent()) {
      new KeptPictures(settings.folder()).put(memento, picture);
    }
  }

  private EvidenceFolder reading() {
    return new EvidenceFolder(settings.folder(), index, held);
  }

  /** How much is kept. */
  public synchronized EvidenceCount count() {
    return new EvidenceCount(index.addresses().size(), index.captures(), bytes, settings.limit());
  }

  /**
   * How much is kept, and the most that may be.
   *
   * @param captures those that can be shown
   */
  public record EvidenceCount(int addresses, long captures, long bytes, long limit) {}

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
