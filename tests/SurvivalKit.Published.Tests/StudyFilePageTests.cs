using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SurvivalKit.Published.Tests;

/// <summary>The page "Writing a study file": its example is a study file, and it names every key and every choice.</summary>
public partial class StudyFilePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Samples.Folder, "..", "writing-a-study-file.md"));

    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Folder, "study.schema.json")))!;

    private static string Example => JsonBlock().Match(Page).Groups[1].Value;

    [Fact]
    public void The_example_is_a_study_file()
    {
        Assert.Equal(60, Study.Parse(Example).N);
        Assert.Empty(new SchemaWalker(Schema).Errors(JsonNode.Parse(Example)));
    }

    [Fact]
    public void Every_key_and_choice_of_the_schema_is_named()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Visit(Schema);

        Assert.True(names.Count > 90);
        Assert.All(names, name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));

        void Visit(JsonNode? node)
        {
            if (node is JsonArray list)
            {
                foreach (JsonNode? item in list)
                {
                    Visit(item);
                }
            }

            if (node is JsonObject parts)
            {
                foreach ((string key, JsonNode? part) in parts)
                {
                    switch (key)
                    {
                        case "properties":
                            names.UnionWith(part!.AsObject().Select(property => property.Key));
                            break;
                        case "enum":
                            names.UnionWith(part!.AsArray().Select(choice => (string)choice!));
                            break;
                        case "const" when part!.GetValueKind() == System.Text.Json.JsonValueKind.String:
                            names.Add((string)part!);
                            break;
                    }

                    Visit(part);
                }
            }
        }
    }

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
