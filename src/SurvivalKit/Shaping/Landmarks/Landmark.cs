using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Landmark sets (Anderson, Cain and Gelber 1983): the subjects still at risk at a time, with the values known then and what
/// happened to them afterwards.</summary>
/// <remarks>Several landmarks are stacked, as for a super model (van Houwelingen 2007; cutLM of R's package dynpred).</remarks>
/// <example><code>
/// var atThreeMonths = Landmark.At(merged, "Surv(tstart, tstop, death) ~ .", [90], new() { Id = "id" });
/// var fit = CoxModel.Fit(atThreeMonths, "Surv(landmark, tstop, death) ~ response");
/// </code></example>
public static class Landmark
{
    /// <summary>The rows of those at risk at each landmark.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula"><c>Surv(time, status) ~ .</c> or <c>Surv(start, stop, status) ~ age + sex</c>: the response, and the columns
    /// that are carried along; without <c>~</c>: all others.</param>
    /// <param name="landmarks">The times, in the unit of the data.</param>
    /// <param name="options">Ids, horizon and time scale; <see langword="null"/>: the documented defaults.</param>
    /// <returns>
    /// For each landmark L a row for each subject whose time is after L: columns, landmark, time, status. With starts, the row with
    /// start &lt;= L &lt; stop: a value measured at L is known at L. With an id, time and status are those of the subject's first event
    /// after L, or of the end of the rows that follow without a gap. One who has the event, or is censored, at L is not at risk.
    /// </returns>
    /// <exception cref="FormulaException">The formula cannot be read.</exception>
    /// <exception cref="SurvivalDataException">A landmark or the horizon cannot be used, nobody is at risk at a landmark, or a subject has
    /// two rows at once.</exception>
    public static DataFrame At(DataFrame data, string formula, IEnumerable<double> landmarks, LandmarkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(landmarks);
        options ??= new LandmarkOptions();
        double[] times = [.. landmarks];
        Check(times, options);
        ShapedResponse response = ShapedResponse.Read(data, formula);
        response.CheckOrder();
        FollowedRows followed = FollowedRows.Read(response, options.Id);
        var rows = new List<int>();
        var at = new List<double>();
        var stops = new List<double>();
        var statuses = new List<double>();
        foreach (double landmark in times)
        {
            int before = rows.Count;
            double end = landmark + (options.Horizon ?? double.PositiveInfinity);
            foreach ((int row, double stop, double status) in followed.AtRisk(landmark))
            {
                rows.Add(row);
                at.Add(landmark);
                stops.Add(Math.Min(stop, end) - (options.ResetTime ? landmark : 0));
                statuses.Add(stop > end ? 0 : status);
            }

            if (rows.Count == before)
            {
                throw new SurvivalDataException(
                    FormattableString.Invariant($"Nobody is at risk after {landmark}; a landmark before the last time was expected."));
            }
        }

        return Made(response, options, [.. rows], [.. at], [.. stops], [.. statuses], followed, times);
    }

    private static DataFrame Made(
        ShapedResponse response, LandmarkOptions options, int[] rows, double[] at, double[] stops, double[] statuses,
        FollowedRows followed, double[] times)
    {
        var columns = new List<DataFrameColumn>(response.Carried.Select(column => FrameRows.Take(column, rows)));
        string[] names = [options.Column, response.StopName, response.EventName];
        string[] kinds = ["the landmark", "the time", "the status"];
        DataFrameColumn[] made =
        [
            FrameRows.Numbers(names[0], at), FrameRows.Numbers(names[1], stops), FrameRows.Whole(names[2], statuses),
        ];
        for (int i = 0; i < made.Length; i++)
        {
            FrameRows.CheckNew(columns.Select(column => column.Name), names[i], kinds[i], response.Source);
            columns.Add(made[i]);
        }

        var frame = new DataFrame(columns);
        string missing = followed.Missing == 0 ? "" : $", {NumberText.Count(followed.Missing, "row")} left out because a value is missing";
        SurvivalData.Derive(
            frame, response.Data, rows, "landmark", [
                .. times.Select(time => FormattableString.Invariant(
                    $"{at.Count(one => one == time)} of {followed.Subjects} at risk at {time}{missing}")),
                .. response.Cautions.Select(caution => caution.TrimEnd('.'))]);
        return frame;
    }

    private static void Check(double[] times, LandmarkOptions options)
    {
        if (times.Length == 0 || !Array.TrueForAll(times, double.IsFinite) || times.Distinct().Count() < times.Length)
        {
            throw new SurvivalDataException("The landmarks cannot be used; one or more different finite times were expected.");
        }

        if (options.Horizon is { } horizon && !(horizon > 0 && double.IsFinite(horizon)))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"A horizon of {horizon} was given; a time after 0, counted from the landmark, was expected."));
        }
    }
}
