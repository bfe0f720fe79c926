namespace SurvivalKit.TextCheck;

/// <summary>A statistic in a text, and its verdict.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">The quotation, in plain characters and without markup; where it was broken by a table,
/// the two parts together.</param>
/// <param name="Line">The line of the text where it starts, from 1.</param>
/// <param name="Column">The character of that line where it starts, from 1.</param>
/// <param name="Judgement">What can be said of it; <see cref="Verdict.NotCheckable"/> also of what could not be read.</param>
public sealed record TextFinding(TextStatisticKind Kind, string Text, int Line, int Column, Judgement Judgement)
{
    /// <summary>The row of the table that it stands in; <see langword="null"/>: it stands in running text.</summary>
    public string? TableRow { get; init; }

    /// <summary>The heading of its table column; <see langword="null"/>: it is in running text.</summary>
    public string? TableColumn { get; init; }

    /// <summary>Its numbers; <see langword="null"/>: they could not be read.</summary>
    public TextStatistic? Statistic { get; init; }

    /// <summary>Where it stands.</summary>
    public TextPlace Place { get; init; } = new();

    /// <summary>The file that it was found in; <see langword="null"/>: the text was given.</summary>
    public string? File { get; init; }

    /// <summary>The sentence of the judgement and its arithmetic as a sentence.</summary>
    public string Detail =>
        Judgement.Witness is { } witness ? Judgement.Sentence + " " + char.ToUpperInvariant(witness[0]) + witness[1..] : Judgement.Sentence;

    /// <summary>Line, verdict, quotation and sentence in a line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Line}:{Column} {Judgement.Verdict.ToName()} \"{Text}\": {Detail}");
}
