namespace SurvivalKit;

/// <summary>Martingale residuals, observed minus expected events, and deviance residuals (Therneau, Grambsch and Fleming 1990).</summary>
internal static class MartingaleResiduals
{
    /// <summary>The martingale residuals of the sorted rows of [from, to).</summary>
    public static void Fill(CoxData data, RowHazards hazards, double[] risk, double[] eventWeight, int from, int to, Span<double> residual)
    {
        Span<double> expected = stackalloc double[RowBlocks.LengthOfBlock(data.Rows)];
        for (int start = from; start < to; start += RowBlocks.Block)
        {
            int end = Math.Min(to, start + RowBlocks.Block);
            hazards.Fill(start, end, risk, expected, residual[(start - from)..]);
            for (int i = start; i < end; i++)
            {
                double seen = !data.IsEvent[i] ? 0 : eventWeight.Length == 0 ? 1 : eventWeight[i];
                residual[i - from] = seen - expected[i - start];
            }
        }
    }

    /// <summary>The deviance residual (Therneau, Grambsch and Fleming 1990) of a martingale residual, also for the sum over several
    /// events.</summary>
    /// <param name="martingale">Observed minus expected events.</param>
    /// <param name="events">Observed events.</param>
    /// <param name="expected">Expected events.</param>
    public static double Deviance(double martingale, double events, double expected)
    {
        double half = events == 0 ? martingale : martingale + (events * Math.Log(expected / events));

        // With m = martingale / events, m + log(1 - m) is -m^2/2 - m^3/3 - ...; near 0 the two terms would cancel.
        double m = events == 0 ? 1 : martingale / events;
        if (Math.Abs(m) < 1e-3)
        {
            half = -events * m * m * (0.5 + (m * ((1.0 / 3) + (m * (0.25 + (m * (0.2 + (m / 6))))))));
        }

        return Math.Sign(martingale) * Math.Sqrt(Math.Max(0, -2 * half));
    }
}
