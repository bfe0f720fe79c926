using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The steps of a merge: rows are split at the times of a variable, and its values are put into them.</summary>
public sealed partial class TMerge
{
    private sealed record Step(string Name, MergedObservations Seen, DataFrameColumn? Values, TimePlace[] Places)
    {
        /// <summary>The value of an observation; null where it is missing.</summary>
        public object? Value(int place) => Values![Seen.Rows[place]];

        /// <summary>What an observation adds to a sum; not-a-number where it is missing.</summary>
        public double Increment(int place) => Values is null ? 1
            : Value(place) is bool truth ? (truth ? 1 : 0)
            : MergeValue.Number(Value(place)) ?? double.NaN;

        public void CheckIncrements()
        {
            if (Values is not null && !Values.IsNumericColumn() && Values is not BooleanDataFrameColumn)
            {
                throw SurvivalDataException.AtColumn(
                    null, Values.Name, $"the values to add up in {Name} are no numbers; numbers were expected.");
            }
        }
    }

    private TMerge Merged(
        string name, DataFrame data, string time, string? value, bool delays, Func<TMerge, Step, TMerge> add)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(time);
        Check(name);
        SubjectKeys keys = SubjectKeys.Read(data, _id);
        int[] subjects = [.. Enumerable.Range(0, keys.Count).Select(row => _subjects.GetValueOrDefault(keys[row], -1))];
        double[] times = MergedTimes.Read(data, time, subjects, _origins);
        DataFrameColumn? values = value is null ? null : MergedTimes.Values(data, value);
        var seen = MergedObservations.Choose(subjects, times, _options.LeaveOutMissing ? values : null);
        seen = delays ? seen.Delayed(_options.Delay, _span) : seen;
        TimePlace[] places = [.. seen.Time.Select((one, place) => _span.PlaceOf(seen.Subject[place], one))];
        TMergeCount count = new(
            name, Of(TimePlace.Early), Of(TimePlace.Late), Of(TimePlace.Gap), Of(TimePlace.Within), Of(TimePlace.Boundary),
            Of(TimePlace.Leading), Of(TimePlace.Trailing), seen.Tied(), seen.Unknown);
        TMerge split = SplitAt(seen, places);
        var step = new Step(name, seen, values, [.. places.Select(place => place == TimePlace.Within ? TimePlace.Boundary : place)]);
        return add(split.Copy(split.Frame, split._span, new TMergeCounts(Counts.Rows.Add(count))), step);

        int Of(TimePlace kind) => places.Count(place => place == kind);
    }

    private void Check(string name)
    {
        if (name.Length == 0 || name == _id || name == _options.StartName || name == _options.StopName)
        {
            throw new SurvivalDataException(
                $"A variable cannot be named \"{name}\"; a name other than those of id, start and stop was expected.");
        }
    }

    // Rows with a time strictly within are split there; events stay in the last part.
    private TMerge SplitAt(MergedObservations seen, TimePlace[] places)
    {
        ILookup<int, double> within = Enumerable.Range(0, places.Length).Where(place => places[place] == TimePlace.Within)
            .ToLookup(place => _span.Around(seen.Subject[place], seen.Time[place]).Started, place => seen.Time[place]);
        if (within.Count == 0)
        {
            return this;
        }

        (MergeSpan span, int[] rows) = _span.SplitAt(within);
        var frame = new DataFrame(Frame.Columns.Select(column => FrameRows.Take(column, rows)));
        foreach ((string name, object censored) in Events)
        {
            DataFrameColumn events = frame.Columns[name];
            for (int row = 0; row + 1 < rows.Length; row++)
            {
                if (rows[row] == rows[row + 1])
                {
                    events[row] = censored;
                }
            }
        }

        frame = MergeStart.WithTimes(frame, span, _options);
        SurvivalData.Derive(frame, Frame, rows, "");
        return Copy(frame, span, Counts);
    }
}
