package signpost.web.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;

/** Makes a readable page of what the document worker found. */
final class DocumentPage {
  private static final int OPENING = 4;

  private DocumentPage() {}

  static ReadablePage of(MediaKind kind, DocumentText.Text text, WebUrl base) {
    List<TextBlock> blocks = text.blocks();
    LinkResolver links = LinkResolver.of(base, text.links());
    String lead = LeadParagraph.opening(blocks);
    List<Notice> notices = new ArrayList<>();
    NoticeWords.inTitle(text.title())
        .or(() -> NoticeWords.inProse(opening(blocks)))
        .ifPresent(said -> notices.add(new Notice(said.kind(), said.sentence(), Optional.empty())));
    return new ReadablePage(
        text.title(),
        lead,
        Languages.tag(text.language()),
        blocks,
        links.outlinks(),
        notices,
        StatedDates.in(blocks),
        List.of(),
        kind,
        text.pages());
  }

  private static String opening(List<TextBlock> blocks) {
    StringBuilder opening = new StringBuilder();
    for (TextBlock block : blocks.subList(0, Math.min(OPENING, blocks.size()))) {
      opening.append(ReadableText.cut(block.text(), 600)).append(' ');
    }
    return opening.toString().strip();
  }
}
