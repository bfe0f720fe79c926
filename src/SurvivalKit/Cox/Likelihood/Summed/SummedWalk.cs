using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Walks over the event times of summed rows, in each stratum from the last to the first, with the sums over the risk
/// sets.</summary>
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
        ImmutableArray<SummedStratum> strata, ImmutableArray<SummedRisks> risks, int columns, Ties ties, Visitor visit)
    {
        int width = SummedRisks.Width(columns);
        for (int s = 0; s < strata.Length; s++)
        {
            SummedStratum stratum = strata[s];
            var sums = new RunningSums(width);
            int entry = stratum.EntryTime.Length;
            for (int place = stratum.Time.Length - 1; place >= 0; place--)
            {
                sums.Add(risks[s].Ended.AsSpan(place * width, width), 1);
                for (; entry > 0 && stratum.EntryTime[entry - 1] >= stratum.Time[place]; entry--)
                {
                    sums.Add(risks[s].Entered.AsSpan((entry - 1) * width, width), -1);
                }

                if (stratum.EventWeight[place] > 0)
                {
                    ReadOnlySpan<double> atRisk = sums.Values();
                    ReadOnlySpan<double> tied = risks[s].Tied.AsSpan(place * width, width);
                    var factors = TiedFactors.Of(stratum.EventRows[place], stratum.EventWeight[place], atRisk[0], tied[0], ties);
                    visit(new SummedEvent(
                        s, place, factors, stratum.EventWeight[place], stratum.EventRows[place], atRisk, tied,
                        stratum.EventSums.AsSpan(place * columns, columns)));
                }
            }
        }
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
