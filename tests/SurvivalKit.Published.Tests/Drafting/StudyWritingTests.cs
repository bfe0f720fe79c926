using System.Text.Json.Nodes;

namespace SurvivalKit.Published.Tests;

public class StudyWritingTests
{
    public static TheoryData<string> Files => [Path.Combine(Samples.Folder, "study.json"), "invented", "planted"];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_written_is_what_was_read(string file)
    {
        string text = file switch { "invented" => Samples.InventedText, "planted" => PlantedTrial.Text, _ => File.ReadAllText(file) };

        JsonNode written = JsonNode.Parse(Study.Parse(text).ToStudyFile())!;

        Assert.True(JsonNode.DeepEquals(Bare(JsonNode.Parse(text)!), Bare(written)),
            Difference(Bare(JsonNode.Parse(text)!), Bare(written), "$"));
    }

    [Fact]
    public void Readings_that_a_file_fixes_stay_fixed()
    {
        JsonNode file = JsonNode.Parse(Samples.InventedText)!;
        file["methods"]!["readings"] = new JsonObject { ["ratioBesideCurve"] = "peto", ["median"] = "first" };

        StudyReadings written = Study.Parse(Study.Parse(file.ToJsonString()).ToStudyFile()).Methods.Readings;

        Assert.Equal(new StudyReadings { RatioBesideCurve = RatioReading.Peto, Median = MedianReading.First }, written);
    }

    [Fact]
    public void A_draft_is_read_as_the_same_draft() =>
        Assert.Equal(BreadTrial.Draft.ToStudyFile(), Study.Parse(BreadTrial.Draft.ToStudyFile()).ToStudyFile());

    /// <summary>Without what is the same where it is absent, and with numbers in one form.</summary>
    private static JsonNode Bare(JsonNode node)
    {
        if (node is JsonObject parts)
        {
            var made = new JsonObject();
            foreach ((string key, JsonNode? value) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
            {
                bool isDefault = key == "$schema" || (key == "relation" && (string?)value == "=")
                    || (key == "of" && (string?)value == "all")
                    || (key == "checkable" && (bool)value!) || (key is "reference" or "missingAsLevel" && !(bool)value!)
                    || (key == "kind" && (string?)value == "other");
                if (!isDefault && value is not null)
                {
                    made[key] = Bare(value);
                }
            }

            return made;
        }

        return node is JsonArray list ? new JsonArray([.. list.Select(item => Bare(item!))])
            : node.GetValueKind() == System.Text.Json.JsonValueKind.Number ? JsonValue.Create((double)node) : node.DeepClone();
    }

    private static string Difference(JsonNode? one, JsonNode? other, string path)
    {
        if (JsonNode.DeepEquals(one, other))
        {
            return "";
        }

        return (one, other) switch
        {
            (JsonObject a, JsonObject b) => string.Concat(a.Select(part => part.Key).Union(b.Select(part => part.Key))
                .Select(key => Difference(a[key], b[key], $"{path}.{key}"))),
            (JsonArray a, JsonArray b) when a.Count == b.Count =>
                string.Concat(a.Select((item, i) => Difference(item, b[i], $"{path}[{i}]"))),
            _ => $"{path}: {one?.ToJsonString()} | {other?.ToJsonString()}\n",
        };
    }

    [Fact]
    public void A_study_that_is_read_otherwise_keeps_all_else()
    {
        Study draft = BreadTrial.Draft;
        Assert.NotEmpty(draft.Remarks);
        JsonNode expected = JsonNode.Parse(draft.ToStudyFile())!;
        expected["methods"]!["readings"] = new JsonObject { ["median"] = "first" };

        JsonNode other = JsonNode.Parse(draft.With(new StudyReadings { Median = MedianReading.First }).ToStudyFile())!;

        Assert.True(JsonNode.DeepEquals(expected, other), Difference(expected, other, "$"));
    }
}
