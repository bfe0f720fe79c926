using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Divides each subject's time at risk at given times, as R's <c>survSplit</c>: one row (start, stop] for each interval, the event
/// in the last one.</summary>
/// <remarks>A Cox model of the split rows is that of the whole ones; what the split adds is an interval that a coefficient may depend
/// on.</remarks>
/// <example><code>
/// var split = SurvSplit.Split(veteran, "Surv(time, status) ~ .", [90, 180], new() { Episode = "tgroup", Id = "id" });
/// var fit = CoxModel.Fit(split, "Surv(tstart, time, status) ~ trt + karno:strata(tgroup)");
/// </code></example>
public static class SurvSplit
{
    /// <summary>Splits the rows of a frame.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula"><c>Surv(time, status) ~ .</c> or <c>Surv(start, stop, status) ~ age + sex</c>: the response, and the columns
    /// that are carried along with their kinds; without <c>~</c>: all others.</param>
    /// <param name="cuts">The times to split at, in any order.</param>
    /// <param name="options">The names of the new columns; <see langword="null"/>: R's.</param>
    /// <returns>The carried columns, then id, start, end, event and episode. A row whose time is missing stays as it is, one whose status
    /// is missing is split and misses it in its last interval, as in R.</returns>
    /// <exception cref="FormulaException">The formula cannot be read.</exception>
    /// <exception cref="SurvivalDataException">A cut is not finite, a stop lies before its start, a time is not after zero, or a new
    /// column has the name of another.</exception>
    public static DataFrame Split(DataFrame data, string formula, IEnumerable<double> cuts, SurvSplitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        options ??= new SurvSplitOptions();
        double[] sorted = Sorted(cuts);
        ShapedResponse response = ShapedResponse.Read(data, formula);
        double[] starts = response.Start ?? Zeros(response, options.Zero);
        response.CheckOrder();
        SurvPieces pieces = SurvPieces.Cut(starts, response.Stop, response.Status, sorted);
        int[] rows = [.. pieces.Rows];
        var columns = new List<DataFrameColumn>(response.Carried.Select(column => FrameRows.Take(column, rows)));
        Add(options.Id, "the id", name => new Int32DataFrameColumn(name, rows.Select(row => row + 1)));
        Add(options.Start ?? response.StartName, "the starts", name => FrameRows.Numbers(name, [.. pieces.Start]));
        Add(options.End ?? response.StopName, "the ends", name => FrameRows.Numbers(name, [.. pieces.Stop]));
        Add(options.Event ?? response.EventName, "the events", name => FrameRows.Whole(name, [.. pieces.Status]));
        Add(options.Episode, "the episode", name => FrameRows.Whole(
            name, [.. pieces.Episode.Select(episode => episode == 0 ? double.NaN : episode)]));
        var split = new DataFrame(columns);
        string note = $"{NumberText.Count(data.Rows.Count, "row")} split into {rows.Length}";
        SurvivalData.Derive(split, data, rows, "split", [note, .. response.Cautions.Select(caution => caution.TrimEnd('.'))]);
        return split;

        void Add(string? name, string what, Func<string, DataFrameColumn> make)
        {
            if (name is not null)
            {
                FrameRows.CheckNew(columns.Select(column => column.Name), name, what, response.Source);
                columns.Add(make(name));
            }
        }
    }

    /// <summary>Splits observations.</summary>
    /// <param name="response">The observations; those without a start are at risk from 0.</param>
    /// <param name="cuts">The times to split at, in any order.</param>
    /// <exception cref="SurvivalDataException">A cut is not finite, or a time is 0.</exception>
    public static SurvPieces Split(Surv response, params IEnumerable<double> cuts)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(cuts);
        double[] starts = response.IsCounting ? response.StartArray : new double[response.Count];
        return SurvPieces.Cut(
            starts, response.TimeArray, Array.ConvertAll(response.EventArray, isEvent => isEvent ? 1.0 : 0.0), Sorted(cuts));
    }

    private static double[] Sorted(IEnumerable<double> cuts)
    {
        double[] sorted = [.. cuts.Distinct().Order()];
        return Array.TrueForAll(sorted, double.IsFinite)
            ? sorted
            : throw new SurvivalDataException("A cut is not a finite number; times to split at were expected.");
    }

    private static double[] Zeros(ShapedResponse response, double zero)
    {
        if (!double.IsFinite(zero))
        {
            throw new SurvivalDataException("The zero of the time scale is not finite; the time from which rows are at risk was expected.");
        }

        int early = Array.FindIndex(response.Stop, time => time <= zero);
        if (early >= 0)
        {
            throw response.At(
                early, response.StopName, response.Stop[early],
                FormattableString.Invariant($"is not after {zero}, from which rows are at risk; a later time was expected."));
        }

        double[] starts = new double[response.Stop.Length];
        starts.AsSpan().Fill(zero);
        return starts;
    }
}
