namespace SurvivalKit.Published;

/// <summary>Which of the tests that were tried gives a printed P, and the corresponding findings.</summary>
internal static class TestChoice
{
    /// <summary>The likeliest test that gives the P, in this order: rounded before truncated, two-sided, named by the methods, the simplest
    /// reading, and among those not named the one that gives more of the study's P values.</summary>
    public static TestMatch? Best(IEnumerable<TestMatch> tried, NamedTests named, IReadOnlyDictionary<TestKind, int> often) => tried
        .Where(test => test.Fits)
        .OrderBy(test => test.OneSided)
        .ThenBy(test => test.Rule != RoundingRule.HalfUp)
        .ThenBy(test => named.For(test) is null)
        .ThenBy(test => test.How.Length > 0)
        .ThenByDescending(test => named.For(test) is null && !test.OneSided ? often.GetValueOrDefault(test.Kind) : 0)
        .FirstOrDefault();

    public static AuditFinding Fits(Claim claim, PrintedPValue printed, TestMatch best, IReadOnlyList<TestMatch> tried, NamedTests named)
    {
        string under = best.Rule == RoundingRule.HalfUp ? "" : $", which prints as {printed.Text} {ArithmeticText.Words(best.Rule!.Value)}";
        string[] others = [.. tried.Where(test => test != best && test.Fits).Select(test => test.Name).Distinct().Except([best.Name])];
        string also = others.Length == 0
            ? ""
            : $" So {(others.Length == 1 ? "does" : "do")} {ArithmeticText.List([.. others.Take(4)])}{(others.Length > 4 ? $" and {others.Length - 4} more" : "")}.";
        string sentence = $"{best.Gives}{under}.{also} {OfMethods(best, tried, named)}".TrimEnd();
        var judgement = Judgement.Under(best.Rule!.Value, sentence, best.P.Middle, best.Name);
        return new(claim, AuditCheck.PValue, judgement.Rule is null ? judgement : judgement with { Witness = sentence });
    }

    /// <summary>No test gives the P; <c>open</c> is the reason why another reading is possible, <see langword="null"/> where none
    /// is.</summary>
    public static AuditFinding DoesNotFit(
        Claim claim, PrintedPValue printed, IReadOnlyList<TestMatch> tried, NamedTests named, string? open)
    {
        TestMatch nearest = tried.MinBy(test => Distance(test.P, printed))!;
        TestMatch first = tried.FirstOrDefault(test => named.For(test) is not null) ?? tried[0];
        TestMatch[] shown = [.. tried.Where(test => test == first || test == nearest || !test.OneSided).Take(8).Append(nearest).Distinct()];
        string witness =
            $"{string.Join("; ", shown.Select(test => test.Gives))}. The nearest to {printed.Text} is {ArithmeticText.P(nearest.P)}.";
        string sentence =
            $"None of the {tried.Select(test => (test.Kind, test.Side)).Distinct().Count()} tests that were tried on the printed numbers gives {printed.Text}.";
        return new(claim, AuditCheck.PValue, open is null
            ? new(Verdict.Inconsistent, sentence, first.P.Middle, first.Name, witness)
            : new(Verdict.NotCheckable, $"{sentence} {open} {witness}", first.P.Middle, first.Name));
    }

    private static string OfMethods(TestMatch best, IReadOnlyList<TestMatch> tried, NamedTests named)
    {
        if (named.For(best) is { } name)
        {
            return $"The methods name the test: {name}.";
        }

        TestMatch? other = tried.FirstOrDefault(test => named.For(test) is not null);
        return other is null
            ? "The methods do not name the test."
            : $"The methods name another test, {named.For(other)}: {other.Gives}.";
    }

    private static double Distance(ValueRange p, PrintedPValue printed) =>
        Math.Max(Math.Max(p.Low - printed.Range.High, printed.Range.Low - p.High), 0);
}
