package chatroom.bench;

import java.util.List;

/** The line through values at equal steps that is nearest to all of them (least squares), and how sure its slope is. */
record Trend(double slope, double standardError) {
    static Trend of(List<Double> values) {
        int count = values.size();
        double middle = (count - 1) / 2.0;
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double together = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            together += (i - middle) * (values.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        if (count < 3) {
            return new Trend(squares == 0 ? 0 : together / squares, Double.NaN);
        }
        double slope = together / squares;
        double residue = 0;
        for (int i = 0; i < count; i++) {
            double off = values.get(i) - mean - slope * (i - middle);
            residue += off * off;
        }
        return new Trend(slope, Math.sqrt(residue / (count - 2) / squares));
    }
}
