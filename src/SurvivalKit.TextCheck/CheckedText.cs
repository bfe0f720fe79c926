using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.TextCheck;

/// <summary>A text that was checked: its statistics with their verdicts, and the text itself without markup; immutable.</summary>
public sealed class CheckedText : IResult
{
    internal CheckedText(TextFindings findings, string text, ImmutableArray<TextPassage> passages) =>
        (Findings, Text, Passages) = (findings, text, passages);

    /// <summary>The statistics in their order in the text.</summary>
    public TextFindings Findings { get; }

    /// <summary>The text without its markup, in the few characters that statistics are printed with: one dash, one blank, a decimal
    /// point. <see cref="TextPlace.PlainOffset"/> counts its characters.</summary>
    public string Text { get; }

    /// <summary>The paragraphs, headings and tables of <see cref="Text"/>, in their order.</summary>
    public ImmutableArray<TextPassage> Passages { get; }

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => Findings.ToTables();

    /// <inheritdoc/>
    public DataFrame ToDataFrame() => Findings.ToDataFrame();

    /// <inheritdoc/>
    public ResultRecord ToRecord() => Findings.ToRecord();

    /// <summary>The findings as text.</summary>
    public override string ToString() => Findings.ToString();
}
