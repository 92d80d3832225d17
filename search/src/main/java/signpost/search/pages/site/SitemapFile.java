package signpost.search.pages.site;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import signpost.search.pages.PageFormat;

/** Lists the pages that crawlers may have, as sitemaps.org says. */
final class SitemapFile {
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  /** No sitemap may have more addresses. */
  static final int MOST = 50_000;

  /** Nor more than 50 MiB; a character of ours is a byte, for addresses are percent-encoded. */
  static final int LARGEST = 50 << 20;

  private static final int END = "</urlset>".length();
  private static final int TAGS = 100;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private int written;

  private SitemapFile() throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  /**
   * The file.
   *
   * @param guides of each guide's id, when something in it last changed, where that is known
   */
  static String of(String site, Map<String, Optional<Instant>> guides) {
    try {
      SitemapFile file = new SitemapFile();
      file.write(site, guides);
      return file.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a sitemap cannot be written", e);
    }
  }

  private void write(String site, Map<String, Optional<Instant>> guides) throws XMLStreamException {
    xml.writeStartDocument("utf-8", "1.0");
    xml.writeStartElement("urlset");
    xml.writeDefaultNamespace(NAMESPACE);
    for (String page : RobotsFile.PAGES) {
      put(site + page, Optional.empty());
    }
    for (Map.Entry<String, Optional<Instant>> guide : guides.entrySet()) {
      put(site + PageFormat.guide(guide.getKey()), guide.getValue());
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private void put(String address, Optional<Instant> changed) throws XMLStreamException {
    xml.flush();
    if (written == MOST || text.getBuffer().length() + address.length() + TAGS + END > LARGEST) {
      return;
    }
    written++;
    xml.writeStartElement("url");
    element("loc", address);
    if (changed.isPresent()) {
      element("lastmod", changed.get().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    xml.writeEndElement();
  }

  private void element(String name, String words) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(words);
    xml.writeEndElement();
  }
}
