using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A rate of response in a group.</summary>
/// <param name="Name"><c>Objective response</c> or <c>Disease control</c>.</param>
/// <param name="Responses">The responses that count.</param>
/// <param name="Group">The group.</param>
/// <param name="Count">How many have one of them.</param>
/// <param name="Of">Of how many; the rate and its limits are not numbers where these are none.</param>
public sealed record ResponseRate(string Name, ImmutableArray<string> Responses, string Group, int Count, int Of)
{
    /// <summary>The rate, from 0 to 1.</summary>
    public double Rate => (double)Count / Of;

    /// <summary>The exact limits: <see cref="ProportionInterval.ClopperPearson"/>.</summary>
    public (double Lower, double Upper) ClopperPearson { get; internal init; } = (double.NaN, double.NaN);

    /// <summary>The score limits: <see cref="ProportionInterval.Wilson"/>.</summary>
    public (double Lower, double Upper) Wilson { get; internal init; } = (double.NaN, double.NaN);
}
