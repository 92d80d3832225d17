package signpost.web.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.url.WebUrl;
import signpost.web.document.DocumentLink;
import signpost.web.document.DocumentPiece;
import signpost.web.document.DocumentPiece.PieceKind;
import signpost.web.document.ReadDocument;
import signpost.web.extract.BlockWalk.RawLink;

/** Makes a readable page of what the document worker found. */
final class DocumentPage {
  private static final int OPENING = 4;

  private DocumentPage() {}

  static ReadOutcome of(MediaKind kind, ReadDocument document, WebUrl base) {
    List<TextBlock> blocks = new ArrayList<>();
    List<RawLink> found = new ArrayList<>();
    take(document.pieces(), blocks, found);
    if (blocks.isEmpty()) {
      return new ReadOutcome.Unreadable(
          ReadOutcome.UnreadableReason.EMPTY,
          kind == MediaKind.PDF
              ? "no text on any page; perhaps scanned"
              : "no text in the document");
    }
    LinkResolver links = LinkResolver.of(base, found);
    String title = ReadableText.oneLine(document.title());
    List<Notice> notices = new ArrayList<>();
    NoticeWords.inTitle(title)
        .or(() -> NoticeWords.inProse(opening(blocks)))
        .ifPresent(said -> notices.add(new Notice(said.kind(), said.sentence(), Optional.empty())));
    return new ReadOutcome.Read(
        new ReadablePage(
            title,
            LeadParagraph.opening(blocks),
            Languages.tag(document.language()),
            blocks,
            links.outlinks(),
            notices,
            StatedDates.in(blocks),
            List.of(),
            kind,
            document.pages(),
            UnreadLines.NONE));
  }

  /** A heading counts for the links in it and after it; heads and feet stand under none. */
  private static void take(
      List<DocumentPiece> pieces, List<TextBlock> blocks, List<RawLink> links) {
    String heading = "";
    for (DocumentPiece piece : pieces) {
      String text = text(piece);
      TextBlock.BlockKind kind =
          switch (piece.kind()) {
            case HEADING -> TextBlock.BlockKind.HEADING;
            case PARAGRAPH, MARGIN -> TextBlock.BlockKind.PARAGRAPH;
            case ITEM -> TextBlock.BlockKind.ITEM;
            case ROW -> TextBlock.BlockKind.ROW;
          };
      boolean margin = piece.kind() == PieceKind.MARGIN;
      if (!text.isEmpty() && !margin) {
        heading = kind == TextBlock.BlockKind.HEADING ? text : heading;
        blocks.add(new TextBlock(kind, piece.level(), text));
      }
      for (DocumentLink link : piece.links()) {
        links.add(
            new RawLink(link.href(), ReadableText.oneLine(link.words()), margin ? "" : heading));
      }
    }
  }

  private static String text(DocumentPiece piece) {
    return Arrays.stream(piece.text().split("\t", -1))
        .map(ReadableText::oneLine)
        .filter(cell -> !cell.isEmpty())
        .collect(Collectors.joining("\t"));
  }

  private static String opening(List<TextBlock> blocks) {
    StringBuilder opening = new StringBuilder();
    for (TextBlock block : blocks.subList(0, Math.min(OPENING, blocks.size()))) {
      opening.append(ReadableText.cut(block.text(), 600)).append(' ');
    }
    return opening.toString().strip();
  }
}
