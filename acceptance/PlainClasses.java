import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints what switches over types and records' methods give for many values; `acceptance/launcher`
 * has it print the same with its classes as the compiler made them and as build/QuickStart.java
 * does.
 */
public final class PlainClasses {
  private PlainClasses() {}

  private sealed interface Shape {}

  private record Circle(double radius, float scale) implements Shape {}

  private record Square(int side, boolean filled, char name) implements Shape {}

  private record Path(List<Shape> parts, long[] points) implements Shape {}

  private record All(
      byte b, short s, char c, int i, long l, float f, double d, boolean z, Object o) {}

  private record Generic<T extends Comparable<T>>(T value, Generic<T> next) {}

  private record None() implements Shape {}

  private record Named(String name, int number) {
    /** By its name alone, in whatever case. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Named named && named.name.equalsIgnoreCase(name);
    }

    @Override
    public int hashCode() {
      return name.toLowerCase(Locale.ROOT).hashCode();
    }
  }

  private enum Color {
    RED,
    GREEN
  }

  /** A switch in an interface has its method there. */
  private interface Describing {
    default String describe(Object value) {
      return switch (value) {
        case Circle _ -> "circle";
        case Square _ -> "square";
        default -> "other";
      };
    }
  }

  private static String guarded(Object value) {
    return switch (value) {
      case null -> "null";
      case Integer i when i > 100 -> "large";
      case Integer i when i > 10 -> "medium";
      case Integer _ -> "small";
      case Square(int side, var _, char name) when side == name -> "odd square";
      case Shape shape -> area(shape);
      case long[] array -> "longs " + array.length;
      case Object[][] array -> "arrays " + array.length;
      case Color color -> constant(color);
      case CharSequence text -> "text " + text.length();
      default -> value.getClass().getSimpleName();
    };
  }

  /** Its labels are constants, which QuickStart leaves as they are. */
  private static String constant(Object value) {
    return switch (value) {
      case Color.RED -> "red";
      case Color _ -> "no red";
      default -> "no color";
    };
  }

  private static String area(Shape shape) {
    return switch (shape) {
      case Circle(double radius, float scale) -> "circle " + radius * scale;
      case Square square -> "square " + square.side();
      case Path(List<Shape> parts, var _) when parts.isEmpty() -> "empty path";
      case Path path -> "path of " + path.parts().stream().map(PlainClasses::area).toList();
      case None() -> "none";
    };
  }

  private static List<Object> values() {
    long[] points = {1, 2};
    List<Object> values = new ArrayList<>();
    for (double d :
        new double[] {0.0, -0.0, Double.NaN, 1.5, Double.longBitsToDouble(0x7ff8000000000001L)}) {
      values.add(new Circle(d, 1));
      values.add(new Circle(1, (float) d));
      values.add(new All((byte) -1, (short) -2, '\uffff', 3, 1L << 40, (float) d, d, true, null));
      values.add(new All((byte) -1, (short) -2, '\uffff', 3, 1L << 40, (float) d, d, false, "o"));
    }
    values.add(new Square(65, true, 'A'));
    values.add(new Square(65, false, 'A'));
    values.add(new Square(66, true, 'A'));
    values.add(new Path(List.of(new Square(1, true, 'x'), new None()), points));
    values.add(new Path(List.of(new Square(1, true, 'x'), new None()), points));
    values.add(new Path(List.of(), points));
    values.add(new Path(null, null));
    values.add(new Generic<>("a", new Generic<>("b", null)));
    values.add(new Generic<>("a", new Generic<>("b", null)));
    values.add(new Generic<>(1, null));
    values.add(new Named("one", 1));
    values.add(new Named("ONE", 2));
    values.addAll(
        Arrays.asList(1, 11, 101, 7L, "word", "text", new StringBuilder("builder"), points));
    values.addAll(
        List.of(Color.RED, Color.GREEN, new Object[][] {{}}, new Object[] {1}, new None(), 'c'));
    values.add(null);
    return values;
  }

  /** Everything against everything. */
  public static void main(String[] args) {
    Describing describing = new Describing() {};
    List<Object> left = values();
    List<Object> right = values();
    for (Object one : left) {
      StringBuilder line = new StringBuilder();
      if (!(one instanceof Path path && path.parts() == null)) {
        line.append(guarded(one)).append(' ');
      }
      if (one != null) {
        boolean stable = one instanceof Record record && !(record instanceof Path);
        line.append(describing.describe(one)).append(' ').append(stable ? one.hashCode() : "-");
        for (Object other : right) {
          line.append(one.equals(other) ? '=' : '.');
        }
      }
      System.out.println(line);
    }
  }
}
