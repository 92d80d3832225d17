package signpost.search.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import signpost.search.index.StrangersText;

/** Writes a feed as XML that any parser takes, whatever its words hold. */
final class AtomXml {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter xml;

  private AtomXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(WebFeed feed) {
    StringWriter text = new StringWriter();
    try {
      new AtomXml(XMLOutputFactory.newFactory().createXMLStreamWriter(text)).write(feed);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed cannot be written", e);
    }
    return text.toString();
  }

  private void write(WebFeed feed) throws XMLStreamException {
    xml.writeStartDocument("utf-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "en-GB");
    element("id", feed.id());
    element("title", StrangersText.brief(feed.title(), WebFeed.TITLE));
    element("updated", at(feed.updated()));
    link("self", feed.self());
    link("alternate", feed.page());
    xml.writeStartElement("author");
    element("name", "Signpost");
    xml.writeEndElement();
    for (WebFeed.FeedEntry entry : feed.entries()) {
      write(entry);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private void write(WebFeed.FeedEntry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    element("id", entry.id());
    element("title", StrangersText.brief(entry.title(), WebFeed.TITLE));
    element("updated", at(entry.updated()));
    link("alternate", entry.page());
    if (entry.original().isPresent()) {
      link("related", entry.original().get());
    }
    element("summary", StrangersText.brief(entry.summary(), WebFeed.SUMMARY));
    xml.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void link(String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }

  private static String at(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
