using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A result with others that were requested with it, as a fit with the test of its assumptions.</summary>
/// <example><code>
/// var fit = CoxModel.Fit(lung, "Surv(time, status) ~ age + sex");
/// var both = new CombinedResult(fit).With("proportionalHazards", fit.ProportionalHazards());
/// File.WriteAllText("fit.json", both.Write(ResultFormat.Json));
/// </code></example>
public sealed class CombinedResult : IResult
{
    private readonly IResult _main;
    private readonly ImmutableArray<Part> _parts;

    /// <summary>Starts with a result.</summary>
    /// <param name="main">The result; its tables come first, and the record is its record.</param>
    public CombinedResult(IResult main)
        : this(main ?? throw new ArgumentNullException(nameof(main)), [])
    {
    }

    private CombinedResult(IResult main, ImmutableArray<Part> parts)
    {
        _main = main;
        _parts = parts;
    }

    /// <summary>Adds a result: its tables come below, and its record becomes a field of the main record.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="result">The result; <see langword="null"/>: it was not requested, and the field is null.</param>
    /// <param name="field">The field of the added record that is used instead; <see langword="null"/>: the whole record.</param>
    public CombinedResult With(string name, IResult? result, string? field = null) =>
        new(_main, _parts.Add(new Part(name, result, field, IsBeside: false)));

    /// <summary>Adds a result of one row, such as a test: as <see cref="With"/>, but its columns are repeated in each row of the main
    /// frame, prefixed with its name.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="result">The result; <see langword="null"/>: it was not requested, and the field is null.</param>
    public CombinedResult Beside(string name, IResult? result) =>
        new(_main, _parts.Add(new Part(name, result, Field: null, IsBeside: true)));

    /// <summary>Adds a result that shows the main one in another way, such as a fit's table for print: as <see cref="With"/>, but its
    /// tables stand in the place of the main ones.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="result">The result.</param>
    public CombinedResult InPlace(string name, IResult result) =>
        new(_main, _parts.Add(new Part(name, result, Field: null, IsBeside: false) { IsInPlace = true }));

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() =>
    [
        .. Given.Any(part => part.IsInPlace) ? [] : _main.ToTables(),
        .. Given.SelectMany(part => part.Result!.ToTables()),
    ];

    /// <summary>The frame of the one result that was added, or that of the main one where none was.</summary>
    /// <exception cref="SurvivalDataException">Several were added: a frame holds one table.</exception>
    public DataFrame ToDataFrame() => Given.Where(part => !part.IsBeside).ToArray() switch
    {
        [] => WithThoseBeside(_main.ToDataFrame()),
        [var part] => part.Result!.ToDataFrame(),
        var several => throw new SurvivalDataException(
            $"Plain columns hold one table, and {string.Join(" and ", several.Select(part => part.Name))} were asked for; one of them was expected."),
    };

    /// <inheritdoc/>
    public ResultRecord ToRecord()
    {
        ResultRecord record = _main.ToRecord();
        foreach (Part part in _parts)
        {
            record[part.Name] = part.Field is { } field ? part.Result?.ToRecord()[field] : part.Result?.ToRecord();
        }

        return record;
    }

    /// <inheritdoc/>
    public override string ToString() => this.ToText();

    private IEnumerable<Part> Given => _parts.Where(part => part.Result is not null);

    private DataFrame WithThoseBeside(DataFrame frame)
    {
        foreach (Part part in Given)
        {
            foreach (DataFrameColumn column in part.Result!.ToDataFrame().Columns)
            {
                DataFrameColumn repeated = column.Clone(new Int64DataFrameColumn("row", Enumerable.Repeat(0L, (int)frame.Rows.Count)));
                repeated.SetName($"{part.Name}_{column.Name}");
                frame.Columns.Add(repeated);
            }
        }

        return frame;
    }

    private sealed record Part(string Name, IResult? Result, string? Field, bool IsBeside)
    {
        public bool IsInPlace { get; init; }
    }
}
