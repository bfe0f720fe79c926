using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Benchmarks;

/// <summary>One row of the table, with a result of a type.</summary>
/// <typeparam name="TResult">The type of our result.</typeparam>
internal sealed class PeerCase<TResult>(string name) : PeerCase
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <summary>Does what is not timed (a fit whose residuals are), and gives the call that is.</summary>
    public required Func<DataFrame, Func<TResult>> Ours { get; init; }

    /// <summary>The R expression that does what is not timed; empty: nothing.</summary>
    public string TheirSetup { get; init; } = "";

    /// <summary>The R expression that is timed, in its usual form.</summary>
    public required string Theirs { get; init; }

    /// <summary>The R expression whose value is compared with ours: <see cref="Theirs"/>, or the same iterated to convergence.</summary>
    public string? TheirExact { get; init; }

    /// <summary>What is compared.</summary>
    public required PeerQuantity<TResult>[] Quantities { get; init; }

    /// <inheritdoc/>
    public override double[] TimeOurs(DataFrame data, int warmUps, int repeats) => Timing.Seconds(() => Ours(data), warmUps, repeats);

    /// <inheritdoc/>
    public override double[] TimeTheirs(RSession session, int warmUps, int repeats)
    {
        Prepare(session);
        double[] seconds = session.Evaluate(string.Create(CultureInfo.InvariantCulture, $"seconds({Theirs}, {warmUps + repeats})"));
        return seconds[warmUps..];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Differences(DataFrame data, RSession session)
    {
        Prepare(session);
        session.Evaluate($"{{ result <- {TheirExact ?? Theirs}; NULL }}");
        TResult result = Ours(data)();
        var found = new List<string>();
        foreach (PeerQuantity<TResult> quantity in Quantities)
        {
            double[] ours = [.. quantity.Ours(result)];
            double[] theirs = session.Evaluate(quantity.Theirs);
            double difference = Agreement.LargestDifference(ours, theirs, quantity.Scale);
            if (difference > Agreement.Tolerance)
            {
                found.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{quantity.Name} ({ours.Length} here, {theirs.Length} in R) differ by {difference:0.0e-0}"));
            }
        }

        session.Evaluate("{ rm(result); NULL }");
        return found;
    }

    private void Prepare(RSession session)
    {
        if (TheirSetup.Length > 0)
        {
            session.Evaluate($"{{ {TheirSetup}; NULL }}");
        }
    }
}
