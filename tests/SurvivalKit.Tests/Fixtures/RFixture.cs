using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Expected values that R wrote, and the data they belong to.</summary>
internal sealed class RFixture
{
    private readonly JsonObject _datasets;

    private RFixture(JsonObject root)
    {
        _datasets = root["datasets"]!.AsObject();
        Root = root;
    }

    public JsonObject Root { get; }

    public static RFixture Load(string name) =>
        new(JsonNode.Parse(File.ReadAllText(Repository.File($"tests/Fixtures/{name}.json")))!.AsObject());

    /// <summary>The cases by name.</summary>
    public Dictionary<string, JsonObject> Cases(string list = "cases") =>
        Root[list]!.AsArray().ToDictionary(node => node!["name"]!.GetValue<string>(), node => node!.AsObject());

    /// <summary>The names of the cases, for a theory.</summary>
    public static TheoryData<string> Names(string fixture, Func<JsonObject, bool> filter, string list = "cases") =>
        [.. Load(fixture).Cases(list).Where(pair => filter(pair.Value)).Select(pair => pair.Key)];

    public DataFrame Data(JsonObject theCase)
    {
        JsonObject dataset = _datasets[theCase["data"]!.GetValue<string>()]!.AsObject();
        var schema = new Dictionary<string, ColumnKind>();
        foreach ((string column, JsonNode? levels) in dataset["levels"]?.AsObject() ?? [])
        {
            schema[column] = ColumnKind.Factor(levels!.Deserialize<string[]>()!);
        }

        return SurvivalData.ReadCsv(Repository.File(dataset["file"]!.GetValue<string>()), new CsvOptions { Schema = schema });
    }

    public static bool HasTag(JsonObject theCase, params string[] tags) =>
        theCase["tags"] is JsonArray all && all.Any(tag => tags.Contains(tag!.GetValue<string>()));
}
