using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Adverse events by system, term, grade and arm, from one row an event. A subject counts once in each row, at the worst
/// grade.</summary>
/// <example><code>
/// var table = AdverseEventTable.Build(events, "id", "term", new() { System = "soc", Grade = "grade", By = "arm", Subjects = patients });
/// Console.WriteLine(table);
/// </code></example>
public sealed class AdverseEventTable : IResult
{
    internal AdverseEventTable(
        string subject,
        string term,
        ImmutableArray<AdverseEventGroup> groups,
        ImmutableArray<AdverseEventRow> rows,
        AdverseEventOptions options)
    {
        Subject = subject;
        Term = term;
        Groups = groups;
        Rows = rows;
        Options = options;
    }

    /// <summary>The column of subjects.</summary>
    public string Subject { get; }

    /// <summary>The column of terms.</summary>
    public string Term { get; }

    /// <summary>The arms, first all together if requested.</summary>
    public ImmutableArray<AdverseEventGroup> Groups { get; }

    /// <summary>The rows: any event, then each system with its terms.</summary>
    public ImmutableArray<AdverseEventRow> Rows { get; }

    /// <summary>The number of terms that are not shown because too few subjects have them.</summary>
    public int Hidden { get; internal init; }

    /// <summary>The number of subjects that are left out because their arm is missing.</summary>
    public int WithoutArm { get; internal init; }

    /// <summary>What a reader should know before using the numbers, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; internal init; } = [];

    /// <summary>The options of the table.</summary>
    public AdverseEventOptions Options { get; }

    /// <summary>Builds a table.</summary>
    /// <param name="events">The events, a row each; a row without a term is a subject without an event.</param>
    /// <param name="subject">The column of subjects.</param>
    /// <param name="term">The column of terms.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">A column is missing, a grade is none from 1 to 5, a subject is missing, unknown or in two
    /// arms,
    /// or an option is outside its range.</exception>
    public static AdverseEventTable Build(DataFrame events, string subject, string term, AdverseEventOptions? options = null) =>
        AdverseEventBuilder.Build(events, subject, term, options ?? new AdverseEventOptions());

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [AdverseEventTables.Write(this)];

    /// <summary>A row for each row of the table and arm: system, term, group, n, subjects, percent, grade1 to grade5, unknown_grade,
    /// events.</summary>
    public DataFrame ToDataFrame() => AdverseEventNumbers.FrameOf(this);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => AdverseEventNumbers.RecordOf(this);

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
