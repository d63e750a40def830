package dev.dealcoach.scan.annotate.pdf;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** From places on a page as it is seen to the page's own coordinates. Immutable. */
final class PageSpace {
  private final PDRectangle crop;
  private final int rotation;

  PageSpace(PDPage page) {
    this.crop = page.getCropBox();
    this.rotation = Math.floorMod(page.getRotation(), 360);
  }

  /** Width as seen. */
  float width() {
    return rotation % 180 == 0 ? crop.getWidth() : crop.getHeight();
  }

  /** Upper left, upper right, lower left, lower right corner as seen, x and y each. */
  float[] quad(float x0, float y0, float x1, float y1) {
    return new float[] {
      x(x0, y0), y(x0, y0), x(x1, y0), y(x1, y0), x(x0, y1), y(x0, y1), x(x1, y1), y(x1, y1)
    };
  }

  private float x(float seenX, float seenY) {
    return switch (rotation) {
      case 90 -> crop.getLowerLeftX() + seenY;
      case 180 -> crop.getUpperRightX() - seenX;
      case 270 -> crop.getUpperRightX() - seenY;
      default -> crop.getLowerLeftX() + seenX;
    };
  }

  private float y(float seenX, float seenY) {
    return switch (rotation) {
      case 90 -> crop.getLowerLeftY() + seenX;
      case 180 -> crop.getLowerLeftY() + seenY;
      case 270 -> crop.getUpperRightY() - seenX;
      default -> crop.getUpperRightY() - seenY;
    };
  }

  /** A transparency group, without which some viewers do not multiply colours. */
  static COSDictionary transparency() {
    COSDictionary group = new COSDictionary();
    group.setItem(COSName.TYPE, COSName.GROUP);
    group.setItem(COSName.S, COSName.TRANSPARENCY);
    return group;
  }
}
