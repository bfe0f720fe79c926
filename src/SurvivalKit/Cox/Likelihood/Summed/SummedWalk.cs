using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Walks over the event times of summed rows with the sums over the risk sets: over the ranges of time from the last to the first,
/// and in each stratum of a range likewise.</summary>
internal static class SummedWalk
{
    public delegate void Visitor(in SummedEvent time);

    /// <summary>Calls a visitor at each event time.</summary>
    /// <param name="strata">The rows.</param>
    /// <param name="risks">Their risks.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="ties">How tied events are treated.</param>
    /// <param name="visit">The visitor.</param>
    public static void Over(
        ImmutableArray<SummedStratum> strata, IEnumerable<ImmutableArray<SummedRisks>> risks, int columns, Ties ties, Visitor visit)
    {
        int width = SummedRisks.Width(columns);
        RunningSums[] sums = [.. strata.Select(_ => new RunningSums(width))];
        int[] index = new int[strata.Length];
        for (int s = 1; s < strata.Length; s++)
        {
            index[s] = index[s - 1] + strata[s - 1].EventWeight.Count(weight => weight > 0);
        }

        foreach (ImmutableArray<SummedRisks> range in risks)
        {
            for (int s = 0; s < strata.Length; s++)
            {
                index[s] = Over(strata[s], s, range[s], columns, ties, sums[s], index[s], visit);
            }
        }
    }

    // The times of a stratum that are in a range; gives the index of the next event time.
    private static int Over(
        SummedStratum stratum, int s, SummedRisks risks, int columns, Ties ties, RunningSums sums, int index, Visitor visit)
    {
        int width = SummedRisks.Width(columns);
        int entry = risks.FirstEntry + (risks.Entered.Length / width);
        for (int place = risks.First + (risks.Ended.Length / width) - 1; place >= risks.First; place--)
        {
            sums.Add(risks.Ended.AsSpan((place - risks.First) * width, width), 1);
            for (; entry > risks.FirstEntry && stratum.EntryTime[entry - 1] >= stratum.Time[place]; entry--)
            {
                sums.Add(risks.Entered.AsSpan((entry - 1 - risks.FirstEntry) * width, width), -1);
            }

            if (stratum.EventWeight[place] > 0)
            {
                ReadOnlySpan<double> atRisk = sums.Values();
                ReadOnlySpan<double> tied = risks.Tied.AsSpan((place - risks.First) * width, width);
                var factors = TiedFactors.Of(stratum.EventRows[place], stratum.EventWeight[place], atRisk[0], tied[0], ties);
                visit(new SummedEvent(
                    s, place, index++, factors, stratum.EventWeight[place], stratum.EventRows[place], atRisk, tied,
                    stratum.EventSums.AsSpan(place * columns, columns)));
            }
        }

        // What is left starts before every time of this range, but not before those of the next.
        for (; entry > risks.FirstEntry; entry--)
        {
            sums.Add(risks.Entered.AsSpan((entry - 1 - risks.FirstEntry) * width, width), -1);
        }

        return index;
    }

    // Sums that keep what rounding takes from them (Neumaier 1974): where rows enter late, what is left of a large sum may be small.
    private sealed class RunningSums(int width)
    {
        private readonly double[] _sums = new double[width];
        private readonly double[] _lost = new double[width];
        private readonly double[] _values = new double[width];

        public void Add(ReadOnlySpan<double> values, int sign)
        {
            for (int i = 0; i < _sums.Length; i++)
            {
                double value = sign * values[i];
                double sum = _sums[i] + value;
                _lost[i] += Math.Abs(_sums[i]) >= Math.Abs(value) ? _sums[i] - sum + value : value - sum + _sums[i];
                _sums[i] = sum;
            }
        }

        public ReadOnlySpan<double> Values()
        {
            for (int i = 0; i < _values.Length; i++)
            {
                _values[i] = _sums[i] + _lost[i];
            }

            return _values;
        }
    }
}
