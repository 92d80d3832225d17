package signpost.web.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.web.document.RefusedDocumentException.RefusalReason;

/**
 * Reads an EPUB: its chapters in the order of its spine, each a page in HTML.
 *
 * @see <a href="https://www.w3.org/TR/epub-33/">EPUB 3.3</a>
 */
public final class EpubFile {
  private static final int MOST_CHAPTERS = 5_000;
  private static final String CONTAINER = "META-INF/container.xml";

  private final ZippedParts parts;
  private final Map<String, BookItem> items = new LinkedHashMap<>();
  private final Set<String> spine = new LinkedHashSet<>();

  /** What a book lists; {@code path} is empty where it leads nowhere in the file. */
  private record BookItem(String path, String type, boolean contents) {}

  private EpubFile(ZippedParts parts) {
    this.parts = parts;
  }

  /**
   * @throws RefusedDocumentException if it cannot be read, or is larger than what we read
   */
  public static ReadDocument read(byte[] bytes) throws IOException {
    try (ZippedParts parts = ZippedParts.of(bytes)) {
      return new EpubFile(parts).read();
    }
  }

  private ReadDocument read() throws IOException {
    OfficeTitle stated = new OfficeTitle();
    Optional<String> listed = listed();
    if (listed.isPresent()) {
      String folder = listed.get().substring(0, listed.get().lastIndexOf('/') + 1);
      parts.read(listed.get(), new PackageReader(folder));
      parts.read(listed.get(), stated);
    }
    Set<String> locked = locked();
    PieceCollector pieces = new PieceCollector();
    for (BookItem chapter : chapters()) {
      if (locked.contains(chapter.path())) {
        throw new RefusedDocumentException(RefusalReason.ENCRYPTED, "is locked to one reader");
      }
      byte[] page = parts.bytes(chapter.path());
      BookChapter.read(chapter.path(), page, chapter.contents(), pieces);
    }
    List<DocumentPiece> all = pieces.pieces();
    return new ReadDocument(StatedTitle.of(stated.title(), all), stated.language(), 1, all);
  }

  /** The part that lists the book's contents. */
  private Optional<String> listed() throws IOException {
    List<String> found = new ArrayList<>();
    parts.read(
        CONTAINER,
        starts(element -> {
          if (element.name().equals("rootfile")) {
            PartPath.of("", element.value("full-path")).filter(parts::has).ifPresent(found::add);
          }
        }));
    return found.stream()
        .findFirst()
        .or(() -> parts.names().stream().filter(it -> it.endsWith(".opf")).sorted().findFirst());
  }

  /** Parts that only a reader with a key can open. Fonts are scrambled without one. */
  private Set<String> locked() throws IOException {
    Set<String> locked = new LinkedHashSet<>();
    parts.read(
        "META-INF/encryption.xml",
        starts(element -> {
          if (element.name().equals("CipherReference")) {
            PartPath.of("", element.value("URI")).ifPresent(locked::add);
          }
        }));
    return locked;
  }

  /** As the spine has them; else as they are listed; else as they lie in the file. */
  private List<BookItem> chapters() throws RefusedDocumentException {
    List<BookItem> chapters =
        spine.stream()
            .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
            .filter(it -> parts.has(it.path()))
            .distinct()
            .toList();
    if (chapters.isEmpty()) {
      chapters = items.values().stream().filter(it -> isPage(it) && parts.has(it.path())).toList();
    }
    if (chapters.isEmpty()) {
      chapters =
          parts.names().stream()
              .filter(it -> it.matches(".*\\.(?:xhtml|html?)"))
              .sorted()
              .map(it -> new BookItem(it, "", false))
              .toList();
    }
    if (chapters.isEmpty()) {
      throw RefusedDocumentException.damaged("there is no chapter in it");
    }
    if (chapters.size() > MOST_CHAPTERS) {
      throw RefusedDocumentException.tooBig("more than " + MOST_CHAPTERS + " chapters");
    }
    return chapters;
  }

  private static boolean isPage(BookItem item) {
    return item.type().equals("application/xhtml+xml") || item.type().equals("text/html");
  }

  private interface ElementReader {
    void starts(XmlElement element) throws IOException;
  }

  private static XmlVisitor starts(ElementReader reader) {
    return new XmlVisitor() {
      @Override
      public void starts(XmlElement element) throws IOException {
        reader.starts(element);
      }

      @Override
      public void ends(String name) {}
    };
  }

  private final class PackageReader implements XmlVisitor {
    private final String folder;

    PackageReader(String folder) {
      this.folder = folder;
    }

    @Override
    public void starts(XmlElement element) {
      if (element.name().equals("item")) {
        items.putIfAbsent(
            element.value("id"),
            new BookItem(
                PartPath.of(folder, element.value("href")).orElse(""),
                element.value("media-type"),
                (' ' + element.value("properties") + ' ').contains(" nav ")));
      } else if (element.name().equals("itemref") && spine.size() <= MOST_CHAPTERS) {
        spine.add(element.value("idref"));
      }
    }

    @Override
    public void ends(String name) {}
  }
}
