using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>A new method made of one result: it is shown in every format without code for it anywhere else.</summary>
public sealed class ToyMethodTests
{
    [Fact]
    public void A_new_result_is_written_in_every_format()
    {
        var toy = new EventRate(19, 7612);

        Assert.Equal("Event rate\n\nevents  time      rate\n    19  7612  0.002496", toy.ToText());
        Assert.Contains("| 19 | 7612 | 0.002496 |", toy.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align:right\">0.002496</td>", toy.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("19 & 7612 & 0.002496", toy.ToLatex(), StringComparison.Ordinal);
        Assert.Equal("events,time,rate\n19,7612,0.0024960588544403572", toy.ToCsv());
        Assert.Equal("{\n  \"events\": 19,\n  \"time\": 7612,\n  \"rate\": 0.0024960588544403572\n}", toy.Write(ResultFormat.Json));
    }

    private sealed record EventRate(int Events, double Time) : IResult
    {
        private double Rate => Events / Time;

        public ImmutableArray<TableModel> ToTables() =>
        [
            new(
                "Event rate",
                [new("events"), new("time"), new("rate")],
                [
                    new(
                    [
                        TableCell.Number(Events, NumberKind.Count), TableCell.Number(Time, NumberKind.Time), TableCell.Number(
                            Rate, NumberKind.Estimate),
                    ]),
                ]),
        ];

        public DataFrame ToDataFrame() => new(
            new Int32DataFrameColumn("events", [Events]), new DoubleDataFrameColumn("time", [Time]), new DoubleDataFrameColumn(
                "rate", [Rate]));

        public ResultRecord ToRecord() => new() { ["events"] = Events, ["time"] = Time, ["rate"] = Rate };
    }
}
