namespace SurvivalKit;

/// <summary>The error of a generalised F distribution of shapes Q and log P (Prentice 1975; flexsurv's <c>dgenf</c>): with d^2 = Q^2 + 2P,
/// w = dz and p = (1 - Q/d) / 2 the log density is a constant less (2/P) (log(1 + p (e^w - 1)) - p w). P = 0 is the generalised
/// gamma.</summary>
internal readonly struct GeneralizedFError : IShapedError
{
    private readonly Constants _of;

    public GeneralizedFError(double q, double logP) => _of = new Constants(q, Math.Exp(logP));

    public int Shapes => 2;

    public double Rate => _of.Root.Value;

    public double LogDensity(double z)
    {
        // The same function from either side; the smaller part keeps its digits.
        bool isFirst = _of.First.Value <= 0.5;
        double part = isFirst ? _of.First.Value : _of.Second.Value;
        double w = isFirst ? _of.Root.Value * z : -_of.Root.Value * z;
        double cumulant = w > 600 ? (w * (1 - part)) + Math.Log(part)
            : SmallNumbers.LogOnePlus(part * SmallNumbers.ExpMinusOne(w)) - (part * w);
        return _of.Constant.Value - (_of.Sum.Value * cumulant);
    }

    public double LogDensity(double z, Span<double> first, Span<double> second)
    {
        bool isFirst = _of.First.Value <= 0.5;
        SecondJet part = isFirst ? _of.First : _of.Second;
        var variable = new SecondJet(isFirst ? z : -z, isFirst ? 1 : -1, 0, 0, 0, 0, 0, 0, 0, 0);
        SecondJet w = _of.Root * variable;
        double e = Math.Exp(Math.Min(w.Value, 600));
        SecondJet x = part * w.Of(SmallNumbers.ExpMinusOne(Math.Min(w.Value, 600)), e, e);
        double inverse = 1 / (1 + x.Value);
        SecondJet cumulant = x.Of(SmallNumbers.LogOnePlus(x.Value), inverse, -inverse * inverse) - (part * w);
        SecondJet value = _of.Constant - (_of.Sum * cumulant);
        (first[0], first[1], first[2]) = (value.D0, value.D1, value.D2);
        (second[0], second[1], second[2]) = (value.H00, value.H10, value.H11);
        (second[3], second[4], second[5]) = (value.H20, value.H21, value.H22);
        return value.Value;
    }

    // What does not depend on z; the variables are z, Q and log P.
    private sealed class Constants
    {
        private const double LogRootOfTwoPi = 0.91893853320467274178;

        public Constants(double shape, double p)
        {
            var q = new SecondJet(shape, 0, 1, 0, 0, 0, 0, 0, 0, 0);
            var scale = new SecondJet(p, 0, 0, p, 0, 0, 0, 0, 0, p);
            SecondJet square = (q * q) + (scale * 2);
            double root = Math.Sqrt(square.Value);
            Root = square.Of(root, 0.5 / root, -0.25 / (root * square.Value));
            SecondJet far = shape >= 0 ? Root + q : Root - q;
            SecondJet small = scale / (Root * far);
            SecondJet great = far / (Root * 2);
            (First, Second) = shape >= 0 ? (small, great) : (great, small);
            Sum = new SecondJet(2 / p, 0, 0, -2 / p, 0, 0, 0, 0, 0, 2 / p);
            Constant = -LogRootOfTwoPi + Remainder(scale * 0.5) - Remainder(Root * far * 0.5) - Remainder(Root * scale / far);
        }

        public SecondJet Root { get; }

        public SecondJet First { get; }

        public SecondJet Second { get; }

        public SecondJet Sum { get; }

        public SecondJet Constant { get; }

        private static SecondJet Remainder(SecondJet q)
        {
            (double value, double first, double second) = StirlingRemainder.At(q.Value);
            return q.Of(value, first, second);
        }
    }
}
