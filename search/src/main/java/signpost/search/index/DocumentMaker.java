package signpost.search.index;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.Event;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.PageEvent.PageRead;
import signpost.events.PlacementRef;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.events.ResourceEvent.PinnedPages;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.url.WebUrl;

/** Turns what we know into Lucene documents. */
final class DocumentMaker {
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int MAX_TERM = 8_000;

  private static final FieldType SUGGESTED = suggested(true);
  static final FieldType BODY = body();
  private static final FieldType WORDS = words();

  private DocumentMaker() {}

  static Document joined(JoinedPage joined) {
    Document document = keyed(joined.type(), joined.url());
    joined.resource().ifPresent(part -> store(document, IndexFields.PART_RESOURCE, part));
    joined.health().ifPresent(part -> store(document, IndexFields.PART_HEALTH, part));
    joined.lastChange().ifPresent(part -> store(document, IndexFields.PART_CHANGE, part));
    joined.findings().forEach(part -> store(document, IndexFields.PART_FINDING, part));
    joined.page().ifPresent(part -> store(document, IndexFields.PART_PAGE, StoredPage.brief(part)));
    ResultCard.add(document, joined);
    searchable(document, joined);
    PageFacets.add(document, joined);
    PlacedStates.add(document, joined);
    joined.placements().stream()
        .map(PlacementRef::guide)
        .distinct()
        .forEach(
            guide -> document.add(new StringField(IndexFields.GUIDES, cut(guide), Field.Store.NO)));
    document.add(new DoubleDocValuesField(IndexFields.WEIGHT, HealthTokens.weight(joined.fares())));
    document.add(
        new NumericDocValuesField(
            IndexFields.CHANGED_AT, joined.newsAt().map(Instant::toEpochMilli).orElse(0L)));
    String end = joined.page().map(PageRead::finalUrl).orElse(joined.url());
    BytesRef address = new BytesRef(cut(end));
    document.add(new SortedDocValuesField(IndexFields.FINAL_URL, address));
    document.add(
        new NumericDocValuesField(IndexFields.END, StringHelper.murmurhash3_x64_128(address)[0]));
    joined
        .page()
        .flatMap(SameContent::number)
        .ifPresent(number -> document.add(new NumericDocValuesField(IndexFields.CONTENT, number)));
    document.add(new StringField(IndexFields.HOST, host(joined.url()), Field.Store.NO));
    document.add(
        new StringField(
            IndexFields.PLACED, Boolean.toString(!joined.placements().isEmpty()), Field.Store.NO));
    document.add(new StringField(IndexFields.STATE, HealthTokens.of(joined), Field.Store.NO));
    return document;
  }

  private static void searchable(Document document, JoinedPage joined) {
    WeighedWords words =
        new WeighedWords(WelshStemmer.isSpokenIn(joined.page().flatMap(PageRead::language)));
    text(document, IndexFields.TITLE, joined.title());
    joined.name().ifPresent(title -> words.add(title, FieldWeights.TITLE));
    joined.page().ifPresent(page -> read(document, page, words));
    Set<String> told = told(joined);
    for (String said : told) {
      indexed(document, IndexFields.PLACEMENTS, said);
      words.add(said, FieldWeights.PLACEMENTS);
    }
    words.add(urlWords(joined.url()), FieldWeights.URL_WORDS);
    document.add(words.field());
    List<String> names =
        Stream.concat(
                Stream.of(joined.title()), joined.placements().stream().map(PlacementRef::text))
            .distinct()
            .toList();
    names.stream()
        .map(TextAnalysis::exact)
        .distinct()
        .forEach(
            whole -> document.add(new StringField(IndexFields.EXACT, cut(whole), Field.Store.NO)));
    names.forEach(name -> suggested(document, name));
    words(
        document,
        Stream.concat(
            Stream.concat(Stream.of(joined.title()), told.stream()),
            joined.page().stream()
                .flatMap(page -> Stream.concat(Stream.of(page.lead()), page.headings().stream()))));
  }

  private static void read(Document document, PageRead page, WeighedWords words) {
    text(document, IndexFields.LEAD, page.lead());
    words.add(page.lead(), FieldWeights.LEAD);
    ReadWords body = TextAnalysis.read(page.text());
    document.add(new StoredField(IndexFields.BODY, page.text()));
    document.add(new Field(IndexFields.BODY, body.again(), BODY));
    words.add(body.terms(), page.text(), FieldWeights.BODY);
    for (String heading : page.headings()) {
      indexed(document, IndexFields.HEADINGS, heading);
      words.add(heading, FieldWeights.HEADINGS);
    }
  }

  /** What curators say of a page: link texts, sections, labels. */
  private static Set<String> told(JoinedPage joined) {
    Set<String> told = new LinkedHashSet<>();
    for (PlacementRef placement : joined.placements()) {
      told.add(placement.text());
      told.add(placement.section());
    }
    joined.resource().map(ResourceListed::labels).ifPresent(told::addAll);
    return told;
  }

  static Document guide(GuideListed guide) {
    Document document = event(RecordType.GUIDE, guide.key(), guide);
    WeighedWords weighed = new WeighedWords(false);
    text(document, IndexFields.TITLE, guide.title());
    weighed.add(guide.title(), FieldWeights.TITLE);
    for (GuideSection section : guide.sections()) {
      indexed(document, IndexFields.HEADINGS, section.title());
      weighed.add(section.title(), FieldWeights.HEADINGS);
      for (GuidePlacement placement : section.placements()) {
        indexed(document, IndexFields.PLACEMENTS, placement.text());
        weighed.add(placement.text(), FieldWeights.BODY);
      }
    }
    document.add(weighed.field());
    document.add(
        new StringField(IndexFields.EXACT, cut(TextAnalysis.exact(guide.title())), Field.Store.NO));
    suggested(document, guide.title());
    for (PinnedPages pin : guide.pins()) {
      String question = cut(PinnedQuestion.key(pin.question()));
      document.add(new StringField(IndexFields.PINNED, question, Field.Store.NO));
    }
    document.add(new DoubleDocValuesField(IndexFields.WEIGHT, 1.0));
    document.add(new StringField(IndexFields.GUIDES, cut(guide.guide()), Field.Store.NO));
    PageFacets.add(document, "guide", guide.guide());
    words(
        document,
        Stream.concat(
            Stream.of(guide.title()), guide.sections().stream().map(GuideSection::title)));
    return document;
  }

  static Document change(PageChanged change) {
    Document document = event(RecordType.CHANGE, changeKey(change), change);
    page(document, change.page().value(), change.confirmedAt());
    document.add(
        new StringField(IndexFields.PLACED, Boolean.toString(change.placed()), Field.Store.NO));
    return document;
  }

  static String changeKey(PageChanged change) {
    return changeKey(change.revisionId());
  }

  static String changeKey(String revisionId) {
    return "change|" + revisionId;
  }

  static Document transition(LinkTransition transition, String key) {
    Document document = event(RecordType.TRANSITION, key, transition);
    page(document, transition.target().value(), transition.at());
    return document;
  }

  static Document incident(HostTransition incident) {
    Document document = event(RecordType.INCIDENT, incidentKey(incident.host()), incident);
    page(document, incident.host(), incident.at());
    String state =
        switch (incident.state()) {
          case IN_TROUBLE, DOWN -> "open";
          case RECOVERED -> "resolved";
        };
    document.add(new StringField(IndexFields.STATE, state, Field.Store.NO));
    return document;
  }

  static String incidentKey(String host) {
    return "incident|" + host;
  }

  static Document finding(FindingChanged finding) {
    Document document = event(RecordType.FINDING, findingKey(finding.finding()), finding);
    page(document, finding.subject(), finding.openedAt());
    String state =
        switch (finding.state()) {
          // What is asked of a guide's owners is nobody else's business.
          case OPEN -> finding.kind() == FindingKind.ADDRESS_QUESTION ? "asked" : "open";
          case ACKNOWLEDGED, SNOOZED, IGNORED -> "answered";
          case RESOLVED -> "resolved";
        };
    document.add(new StringField(IndexFields.STATE, state, Field.Store.NO));
    return document;
  }

  static String findingKey(String finding) {
    return "finding|" + finding;
  }

  /** With the place of each word in the text: results mark words without reading the text anew. */
  private static FieldType body() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  /** How long the text is does not matter to those who look a word or a whole title up. */
  private static FieldType words() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /** Which words it has, not how often or where. */
  static FieldType suggested(boolean stored) {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setStored(stored);
    type.setIndexOptions(IndexOptions.DOCS);
    type.freeze();
    return type;
  }

  /** The host as it stands in an address, or nothing that fits. */
  static String host(String url) {
    return WebUrl.parse(url).map(WebUrl::host).filter(host -> !host.isEmpty()).orElse("unknown");
  }

  private static Document keyed(RecordType type, String key) {
    Document document = new Document();
    document.add(new StringField(IndexFields.KEY, key, Field.Store.YES));
    document.add(new StringField(IndexFields.TYPE, type.token(), Field.Store.YES));
    return document;
  }

  private static Document event(RecordType type, String key, Event event) {
    Document document = keyed(type, key);
    store(document, IndexFields.EVENT, event);
    return document;
  }

  private static void page(Document document, String page, Instant at) {
    document.add(new StringField(IndexFields.PAGE, page, Field.Store.NO));
    document.add(new StringField(IndexFields.HOST, host(page), Field.Store.NO));
    document.add(new NumericDocValuesField(IndexFields.AT, at.toEpochMilli()));
  }

  private static void store(Document document, String field, Event event) {
    document.add(new StoredField(field, StoredEvent.write(event)));
  }

  private static void text(Document document, String field, String text) {
    document.add(new TextField(field, text, Field.Store.YES));
  }

  private static void indexed(Document document, String field, String text) {
    document.add(new TextField(field, text, Field.Store.NO));
  }

  private static void suggested(Document document, String name) {
    document.add(new Field(IndexFields.SUGGEST, name, SUGGESTED));
  }

  private static void words(Document document, Stream<String> texts) {
    document.add(new Field(IndexFields.WORDS, texts.collect(Collectors.joining("\n")), WORDS));
  }

  private static String urlWords(String url) {
    return NOT_WORDS.matcher(url.replaceFirst("^https?://(www\\.)?", "")).replaceAll(" ");
  }

  /** Lucene refuses terms above 32,766 bytes. */
  private static String cut(String term) {
    return term.length() > MAX_TERM ? term.substring(0, MAX_TERM) : term;
  }
}
