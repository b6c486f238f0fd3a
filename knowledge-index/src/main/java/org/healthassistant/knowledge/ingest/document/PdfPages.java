package org.healthassistant.knowledge.ingest.document;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// Reads the pages of a PDF as lines, and keeps what Tika's reader loses: a gap that parts two
/// columns or cells ([#GAP]), words that nobody sees ([#PALE]), and numbers that stand raised.
///
/// A document with layers that are switched off or with text struck out is refused: what of it
/// counts is not in its words.
final class PdfPages extends PDFTextStripper {
  /// Between words that stand further apart than words of a sentence do.
  static final char GAP = '\t';

  /// Before words that are white, seen only where something dark lies behind them.
  static final char PALE = '\u000b';

  private static final float APART = 1.6f;
  private static final float WHITE = 0.99f;
  private static final float SMALL = 0.8f;
  private static final float HIGHER = 0.15f;

  private final Set<TextPosition> white = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable TextPosition last;
  private @Nullable TextPosition upright;
  private boolean onlyBullet = true;

  private PdfPages() {
    addOperator(new SetNonStrokingColorSpace(this));
    addOperator(new SetNonStrokingColor(this));
    addOperator(new SetNonStrokingColorN(this));
    addOperator(new SetNonStrokingDeviceGrayColor(this));
    addOperator(new SetNonStrokingDeviceRGBColor(this));
    addOperator(new SetNonStrokingDeviceCMYKColor(this));
    setLineSeparator("\n");
    setParagraphEnd("\n\n");
    setPageEnd("\f");
  }

  /// What a PDF holds.
  ///
  /// @param title what it says its title is; empty where it says none
  /// @param pages the text of each, its paragraphs parted by blank lines
  record Read(String title, List<String> pages) {}

  /// @throws IOException if it cannot be read, or holds what only a reader of the page can judge,
  ///     naming the file
  static Read read(Path file) throws IOException {
    PDDocument opened;
    try {
      opened = Loader.loadPDF(file.toFile());
    } catch (IOException unreadable) {
      throw new IOException(
          file + " cannot be read as a document; save it as HTML, PDF or DOCX", unreadable);
    }
    try (PDDocument document = opened) {
      refuse(document, file);
      PdfPages pages = new PdfPages();
      StringWriter text = new StringWriter();
      pages.writeText(document, text);
      String title = document.getDocumentInformation().getTitle();
      return new Read(
          title == null ? "" : title.strip(),
          PageFrames.without(List.of(text.toString().split("\f"))));
    }
  }

  private static void refuse(PDDocument document, Path file) throws IOException {
    PDOptionalContentProperties layers = document.getDocumentCatalog().getOCProperties();
    if (layers != null) {
      for (String name : layers.getGroupNames()) {
        if (!layers.isGroupEnabled(name)) {
          throw new IOException(file + " has a layer that is switched off, '" + name
              + "'; print it to a new PDF and import that");
        }
      }
    }
    int number = 0;
    for (PDPage page : document.getPages()) {
      number++;
      for (PDAnnotation mark : page.getAnnotations()) {
        if (List.of("StrikeOut", "Redact").contains(mark.getSubtype())) {
          throw new IOException(file + " has text that is struck out, on page " + number
              + "; take it out and save it anew");
        }
      }
    }
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    try {
      float[] colour = getGraphicsState()
          .getNonStrokingColor()
          .getColorSpace()
          .toRGB(getGraphicsState().getNonStrokingColor().getComponents());
      if (colour[0] > WHITE && colour[1] > WHITE && colour[2] > WHITE) {
        white.add(text);
      }
    } catch (IOException | RuntimeException patterned) {
      // A pattern has no one colour; its words are seen.
    }
    super.processTextPosition(text);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) throws IOException {
    if (positions.isEmpty()) {
      super.writeString(text, positions);
      return;
    }
    TextPosition first = positions.getFirst();
    TextPosition before = last;
    if (before != null && !onlyBullet && gap(before, first) > APART * height(before)) {
      output.write(GAP);
    }
    if (positions.stream().anyMatch(white::contains)) {
      output.write(PALE);
    }
    output.write(scripted(text, positions));
    onlyBullet = before == null && text.strip().matches("\\P{L}{1,4}|o");
    last = positions.getLast();
  }

  @Override
  protected void writeLineSeparator() throws IOException {
    endLine();
    super.writeLineSeparator();
  }

  @Override
  protected void writeParagraphEnd() throws IOException {
    endLine();
    super.writeParagraphEnd();
  }

  private void endLine() {
    last = null;
    upright = null;
    onlyBullet = true;
  }

  /// The word, with numbers in the small print above its line as raised ones.
  private String scripted(String text, List<TextPosition> positions) {
    List<String> letters = new ArrayList<>();
    boolean scripts = false;
    for (TextPosition position : positions) {
      TextPosition line = upright;
      String letter = position.getUnicode();
      boolean small = line != null && height(position) < SMALL * height(line);
      if (small
          && line != null
          && line.getYDirAdj() - position.getYDirAdj() > HIGHER * height(line)) {
        letters.add(Scripts.raised(letter));
        scripts = true;
      } else {
        letters.add(letter);
        upright = small ? line : position;
      }
    }
    return scripts ? String.join("", letters) : text;
  }

  private static float gap(TextPosition before, TextPosition next) {
    return next.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj();
  }

  private static float height(TextPosition position) {
    return Math.max(1, position.getFontSizeInPt());
  }
}
