//! The straight line that is nearest to points (least squares), and how far from it they are.

/// A straight line.
pub struct Line {
    pub start: f64,
    pub slope: f64,
}

impl Line {
    /// The line nearest to points `(x, y)`, not all of which have the same `x`.
    pub fn through(points: &[(f64, f64)]) -> Self {
        let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / points.len() as f64;
        let (x, y) = (mean(|point| point.0), mean(|point| point.1));
        let both: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
        let square: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
        let slope = both / square;
        Self { start: y - slope * x, slope }
    }

    /// How far the farthest point is from the line, as a part of the last point.
    pub fn deviation(&self, points: &[(f64, f64)]) -> f64 {
        let off = |(x, y): &(f64, f64)| (y - self.start - self.slope * x).abs();
        let last = points.last().map_or(1.0, |point| point.1);
        points.iter().map(off).fold(0.0, f64::max) / last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found() {
        let points = [(1.0, 5.0), (2.0, 7.0), (4.0, 11.0)];
        let line = Line::through(&points);
        assert!((line.start - 3.0).abs() < 1e-9 && (line.slope - 2.0).abs() < 1e-9);
        assert!(line.deviation(&points) < 1e-9);
        let bent = [(1.0, 1.0), (2.0, 4.0), (3.0, 9.0), (4.0, 16.0)];
        assert!(Line::through(&bent).deviation(&bent) > 0.05);
    }
}
