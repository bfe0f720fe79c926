using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.TextCheck;

/// <summary>Every test that can be used on the printed counts of groups, and which of them give the printed P value.</summary>
public sealed class PrintedCountTests : IResult
{
    private readonly ImmutableArray<(int Events, int N)> _counts;

    private PrintedCountTests(ImmutableArray<(int Events, int N)> counts, CountTests tests, PrintedPValue? printed)
    {
        _counts = counts;
        Tests = tests;
        Printed = printed;
    }

    /// <summary>The tests.</summary>
    public CountTests Tests { get; }

    /// <summary>The P value as it is printed; <see langword="null"/> where none was given.</summary>
    public PrintedPValue? Printed { get; }

    /// <summary>Runs every test.</summary>
    /// <param name="counts">How many of each group had the event, and the size of the group; two groups or more.</param>
    /// <param name="printed">The P value as it is printed; <see langword="null"/>: none.</param>
    /// <exception cref="SurvivalDataException">Nobody or everybody had the event, or the groups are too large.</exception>
    public static PrintedCountTests Test(IReadOnlyList<(int Events, int N)> counts, PrintedPValue? printed = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        string all = string.Join(" ", counts.Select(count => FormattableString.Invariant($"{count.Events}/{count.N}")));
        if (counts.All(count => count.Events == 0) || counts.All(count => count.Events == count.N))
        {
            throw new SurvivalDataException(
                $"{all}: {(counts[0].Events == 0 ? "nobody" : "everybody")} had the event, so that there is nothing to compare.");
        }

        if (counts.Sum(count => (long)count.N) > int.MaxValue)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"{all}: the groups are too large; {int.MaxValue} members in all were expected at the most."));
        }

        var cells = new int[counts.Count, 2];
        for (int group = 0; group < counts.Count; group++)
        {
            cells[group, 0] = counts[group].Events;
            cells[group, 1] = counts[group].N - counts[group].Events;
        }

        return new([.. counts], ProportionTests.All(new ContingencyTable(cells)), printed);
    }

    /// <summary>A row a test, and whether it gives the printed P value and by which rounding.</summary>
    public ImmutableArray<TableModel> ToTables()
    {
        string groups = string.Join(" vs ", _counts.Select(count => string.Create(
            CultureInfo.InvariantCulture,
            $"{count.Events}/{count.N} ({NumberText.Format(100.0 * count.Events / count.N, NumberKind.Percent)}%)")));
        TableModel tests = Tests.ToTables()[0];
        return Printed is null
            ? [new(groups, tests.Columns, tests.Rows) { Cautions = tests.Cautions }]
            :
            [
                new(
                    groups,
                    tests.Columns.Add(new($"gives {Printed.Text}")),
                    tests.Rows.Zip(Tests, (row, test) => row with { Cells = row.Cells.Add(Words(test)) }))
                {
                    Cautions = tests.Cautions,
                },
            ];
    }

    /// <summary>A row a test: test, statistic, df, p, reproduces_printed, rule.</summary>
    public DataFrame ToDataFrame()
    {
        DataFrame frame = Tests.ToDataFrame();
        frame.Columns.Add(new BooleanDataFrameColumn("reproduces_printed", Tests.Select(test => Printed?.IsReproducedBy(test.P))));
        frame.Columns.Add(new StringDataFrameColumn("rule", Tests.Select(test => RuleOf(test)?.ToString())));
        return frame;
    }

    /// <summary>counts (events, n), tests (test, statistic, df, p, reproducesPrinted, rule), printed and cautions.</summary>
    public ResultRecord ToRecord() => new()
    {
        ["counts"] = _counts.Select(count => new ResultRecord { ["events"] = count.Events, ["n"] = count.N }),
        ["tests"] = Tests.Select(test =>
        {
            ResultRecord record = test.ToRecord();
            record["reproducesPrinted"] = Printed?.IsReproducedBy(test.P);
            record["rule"] = RuleOf(test);
            return record;
        }),
        ["printed"] = Printed?.Text,
        ["cautions"] = Tests.Cautions,
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    // A bound has no rounding rule.
    private RoundingRule? RuleOf(TestResult test) =>
        Printed is { Relation: ClaimRelation.Equal } printed ? printed.RuleFor(test.P) : null;

    private string Words(TestResult test) => !Printed!.IsReproducedBy(test.P) ? "no" : RuleOf(test) switch
    {
        null => "yes",
        RoundingRule.HalfUp => "rounded",
        RoundingRule.HalfEven => "half to even",
        _ => "cut off",
    };
}
