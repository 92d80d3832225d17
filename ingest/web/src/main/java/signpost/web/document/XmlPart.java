package signpost.web.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of a part as a stream: without DTDs, entities or anything from outside. Of what is
 * written twice, for new programs and for old ones, the first is read.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">
 *     ECMA-376, part 3 (Markup Compatibility)</a>
 */
final class XmlPart {
  private static final int DEEPEST = 2_000;

  private final XmlVisitor visitor;
  private final Deque<Boolean> chosen = new ArrayDeque<>();
  private int depth;
  private int unseen;

  private XmlPart(XmlVisitor visitor) {
    this.visitor = visitor;
  }

  /**
   * Tells a visitor all that the part holds.
   *
   * @throws RefusedDocumentException if it is no XML, or nested too deeply
   */
  static void read(InputStream in, XmlVisitor visitor) throws IOException {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(in);
      new XmlPart(visitor).run(reader);
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException inner) {
        throw inner;
      }
      throw RefusedDocumentException.damaged("a part of it is no XML");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty("http://javax.xml.XMLConstants/property/accessExternalDTD", "");
    factory.setProperty("http://javax.xml.XMLConstants/property/accessExternalSchema", "");
    return factory;
  }

  private void run(XMLStreamReader reader) throws XMLStreamException, IOException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> starts(new XmlElement(reader));
        case XMLStreamConstants.END_ELEMENT -> ends(reader.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (unseen == 0) {
            visitor.text(reader.getText());
          }
        }
        default -> {
          // comments, instructions and references to entities hold nothing to read
        }
      }
    }
  }

  private void starts(XmlElement element) throws IOException {
    if (++depth > DEEPEST) {
      throw RefusedDocumentException.damaged("nested too deeply");
    }
    if (unseen > 0) {
      unseen++;
      visitor.unseen(element);
      return;
    }
    switch (element.name()) {
      case "AlternateContent" -> chosen.push(false);
      case "Choice", "Fallback" -> {
        if (!chosen.isEmpty() && chosen.pop()) {
          unseen = 1;
        }
        chosen.push(true);
      }
      default -> visitor.starts(element);
    }
  }

  private void ends(String name) throws IOException {
    depth--;
    if (unseen > 0) {
      unseen--;
      return;
    }
    switch (name) {
      case "AlternateContent" -> chosen.poll();
      case "Choice", "Fallback" -> {
        // what is read of it has been told
      }
      default -> visitor.ends(name);
    }
  }
}
