package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.kb.json.ExampleJson;
import dev.dealcoach.kb.text.Labels;
import dev.dealcoach.kb.text.Term;
import dev.dealcoach.kb.text.Words;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An example as a document of the index. */
final class ExampleDocument {
  /** Words and how often they stand, with the field's length; places are never asked for. */
  private static final FieldType COUNTED = new FieldType();

  static {
    COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    COUNTED.setTokenized(true);
    COUNTED.freeze();
  }

  private ExampleDocument() {}

  static Document of(Example example, float[] vector) {
    Document document = new Document();
    document.add(new StringField(Fields.ID, example.id(), Field.Store.NO));
    document.add(new StoredField(Fields.SOURCE, ExampleJson.write(example)));
    List<String> words = Words.of(example.text()).stream().map(Term::word).toList();
    document.add(new Field(Fields.WORDS, new TermStream(words), COUNTED));
    List<String> pairs = Words.pairs(example.text());
    if (!pairs.isEmpty()) {
      document.add(new Field(Fields.PAIRS, new TermStream(pairs), COUNTED));
    }
    document.add(
        new KnnFloatVectorField(
            Fields.vector(example.language()), vector, VectorSimilarityFunction.DOT_PRODUCT));
    document.add(new StringField(Fields.LANGUAGE, example.language().code(), Field.Store.NO));
    document.add(new StringField(Fields.STATE, example.state().id(), Field.Store.NO));
    facts(example.facts(), document);
    return document;
  }

  private static void facts(Facts facts, Document document) {
    keyword(Fields.INDUSTRY, facts.industry(), document);
    keyword(Fields.PRODUCT, facts.product(), document);
    keyword(Fields.STAGE, facts.stage(), document);
    keyword(Fields.CUSTOMER, facts.customer(), document);
    for (String show : facts.shows()) {
      keyword(Fields.SHOWS, show, document);
      document.add(new SortedSetDocValuesField(Fields.SHOWS, new BytesRef(show)));
    }
    for (String tag : facts.tags()) {
      keyword(Fields.TAG, tag, document);
    }
    if (facts.rank() != null) {
      document.add(new NumericDocValuesField(Fields.RANK, facts.rank()));
    }
    if (facts.date() != null) {
      document.add(new NumericDocValuesField(Fields.DAY, facts.date().toEpochDay()));
      document.add(new LongPoint(Fields.DAY, facts.date().toEpochDay()));
    }
    List<String> words = Labels.words(facts);
    if (!words.isEmpty()) {
      document.add(new Field(Fields.FACTS, new TermStream(words), COUNTED));
    }
  }

  private static void keyword(String field, @Nullable String value, Document document) {
    if (value != null) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }
}
