using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Best responses to treatment by group, with the objective response rate and the disease control rate, their exact and score
/// limits, and
/// how groups differ.</summary>
/// <example><code>
/// var table = ResponseTable.Build(trial, "response", "arm");
/// Console.WriteLine(table);
/// </code></example>
public sealed class ResponseTable : IResult
{
    internal ResponseTable(
        string response,
        string? by,
        ImmutableArray<ResponseLevel> levels,
        ImmutableArray<ResponseGroup> groups,
        ImmutableArray<ResponseRate> rates,
        ImmutableArray<ResponseDifference> differences,
        ResponseOptions options)
    {
        Response = response;
        By = by;
        Levels = levels;
        Groups = groups;
        Rates = rates;
        Differences = differences;
        Options = options;
    }

    /// <summary>The column of responses.</summary>
    public string Response { get; }

    /// <summary>The column that makes the groups; <see langword="null"/>: there are none.</summary>
    public string? By { get; }

    /// <summary>The responses, from the best to the worst.</summary>
    public ImmutableArray<ResponseLevel> Levels { get; }

    /// <summary>The groups with their counts, first that of all rows if requested.</summary>
    public ImmutableArray<ResponseGroup> Groups { get; }

    /// <summary>The rates, those of the objective response first, each in the order of the groups.</summary>
    public ImmutableArray<ResponseRate> Rates { get; }

    /// <summary>How each group differs from the reference in each rate; none where there are fewer than two groups.</summary>
    public ImmutableArray<ResponseDifference> Differences { get; }

    /// <summary>The number of rows that are left out because their group is missing.</summary>
    public int Omitted { get; internal init; }

    /// <summary>The options of the table.</summary>
    public ResponseOptions Options { get; }

    /// <summary>Builds a table.</summary>
    /// <param name="data">The data, a row a patient.</param>
    /// <param name="response">The column of best responses: CR, PR, SD, PD, NE, or their long names; other values where the options name
    /// the
    /// responders.</param>
    /// <param name="by">The column that makes the groups; <see langword="null"/>: there are none.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">A column is missing, or a response is not known.</exception>
    public static ResponseTable Build(DataFrame data, string response, string? by = null, ResponseOptions? options = null) =>
        ResponseBuilder.Build(data, response, by, options ?? new ResponseOptions());

    /// <summary>The responses by group, and below them how groups differ.</summary>
    public ImmutableArray<TableModel> ToTables() => ResponseTables.Write(this);

    /// <summary>A row for each response and each rate of each group: group, measure, n, of, rate, and of rates the limits
    /// clopper_pearson_lower, clopper_pearson_upper, wilson_lower, wilson_upper.</summary>
    public DataFrame ToDataFrame() => ResponseNumbers.FrameOf(this);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => ResponseNumbers.RecordOf(this);

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
