package signpost.web.document;

import javax.xml.stream.XMLStreamReader;

/** A start tag; good until the next one. */
record XmlElement(XMLStreamReader at) {
  private static final String RELATIONS = "/relationships";

  String name() {
    return at.getLocalName();
  }

  /** Whether it is in a namespace that ends so. */
  boolean in(String namespace) {
    String own = at.getNamespaceURI();
    return own != null && own.endsWith(namespace);
  }

  /** The value of the attribute of this local name; empty where there is none. */
  String value(String name) {
    for (int i = 0; i < at.getAttributeCount(); i++) {
      if (at.getAttributeLocalName(i).equals(name) && !relation(i)) {
        return at.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The id of a relationship that the attribute of this local name holds; else empty. */
  String relation(String name) {
    for (int i = 0; i < at.getAttributeCount(); i++) {
      if (at.getAttributeLocalName(i).equals(name) && relation(i)) {
        return at.getAttributeValue(i);
      }
    }
    return "";
  }

  private boolean relation(int attribute) {
    String own = at.getAttributeNamespace(attribute);
    return own != null && own.endsWith(RELATIONS);
  }

  /** Whether a switch that stands for true where nothing is said is on. */
  boolean isOn() {
    String value = value("val");
    return !value.equals("0") && !value.equals("false") && !value.equals("off");
  }
}
