package signpost.tools.repair;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.extract.MediaKind;

/** A guide's file with the answers applied; it is only read here, {@link FileSaving} writes. */
public final class GuideRepair {
  private static final long LARGEST = 50L << 20;
  private static final int LARGEST_MARKDOWN = 10 << 20;

  private final byte[] before;
  private final byte[] after;
  private final RepairReport report;

  private GuideRepair(byte[] before, byte[] after, RepairReport report) {
    this.before = before;
    this.after = after;
    this.report = report;
  }

  /**
   * @param page where the guide is on the web, for relative links
   * @throws RefusedException if it is no guide's file, or cannot be read
   */
  public static GuideRepair of(Path file, AnswersByAddress answers, Optional<WebUrl> page)
      throws RefusedException {
    try {
      return of(name(file), read(file), answers, page);
    } catch (IOException e) {
      throw new RefusedException(file + " cannot be read (" + FileReasons.of(e) + ").");
    } catch (RefusedException e) {
      throw new RefusedException(file + " cannot be repaired. " + e.getMessage());
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  private static byte[] read(Path file) throws IOException, RefusedException {
    if (Files.isDirectory(file)) {
      throw new RefusedException("It is a folder; give one file.");
    }
    if (!Files.isRegularFile(file)) {
      throw new RefusedException(
          Files.exists(file) ? "It is no ordinary file." : "There is no such file.");
    }
    if (Files.size(file) > LARGEST) {
      throw new RefusedException("It is larger than 50 MiB; no guide is.");
    }
    return Files.readAllBytes(file);
  }

  static GuideRepair of(String name, byte[] bytes, AnswersByAddress answers, Optional<WebUrl> page)
      throws RefusedException {
    GuideKind kind = GuideKind.of(name, bytes);
    RepairableGuide guide = guide(kind, bytes);
    var found = new RepairCollector(answers);
    guide.collect(page, found);
    RepairDecisions decisions = RepairDecisions.of(found);
    byte[] after = decisions.edits().isEmpty() ? bytes : guide.with(decisions.edits());
    var again = new RepairCollector(decisions.written());
    guide(kind, after).collect(page, again);
    if (!decisions.heldBy(again)) {
      throw new IllegalStateException("A repaired link does not lead where it was to lead.");
    }
    String word = kind.name().toLowerCase(Locale.ROOT);
    return new GuideRepair(
        bytes, after, new RepairReport(word, decisions.items(), answers.setAside()));
  }

  private static RepairableGuide guide(GuideKind kind, byte[] bytes) throws RefusedException {
    return switch (kind) {
      case HTML -> new TextGuide(FilePart.of(bytes), HtmlSpots::collect);
      case MARKDOWN -> new TextGuide(FilePart.of(bytes), MarkdownFile::collect);
      case DOCX -> WordGuide.of(bytes);
    };
  }

  /** A file whose addresses can be found and replaced. */
  interface RepairableGuide {
    void collect(Optional<WebUrl> page, RepairCollector found);

    /** The file's bytes with the edits made, by the name of the part. */
    byte[] with(Map<String, List<FilePart.TextEdit>> edits) throws RefusedException;
  }

  private interface GuideReader {
    void collect(String text, Optional<WebUrl> page, RepairCollector found);
  }

  private record TextGuide(FilePart part, GuideReader reading) implements RepairableGuide {
    @Override
    public void collect(Optional<WebUrl> page, RepairCollector found) {
      reading.collect(part.text(), page, found);
    }

    @Override
    public byte[] with(Map<String, List<FilePart.TextEdit>> edits) throws RefusedException {
      return part.with(edits.getOrDefault("", List.of()));
    }
  }

  private enum GuideKind {
    HTML,
    MARKDOWN,
    DOCX;

    private static final Map<String, String> OTHERS =
        Map.of(
            "%PDF-", "It is a PDF: repair the document it was made from.",
            "\u00D0\u00CF\u0011\u00E0", "It is an old or locked Word file: save it as .docx.",
            "{\\rtf", "It is an RTF file: save it as .docx.");

    static GuideKind of(String name, byte[] bytes) throws RefusedException {
      String start = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
      for (var other : OTHERS.entrySet()) {
        if (start.startsWith(other.getKey())) {
          throw new RefusedException(other.getValue());
        }
      }
      if (start.startsWith("PK")) {
        return DOCX;
      }
      MediaKind media = MediaKind.of(bytes, Optional.of("text/html"));
      if (name.matches(".*\\.(md|markdown|mdx)") && media != MediaKind.OTHER) {
        if (bytes.length > LARGEST_MARKDOWN) {
          throw new RefusedException("It is larger than 10 MiB; no guide in Markdown is.");
        }
        return MARKDOWN;
      }
      boolean html = name.matches(".*\\.(x?html?|xht)") && media == MediaKind.HTML;
      if (html || MediaKind.of(bytes, Optional.of("any")) == MediaKind.HTML) {
        return HTML;
      }
      throw new RefusedException("It is no Word document (.docx), HTML or Markdown.");
    }
  }

  public RepairReport report() {
    return report;
  }

  /** The file as it was read. */
  byte[] before() {
    return before;
  }

  /** The file as it is to be written. */
  byte[] after() {
    return after;
  }

  /** Whether there is anything to write. */
  public boolean changes() {
    return report.count(RepairItem.RepairOutcome.REPLACED) > 0;
  }
}
