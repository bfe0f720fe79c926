namespace SurvivalKit;

/// <summary>Hazards that are constant between cuts: exp(linear predictor), in the later pieces times the exponential of a shape each
/// (Friedman 1982; eha's <c>pchreg</c>).</summary>
/// <param name="cuts">The times at which the hazard changes, increasing.</param>
internal sealed class PiecewiseExponentialFamily(double[] cuts) : IFlexibleFamily
{
    public int Shapes => cuts.Length;

    public IFlexibleLifetime At(ReadOnlySpan<double> shapes) => new Lifetime(cuts, shapes.ToArray());

    private sealed class Lifetime(double[] cuts, double[] shapes) : IFlexibleLifetime
    {
        private readonly double[] _factors = Array.ConvertAll(shapes, Math.Exp);

        public double LogDensity(double time, double predictor, Span<double> first, Span<double> second)
        {
            double value = LogSurvival(time, predictor, first, second);
            first[0] += 1;

            // A cut belongs to the piece before it.
            int piece = 0;
            while (piece < cuts.Length && time > cuts[piece])
            {
                piece++;
            }

            if (piece == 0)
            {
                return value + predictor;
            }

            first[piece] += 1;
            return value + predictor + shapes[piece - 1];
        }

        public double LogSurvival(double time, double predictor, Span<double> first, Span<double> second)
        {
            first.Clear();
            second.Clear();
            double rate = Math.Exp(predictor);
            double sum = 0;
            for (int piece = 0, at = 0; piece <= cuts.Length; piece++, at += piece)
            {
                double from = piece == 0 ? 0 : cuts[piece - 1];
                double to = piece == cuts.Length ? time : Math.Min(time, cuts[piece]);
                if (!(to > from))
                {
                    continue;
                }

                double hazard = rate * (piece == 0 ? 1 : _factors[piece - 1]) * (to - from);
                sum -= hazard;
                first[0] -= hazard;
                second[0] -= hazard;
                if (piece > 0)
                {
                    first[piece] -= hazard;
                    second[at] -= hazard;
                    second[at + piece] -= hazard;
                }
            }

            return sum;
        }
    }
}
