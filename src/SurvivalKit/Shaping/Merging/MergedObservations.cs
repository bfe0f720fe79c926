using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The observations of one variable that are merged, in the order of subject and time.</summary>
/// <param name="Rows">The row of its data that each one is from.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Time">Its time.</param>
/// <param name="Unknown">The number left out because their subject is not known.</param>
internal sealed record MergedObservations(int[] Rows, int[] Subject, double[] Time, int Unknown)
{
    /// <summary>Chooses and orders observations.</summary>
    /// <param name="subjects">The subject of each row of the data; -1: not known.</param>
    /// <param name="times">The time of each row; a missing one leaves the row out.</param>
    /// <param name="value">The value of each row; a missing one leaves the row out; null: all stay.</param>
    public static MergedObservations Choose(int[] subjects, double[] times, DataFrameColumn? value)
    {
        int[] rows =
        [
            .. Enumerable.Range(0, subjects.Length)
                .Where(row => subjects[row] >= 0 && !double.IsNaN(times[row]) && value?[row] is not (null or double.NaN) | value is null)
                .OrderBy(row => subjects[row]).ThenBy(row => times[row]),
        ];
        return new MergedObservations(
            rows, Array.ConvertAll(rows, row => subjects[row]), Array.ConvertAll(rows, row => times[row]),
            subjects.Count(subject => subject < 0));
    }

    /// <summary>The observations with values in effect later, but for those at or before the subject's first start.</summary>
    public MergedObservations Delayed(double delay, MergeSpan span) => delay == 0 ? this : this with
    {
        Time = [.. Time.Select((time, place) => time <= span.FirstStart(Subject[place]) ? time : time + delay)],
    };

    /// <summary>The number of observations at the time of another of the same subject before them.</summary>
    public int Tied() => Enumerable.Range(1, Math.Max(0, Time.Length - 1))
        .Count(place => Subject[place] == Subject[place - 1] && Time[place] == Time[place - 1]);
}
