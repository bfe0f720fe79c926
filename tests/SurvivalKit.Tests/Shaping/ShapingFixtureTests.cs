using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Split rows, merged rows and person-time against R: every row.</summary>
public sealed class ShapingFixtureTests
{
    private static readonly JsonNode Fixture =
        JsonNode.Parse(File.ReadAllText(Repository.File("tests/Fixtures/shaping.json")))!;

    public static TheoryData<string> Splits => Names("split");

    public static TheoryData<string> Tables => Names("personTime");

    [Theory]
    [MemberData(nameof(Splits))]
    public void Splits_rows_as_survSplit(string name)
    {
        JsonNode one = Case("split", name);
        DataFrame data = ShapedRows.Read(one["data"]!.GetValue<string>());
        double[] cuts = one["cuts"].Deserialize<double[]>()!;

        DataFrame split = SurvSplit.Split(data, one["formula"]!.GetValue<string>(), cuts, new()
        {
            Id = "row",
            Episode = "part",
            Zero = one["zero"]?.GetValue<double>() ?? 0,
        });

        ShapedRows.Equal(one["expected"]!, split);
        foreach (DataFrameColumn carried in split.Columns.Where(column => !one["expected"]!.AsObject().ContainsKey(column.Name)))
        {
            DataFrameColumn whole = data.Columns[carried.Name];
            Assert.Equal(whole.GetType(), carried.GetType());
            Assert.Equal(
                split["row"].Cast<int>().Select(row => whole[row - 1]), carried.Cast<object?>());
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Counts_person_time_as_pyears(string name)
    {
        JsonNode one = Case("personTime", name);
        PersonTimeTable table = PersonTime.Tabulate(
            ShapedRows.Read(one["data"]!.GetValue<string>()), one["formula"]!.GetValue<string>(),
            new() { Scale = one["scale"]!.GetValue<double>(), Weights = one["weights"]?.GetValue<string>() });

        Dictionary<string, PersonTimeCell> cells = table.Cells.ToDictionary(cell => string.Join("|", cell.Levels));
        string[] levels = [.. one["levels"]!.AsArray().Select(
            row => string.Join("|", row!.AsArray().Select(level => level!.GetValue<string>())))];
        double[] times = one["pyears"].Deserialize<double[]>()!;
        Assert.Equal(times.Count(time => time > 0), cells.Count);
        Close.To(one["offTable"], table.OffTable, "off table", 1e-10);
        for (int i = 0; i < levels.Length; i++)
        {
            if (times[i] > 0)
            {
                PersonTimeCell cell = cells[levels[i]];
                Close.To(times[i], cell.PersonTime, $"time of {levels[i]}", 1e-12, summed: 1e3 * table.Total.PersonTime);
                Assert.Equal(one["n"]![i]!.GetValue<double>(), cell.Observations);
                Close.To(one["events"]![i], cell.Events, $"events of {levels[i]}", 1e-12);
                Close.To(cell.Events / times[i], cell.Rate, $"rate of {levels[i]}", 1e-10);
                Close.To(one["lower"]![i], cell.Lower, $"lower limit of {levels[i]}", 1e-10);
                Close.To(one["upper"]![i], cell.Upper, $"upper limit of {levels[i]}", 1e-10);
            }
        }
    }

    private static TheoryData<string> Names(string list) =>
        [.. Fixture[list]!.AsArray().Select(one => one!["name"]!.GetValue<string>())];

    private static JsonNode Case(string list, string name) =>
        Fixture[list]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == name)!;
}
