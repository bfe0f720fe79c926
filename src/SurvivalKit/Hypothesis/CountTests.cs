using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Every test that can be used on the same counts: <see cref="ProportionTests.All"/>.</summary>
public sealed class CountTests : IReadOnlyList<TestResult>, IResult
{
    internal CountTests(ContingencyTable counts, ImmutableArray<TestResult> tests)
    {
        Counts = counts;
        Tests = tests;
    }

    /// <summary>The counts.</summary>
    public ContingencyTable Counts { get; }

    /// <summary>The tests, in a fixed order.</summary>
    public ImmutableArray<TestResult> Tests { get; }

    /// <summary>Whether the exact tests are among them; they are left out where too many tables with the same margins would have to be
    /// enumerated.</summary>
    public bool HasExact => Tests.Any(test => test.Statistic is null);

    /// <summary>What could not be tested, and why; empty where all tests were run.</summary>
    public ImmutableArray<string> Cautions =>
        HasExact ? [] : ["Exact tests are left out: the table has too many tables of the same margins to be counted out."];

    /// <inheritdoc/>
    public int Count => Tests.Length;

    /// <inheritdoc/>
    public TestResult this[int index] => Tests[index];

    /// <summary>A row a test: statistic, degrees of freedom and P with five decimals.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new("Tests of the counts", [.. TestTables.Columns], Tests.Select(test => new TableRow([.. TestTables.Cells(test)])))
        {
            Cautions = Cautions,
        },
    ];

    /// <summary>A row a test: test, statistic, df, p.</summary>
    public DataFrame ToDataFrame() => TestTables.FrameOf(Tests);

    /// <summary>tests (test, statistic, df, p) and cautions.</summary>
    public ResultRecord ToRecord() => new() { ["tests"] = Tests.Select(test => test.ToRecord()), ["cautions"] = Cautions };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<TestResult> GetEnumerator() => ((IEnumerable<TestResult>)Tests).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
