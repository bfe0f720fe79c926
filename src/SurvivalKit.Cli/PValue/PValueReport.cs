using System.Globalization;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The tests as <c>survkit pvalue</c> shows them.</summary>
internal sealed class PValueReport : Report
{
    private readonly PValueJson _result;
    private readonly PrintedPValue? _printed;

    private PValueReport(PValueJson result, PrintedPValue? printed)
    {
        _result = result;
        _printed = printed;
    }

    public static PValueReport Of(EventCount[] counts, PrintedPValue? printed)
    {
        var cells = new int[counts.Length, 2];
        for (int group = 0; group < counts.Length; group++)
        {
            cells[group, 0] = counts[group].Events;
            cells[group, 1] = counts[group].N - counts[group].Events;
        }

        if (counts.All(count => count.Events == 0) || counts.All(count => count.Events == count.N))
        {
            throw new CommandException($"{string.Join(" ", counts.AsEnumerable())}: {(counts[0].Events == 0 ? "nobody" : "everybody")} had the event, so that there is nothing to compare.");
        }

        if (counts.Sum(count => (long)count.N) > int.MaxValue)
        {
            throw new CommandException($"{string.Join(" ", counts.AsEnumerable())}: the groups are too large; {int.MaxValue} members in all were expected at the most.");
        }

        (IReadOnlyList<TestResult> tests, string? problem) = Tests(new ContingencyTable(cells));
        var json = new PValueJson(
            counts,
            [.. tests.Select(test => new PValueJson.Test(test.Test, test.Statistic, test.DegreesOfFreedom, test.P, printed?.IsReproducedBy(test.P)))]);
        return new PValueReport(json, printed) { Problem = problem };
    }

    /// <summary>What could not be tested, and why; <see langword="null"/> where all tests were run.</summary>
    public string? Problem { get; private init; }

    /// <summary>All tests, or without the exact ones where there are too many tables to count out.</summary>
    private static (IReadOnlyList<TestResult> Tests, string? Problem) Tests(ContingencyTable table)
    {
        IReadOnlyList<TestResult> tests = ProportionTests.All(table);
        return (tests, tests.Any(test => test.Statistic is null) ? null : "Exact tests are left out: the table has too many tables of the same margins to be counted out.");
    }

    public override object ToJson() => _result;

    public override TableModel ToTidyTable() => TidyTable.Of(
        ["test", "statistic", "df", "p", "reproduces_printed"],
        _result.Tests.Select(test => new object?[] { test.Name, test.Statistic, test.Df, test.P, test.ReproducesPrinted }));

    public override IReadOnlyList<TableModel> Tables()
    {
        string groups = string.Join(" vs ", _result.Counts.Select(count => string.Create(
            CultureInfo.InvariantCulture, $"{count} ({100.0 * count.Events / count.N:0.0}%)")));
        List<TableColumn> columns = [new("test", TableAlignment.Left), new("statistic"), new("df"), new("P")];
        if (_printed is not null)
        {
            columns.Add(new TableColumn($"gives {_printed.Text}"));
        }

        return [new TableModel(groups, columns, _result.Tests.Select(Row))];
    }

    private TableRow Row(PValueJson.Test test)
    {
        List<string> cells = [test.Name, Number(test.Statistic), Number(test.Df), test.P.ToString(test.P < 0.0001 ? "0.00e+0" : "0.00000", CultureInfo.InvariantCulture)];
        if (test.ReproducesPrinted is { } reproduces)
        {
            cells.Add(reproduces ? Rule(_printed!, test.P) : "no");
        }

        return new TableRow([.. cells]);
    }

    // A bound has no rule.
    private static string Rule(PrintedPValue printed, double p) => printed.Relation != ClaimRelation.Equal ? "yes" : printed.RuleFor(p) switch
    {
        RoundingRule.HalfUp => "rounded",
        RoundingRule.HalfEven => "half to even",
        _ => "cut off",
    };

    private static string Number(double? value) => value is { } number ? NumberText.Shorter(number) : "";
}
