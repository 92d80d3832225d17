package signpost.bench.noise;

import static signpost.events.ChangeKind.IDENTITY;
import static signpost.events.ChangeKind.LINKS;
import static signpost.events.ChangeKind.SUBSTANTIVE;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import signpost.events.ChangeKind;
import signpost.sample.noise.PagePlaces;

/** Edits of what a page says and where it leads. */
@SuppressWarnings("ImmutableEnumChecker") // none of the lambdas keeps anything
enum WordEdit implements PageEdit {
  SENTENCE_ADDED(page ->
      PassageEdits.inMiddle(
          page, text -> text + " Applicants must now send a second reference before they start.")),
  SENTENCE_REMOVED(page ->
      PassageEdits.inMiddle(page, text -> text.replaceFirst("(?s)(?<=[.!?]) [^.!?]+[.!?]$", ""))),
  SENTENCE_REWORDED(page ->
      PassageEdits.inMiddle(
          page,
          text ->
              text.replaceFirst("^[^.!?]+", "Everybody may come as they are, whoever sent them"))),
  NOT_INSERTED(page ->
      PassageEdits.replace(page, "\\b(should|can|may|must) ", "$1 not ")
          || PassageEdits.replace(page, "\\bGallwch ", "Ni allwch ")
          || PassageEdits.replace(page, "\\bDylid ", "Ni ddylid ")),
  PARAGRAPH_ADDED(page -> PassageEdits.after(page, EditTexts.PARAGRAPH)),
  PARAGRAPH_AT_TOP(page -> {
    PagePlaces.atTop(page, EditTexts.PARAGRAPH);
    return true;
  }),
  PARAGRAPH_AT_END(page -> {
    Elements all = PagePlaces.main(page).select("p:not(form p):not(aside p):not(header p)");
    if (!all.isEmpty()) {
      all.getLast().after(EditTexts.PARAGRAPH);
    }
    return !all.isEmpty();
  }),
  PARAGRAPHS_BEFORE_HEADINGS(page -> {
    Elements headings = PagePlaces.main(page).select("h2");
    headings.stream().limit(2).forEach(it -> it.before(EditTexts.PARAGRAPH));
    return !headings.isEmpty();
  }),
  PARAGRAPH_REMOVED(page -> {
    PassageEdits.middle(page).ifPresent(Element::remove);
    return !PagePlaces.paragraphs(page).isEmpty();
  }),
  ITEM_ADDED(
      page -> first(page, "li:not(:has(a))", it -> it.after("<li>a photograph of yourself</li>"))),
  ITEM_REMOVED(page -> first(page, "ul:not(:has(a)) > li", Element::remove)),
  ROW_CHANGED(page ->
      PassageEdits.replace(
          page,
          "^(Room 4|Ystafell 4|Ground floor|Llawr gwaelod|Main hall|Prif neuadd)$",
          "Annexe B")),
  HEADING_RENAMED(page -> first(page, "h2", it -> it.text("Changes from next spring onwards"))),
  AGE(page ->
      PassageEdits.replace(page, "aged \\d+ and over", "aged 21 and over")
          || PassageEdits.replace(page, "\\d+ oed a throsodd", "21 oed a throsodd")),
  PRICE(page -> PassageEdits.replace(page, "£\\d+", "£95")),
  LINK_RETARGETED(page ->
      first(
          page, "a[href^=http]", it -> it.attr("href", "https://elsewhere.example/resource/new"))) {
    @Override
    public Set<ChangeKind> expected() {
      return Set.of(LINKS);
    }
  },
  LINK_ADDED(page ->
      PassageEdits.middle(page)
          .map(it -> it.html("<a href=\"https://elsewhere.example/more\">" + it.html() + "</a>"))
          .isPresent()) {
    @Override
    public Set<ChangeKind> expected() {
      return Set.of(LINKS);
    }
  },
  LINK_REMOVED(page -> first(page, "a[href^=http]", Element::unwrap)) {
    @Override
    public Set<ChangeKind> expected() {
      return Set.of(LINKS);
    }
  },
  RESOURCE_ADDED(page ->
      first(
          page,
          "li:has(a[href^=http])",
          it ->
              it.after(
                  "<li><a href=\"https://elsewhere.example/toolkit\">Toolkit for fathers</a></li>"))) {
    @Override
    public Set<ChangeKind> expected() {
      return Set.of(SUBSTANTIVE, LINKS);
    }
  },
  RESOURCE_REMOVED(page -> first(page, "li:has(a[href^=http])", Element::remove)) {
    @Override
    public Set<ChangeKind> expected() {
      return Set.of(SUBSTANTIVE, LINKS);
    }
  },
  TITLE_RENAMED(
      page -> {
        PagePlaces.heading(page).ifPresent(it -> it.text("Grants for village halls"));
        page.title("Grants for village halls");
        return PagePlaces.heading(page).isPresent();
      }) {
    @Override
    public Set<ChangeKind> expected() {
      return Set.of(IDENTITY, SUBSTANTIVE);
    }
  },
  SUBJECT_REPLACED(
      page -> {
        page.title("Grants for village halls");
        Element main = PagePlaces.main(page);
        main.html("<h1>Grants for village halls</h1>" + EditTexts.OTHER_PAGE);
        return true;
      }) {
    @Override
    public Set<ChangeKind> expected() {
      return Set.of(IDENTITY);
    }
  };

  /** Those that turn what a page means to readers. */
  private static final Set<String> MEANT = Set.of("NOT_INSERTED", "AGE", "PRICE");

  private final EditAction pen;

  WordEdit(EditAction pen) {
    this.pen = pen;
  }

  @Override
  public Set<ChangeKind> expected() {
    return Set.of(SUBSTANTIVE);
  }

  @Override
  public boolean toldOfLanding() {
    return this == HEADING_RENAMED || !expected().equals(Set.of(SUBSTANTIVE));
  }

  @Override
  public double leastImportance() {
    return MEANT.contains(name()) ? 0.6 : 0;
  }

  @Override
  public boolean make(Document page) {
    return pen.write(page);
  }

  private static boolean first(
      Document page, String selector, java.util.function.Consumer<Element> write) {
    Element found = PagePlaces.main(page).selectFirst(selector);
    if (found != null) {
      write.accept(found);
    }
    return found != null;
  }
}
