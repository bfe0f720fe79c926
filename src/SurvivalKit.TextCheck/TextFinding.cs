namespace SurvivalKit.TextCheck;

/// <summary>A statistic in a text, and its verdict.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">The quotation, in plain characters and without markup; where it was broken by a table, the two parts together.</param>
/// <param name="Line">The line of the text where it starts, from 1.</param>
/// <param name="Column">The character of that line where it starts, from 1.</param>
/// <param name="Verdict">The verdict; <see cref="Verdict.NotCheckable"/> also for text that could not be read.</param>
/// <param name="Detail">The verdict in a sentence, with the arithmetic.</param>
public sealed record TextFinding(TextStatisticKind Kind, string Text, int Line, int Column, Verdict Verdict, string Detail)
{
    /// <summary>The computed value, in the printed unit; <see langword="null"/>: not one number.</summary>
    public double? Computed { get; init; }

    /// <summary>The method, for example <c>24 of 56</c>; <see langword="null"/>: not given.</summary>
    public string? Method { get; init; }

    /// <summary>The arithmetic that a reader can check by hand; <see langword="null"/>: none is needed.</summary>
    public string? Witness { get; init; }

    /// <summary>Its table row; <see langword="null"/>: it is in running text.</summary>
    public string? TableRow { get; init; }

    /// <summary>The heading of its table column; <see langword="null"/>: it is in running text.</summary>
    public string? TableColumn { get; init; }

    /// <summary>Line, verdict, quotation and sentence in a line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Line}:{Column} {Verdict.ToName()} \"{Text}\": {Detail}");
}
