package org.almagest.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML 1.0 an element a line. The JDK's own writer does the work, whatever others the class
 * path brings.
 */
final class XmlElements {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter xml;

  private XmlElements(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** What is written to a document. */
  @FunctionalInterface
  interface Body {
    void write(XmlElements xml) throws XMLStreamException;
  }

  /** Writes a document. */
  static void document(OutputStream out, Body body) throws IOException {
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeCharacters("\n");
      body.write(new XmlElements(xml));
      xml.writeEndDocument();
      xml.flush();
      xml.close();
    } catch (XMLStreamException e) {
      // The stream's own failure says more.
      throw e.getNestedException() instanceof IOException failure ? failure : new IOException(e);
    }
  }

  /** Begins the outermost element, in a namespace. */
  XmlElements root(String name, String namespace) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeDefaultNamespace(namespace);
    return this;
  }

  /** Says where the schema of the root's namespace lies. */
  XmlElements schema(String namespace, String location) throws XMLStreamException {
    String instance = "http://www.w3.org/2001/XMLSchema-instance";
    xml.writeNamespace("xsi", instance);
    xml.writeAttribute("xsi", instance, "schemaLocation", namespace + " " + location);
    return this;
  }

  /** Begins an element. */
  XmlElements open(String name) throws XMLStreamException {
    xml.writeStartElement(name);
    return this;
  }

  /** Begins an element that has attributes alone; it ends by itself. */
  XmlElements empty(String name) throws XMLStreamException {
    xml.writeEmptyElement(name);
    return this;
  }

  /** Gives the element that was just begun an attribute. */
  XmlElements with(String attribute, String value) throws XMLStreamException {
    xml.writeAttribute(attribute, XmlText.attribute(value));
    return this;
  }

  /** Writes text into the element. */
  XmlElements text(String text) throws XMLStreamException {
    xml.writeCharacters(XmlText.content(text));
    return this;
  }

  /** Ends the element that was begun last. */
  XmlElements close() throws XMLStreamException {
    xml.writeEndElement();
    return this;
  }

  /** Ends the line. */
  XmlElements line() throws XMLStreamException {
    xml.writeCharacters("\n");
    return this;
  }
}
