using System.Collections.Immutable;

namespace SurvivalKit.Sources;

/// <summary>The places that the cells of an answer have among the times of their strata, times that differ by rounding being one.</summary>
internal sealed class SummedPlaces
{
    private readonly int _codes;
    private readonly SqlSummary _summary;
    private readonly Dictionary<double, double> _joined = [];
    private readonly Dictionary<double, double> _last = [];
    private readonly double[][] _times;
    private readonly double[][] _starts;

    /// <param name="ended">The cells of ends: strata, time, event, number.</param>
    /// <param name="entered">The cells of starts: strata, start, number; <see langword="null"/>: all are at risk from the origin.</param>
    /// <param name="codes">The number of columns that name a stratum.</param>
    /// <param name="summary">The strata.</param>
    /// <param name="joinNearTies">Whether times that differ by rounding are one.</param>
    public SummedPlaces(SqlAnswer ended, SqlAnswer? entered, int codes, SqlSummary summary, bool joinNearTies)
    {
        _codes = codes;
        _summary = summary;
        double[] times = [.. ended.Numbers(codes).Distinct().Order()];
        double[] starts = entered is null ? [] : [.. entered.Numbers(codes).Distinct().Order()];
        if (joinNearTies)
        {
            double[] joinedTimes = (double[])times.Clone();
            double[] joinedStarts = (double[])starts.Clone();
            NearTies.Join(joinedStarts, joinedTimes);
            foreach ((double own, double joined) in times.Zip(joinedTimes).Concat(starts.Zip(joinedStarts)))
            {
                if (own != joined)
                {
                    _joined[own] = joined;
                    _last[joined] = Math.Max(Math.Max(own, joined), _last.GetValueOrDefault(joined, own));
                }
            }
        }

        _times = Distinct(ended);
        _starts = entered is null ? [.. _times.Select(_ => Array.Empty<double>())] : Distinct(entered);
    }

    /// <summary>The last time that differs from a time of the data by rounding only.</summary>
    public double LastOf(double time) => _last.TryGetValue(_joined.GetValueOrDefault(time, time), out double last) ? last : time;

    /// <summary>The risks of answers whose columns after the number are the sums.</summary>
    /// <param name="ended">The cells of ends.</param>
    /// <param name="entered">The cells of starts; <see langword="null"/>: all are at risk from the origin.</param>
    /// <param name="width">The number of sums.</param>
    /// <param name="range">The times that were asked for.</param>
    public ImmutableArray<SummedRisks> Risks(SqlAnswer ended, SqlAnswer? entered, int width, SqlRange range)
    {
        int[] first = Array.ConvertAll(_times, times => AtOrBefore(times, range.After) + 1);
        int[] firstEntry = Array.ConvertAll(_starts, times => AtOrBefore(times, range.After) + 1);
        double[][] Sums(double[][] times, int[] firsts) =>
            [.. times.Zip(firsts, (of, from) => new double[(AtOrBefore(of, range.UpTo) + 1 - from) * width])];
        double[][] all = Sums(_times, first);
        double[][] tied = Sums(_times, first);
        double[][] starting = Sums(_starts, firstEntry);
        double[] isEvent = ended.Numbers(_codes + 1);
        for (int row = 0; row < ended.Rows; row++)
        {
            (int stratum, int place) = PlaceOf(ended, row, _times);
            for (int i = 0; i < width; i++)
            {
                double sum = ended.Numbers(_codes + 3 + i)[row];
                all[stratum][((place - first[stratum]) * width) + i] += sum;
                tied[stratum][((place - first[stratum]) * width) + i] += isEvent[row] == 1 ? sum : 0;
            }
        }

        for (int row = 0; row < (entered?.Rows ?? 0); row++)
        {
            (int stratum, int place) = PlaceOf(entered!, row, _starts);
            for (int i = 0; i < width; i++)
            {
                starting[stratum][((place - firstEntry[stratum]) * width) + i] += entered!.Numbers(_codes + 2 + i)[row];
            }
        }

        return
        [
            .. _times.Select((_, s) => new SummedRisks(all[s], tied[s], starting[s]) { First = first[s], FirstEntry = firstEntry[s] }),
        ];
    }

    /// <summary>The numbers and weights of the first pass.</summary>
    /// <param name="ended">The cells of ends.</param>
    /// <param name="entered">The cells of starts; <see langword="null"/>: all are at risk from the origin.</param>
    /// <param name="width">The number of sums between the number of rows and the weight, which the weighted sums of the columns
    /// follow.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="summary">The strata.</param>
    public ImmutableArray<SummedStratum> Strata(SqlAnswer ended, SqlAnswer? entered, int width, ISummedRows rows, SqlSummary summary)
    {
        int p = rows.Names.Length;
        var strata = ImmutableArray.CreateBuilder<SummedStratum>();
        for (int s = 0; s < _times.Length; s++)
        {
            int stratum = s;
            strata.Add(new SummedStratum
            {
                Name = summary.StrataNames.IsEmpty ? "" : summary.StrataNames[s],
                Time = _times[s],
                Rows = new double[_times[s].Length],
                Weight = new double[_times[s].Length],
                EventRows = new double[_times[s].Length],
                EventWeight = new double[_times[s].Length],
                EventSums = new double[_times[s].Length * p],
                EntryTime = _starts[s],
                EntryRows = new double[_starts[s].Length],
                EntryWeight = new double[_starts[s].Length],
                EventOffset = summary.EventOffsets[s],
                Means = [.. Enumerable.Range(0, p).Select(j => summary.WeightedSums[j][stratum] / summary.Weight[stratum])],
            });
        }

        for (int row = 0; row < ended.Rows; row++)
        {
            (int s, int place) = PlaceOf(ended, row, _times);
            double weight = ended.Numbers(_codes + 3 + width)[row];
            strata[s].Rows[place] += ended.Numbers(_codes + 2)[row];
            strata[s].Weight[place] += weight;
            if (ended.Numbers(_codes + 1)[row] == 1)
            {
                strata[s].EventRows[place] += ended.Numbers(_codes + 2)[row];
                strata[s].EventWeight[place] += weight;
                for (int j = 0; j < p; j++)
                {
                    strata[s].EventSums[(place * p) + j] += ended.Numbers(_codes + 4 + width + j)[row];
                }
            }
        }

        for (int row = 0; row < (entered?.Rows ?? 0); row++)
        {
            (int s, int place) = PlaceOf(entered!, row, _starts);
            strata[s].EntryRows[place] += entered!.Numbers(_codes + 1)[row];
            strata[s].EntryWeight[place] += entered.Numbers(_codes + 2 + width)[row];
        }

        return strata.ToImmutable();
    }

    /// <summary>The place of a time of the data among those of a stratum; the one before it where it is none of them.</summary>
    public int PlaceAtOrBefore(int stratum, double time) => AtOrBefore(_times[stratum], time);

    private int AtOrBefore(double[] times, double time)
    {
        int place = Array.BinarySearch(times, _joined.GetValueOrDefault(time, time));
        return place >= 0 ? place : ~place - 1;
    }

    private double[][] Distinct(SqlAnswer answer)
    {
        var times = new SortedSet<double>[_summary.Rows.Length];
        for (int s = 0; s < times.Length; s++)
        {
            times[s] = [];
        }

        for (int row = 0; row < answer.Rows; row++)
        {
            times[StratumOf(answer, row)].Add(TimeOf(answer, row));
        }

        return Array.ConvertAll(times, distinct => distinct.ToArray());
    }

    private (int Stratum, int Place) PlaceOf(SqlAnswer answer, int row, double[][] times)
    {
        int stratum = StratumOf(answer, row);
        int place = Array.BinarySearch(times[stratum], TimeOf(answer, row));
        return place >= 0 ? (stratum, place) : throw new SurvivalDataException(FormattableString.Invariant(
            $"A pass over the data found the time {answer.Numbers(_codes)[row]}, which the first had not; data that do not change were expected."));
    }

    private double TimeOf(SqlAnswer answer, int row)
    {
        double own = answer.Numbers(_codes)[row];
        return _joined.GetValueOrDefault(own, own);
    }

    private int StratumOf(SqlAnswer answer, int row) =>
        _summary.StratumOf.TryGetValue(SqlSummary.Key(answer, _codes, row), out int stratum) ? stratum : throw new SurvivalDataException(
            "A pass over the data found a stratum that the first had not; data that do not change were expected.");
}
