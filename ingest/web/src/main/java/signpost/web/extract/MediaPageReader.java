package signpost.web.extract;

import java.util.List;
import java.util.Optional;
import signpost.events.PageEvent;
import signpost.url.WebUrl;
import signpost.web.document.LockedOffice;
import signpost.web.extract.ReadOutcome.Unreadable;
import signpost.web.extract.ReadOutcome.UnreadableReason;

/** Routes by what the bytes are: HTML is read here, documents in a child process. */
public final class MediaPageReader implements PageReader, AutoCloseable {
  private final HtmlReader html;
  private final DocumentReader documents;
  private final PublisherRules rules;

  /** Opens nothing yet: a worker starts with the first document. */
  public MediaPageReader(PublisherRules rules) {
    this(rules, DocumentReader.usual());
  }

  MediaPageReader(PublisherRules rules, DocumentReader documents) {
    this.rules = rules;
    this.html = new HtmlReader(rules);
    this.documents = documents;
  }

  @Override
  public ReadOutcome read(byte[] bytes, Optional<String> contentType, WebUrl base) {
    if (bytes.length == 0) {
      return new Unreadable(UnreadableReason.EMPTY, "no bytes");
    }
    MediaKind kind = MediaKind.of(bytes, contentType);
    MediaKind labelled = MediaKind.labelled(contentType);
    if (LockedOffice.is(bytes)) {
      return new Unreadable(UnreadableReason.ENCRYPTED, "asks for a password");
    }
    if (labelled.isDocument() && labelled != kind) {
      return new Unreadable(
          UnreadableReason.NOT_WHAT_IT_SAYS,
          "labelled " + labelled + ", but the bytes are " + kind);
    }
    return believed(
        switch (kind) {
          case HTML -> html.read(bytes, contentType, base);
          case PDF, DOCX, PPTX, ODT, EPUB -> documents.read(kind, bytes, base);
          case TEXT -> PlainText.read(bytes, contentType);
          case OTHER ->
              new Unreadable(UnreadableReason.UNSUPPORTED, unsupported(labelled, contentType));
        });
  }

  /** Nobody writes a paragraph of the length of a book: it is a spill of something. */
  private static ReadOutcome believed(ReadOutcome outcome) {
    if (!(outcome instanceof ReadOutcome.Read(ReadablePage page))) {
      return outcome;
    }
    int longest = page.blocks().stream().mapToInt(it -> it.text().length()).max().orElse(0);
    return longest <= PageEvent.MAX_TEXT
        ? outcome
        : new ReadOutcome.Doubtful(page, "a paragraph of " + longest + " characters");
  }

  private static String unsupported(MediaKind labelled, Optional<String> contentType) {
    String label = contentType.filter(type -> !type.isBlank()).orElse("unknown format");
    return labelled == MediaKind.OTHER
        ? label
        : "labelled " + label + ", but the bytes are neither HTML nor text";
  }

  @Override
  public List<WebUrl> links(byte[] bytes, Optional<String> contentType, WebUrl base) {
    return MediaKind.of(bytes, contentType) == MediaKind.HTML
        ? html.links(bytes, contentType, base)
        : List.of();
  }

  @Override
  public Optional<PageExplanation> explain(
      byte[] bytes, Optional<String> contentType, WebUrl base) {
    return MediaKind.of(bytes, contentType) == MediaKind.HTML
        ? html.explain(bytes, contentType, base)
        : Optional.empty();
  }

  @Override
  public PublisherRule ruleFor(WebUrl url) {
    return rules.forHost(url.host());
  }

  /** Ends the document worker. */
  @Override
  public void close() {
    documents.close();
  }
}
