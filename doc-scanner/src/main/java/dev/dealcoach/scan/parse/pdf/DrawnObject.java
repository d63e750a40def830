package dev.dealcoach.scan.parse.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;

/** Draws a form, or notes where a picture stands without decoding it. */
final class DrawnObject extends OperatorProcessor {
  private final GlyphReader reader;
  private final DrawObject form;

  DrawnObject(GlyphReader reader) {
    super(reader);
    this.reader = reader;
    this.form = new DrawObject(reader);
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    if (!operands.isEmpty()
        && operands.getFirst() instanceof COSName name
        && reader.getResources() != null
        && reader.getResources().isImageXObject(name)) {
      reader.picture();
    } else {
      reader.measure(operands);
      form.process(operator, operands);
    }
  }

  @Override
  public String getName() {
    return "Do";
  }
}
