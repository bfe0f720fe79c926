using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Person-time, events and rates with exact Poisson limits; a cell for each combination that has time at risk.</summary>
public sealed class PersonTimeTable : IResult
{
    internal PersonTimeTable(
        string formula, PersonTimeOptions options, ImmutableArray<string> terms, ImmutableArray<PersonTimeCell> cells,
        PersonTimeCell total, double offTable, int observations, int omitted, ImmutableArray<string> cautions)
    {
        Formula = formula;
        Options = options;
        Terms = terms;
        Cells = cells;
        Total = total;
        OffTable = offTable;
        Observations = observations;
        Omitted = omitted;
        Cautions = cautions;
    }

    /// <summary>The formula.</summary>
    public string Formula { get; }

    /// <summary>The options.</summary>
    public PersonTimeOptions Options { get; }

    /// <summary>The names of the terms.</summary>
    public ImmutableArray<string> Terms { get; }

    /// <summary>The cells, the last term varying fastest.</summary>
    public ImmutableArray<PersonTimeCell> Cells { get; }

    /// <summary>The sum of all cells.</summary>
    public PersonTimeCell Total { get; }

    /// <summary>The person-time outside of the scales' breaks, which is in no cell; nor are the events then. R's offtable.</summary>
    public double OffTable { get; }

    /// <summary>The number of rows used.</summary>
    public int Observations { get; }

    /// <summary>The number of rows left out because a value is missing.</summary>
    public int Omitted { get; }

    /// <summary>Cautions, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; }

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            ResultSentences.Title("Person-time", Formula),
            [
                .. Terms.Select(term => new TableColumn(term, TableAlignment.Left)),
                .. TableColumns.Numbers("Person-time", "n", "Events", "Rate"), .. TableColumns.Limits(Options.Level),
            ],
            [
                .. Cells.Select(cell => Row(cell, [.. cell.Levels.Select(level => (TableCell)level)])),
                .. Cells.Length > 1
                    ? [Row(Total, ["Total", .. Terms.Skip(1).Select(_ => TableCell.Empty)])]
                    : (TableRow[])[],
            ],
            Notes())
        {
            Lead = [NumberText.Count(Observations, "observation") + ".", .. ResultSentences.LeftOut(Omitted)],
            Cautions = Cautions,
        },
    ];

    /// <summary>A row for each cell: the terms, person.time, n, events, rate, lower, upper.</summary>
    public DataFrame ToDataFrame() => new(
        [
            .. Terms.Select((term, place) => new StringDataFrameColumn(term, Cells.Select(cell => cell.Levels[place]))),
            FrameColumn.Numbers("person.time", Cells.Select(cell => cell.PersonTime)),
            new Int32DataFrameColumn("n", Cells.Select(cell => cell.Observations)),
            FrameColumn.Numbers("events", Cells.Select(cell => cell.Events)),
            FrameColumn.Numbers("rate", Cells.Select(cell => cell.Rate)),
            FrameColumn.Numbers("lower", Cells.Select(cell => cell.Lower)),
            FrameColumn.Numbers("upper", Cells.Select(cell => cell.Upper)),
        ]);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["formula"] = Formula,
        ["n"] = Observations,
        ["omitted"] = Omitted,
        ["scale"] = Options.Scale,
        ["per"] = Options.Per,
        ["level"] = Options.Level,
        ["terms"] = Terms,
        ["cells"] = Cells.Select(Record),
        ["total"] = Record(Total),
        ["offTable"] = OffTable,
        ["cautions"] = Cautions,
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    private static ResultRecord Record(PersonTimeCell cell) => new()
    {
        ["levels"] = cell.Levels,
        ["personTime"] = cell.PersonTime,
        ["n"] = cell.Observations,
        ["events"] = cell.Events,
        ["rate"] = cell.Rate,
        ["lower"] = cell.Lower,
        ["upper"] = cell.Upper,
    };

    private TableRow Row(PersonTimeCell cell, ImmutableArray<TableCell> first) => new(
        [
            .. first.Take(Terms.Length),
            TableCell.Number(cell.PersonTime, NumberKind.Time),
            TableCell.Number(cell.Observations, NumberKind.Count),
            TableCell.Number(cell.Events, NumberKind.Count),
            TableCell.Number(cell.Rate, NumberKind.Estimate),
            TableCell.Number(cell.Lower, NumberKind.Estimate),
            TableCell.Number(cell.Upper, NumberKind.Estimate),
        ]);

    private IEnumerable<TableNote> Notes()
    {
        yield return FormattableString.Invariant(
            $"Person-time in units of {Options.Scale} of the data; rates for {Options.Per}, with exact Poisson limits.");
        if (OffTable > 0)
        {
            yield return $"{NumberText.Format(OffTable, NumberKind.Time)} of person-time lie outside of the breaks.";
        }
    }
}
