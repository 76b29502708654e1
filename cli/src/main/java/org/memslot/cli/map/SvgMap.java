package org.memslot.cli.map;

import java.util.List;
import org.memslot.machine.ByteSize;

/**
 * The map as a drawing: a column of bands with address 0 at the bottom. A band's height grows with
 * the logarithm of its size, so that a page and a terabyte are both to be seen.
 */
public final class SvgMap {
  private static final int WIDTH = 760;
  private static final int MARGIN = 32;
  private static final int TOP = 92;
  private static final int BAND_LEFT = 176;
  private static final int BAND_WIDTH = 300;
  private static final int LEGEND_HEIGHT = 64;
  private static final int LEAST_HEIGHT = 26;
  private static final double HEIGHT_PER_DOUBLING = 2.6;
  private static final int LEAST_DOUBLINGS = 12;

  private final String title;
  private final MemoryMap map;
  private final StringBuilder svg = new StringBuilder();

  private SvgMap(String title, MemoryMap map) {
    this.title = title;
    this.map = map;
  }

  /** The drawing: a document of SVG 1.1 in UTF-8. */
  public static String draw(String title, MemoryMap map) {
    return new SvgMap(title, map).draw();
  }

  private String draw() {
    int bands = map.entries().stream().mapToInt(SvgMap::height).sum();
    int height = TOP + bands + LEGEND_HEIGHT + MARGIN;
    line(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="DejaVu Sans, Helvetica, Arial, sans-serif">"""
            .formatted(WIDTH, height, WIDTH, height));
    line("<title>%s</title>".formatted(escape(title)));
    line(
        """
        <defs><pattern id="empty" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#ffffff"/><rect width="3" height="8" fill="#cfe3d4"/></pattern></defs>""");
    line("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    text(
        MARGIN,
        40,
        "font-size=\"20\" font-weight=\"bold\" fill=\"#1f2933\"",
        "Physical address map");
    text(MARGIN, 64, "font-size=\"13\" fill=\"#52606d\"", title);
    int bottom = TOP + bands;
    for (MapEntry entry : map.entries()) {
      int top = bottom - height(entry);
      band(entry, top, height(entry));
      bottom = top;
    }
    // The last address label stands at the upper edge of the topmost band.
    map.entries().stream()
        .reduce((first, second) -> second)
        .ifPresent(last -> address(last.range().last() + 1, TOP));
    legend(TOP + bands + 36);
    line("</svg>");
    return svg.toString();
  }

  private static int height(MapEntry entry) {
    int doublings = 63 - Long.numberOfLeadingZeros(entry.range().length());
    return LEAST_HEIGHT + (int) (HEIGHT_PER_DOUBLING * Math.max(0, doublings - LEAST_DOUBLINGS));
  }

  private void band(MapEntry entry, int top, int height) {
    line(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"#52606d\" stroke-width=\"1\"%s/>"
            .formatted(
                BAND_LEFT,
                top,
                BAND_WIDTH,
                height,
                fill(entry.kind()),
                entry.kind() == MapEntry.Kind.UNASSIGNED ? " stroke-dasharray=\"3 3\"" : ""));
    int middle = top + height / 2 + 5;
    String name = entry.name().isEmpty() ? entry.kind().word() : entry.name();
    text(BAND_LEFT + 12, middle, "font-size=\"14\" fill=\"%s\"".formatted(ink(entry.kind())), name);
    line(
        "<text x=\"%d\" y=\"%d\" font-size=\"13\" text-anchor=\"end\" fill=\"%s\">%s</text>"
            .formatted(
                BAND_LEFT + BAND_WIDTH - 12,
                middle,
                ink(entry.kind()),
                ByteSize.of(entry.range().length())));
    if (!entry.detail().isEmpty()) {
      text(
          BAND_LEFT + BAND_WIDTH + 14, middle, "font-size=\"13\" fill=\"#52606d\"", entry.detail());
    }
    address(entry.range().first(), top + height);
  }

  private void address(long address, int y) {
    line(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#9aa5b1\" stroke-width=\"1\"/>"
            .formatted(BAND_LEFT - 8, y, BAND_LEFT, y));
    line(
        "<text x=\"%d\" y=\"%d\" font-size=\"12\" font-family=\"DejaVu Sans Mono, Menlo, monospace\" text-anchor=\"end\" fill=\"#323f4b\">0x%s</text>"
            .formatted(BAND_LEFT - 12, y + 4, Long.toHexString(address)));
  }

  private void legend(int y) {
    int x = MARGIN;
    for (MapEntry.Kind kind : kinds()) {
      line(
          "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"14\" fill=\"%s\" stroke=\"#52606d\" stroke-width=\"1\"/>"
              .formatted(x, y, fill(kind)));
      text(x + 20, y + 12, "font-size=\"12\" fill=\"#323f4b\"", kind.word());
      x += 34 + 8 * kind.word().length();
    }
  }

  private List<MapEntry.Kind> kinds() {
    return map.entries().stream().map(MapEntry::kind).distinct().sorted().toList();
  }

  private static String fill(MapEntry.Kind kind) {
    return switch (kind) {
      case RAM -> "#3f7cac";
      case FIRMWARE -> "#7d6b91";
      case ROM -> "#a58fb8";
      case DEVICE -> "#d98e4a";
      case PCI_WINDOW -> "#d9c7a3";
      case PCI_HOLE -> "#ece7df";
      case POPULATED_SLOT -> "#4f9d69";
      case EMPTY_SLOT -> "url(#empty)";
      case UNASSIGNED -> "#f7f7f5";
    };
  }

  private static String ink(MapEntry.Kind kind) {
    return switch (kind) {
      case RAM, FIRMWARE, POPULATED_SLOT -> "#ffffff";
      case ROM, DEVICE, PCI_WINDOW, PCI_HOLE, EMPTY_SLOT -> "#1f2933";
      case UNASSIGNED -> "#7b8794";
    };
  }

  private void text(int x, int y, String attributes, String words) {
    line("<text x=\"%d\" y=\"%d\" %s>%s</text>".formatted(x, y, attributes, escape(words)));
  }

  private void line(String element) {
    svg.append(element).append('\n');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
