package org.healthassistant.knowledge.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.xml.sax.SAXException;

/// Reads MedlinePlus health-topic XML: one draft for each topic that has a summary, with its
/// other names and the same topic in the other language.
public final class MedlinePlusReader {
  private MedlinePlusReader() {}

  /// The topics of a file, in its order.
  ///
  /// @throws IOException if it is not well-formed, naming the file and the line
  public static List<DraftArticle> read(Path file) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(file)) {
      return topics(factory.createXMLStreamReader(in));
    } catch (XMLStreamException malformed) {
      int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNumber();
      throw new IOException(file + ":" + line + " is not well-formed XML", malformed);
    } catch (TikaException | SAXException malformed) {
      throw new IOException(file + " holds a summary that is not HTML", malformed);
    }
  }

  private static List<DraftArticle> topics(XMLStreamReader xml)
      throws XMLStreamException, IOException, TikaException, SAXException {
    List<DraftArticle> drafts = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("health-topic")) {
        topic(xml).ifPresent(drafts::add);
      }
    }
    return drafts;
  }

  /// The topic that begins here; empty when it has no summary.
  private static Optional<DraftArticle> topic(XMLStreamReader xml)
      throws XMLStreamException, IOException, TikaException, SAXException {
    String title = attribute(xml, "title");
    String url = attribute(xml, "url");
    List<String> also = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    String pair = "";
    while (!isEndOfTopic(xml, xml.next())) {
      if (xml.isStartElement()) {
        switch (xml.getLocalName()) {
          case "also-called" -> also.add(xml.getElementText().strip());
          case "full-summary" -> parts.addAll(parts(xml.getElementText()));
          case "language-mapped-topic" -> pair = xml.getElementText().strip();
          default -> {}
        }
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new DraftArticle(title, url, also, pair, parts));
  }

  private static boolean isEndOfTopic(XMLStreamReader xml, int event) {
    return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("health-topic");
  }

  private static List<Part> parts(String html) throws IOException, TikaException, SAXException {
    return DocumentReader.html("<html><body>" + html + "</body></html>", new Metadata());
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
