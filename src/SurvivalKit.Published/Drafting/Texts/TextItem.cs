using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>One or more numbers of a sentence that belong together.</summary>
/// <param name="First">The first token.</param>
/// <param name="End">The token behind the last.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Numbers">The numbers, each with the aspects that it may be of, the likeliest first.</param>
internal sealed record TextItem(int First, int End, TextItemKind Kind, ImmutableArray<(ImmutableArray<string> Aspects, DraftNumber Number)> Numbers);

/// <summary>What the numbers of a sentence are.</summary>
internal enum TextItemKind
{
    /// <summary>A count with its percentage.</summary>
    Count,

    /// <summary>A percentage alone.</summary>
    Percent,

    /// <summary>A mean with its standard deviation.</summary>
    Mean,

    /// <summary>A median or another estimate between two numbers.</summary>
    Estimate,

    /// <summary>A time alone.</summary>
    Time,

    /// <summary>A P value.</summary>
    P,

    /// <summary>A whole number, or a word for one.</summary>
    Whole,
}
