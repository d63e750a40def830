package dev.dealcoach.scan.parse.pdf;

import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/** One of the operators that make or paint a path; hands its numbers to {@link PathTracer}. */
final class PathOperator extends OperatorProcessor {
  /** All that are looked at. */
  static final List<String> NAMES =
      List.of(
          "re", "m", "l", "c", "v", "y", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n");

  private static final int MOST_OPERANDS = 6;
  private final String name;
  private final GlyphReader reader;
  private final float[] n = new float[MOST_OPERANDS];

  PathOperator(String name, GlyphReader reader) {
    super(reader);
    this.name = name;
    this.reader = reader;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) {
    int count = Math.min(operands.size(), MOST_OPERANDS);
    for (int i = 0; i < count; i++) {
      if (!(operands.get(i) instanceof COSNumber number)) {
        return;
      }
      n[i] = number.floatValue();
    }
    reader.path().take(name, n, count);
  }

  @Override
  public String getName() {
    return name;
  }
}
