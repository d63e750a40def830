package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.ExampleFilter;
import dev.dealcoach.kb.ExampleState;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A filter as a query. */
final class FilterQuery {
  private FilterQuery() {}

  /** The query that lets through what the filter asks for; null if that is everything. */
  static @Nullable Query of(ExampleFilter filter, IndexReader reader) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    oneOf(Fields.INDUSTRY, filter.industries(), reader, all);
    oneOf(Fields.PRODUCT, filter.products(), reader, all);
    oneOf(Fields.STAGE, filter.stages(), reader, all);
    oneOf(Fields.SHOWS, filter.shows(), reader, all);
    oneOf(Fields.TAG, filter.tags(), reader, all);
    oneOf(Fields.STATE, filter.states().stream().map(ExampleState::id).toList(), reader, all);
    if (filter.language() != null) {
      oneOf(Fields.LANGUAGE, List.of(filter.language().code()), reader, all);
    }
    if (filter.from() != null || filter.to() != null) {
      long from = filter.from() == null ? Long.MIN_VALUE : filter.from().toEpochDay();
      long to = filter.to() == null ? Long.MAX_VALUE : filter.to().toEpochDay();
      all.add(LongPoint.newRangeQuery(Fields.DAY, from, to), Occur.FILTER);
    }
    boolean excludes =
        filter.notCustomer() != null
            && reader.docFreq(new Term(Fields.CUSTOMER, filter.notCustomer())) > 0;
    BooleanQuery asked = all.build();
    if (asked.clauses().isEmpty() && !excludes) {
      return null;
    }
    if (excludes) {
      if (asked.clauses().isEmpty()) {
        all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
      }
      all.add(new TermQuery(new Term(Fields.CUSTOMER, filter.notCustomer())), Occur.MUST_NOT);
    }
    return all.build();
  }

  private static void oneOf(
      String field, Collection<String> values, IndexReader reader, BooleanQuery.Builder all)
      throws IOException {
    if (values.isEmpty()) {
      return;
    }
    if (values.size() > 1) {
      all.add(new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()), Occur.FILTER);
      return;
    }
    Term term = new Term(field, values.iterator().next());
    // a condition that every example meets, such as being approved, costs time and changes nothing
    if (reader.docFreq(term) < reader.maxDoc()) {
      all.add(new TermQuery(term), Occur.FILTER);
    }
  }
}
