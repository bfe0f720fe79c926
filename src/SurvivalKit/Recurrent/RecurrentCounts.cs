using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Counts subjects and events by event number, over the rows that a fit used.</summary>
internal static class RecurrentCounts
{
    public static ImmutableArray<RecurrentCount> Of(
        DataFrame frame, CoxFit fit, SubjectKeys keys, RecurrentColumns names, List<RecurrentRow> rows, ImmutableArray<int> places)
    {
        ImmutableArray<int> used = fit.State.Source.Rows;
        IEnumerable<int> fitted = used.IsDefault ? Enumerable.Range(0, checked((int)frame.Rows.Count)) : used;
        DataFrameColumn numbers = frame.Columns[names.Number];
        return
        [
            .. fitted.GroupBy(row => (int)numbers[row]).OrderBy(group => group.Key).Select(group => new RecurrentCount(
                group.Key,
                group.Select(row => keys[places[rows[row].Row]]).Distinct().Count(),
                group.Count(row => rows[row].IsEvent))),
        ];
    }
}
