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

    /// <summary>The items of INSPECT-SR that the numbers of the text answer.</summary>
    public IntegrityItems Integrity { get; internal init; } = new([]);

    /// <summary>The tables of baseline characteristics of randomised groups, each taken together; empty: none was read.</summary>
    public ImmutableArray<BaselineBalance> Baselines { get; internal init; } = [];

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() =>
        Findings.Count == 0 ? Findings.ToTables() : [.. Findings.ToTables(), .. Integrity.ToTables()];

    /// <inheritdoc/>
    public DataFrame ToDataFrame() => Findings.ToDataFrame();

    /// <summary>The findings and their summary as <see cref="TextFindings.ToRecord"/>; integrity, and baselines where there are
    /// some.</summary>
    public ResultRecord ToRecord()
    {
        ResultRecord record = Findings.ToRecord();
        record["integrity"] = Integrity.ToRecord();
        record["baselines"] = Baselines.Select(balance => balance.ToRecord());
        return record;
    }

    /// <summary>The tables as text.</summary>
    public override string ToString() => this.ToText();
}
