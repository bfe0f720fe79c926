namespace SurvivalKit;

/// <summary>The part of a curve over which a band holds.</summary>
/// <param name="Time">The start of the range, and the curve's times within it.</param>
/// <param name="Survival">The survival from those times on.</param>
/// <param name="Variance">Var(log S) from those times on: Greenwood's sum.</param>
internal sealed record BandRange(double[] Time, double[] Survival, double[] Variance)
{
    public static BandRange Find(KaplanMeierCurve curve, double? from, double? to)
    {
        if (curve.IsRobust)
        {
            throw new SurvivalDataException(
                "A confidence band rests on Greenwood's errors, and those of this curve are robust; Robust = false was expected.");
        }

        int first = -1;
        int last = -1;
        for (int row = 0; row < curve.Time.Length; row++)
        {
            if (curve.Events[row] > 0 && curve.Survival[row] > 0)
            {
                first = first < 0 ? row : first;
                last = row;
            }
        }

        if (first < 0)
        {
            throw new SurvivalDataException(
                $"The curve of {curve.Group} has no event that leaves it above 0; a band was expected to have one to begin at.");
        }

        double begin = from ?? Math.Min(curve.Time[first], to ?? double.PositiveInfinity);
        double end = to ?? Math.Max(curve.Time[last], begin);
        if (!(double.IsFinite(begin) && double.IsFinite(end) && begin <= end))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"A range from {begin} to {end} was given; two times in order were expected."));
        }

        int start = StepLookup.LastNotAfter(curve.Time, begin);
        int stop = StepLookup.LastNotAfter(curve.Time, end);
        if (stop < first || curve.Survival[stop] <= 0)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"A band up to {end} was asked for; a time from {curve.Time[first]} on was expected, and one at which the survival of {curve.Group} is above 0."));
        }

        int rows = stop - start + 1;
        var range = new BandRange(new double[rows], new double[rows], new double[rows]);
        for (int i = 0; i < rows; i++)
        {
            int row = start + i;
            double error = row < 0 ? 0 : curve.StandardError[row] / curve.Survival[row];
            (range.Time[i], range.Survival[i], range.Variance[i]) =
                (row < 0 ? begin : Math.Max(begin, curve.Time[row]), row < 0 ? 1 : curve.Survival[row], error * error);
        }

        return range;
    }
}
