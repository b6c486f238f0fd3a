/// Measures rankings: a BEIR set and a ranking in, nDCG@10, Recall@100 and MRR@10 out.
///
/// Start at [RetrievalRun]. It ranks in process, by the same index that the service uses
/// ([ProductRanking]) or by plain Lucene BM25 ([PlainLucene]), whose published value on SciFact
/// shows that the measures themselves are right. Must not know the service or the command line.
@NullMarked
package org.healthassistant.evaluation.retrieval;

import org.jspecify.annotations.NullMarked;
