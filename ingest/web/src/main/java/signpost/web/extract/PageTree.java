package signpost.web.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** A page flattened into opening, words and closing, so that every pass over it is one loop. */
final class PageTree {

  /** One step through the page in document order. */
  sealed interface Token {
    record OpenBox(ElementBox box) implements Token {}

    record TextRun(String text, int chars, int commas, boolean linked, boolean prose)
        implements Token {}

    record CloseBox(ElementBox box) implements Token {}
  }

  private static final Set<String> NEVER_READ =
      Set.of(
          "script",
          "style",
          "template",
          "svg",
          "iframe",
          "object",
          "embed",
          "canvas",
          "audio",
          "video",
          "button",
          "input",
          "select",
          "textarea",
          "option",
          "datalist",
          "dialog",
          "link",
          "meta",
          "head",
          "title",
          "map",
          "frameset",
          "progress",
          "meter",
          "applet",
          "param");

  /** Fewer characters than this are left hidden: a request to switch scripts on. */
  private static final int LEAST_HIDDEN = 300;

  /**
   * One part in so many of a page's words may be its main part; what says less is no more than a
   * mark in it.
   */
  private static final int LEAST_SHARE = 4;

  final List<Token> tokens = new ArrayList<>();
  final List<ElementBox> boxes = new ArrayList<>();
  private final IdentityHashMap<Element, ElementBox> byElement = new IdentityHashMap<>();

  static PageTree of(Document document) {
    PageTree tree = new PageTree();
    Element body = document.body();
    tree.new TreeBuilder(body).build();
    tree.measure();
    tree.show();
    if (tree.boxes.stream().noneMatch(ElementBox::isMain)) {
      SkipLink.target(body)
          .map(tree::box)
          .filter(box -> box.chars * LEAST_SHARE >= tree.root().chars)
          .ifPresent(box -> box.skippedTo = true);
    }
    return tree;
  }

  /**
   * A page that hides nine tenths of its words shows them by a script: what fades in, what waits
   * for a style sheet.
   */
  private void show() {
    int shown = root().chars;
    int all =
        tokens.stream().mapToInt(it -> it instanceof Token.TextRun run ? run.chars() : 0).sum();
    if (shown * 10 >= all || all < LEAST_HIDDEN) {
      return;
    }
    for (ElementBox box : boxes) {
      boolean outermost = box.hidden && box.parent != null && !box.parent.hidden;
      if (outermost && charsIn(box) * 2 >= all) {
        for (int i = box.open; i < box.close; i++) {
          if (tokens.get(i) instanceof Token.OpenBox(ElementBox inner)) {
            inner.hidden = false;
            inner.dropped = false;
          }
        }
      }
    }
    measure();
  }

  private int charsIn(ElementBox box) {
    int chars = 0;
    for (int i = box.open; i < box.close; i++) {
      chars += tokens.get(i) instanceof Token.TextRun run ? run.chars() : 0;
    }
    return chars;
  }

  ElementBox root() {
    return boxes.getFirst();
  }

  @Nullable ElementBox box(Element element) {
    return byElement.get(element);
  }

  /** Whether anything in the box starts a line of its own. */
  boolean holdsBlocks(ElementBox box) {
    for (int i = box.open + 1; i < box.close; i++) {
      if (tokens.get(i) instanceof Token.OpenBox(ElementBox inner)
          && !inner.dropped
          && !inner.isInline()
          && !inner.is("br")) {
        return true;
      }
    }
    return false;
  }

  /** Counts again what each box says, leaving out what has been dropped. */
  void measure() {
    ElementBox root = root();
    ElementBox at = root;
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.get(i)) {
        case Token.OpenBox(ElementBox box) -> {
          box.chars = 0;
          box.linkChars = 0;
          box.proseChars = 0;
          box.commas = 0;
          box.links = box.link ? 1 : 0;
          at = box;
          if (box.dropped) {
            box.links = 0;
            i = box.close - 1;
          }
        }
        case Token.TextRun words -> count(at, words);
        case Token.CloseBox(ElementBox box) -> {
          ElementBox parent = box.parent;
          if (parent != null) {
            parent.chars += box.chars;
            parent.linkChars += box.linkChars;
            parent.proseChars += box.proseChars;
            parent.commas += box.commas;
            parent.links += box.links;
            at = parent;
          }
        }
      }
    }
  }

  private static void count(ElementBox box, Token.TextRun words) {
    box.chars += words.chars();
    box.commas += words.commas();
    if (words.linked()) {
      box.linkChars += words.chars();
    } else if (words.prose()) {
      box.proseChars += words.chars();
    }
  }

  private static final String PANELS = "[id][role=region], [id][role=tabpanel]";
  private static final Set<String> NOINDEX = Set.of("noindex", "googleoff: all");
  private static final Set<String> INDEX_AGAIN =
      Set.of("/noindex", "endnoindex", "end noindex", "index", "googleon: all");

  /** Builds the list, leaving out what nobody reads: scripts, hidden parts, noindex stretches. */
  private final class TreeBuilder {
    private final List<ElementBox> path = new ArrayList<>();
    private final Element body;
    private @Nullable Set<String> panels;
    private @Nullable ElementBox unindexed;
    private int linkDepth;
    private int proseDepth;

    TreeBuilder(Element body) {
      this.body = body;
    }

    void build() {
      body.filter(
          new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
              return enter(node);
            }

            @Override
            public FilterResult tail(Node node, int depth) {
              leave(node);
              return FilterResult.CONTINUE;
            }
          });
    }

    private NodeFilter.FilterResult enter(Node node) {
      if (node instanceof Element element) {
        if (!path.isEmpty()
            && (unindexed != null
                || (NEVER_READ.contains(element.normalName()) && !opensSection(element))
                || HiddenElements.isUnseen(element))) {
          return NodeFilter.FilterResult.SKIP_ENTIRELY;
        }
        open(element);
      } else if (node instanceof Comment comment) {
        mark(comment);
      } else if (node instanceof TextNode text && unindexed == null && !path.isEmpty()) {
        words(text.getWholeText());
      }
      return NodeFilter.FilterResult.CONTINUE;
    }

    /** The heading of a section that folds, or of a panel that lies under others, is a button. */
    private boolean opensSection(Element element) {
      return element.normalName().equals("button")
          && (path.getLast().isHeading()
              || element.attr("role").equalsIgnoreCase("tab")
              || opensRegion(element));
    }

    private boolean opensRegion(Element button) {
      return button.hasAttr("aria-controls") && panels().contains(button.attr("aria-controls"));
    }

    /** Looked for where a button may open one. */
    private Set<String> panels() {
      if (panels == null) {
        panels = Set.copyOf(body.select(PANELS).eachAttr("id"));
      }
      return panels;
    }

    private void open(Element element) {
      ElementBox box =
          new ElementBox(
              element, path.isEmpty() ? null : path.getLast(), tokens.size(), boxes.size());
      box.hidden =
          !path.isEmpty()
              && (path.getLast().hidden || box.is("noscript") || HiddenElements.isHidden(element));
      box.dropped = box.hidden;
      tokens.add(new Token.OpenBox(box));
      boxes.add(box);
      byElement.put(element, box);
      path.add(box);
      linkDepth += box.link ? 1 : 0;
      proseDepth += isProse(box) ? 1 : 0;
    }

    /**
     * A stretch that nobody closes beside its opening is not believed: it would swallow the page.
     */
    private void mark(Comment comment) {
      if (says(comment, NOINDEX) && closedBeside(comment)) {
        unindexed = path.isEmpty() ? null : path.getLast();
      } else if (says(comment, INDEX_AGAIN)) {
        unindexed = null;
      }
    }

    private static boolean closedBeside(Comment opening) {
      for (Node next = opening.nextSibling(); next != null; next = next.nextSibling()) {
        if (next instanceof Comment comment && says(comment, INDEX_AGAIN)) {
          return true;
        }
      }
      return false;
    }

    private static boolean says(Comment comment, Set<String> words) {
      return words.contains(comment.getData().strip().toLowerCase(Locale.ROOT));
    }

    private void words(String raw) {
      int chars = 0;
      int commas = 0;
      boolean gap = true;
      for (int i = 0; i < raw.length(); i++) {
        char c = raw.charAt(i);
        boolean space = ReadableText.isSpace(c);
        chars += space ? (gap ? 0 : 1) : 1;
        gap = space;
        commas += c == ',' || c == '，' || c == '、' || c == '،' ? 1 : 0;
      }
      tokens.add(new Token.TextRun(raw, chars, commas, linkDepth > 0, proseDepth > 0));
    }

    private void leave(Node node) {
      if (node instanceof Element element && !path.isEmpty() && path.getLast().isFor(element)) {
        ElementBox box = path.removeLast();
        box.close = tokens.size();
        tokens.add(new Token.CloseBox(box));
        linkDepth -= box.link ? 1 : 0;
        proseDepth -= isProse(box) ? 1 : 0;
        if (unindexed == box) {
          unindexed = null;
        }
      }
    }

    private static boolean isProse(ElementBox box) {
      return box.is("p", "pre", "blockquote", "dd", "li", "td");
    }
  }
}
