package org.almagest.export;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** XML as the JDK's parser reads it. */
record XmlDocument(Element root) {
  static XmlDocument parse(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    return new XmlDocument(
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)))
            .getDocumentElement());
  }

  /** All elements of that name, in order. */
  List<Element> all(String name) {
    return children(root, name);
  }

  /** The elements of that name below another one. */
  static List<Element> children(Element parent, String name) {
    NodeList found = parent.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The child of that name whose attribute has that value. */
  static Optional<Element> child(Element parent, String name, String attribute, String value) {
    return children(parent, name).stream()
        .filter(element -> element.getAttribute(attribute).equals(value))
        .findFirst();
  }
}
