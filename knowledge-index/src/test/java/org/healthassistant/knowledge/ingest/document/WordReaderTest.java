package org.healthassistant.knowledge.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.healthassistant.knowledge.ingest.Articles;
import org.healthassistant.knowledge.ingest.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Word documents as their authors last left them.
class WordReaderTest {
  private static final DraftArticle.Origin ORIGIN = new DraftArticle.Origin(
      "Clinic", "CC0-1.0", "https://example.org/a", LocalDate.of(2026, 11, 1));
  private static final String STYLES = """
      <w:style w:styleId="T"><w:name w:val="Title"/></w:style>
      <w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>
      <w:style w:styleId="Own"><w:name w:val="Clinic head"/><w:basedOn w:val="H"/></w:style>
      <w:style w:styleId="L"><w:name w:val="List Bullet"/></w:style>
      <w:style w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>\
      """;

  @TempDir
  Path directory;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Give acetaminophen for pain. | <w:p>R(Give )<w:del><w:r><w:delText>aspirin</w:delText></w:r></w:del><w:ins>R(acetaminophen)</w:ins>R( for pain.)</w:p>
      Tome agua con la comida.     | <w:p>R(Tome agua )<w:moveFrom>R(sin )</w:moveFrom><w:moveTo>R(con )</w:moveTo>R(la comida.)</w:p>
      Rest at home.                | <w:p><w:del>R(Rub alcohol on.)</w:del></w:p><w:p>R(Rest at home.)</w:p>
      Rest at home.                | <w:p>R(Rest)<w:r><w:rPr><w:vanish/></w:rPr><w:t> or run</w:t></w:r>R( at home.)</w:p>
      Rest at home.                | <w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>R(Run.)</w:p><w:p>R(Rest at home.)</w:p>
      Rest at home.                | <w:p>R(Rest at )<w:r><w:rPr><w:strike/></w:rPr><w:t>work</w:t></w:r>R(home.)<w:r><w:commentReference w:id="0"/></w:r></w:p>
      Rest at home.                | <w:p>R(Rest )<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>at home.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
      Rest at home.                | <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>R(Run.)</w:del></w:p><w:p>R(Rest at home.)</w:p>
      Do not run on it.            | <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>R(Do not )</w:p><w:p>R(run on it.)</w:p>
      Descanse en casa.            | <w:p>R(Descanse)<w:r><w:tab/></w:r><w:hyperlink>R(en casa.)</w:hyperlink></w:p>
      Take 2² pills.               | <w:p>R(Take 2)<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>R( pills.)</w:p>
      Take 1/2 pill.               | <w:p>R(Take )<w:oMath><w:f><w:num>R(1)</w:num><w:den>R(2)</w:den></w:f></w:oMath>R( pill.)</w:p>
      Call at ≥38 C.               | <w:p>R(Call at )<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>R(38 C.)</w:p>
      Rest at home.                | <w:p>R(Rest)<w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t> at home.</w:t></w:r></w:p>
      Rest at home.                | <w:sdt><w:sdtContent><w:p>R(Rest at home.)<w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:sdtContent></w:sdt>
      """)
  void readsInsertionsAndNoDeletionsNorHiddenText(String text, String body) throws IOException {
    assertThat(docx(body).parts()).extracting(Part::text).containsExactly(text);
  }

  @Test
  void neverReadsCommentsHeadersAndNotes() throws IOException {
    Path file = directory.resolve("poi.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      XWPFRun run = document.createParagraph().createRun();
      run.setText("Rest at home.");
      document
          .createComments()
          .createComment(java.math.BigInteger.ZERO)
          .createParagraph()
          .createRun()
          .setText("Is this right?");
      document.createFootnote().createParagraph().createRun().setText("An old note.");
      document
          .createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
          .createParagraph()
          .createRun()
          .setText("Draft 3");
      document.write(out);
    }

    assertThat(DocumentReader.read(file).parts())
        .extracting(Part::text)
        .containsExactly("Rest at home.");
  }

  @Test
  void readsHeadingsOfAnyStyleAndListsWithTheirLeadIn() throws IOException {
    DraftArticle draft = docx("""
        <w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>R(Burns)</w:p>
        <w:p><w:pPr><w:pStyle w:val="H"/></w:pPr></w:p>
        <w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr>R(First aid)</w:p>
        <w:p>R(On a burn, do not:)</w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>R(Put on:)</w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>R(Butter.)</w:p>
        <w:p><w:pPr><w:pStyle w:val="L"/></w:pPr>R(Break blisters.)</w:p>
        <w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>R(Comidas que debe evitar)</w:p>
        <w:p><w:pPr><w:pStyle w:val="L"/></w:pPr>R(Toronja.)</w:p>\
        """);

    assertThat(draft.title()).isEqualTo("Burns");
    String markdown = draft.markdown("a", ORIGIN);
    assertThat(Articles.problems(markdown)).isEmpty();
    assertThat(Articles.units(markdown))
        .containsExactly(
            "On a burn, do not: Put on: Butter.",
            "On a burn, do not: Break blisters.",
            "Comidas que debe evitar: Toronja.");
  }

  @Test
  void keepsRowsWithAHeaderThatTheDocumentMarks() throws IOException {
    assertThat(docx("""
        <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>C(Drug)C(With warfarin)</w:tr>
        <w:tr>C(Aspirin)C(Never)</w:tr>
        <w:tr><w:trPr><w:hidden/></w:trPr>C(Naproxen)C(Yes)</w:tr>
        <w:tr><w:trPr><w:del/></w:trPr>C(Ibuprofen)C(Yes)</w:tr></w:tbl>\
        """).parts())
        .containsExactly(Part.item(0, "Drug: Aspirin; With warfarin: Never"));
    DraftArticle unmarked =
        docx("<w:p>R(Ask.)</w:p><w:tbl><w:tr>C(Aspirin)C(Never)</w:tr><w:tr>C(2)C(4"
            + " hours)</w:tr></w:tbl>");
    assertThat(Articles.problems(unmarked.markdown("a", ORIGIN)))
        .isNotEmpty()
        .extracting(Problem::rule)
        .containsOnly("not-quotable");
  }

  @Test
  void leavesOutCellsThatAreDeleted() throws IOException {
    assertThat(docx("""
        <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>C(Food)OLD(Before)C(Now)</w:tr>
        <w:tr>C(Eggs)OLD(Eat them raw)C(Cook them)</w:tr></w:tbl>\
        """.replaceAll(
                "OLD\\(([^)]*)\\)", "<w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p>R($1)</w:p></w:tc>"))
            .parts())
        .containsExactly(Part.item(0, "Food: Eggs; Now: Cook them"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<w:color w:val=\"FFFFFF\"/>", "<w:sz w:val=\"2\"/>"})
  void refusesWordsThatNobodySees(String look) {
    String body = "<w:p>R(Rest.)<w:r><w:rPr>" + look + "</w:rPr><w:t>Run.</w:t></w:r></w:p>";

    assertThatThrownBy(() -> docx(body))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'Run.'");
  }

  @Test
  void refusesASymbolThatItDoesNotKnow() throws IOException {
    assertThat(docx("<w:p>R(Call at )<w:r><w:sym w:font=\"Webdings\" w:char=\"F0B3\"/></w:r>R(38"
                + " C.)</w:p>")
            .refusal())
        .isPresent();
  }

  @Test
  void refusesWhatIsNoWordDocument() throws IOException {
    Path file = directory.resolve("a.docx");
    Files.writeString(file, "text");

    assertThatThrownBy(() -> DocumentReader.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.docx");
  }

  /// A document of a body in which `R(text)` is a run and `C(text)` a cell.
  private DraftArticle docx(String body) throws IOException {
    Path file = directory.resolve("document.docx");
    String runs = body.replaceAll("C\\(([^)]*)\\)", "<w:tc><w:p>R($1)</w:p></w:tc>")
        .replaceAll("R\\(([^)]*)\\)", "<w:r><w:t xml:space=\"preserve\">$1</w:t></w:r>");
    Map<String, String> parts = Map.of(
        "word/document.xml", xml("document", "<w:body>" + runs + "</w:body>"),
        "word/styles.xml", xml("styles", STYLES),
        "word/comments.xml",
            xml("comments", "<w:comment><w:p><w:r><w:t>No!</w:t></w:r></w:p></w:comment>"));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return DocumentReader.read(file);
  }

  private static String xml(String root, String content) {
    return "<w:" + root
        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + content
        + "</w:" + root + ">";
  }
}
