using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>Finds a place in the plot area where a block of text covers no curve.</summary>
internal static class NotePlacer
{
    private const int Columns = 24;
    private const int Rows = 16;
    private const double Margin = 4;

    /// <summary>The top left corner of the best place, or null where every place is crossed by a curve.</summary>
    /// <param name="frame">The plot area.</param>
    /// <param name="width">Width of the block.</param>
    /// <param name="height">Height of the block.</param>
    /// <param name="curves">Lines that the block must not cross: the curves and the lines of the medians.</param>
    /// <param name="bands">The confidence bands, which the block should avoid.</param>
    /// <param name="incidence">Whether the curves rise, which changes the free corner.</param>
    public static ScenePoint? Place(
        KaplanMeierFrame frame, double width, double height, ImmutableArray<Chain> curves, ImmutableArray<Chain> bands, bool incidence)
    {
        double left = frame.Left + 6, right = frame.Right - width - 2;
        double top = frame.Top + 2, bottom = frame.Bottom - height - 5;
        if (right < left || bottom < top)
        {
            return null;
        }

        ScenePoint? best = null;
        double least = double.PositiveInfinity;
        for (int i = 0; i <= Columns; i++)
        {
            for (int j = 0; j <= Rows; j++)
            {
                double x = left + ((right - left) * i / Columns), y = top + ((bottom - top) * j / Rows);
                double cost = Cost((double)i / Columns, (double)j / Rows, incidence);
                if (cost < least && bands.Any(band => Crosses(band, x, y, x + width, y + height)))
                {
                    cost += 0.3;
                }

                if (cost < least && !curves.Any(curve => Crosses(curve, x - Margin, y - Margin, x + width + Margin, y + height + Margin)))
                {
                    (best, least) = (new ScenePoint(x, y), cost);
                }
            }
        }

        return best;
    }

    // Falling curves leave the lower left corner free, second the upper right one; rising ones the upper left.
    private static double Cost(double x, double y, bool incidence)
    {
        double corner = incidence ? x + y : x + (1 - y);
        double opposite = 0.35 + (incidence ? 1 - x + 1 - y : 1 - x + y);
        return Math.Min(corner, opposite);
    }

    private static bool Crosses(Chain curve, double left, double top, double right, double bottom)
    {
        for (int i = 1; i < curve.Points.Length; i++)
        {
            (ScenePoint a, ScenePoint b) = (curve.Points[i - 1], curve.Points[i]);
            if (Math.Max(a.X, b.X) >= left && Math.Min(a.X, b.X) <= right && Math.Max(a.Y, b.Y) >= top && Math.Min(a.Y, b.Y) <= bottom)
            {
                return true;
            }
        }

        return false;
    }
}
