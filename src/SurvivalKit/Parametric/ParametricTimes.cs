namespace SurvivalKit;

/// <summary>Which times a distribution can have.</summary>
internal static class ParametricTimes
{
    /// <summary>Throws where a time cannot be one of the distribution.</summary>
    public static void Check(Surv response, ParametricDistribution distribution)
    {
        bool isLog = ParametricStart.IsOfLogTime(distribution);
        if (!isLog && distribution is not (ParametricDistribution.Gompertz or ParametricDistribution.PiecewiseExponential))
        {
            return;
        }

        for (int row = 0; row < response.Count; row++)
        {
            bool isBetween = response.IsInterval && !response.Event[row];
            if (isBetween && response.LeftLimit[row] is < 0 and > double.NegativeInfinity)
            {
                throw At(response, row, response.Names.Start, response.LeftLimit[row], "of 0 or more");
            }

            // An event before or at 0 is impossible, a time of 0 at which somebody is still there is not.
            bool isAbove = isLog || (isBetween && double.IsFinite(response.RightLimit[row]));
            isAbove &= !isBetween || double.IsFinite(response.RightLimit[row]);
            if (!(isAbove ? response.Time[row] > 0 : response.Time[row] >= 0))
            {
                throw At(response, row, response.Names.Time, response.Time[row], isAbove ? "above 0" : "of 0 or more");
            }
        }
    }

    private static SurvivalDataException At(Surv response, int row, string column, double time, string expected) =>
        SurvivalDataException.AtCell(
            null,
            (response.Rows?[row] ?? row) + 1L,
            column,
            FormattableString.Invariant($"{time}"),
            $"a time {expected} was expected for this distribution.");
}
