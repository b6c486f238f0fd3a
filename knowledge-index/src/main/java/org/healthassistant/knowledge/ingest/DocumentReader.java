package org.healthassistant.knowledge.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.xml.sax.SAXException;

/// Reads HTML, PDF and Word documents by Apache Tika, which only the command line has on its
/// class path.
public final class DocumentReader {
  private DocumentReader() {}

  /// A document as a draft; its title is the document's own, its first heading, or the file's
  /// name.
  ///
  /// @throws IOException if it cannot be read or is of no known form, naming the file
  public static DraftArticle read(Path file) throws IOException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, String.valueOf(file.getFileName()));
    if (file.toString().toLowerCase(java.util.Locale.ROOT).matches(".*\\.html?")) {
      metadata.set(Metadata.CONTENT_TYPE, "text/html; charset=UTF-8");
    }
    try (InputStream in = Files.newInputStream(file)) {
      DraftContentHandler handler = parse(in, metadata);
      String named = metadata.get(TikaCoreProperties.TITLE);
      String title =
          !handler.title().isBlank() ? handler.title() : named != null ? named.strip() : "";
      String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
      return new DraftArticle(title.isBlank() ? name : title, "", handler.parts());
    } catch (TikaException | SAXException unreadable) {
      throw new IOException(
          file + " cannot be read as a document; save it as HTML, PDF or DOCX", unreadable);
    }
  }

  static DraftContentHandler parse(InputStream in, Metadata metadata)
      throws IOException, TikaException, SAXException {
    ParseContext context = new ParseContext();
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    DraftContentHandler handler = new DraftContentHandler();
    new AutoDetectParser().parse(in, handler, metadata, context);
    return handler;
  }
}
