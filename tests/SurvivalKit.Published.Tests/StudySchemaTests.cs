using System.Text.Json.Nodes;

namespace SurvivalKit.Published.Tests;

public class StudySchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Folder, "study.schema.json")))!;

    private static IReadOnlyList<string> Errors(string json) => new SchemaWalker(Schema).Errors(JsonNode.Parse(json));

    [Fact]
    public void The_study_of_the_paper_fits_the_schema() =>
        Assert.Empty(Errors(File.ReadAllText(Path.Combine(Samples.Folder, "study.json"))));

    [Fact]
    public void The_invented_studies_fit_the_schema()
    {
        Assert.Empty(Errors(Samples.InventedText));
        Assert.Empty(Errors(PlantedTrial.Text));
    }

    [Fact]
    public void Every_key_of_the_schema_is_described()
    {
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", Schema["$schema"]!.GetValue<string>());
        var described = new List<string>();
        var bare = new List<string>();
        Visit(Schema, "$");

        Assert.Empty(bare);
        Assert.True(described.Count > 100);

        void Visit(JsonNode? node, string path)
        {
            if (node is JsonArray list)
            {
                for (int i = 0; i < list.Count; i++)
                {
                    Visit(list[i], $"{path}[{i}]");
                }
            }

            if (node is not JsonObject parts)
            {
                return;
            }

            // Conditions repeat keys that are described elsewhere.
            foreach ((string key, JsonNode? part) in parts.Where(p => p.Key is not ("if" or "then" or "not")))
            {
                if (key == "properties" && part is JsonObject properties)
                {
                    foreach ((string name, JsonNode? rule) in properties)
                    {
                        (rule?["description"] is null && rule?["$ref"] is null ? bare : described).Add($"{path}.{name}");
                    }
                }

                Visit(part, $"{path}.{key}");
            }
        }
    }

    [Theory]
    [InlineData("claims", "colour", "\"red\"")]
    [InlineData("claims", "value", "\"12\"")]
    [InlineData("claims", "aspect", "\"number\"")]
    [InlineData("claims", "checkable", "false")]
    [InlineData("arms", "n", "0")]
    [InlineData("variables", "kind", "\"number\"")]
    [InlineData("rows", "measure", "\"number\"")]
    public void What_the_loader_rejects_does_not_fit_the_schema_either(string list, string key, string json)
    {
        string bad = Samples.InventedWith(root => root[list]![0]![key] = JsonNode.Parse(json));

        Assert.Throws<StudyFileException>(() => Study.Parse(bad));
        Assert.NotEmpty(Errors(bad));
    }

    [Theory]
    [InlineData("claims", 3, "printed")]
    [InlineData("rows", 8, "ties")]
    [InlineData("variables", 2, "range")]
    [InlineData("tables", 0, "stub")]
    public void A_missing_key_does_not_fit_the_schema_either(string list, int index, string key)
    {
        string bad = Samples.InventedWith(root => ((JsonObject)root[list]![index]!).Remove(key));

        Assert.Throws<StudyFileException>(() => Study.Parse(bad));
        Assert.NotEmpty(Errors(bad));
    }
}
