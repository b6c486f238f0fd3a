package org.healthassistant.knowledge.ingest.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// Reads HTML, PDF and Word documents; HTML by Apache Tika and PDF by PDFBox, which only the
/// command line has on its class path.
public final class DocumentReader {
  private static final int SIGNED_WITHIN = 1_024;

  private DocumentReader() {}

  /// A document as a draft; its title is its first heading before all text, the document's own,
  /// or the file's name.
  ///
  /// @throws IOException if it cannot be read or is of no known form, naming the file
  public static DraftArticle read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    try {
      List<Part> parts;
      if (lower.matches(".*\\.x?html?")) {
        parts = html(HtmlBytes.decode(Files.readAllBytes(file)), metadata);
      } else if (lower.endsWith(".docx")) {
        parts = Outline.read(WordReader.read(file), false);
      } else if (isPdf(file)) {
        PdfPages.Read read = PdfPages.read(file);
        return draft(PdfText.read(read.pages()), read.title(), name);
      } else if (lower.matches(".*\\.(doc|docm|rtf|odt|pages)")) {
        throw new IOException(file + " may hold deleted or hidden text; save it as DOCX");
      } else {
        try (InputStream in = Files.newInputStream(file)) {
          DocumentNode tree = parse(in, metadata);
          String type = String.valueOf(metadata.get(Metadata.CONTENT_TYPE));
          parts = type.contains("html") ? Outline.read(tree, false) : PdfText.read(tree);
        }
      }
      return draft(parts, metadata.get(TikaCoreProperties.TITLE), name);
    } catch (TikaException | SAXException unreadable) {
      throw new IOException(
          file + " cannot be read as a document; save it as HTML, PDF or DOCX", unreadable);
    }
  }

  private static boolean isPdf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(SIGNED_WITHIN), StandardCharsets.ISO_8859_1)
          .contains("%PDF-");
    }
  }

  private static DraftArticle draft(List<Part> parts, @Nullable String named, String fileName) {
    List<Part> rest = new ArrayList<>(parts);
    String title = named == null ? "" : named.strip();
    if (!rest.isEmpty()
        && rest.getFirst().heading()
        && rest.getFirst().depth() != Part.BUTTON
        && !rest.getFirst().text().isBlank()) {
      title = rest.removeFirst().text();
    }
    String name = fileName.replaceFirst("\\.[^.]+$", "");
    return new DraftArticle(title.isBlank() ? name : title, "", rest);
  }

  /// The outline of an HTML page.
  static List<Part> html(String page, Metadata metadata)
      throws IOException, TikaException, SAXException {
    metadata.set(Metadata.CONTENT_TYPE, "text/html; charset=UTF-8");
    byte[] bytes = HtmlBytes.declaredUtf8(page).getBytes(StandardCharsets.UTF_8);
    return Outline.read(parse(new ByteArrayInputStream(bytes), metadata), false);
  }

  private static DocumentNode parse(InputStream in, Metadata metadata)
      throws IOException, TikaException, SAXException {
    ParseContext context = new ParseContext();
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    TreeBuilder tree = new TreeBuilder();
    new AutoDetectParser().parse(in, tree, metadata, context);
    return tree.root();
  }
}
