using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Merged rows and the counts of their times against R's tmerge: every row.</summary>
public sealed class MergeFixtureTests
{
    private static readonly JsonNode Fixture =
        JsonNode.Parse(File.ReadAllText(Repository.File("tests/Fixtures/shaping.json")))!["merge"]!;

    private static readonly Dictionary<string, Func<TMerge>> Merges = new()
    {
        ["cgd0"] = Infections,
        ["pbc"] = () => Measurements(new()),
        ["pbc, delay"] = () => Measurements(new() { Delay = 14 }),
        ["pbc, missing kept"] = () => Measurements(new() { LeaveOutMissing = false }),
        ["pbc, start"] = () => Measurements(new() { BeforeFirst = -1, Delay = 3 }),
        ["gaps"] = () => Messy(new()),
        ["gaps, delay"] = () => Messy(new() { Delay = 2 }),
        ["gaps, updated"] = Updated,
    };

    public static TheoryData<string> Cases => [.. Fixture.AsArray().Select(one => one!["name"]!.GetValue<string>())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Merges_rows_as_tmerge(string name)
    {
        JsonNode one = Fixture.AsArray().Single(each => each!["name"]!.GetValue<string>() == name)!;
        TMerge merged = Merges[name]();

        Assert.Equal(one["rows"]!.GetValue<int>(), merged.Frame.Rows.Count);
        Assert.Equal(one["variables"]!.AsArray().Select(each => each!.GetValue<string>()), merged.Counts.Rows.Select(row => row.Variable));
        JsonArray counts = one["counts"]!.AsArray();
        for (int i = 0; i < counts.Count; i++)
        {
            TMergeCount row = merged.Counts.Rows[i];
            Assert.Equal(
                counts[i]!.AsArray().Select(each => each!.GetValue<int>()),
                [row.Early, row.Late, row.Gap, row.Within, row.Boundary, row.Leading, row.Trailing, row.Tied, row.MissingId]);
        }

        ShapedRows.Equal(one["expected"]!, merged.Frame);
    }

    private static TMerge Infections()
    {
        DataFrame cgd = ShapedRows.Read("cgd0");
        TMerge merged = TMerge.Start(cgd, "id", stop: "futime");
        for (int i = 1; i <= 7; i++)
        {
            merged = merged.Event("infect", cgd, $"etime{i}");
        }

        return merged.CumTdc("enum", merged.Frame, "tstart");
    }

    private static TMerge Measurements(TMergeOptions options)
    {
        DataFrame first = ShapedRows.Read("pbc").Filter("id <= 60");
        DataFrame visits = ShapedRows.Read("pbcseq");
        return TMerge.Start(first, "id", stop: "time", options: options)
            .Event("death", first, "time", "status")
            .Tdc("ascites", visits, "day", "ascites")
            .Tdc("bili", visits, "day", "bili")
            .Tdc("albumin", visits, "day", "albumin")
            .Tdc("chol", visits, "day", "chol");
    }

    private static TMerge Messy(TMergeOptions options)
    {
        DataFrame seen = ShapedRows.Read("merge-seen");
        return TMerge.Start(ShapedRows.Read("merge-spans"), "id", stop: "exit", start: "entry", options)
            .Event("any", seen, "day")
            .Event("state", seen, "day", "kind")
            .CumEvent("count", seen, "day")
            .Tdc("dose", seen, "day", "dose")
            .Tdc("seen", seen, "day")
            .CumTdc("visits", seen, "day")
            .CumTdc("total", seen, "day", "dose")
            .Tdc("grade", seen, "day", "grade")
            .Event("later", seen, "day", "kind == 2")
            .CumEvent("sums", seen, "day", "kind");
    }

    private static TMerge Updated()
    {
        DataFrame even = ShapedRows.Read("merge-seen").Filter("id == 2 * floor(id / 2)");
        return Messy(new()).Tdc("dose", even, "day", "kind").Event("any", even, "day + 1").CumTdc("visits", even, "day + 2");
    }
}
