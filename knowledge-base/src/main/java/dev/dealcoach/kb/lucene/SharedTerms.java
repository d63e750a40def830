package dev.dealcoach.kb.lucene;

import dev.dealcoach.nlp.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOSupplier;

/** Which words of a query stand in a few passages. Goes through each word's list once. */
final class SharedTerms {
  private final Map<Integer, List<Span>> places = new TreeMap<>();

  private SharedTerms() {}

  /**
   * Looks.
   *
   * @param documents in ascending order
   * @param said whether passages say the words; else whether they are noted about them
   */
  static SharedTerms of(
      int[] documents, List<LexicalQuery.Word> words, boolean said, IndexSearcher searcher)
      throws IOException {
    SharedTerms shared = new SharedTerms();
    int from = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      int to = from;
      while (to < documents.length && documents[to] < end) {
        to++;
      }
      if (to > from) {
        for (LexicalQuery.Word word : words) {
          LexicalQuery.Looked looked = said ? word.said() : word.noted();
          if (looked.isThere()) {
            shared.look(leaf, Arrays.copyOfRange(documents, from, to), looked, word.place());
          }
        }
      }
      from = to;
    }
    return shared;
  }

  private void look(LeafReaderContext leaf, int[] documents, LexicalQuery.Looked looked, Span place)
      throws IOException {
    IOSupplier<TermState> supplier = looked.states().get(leaf);
    TermState state = supplier == null ? null : supplier.get();
    Terms terms = leaf.reader().terms(looked.term().field());
    if (state == null || terms == null) {
      return;
    }
    TermsEnum at = terms.iterator();
    at.seekExact(looked.term().bytes(), state);
    PostingsEnum list = at.postings(null, PostingsEnum.NONE);
    for (int document : documents) {
      int inLeaf = document - leaf.docBase;
      if (list.docID() < inLeaf) {
        list.advance(inLeaf);
      }
      if (list.docID() == inLeaf) {
        places.computeIfAbsent(document, _ -> new ArrayList<>()).add(place);
      }
    }
  }

  /** The places of the shared words in the query, the rarest word first. */
  List<Span> of(int document) {
    return places.getOrDefault(document, List.of());
  }
}
