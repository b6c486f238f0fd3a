package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.healthassistant.evaluation.dataset.BeirSet;
import org.healthassistant.evaluation.report.Bootstrap;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.retrieval.PlainLucene;
import org.healthassistant.evaluation.retrieval.ProductRanking;
import org.healthassistant.evaluation.retrieval.Ranking;
import org.healthassistant.evaluation.retrieval.RetrievalRun;
import org.healthassistant.knowledge.passage.SearchRequest.Retriever;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "retrieval",
    description = "Ranks a BEIR set by the product's search: nDCG@10, Recall@100, MRR@10.",
    footer = {
      "",
      "Example: evaluation retrieval --data data/scifact --run scifact.trec --retriever hybrid"
    })
final class RetrievalCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "a folder with corpus.jsonl, queries.jsonl and qrels.tsv or qrels/test.tsv")
  @SuppressWarnings("NullAway.Init")
  private Path data;

  @Option(
      names = "--run",
      paramLabel = "OUT.trec",
      description = "write the rankings in TREC's form to this file")
  private @Nullable Path run;

  @Option(
      names = "--retriever",
      defaultValue = "hybrid",
      description = "bm25, dense or hybrid (default)")
  @SuppressWarnings("NullAway.Init")
  private Retriever retriever;

  @Option(
      names = "--lucene-defaults",
      description =
          "rank by plain Lucene BM25 instead (k1 0.9, b 0.4, one field), whose published values"
              + " check the measures")
  private boolean plain;

  @Option(
      names = "--language",
      description = "language of documents and questions: en (default) or es")
  private @Nullable String language;

  @Option(
      names = "--depth",
      defaultValue = "100",
      description = "documents taken of each ranking (default 100)")
  private int depth;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "keep document vectors here between runs (default: the folder of --run; without either"
              + " they are made anew)")
  private @Nullable Path cache;

  @Mixin
  private Results results = new Results();

  @Override
  public Integer call() throws IOException {
    BeirSet set = BeirSet.read(data);
    try (Ranking ranking = ranking(set);
        var progress = new ConsoleProgress("ranking")) {
      RetrievalRun done = RetrievalRun.of(set, ranking, depth, System::nanoTime, progress::at);
      if (run != null) {
        done.write(run, "assistant-" + variant());
      }
      return results.finish(done.outcome(facts(set), Bootstrap.usual()), set.name());
    }
  }

  private Ranking ranking(BeirSet set) throws IOException {
    if (plain) {
      return new PlainLucene(set);
    }
    try (var progress = new ConsoleProgress("embedding")) {
      return ProductRanking.over(
          set, Language.orFallback(language), retriever, vectors(set), progress::at);
    }
  }

  /// Where the vectors are kept; its folder is made before the long work begins.
  private @Nullable Path vectors(BeirSet set) throws IOException {
    Path folder =
        cache != null ? cache : run == null ? null : run.toAbsolutePath().getParent();
    if (folder == null) {
      return null;
    }
    Files.createDirectories(folder);
    return folder.resolve(set.name() + ".vectors");
  }

  private Map<String, String> facts(BeirSet set) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("data", set.name());
    facts.put(Outcome.VARIANT, variant());
    facts.put("documents", String.valueOf(set.documents().size()));
    facts.put("questions", String.valueOf(set.questions().size()));
    facts.put("depth", String.valueOf(depth));
    return facts;
  }

  private String variant() {
    return plain ? "plain-bm25" : retriever.name().toLowerCase(Locale.ROOT);
  }
}
