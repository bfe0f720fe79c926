using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Session;

namespace SurvivalKit.Notebooks.Tests;

/// <summary>A result that a cell itself declares is shown through <c>IResult</c> alone.</summary>
public sealed class ToyMethodTests
{
    [Fact]
    public async Task A_result_that_nobody_knows_is_shown_as_its_tables()
    {
        using var session = new NotebookSession();
        foreach (string cell in (string[])
        [
            "#r \"nuget: SurvivalKit.Notebooks, 0.1.0\"",
            """
            using System.Collections.Immutable;
            using Microsoft.Data.Analysis;
            using SurvivalKit;
            record EventRate(int Events, double Time) : IResult
            {
                public ImmutableArray<TableModel> ToTables() =>
                    [new("Event rate", [new("events"), new("rate")], [new([TableCell.Number(Events, NumberKind.Count), TableCell.Number(Events / Time, NumberKind.Estimate)])])];
                public DataFrame ToDataFrame() => new(new Int32DataFrameColumn("events", [Events]));
                public ResultRecord ToRecord() => new() { ["events"] = Events };
            }
            """,
        ])
        {
            CellResult declared = await session.ExecuteAsync(cell, TestContext.Current.CancellationToken);
            Assert.True(declared.Succeeded, declared.Failure?.Message);
        }

        CellResult result = await session.ExecuteAsync("new EventRate(19, 7612)", TestContext.Current.CancellationToken);
        RichOutput shown = Assert.Single(result.Outputs.OfType<RichOutput>());

        Assert.Equal("Event rate\n\nevents      rate\n    19  0.002496", shown.Data["text/plain"]);
        Assert.Contains("<td style=\"text-align:right\">0.002496</td>", shown.Data["text/html"], StringComparison.Ordinal);
    }
}
