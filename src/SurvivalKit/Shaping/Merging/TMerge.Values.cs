using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The columns that a merge makes of observations: R's tdc, cumtdc, event and cumevent.</summary>
public sealed partial class TMerge
{
    private TMerge WithCovariate(Step step, object? initial)
    {
        bool isUpdate = Covariates.Contains(step.Name);
        TMerge declared = Declared(step.Name, isReplacing: !isUpdate);
        int[] last = _span.LastBefore(step.Seen);
        DataFrameColumn column;
        if (step.Values is null)
        {
            column = isUpdate
                ? Updated(Frame.Columns[step.Name], last, _ => 1.0, new DoubleDataFrameColumn(step.Name, 0), step.Name)
                : FrameRows.Whole(step.Name, Array.ConvertAll(last, place => place < 0 ? 0.0 : 1.0));
        }
        else if (isUpdate)
        {
            column = Updated(Frame.Columns[step.Name], last, step.Value, step.Values, step.Name);
        }
        else
        {
            column = Started(step, last, MergeValue.Given(initial ?? _options.BeforeFirst, step.Values, step.Name));
        }

        return declared.With(column);
    }

    // The values in effect, and before the first one the initial value, which a factor may have to get as a level.
    private static DataFrameColumn Started(Step step, int[] last, object? before)
    {
        DataFrameColumn column = FrameRows.Take(step.Values!, Array.ConvertAll(last, place => place < 0 ? -1 : step.Seen.Rows[place]));
        column.SetName(step.Name);
        if (before is null || !Array.Exists(last, place => place < 0))
        {
            return column;
        }

        if (column is FactorColumn factor)
        {
            string word = (string)before;
            return new FactorColumn(
                step.Name, factor.Select((value, row) => last[row] < 0 ? word : value),
                factor.Levels.Contains(word) ? factor.Levels : factor.Levels.Add(word));
        }

        DataFrameColumn plain = MergeValue.Plain(column);
        for (int row = 0; row < last.Length; row++)
        {
            if (last[row] < 0)
            {
                plain[row] = before;
            }
        }

        return plain;
    }

    private static DataFrameColumn Updated(
        DataFrameColumn known, int[] last, Func<int, object?> value, DataFrameColumn kind, string name)
    {
        if (!MergeValue.IsSameKind(known, kind))
        {
            throw SurvivalDataException.AtColumn(
                null, name, "the new values are of another kind than those there; the same kind was expected.");
        }

        DataFrameColumn updated = MergeValue.Plain(known).Clone();
        for (int row = 0; row < last.Length; row++)
        {
            if (last[row] >= 0)
            {
                object? given = value(last[row]);
                updated[row] = updated is DoubleDataFrameColumn ? MergeValue.Number(given) : given;
            }
        }

        return updated;
    }

    private TMerge WithRunningSum(Step step, double? initial)
    {
        step.CheckIncrements();
        DataFrameColumn? known = Frame.Columns.IndexOf(step.Name) is >= 0 and int place ? Frame.Columns[place] : null;
        if (known is not null && !known.IsNumericColumn())
        {
            throw SurvivalDataException.AtColumn(null, step.Name, "the column to add to holds no numbers; numbers were expected.");
        }

        object? given = initial ?? _options.BeforeFirst;
        double before = step.Values is null ? 0
            : MergeValue.Number(MergeValue.Given(given, new DoubleDataFrameColumn(step.Name, 0), step.Name)) ?? double.NaN;
        int[] last = _span.LastBefore(step.Seen);
        double[] running = RunningSums(step);
        double[] sums = new double[last.Length];
        for (int row = 0; row < sums.Length; row++)
        {
            double there = known is null ? before : MergeValue.Number(known[row]) ?? double.NaN;
            sums[row] = last[row] < 0 ? there : double.IsNaN(there) ? running[last[row]] : there + running[last[row]];
        }

        return Declared(step.Name, isReplacing: false).With(FrameRows.Numbers(step.Name, sums));
    }

    private TMerge WithEvents(Step step, bool isCumulative)
    {
        if (Covariates.Contains(step.Name))
        {
            throw new SurvivalDataException($"{step.Name} is a covariate of this merge; another name for the event was expected.");
        }

        if (isCumulative)
        {
            step.CheckIncrements();
        }

        DataFrameColumn kind = step.Values is null || isCumulative ? new DoubleDataFrameColumn(
            step.Name, 0) : MergeValue.Plain(step.Values);
        object censored = MergeValue.Censored(kind);
        DataFrameColumn events = Events.ContainsKey(step.Name)
            ? Known(step.Name, kind)
            : MergeValue.Filled(step.Name, kind, _span.Subject.Length, censored);
        double[] running = isCumulative ? RunningSums(step) : [];
        for (int place = 0; place < step.Seen.Time.Length; place++)
        {
            if (step.Places[place] is TimePlace.Boundary or TimePlace.Trailing && !(isCumulative && step.Increment(place) == 0))
            {
                int row = _span.Around(step.Seen.Subject[place], step.Seen.Time[place]).Ending;
                object? value = isCumulative ? running[place] : step.Values is null ? 1.0 : step.Value(place);
                events[row] = events is DoubleDataFrameColumn ? MergeValue.Number(value) : value;
            }
        }

        TMerge merged = With(events);
        return merged.Copy(merged.Frame, _span, Counts, Events.SetItem(step.Name, censored), Covariates, Cautions);
    }

    // A copy of the events there, to which new ones of the same kind are added.
    private DataFrameColumn Known(string name, DataFrameColumn kind)
    {
        DataFrameColumn known = Frame.Columns[name];
        bool isSame = (known, kind) is (FactorColumn there, FactorColumn given)
            ? given.Levels.All(level => there.Levels.Contains(level))
            : MergeValue.IsSameKind(known, kind);
        return isSame
            ? known.Clone()
            : throw SurvivalDataException.AtColumn(
                null, name, "the new events are of another kind than those there; the same kind was expected.");
    }

    private static double[] RunningSums(Step step)
    {
        double[] sums = new double[step.Seen.Time.Length];
        for (int place = 0; place < sums.Length; place++)
        {
            bool isNew = place == 0 || step.Seen.Subject[place] != step.Seen.Subject[place - 1];
            sums[place] = (isNew ? 0 : sums[place - 1]) + step.Increment(place);
        }

        return sums;
    }

    private TMerge Declared(string name, bool isReplacing)
    {
        if (Events.ContainsKey(name))
        {
            throw new SurvivalDataException($"{name} is an event of this merge; another name for the covariate was expected.");
        }

        ImmutableArray<string> cautions = isReplacing && Frame.Columns.IndexOf(name) >= 0
            ? Cautions.Add($"The column {name} of the baseline data is replaced by the covariate of this name.")
            : Cautions;
        return Copy(Frame, _span, Counts, Events, Covariates.Add(name), cautions);
    }

    private TMerge With(DataFrameColumn column)
    {
        DataFrame frame = MergeStart.With(Frame, column);
        SurvivalData.Derive(frame, Frame, [.. Enumerable.Range(0, _span.Subject.Length)], "");
        return Copy(frame, _span, Counts);
    }

    private TMerge Copy(DataFrame frame, MergeSpan span, TMergeCounts counts) =>
        Copy(frame, span, counts, Events, Covariates, Cautions);

    private TMerge Copy(
        DataFrame frame, MergeSpan span, TMergeCounts counts, ImmutableDictionary<string, object> events,
        ImmutableHashSet<string> covariates, ImmutableArray<string> cautions) => new(_id, _options, frame, _subjects, _origins, span)
        {
            Counts = counts,
            Events = events,
            Covariates = covariates,
            Cautions = cautions,
        };
}
