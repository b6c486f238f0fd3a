package org.healthassistant.evaluation.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A retrieval set in BEIR's form: documents, questions, and which documents answer which.
///
/// @param name the folder's name
/// @param documents in the file's order; ids are unique
/// @param questions those that have at least one judgement, in the file's order; ids are unique
/// @param judgements question id to document id to grade; a grade of 0 is judged not relevant
public record BeirSet(
    String name,
    List<Document> documents,
    List<Question> questions,
    Map<String, Map<String, Integer>> judgements) {

  private static final Pattern TAB = Pattern.compile("\t");

  /// Copies the lists.
  public BeirSet {
    documents = List.copyOf(documents);
    questions = List.copyOf(questions);
    judgements = Map.copyOf(judgements);
  }

  /// A document.
  ///
  /// @param title may be empty
  public record Document(String id, String title, String text) {}

  /// A question.
  public record Question(String id, String text) {}

  /// Reads a folder with `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` or `qrels/test.tsv`.
  ///
  /// Questions without a judgement are left out, as trec_eval does.
  ///
  /// @throws BadDataSet if a file is missing or wrong, an id occurs twice, or a judgement names
  ///     an unknown question; every problem of the first wrong file is named
  public static BeirSet read(Path folder) {
    List<Document> documents = JsonLines.read(
        folder.resolve("corpus.jsonl"),
        unique(line -> new Document(
            line.text("_id"), line.optionalText("title").orElse(""), line.text("text"))));
    List<Question> questions = JsonLines.read(
        folder.resolve("queries.jsonl"),
        unique(line -> new Question(line.text("_id"), line.text("text"))));
    Map<String, Map<String, Integer>> judgements = judgements(qrels(folder), questions);
    Path absolute = folder.toAbsolutePath().normalize();
    return new BeirSet(
        String.valueOf(absolute.getFileName()),
        documents,
        questions.stream().filter(q -> judgements.containsKey(q.id())).toList(),
        judgements);
  }

  private static <T> Function<Line, T> unique(Function<Line, T> reader) {
    var seen = new HashSet<String>();
    return line -> {
      T value = reader.apply(line);
      String id = line.optionalText("_id").orElse("");
      if (!seen.add(id)) {
        line.problem("repeats the _id of an earlier line; ids must be unique");
      }
      return value;
    };
  }

  private static Path qrels(Path folder) {
    Path flat = folder.resolve("qrels.tsv");
    return Files.exists(flat) ? flat : folder.resolve("qrels").resolve("test.tsv");
  }

  private static Map<String, Map<String, Integer>> judgements(Path file, List<Question> questions) {
    var known = new HashSet<String>();
    questions.forEach(question -> known.add(question.id()));
    var problems = new ArrayList<String>();
    var found = new LinkedHashMap<String, Map<String, Integer>>();
    int number = 0;
    for (String line : JsonLines.lines(file)) {
      number++;
      if (number > 1 && !line.isBlank()) {
        judgement(file + ":" + number, line, known, problems, found);
      } else if (number == 1 && !line.startsWith("query-id\t")) {
        problems.add(file + ":1: must be the header 'query-id<TAB>corpus-id<TAB>score'");
      }
    }
    if (found.isEmpty() && problems.isEmpty()) {
      problems.add(file + ": holds no judgement");
    }
    if (!problems.isEmpty()) {
      throw new BadDataSet(problems);
    }
    return found;
  }

  private static void judgement(
      String place,
      String line,
      Set<String> known,
      List<String> problems,
      Map<String, Map<String, Integer>> found) {
    String[] parts = TAB.split(line, -1);
    if (parts.length != 3 || !parts[2].strip().matches("-?\\d{1,6}")) {
      problems.add(place + ": must be query id, document id and a whole grade, tab separated");
      return;
    }
    if (!known.contains(parts[0])) {
      problems.add(place + ": names the query '" + parts[0] + "', which queries.jsonl lacks");
      return;
    }
    found
        .computeIfAbsent(parts[0], id -> new LinkedHashMap<>())
        .put(parts[1], Integer.parseInt(parts[2].strip()));
  }
}
