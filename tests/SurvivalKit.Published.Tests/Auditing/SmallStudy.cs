using System.Text.Json.Nodes;

namespace SurvivalKit.Published.Tests;

/// <summary>Small studies that can be worked by hand: variables and rows as in a study file, claims as
/// <c>row/column#aspect = printed</c>.</summary>
internal sealed class SmallStudy
{
    private readonly JsonObject _study;

    public SmallStudy(params (string Name, int N)[] arms) => _study = new JsonObject
    {
        ["id"] = "small",
        ["title"] = "A small study",
        ["citation"] = "Nobody N. A small study. Never published.",
        ["synthetic"] = "SYNTHETIC: there are no patients.",
        ["scope"] = "Every number.",
        ["methods"] =
            JsonNode.Parse("""{"software": "none", "tests": [], "continuous": "mean ± SD", "ties": "efron", "significance": 0.05}"""),
        ["armColumn"] = "arm",
        ["arms"] = new JsonArray(
            [.. arms.Select((arm, i) => new JsonObject { ["name"] = arm.Name, ["n"] = arm.N, ["reference"] = i == 0 })]),
        ["endpoints"] = JsonNode.Parse(
            """
            [
              {"name": "pfs", "label": "Progression-free survival", "time": "pfs_months", "event": "pfs_event", "unit": "months", "noLaterThan": "os"},
              {"name": "os", "label": "Overall survival", "time": "os_months", "event": "os_event", "unit": "months"}
            ]
            """),
        ["variables"] = JsonNode.Parse(
            $$"""
            [
              {"name": "patient", "label": "Patient", "kind": "identifier"},
              {"name": "arm", "label": "Arm", "kind": "category", "levels": [{{string.Join(", ", arms.Select(arm => $"\"{arm.Name}\""))}}]},
              {"name": "age", "label": "Age", "kind": "continuous", "unit": "years", "range": [0, 120], "decimals": 0},
              {"name": "sex", "label": "Sex", "kind": "category", "levels": ["Female", "Male"]},
              {"name": "response", "label": "Response", "kind": "category", "levels": ["CR", "PR", "SD", "PD"]},
              {"name": "liver", "label": "Liver", "kind": "indicator"},
              {"name": "bone", "label": "Bone", "kind": "indicator"},
              {"name": "pfs_months", "label": "PFS", "kind": "time", "unit": "months", "decimals": 1},
              {"name": "pfs_event", "label": "Progression", "kind": "indicator"},
              {"name": "os_months", "label": "OS", "kind": "time", "unit": "months", "decimals": 1},
              {"name": "os_event", "label": "Death", "kind": "indicator"}
            ]
            """),
        ["tables"] = new JsonArray(),
        ["rows"] = new JsonArray(),
        ["claims"] = new JsonArray(),
        ["notPrintedAsText"] = new JsonArray(),
    };

    /// <summary>Names a test in the methods.</summary>
    public SmallStudy Methods(params string[] tests)
    {
        _study["methods"]!["tests"] = new JsonArray([.. tests.Select(test => new JsonObject { ["test"] = test, ["for"] = "something" })]);
        return this;
    }

    /// <summary>Names a test in the methods for one use: <c>numbers</c>, <c>counts</c> or <c>times</c>.</summary>
    public SmallStudy Method(string test, string kind, string use)
    {
        _study["methods"]!["tests"]!.AsArray()
            .Add((JsonNode)new JsonObject { ["test"] = test, ["for"] = use, ["kind"] = kind, ["use"] = use });
        return this;
    }

    /// <summary>Adds a row: its name and its keys, without place.</summary>
    public SmallStudy Row(string? row, string keys, string place = "table1")
    {
        JsonObject read = JsonNode.Parse("{" + keys + "}")!.AsObject();
        read["place"] = place;
        if (row is not null)
        {
            read["row"] = row;
        }

        _study["rows"]!.AsArray().Add((JsonNode)read);
        return this;
    }

    /// <summary>Adds a claim: its id and what is printed, <c>&lt;.001</c> for a bound.</summary>
    public SmallStudy Claim(string id, string printed, string? sameAs = null)
    {
        string[] path = id[..id.LastIndexOf('#')].Split('/');
        Assert.True(PrintedNumber.TryParse(printed, out PrintedNumber number));
        var claim = new JsonObject
        {
            ["id"] = id,
            ["place"] = path[0],
            ["aspect"] = id[(id.LastIndexOf('#') + 1)..],
            ["printed"] = printed,
            ["value"] = number.Value,
            ["decimals"] = number.Decimals,
        };
        if (path.Length > 1)
        {
            claim["row"] = path[1];
        }

        if (path.Length > 2)
        {
            claim["column"] = path[2];
        }

        if (printed[0] is '<' or '>')
        {
            claim["relation"] = printed[..1];
        }

        if (sameAs is not null)
        {
            claim["sameAs"] = sameAs;
        }

        _study["claims"]!.AsArray().Add((JsonNode)claim);
        return this;
    }

    /// <summary>Adds the cells of a row in <c>table1</c>, one a column: <c>n</c>, or <c>n (%)</c>, or <c>a ± b</c>
    /// with the aspects given.</summary>
    public SmallStudy Cells(string row, string aspects, params (string Column, string Printed)[] cells)
    {
        string[] names = aspects.Split(' ');
        foreach ((string column, string printed) in cells)
        {
            string[] numbers = printed.Split(' ');
            for (int i = 0; i < numbers.Length; i++)
            {
                Claim($"table1/{row}/{column}#{names[i]}", numbers[i]);
            }
        }

        return this;
    }

    public Study Read() => Study.Parse(_study.ToJsonString(), "small.json");

    public StudyAudit Audit() => StudyAudit.Run(Read());
}
