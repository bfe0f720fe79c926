namespace SurvivalKit.Fuzz;

/// <summary>R's <c>quantile()</c> of a curve takes its limits for falling; a limit can rise again (robust errors, entry times), and is then
/// crossed first at another time than R says. The definition over our own curve says which; where that curve differs from R's, it has been
/// proved (<see cref="RobustErrorFault"/>, <see cref="RoundedZeroFault"/>).</summary>
internal sealed class QuantileFault : IFault
{
    public string Name => "the quantile of a limit that is not as R has it";

    public bool Explains(Disagreement disagreement)
    {
        string? curve = disagreement.Key switch { "quantile.lower" => "lower", "quantile.upper" => "upper", _ => null };
        if (curve is null || disagreement.Question.Kind != QuestionKind.KaplanMeier)
        {
            return false;
        }

        double[] ours = disagreement.Our(curve);
        bool isProved = Comparison.Of(disagreement.Question, disagreement.Ours, disagreement.Theirs)
            .Where(other => other.Class.StartsWith($"km {curve}", StringComparison.Ordinal)
                || other.Class.StartsWith("km std.err", StringComparison.Ordinal))
            .All(other => KnownFaults.Of(disagreement with { Difference = other }) is not null);
        if (!isProved)
        {
            return false;
        }

        double[] times = disagreement.Our("time");
        var expected = new List<double>();
        int from = 0;
        foreach (double length in disagreement.Our("groups"))
        {
            Range group = from..(from + (int)length);
            expected.AddRange(new[] { 0.25, 0.5, 0.75 }.Select(p => Limits.Crossing(times.AsSpan(group), ours.AsSpan(group), 1 - p)));
            from += (int)length;
        }

        return Close.All(disagreement.Our(disagreement.Key), [.. expected], 1e-9);
    }
}
