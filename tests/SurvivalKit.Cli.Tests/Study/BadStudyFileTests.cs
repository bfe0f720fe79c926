using System.Text.Json.Nodes;

namespace SurvivalKit.Cli.Tests;

/// <summary>A study file that is wrong ends every command that reads one with a sentence: file, JSON path, reason.</summary>
public class BadStudyFileTests
{
    public static string[] Commands => ["audit", "synthesize"];

    public static TheoryData<string, string, string> Cases => new()
    {
        { "$.surprise", "1", "$.surprise: the key \"surprise\" is not known here; known are " },
        { "$.claims[0].colour", "\"red\"", "$.claims[0].colour: the key \"colour\" is not known here; known are " },
        { "$.arms[1].n", "-", "$.arms[1]: the key \"n\" is missing." },
        { "$.arms[1].n", "0", "$.arms[1].n: 0 was found; a whole number of 1 or more was expected." },
        { "$.claims[5]", "{\"printed\": \"140\", \"value\": 140}",
            "$.claims[5].value: 140 was found; a percentage from 0 to 100 was expected." },
        { "$.claims[10]", "{\"printed\": \"2.89\", \"value\": 2.89}",
            "$.claims[10].value: the ends of the interval are swapped: 2.89 is above 2.53, its upper end." },
        { "$.variables[2].range", "[90, 18]", "$.variables[2].range: a range is two numbers, the smaller one first." },
        { "$.claims[8]", "{\"printed\": \"1.20\", \"value\": 1.2}",
            "$.claims[8].value: 1.2 was found; a P value from 0 to 1 was expected." },
        { "$.claims[3]", "{\"printed\": \"-12.0\", \"value\": -12}",
            "$.claims[3].value: -12 was found; a standard deviation of 0 or more was expected." },
        { "$.claims[4]", "{\"printed\": \"12.5\", \"value\": 12.5, \"decimals\": 1}",
            "$.claims[4].value: 12.5 was found; a whole number of patients was expected." },
        { "$.claims[4].value", "13", "$.claims[4].value: 13 is given, but \"12\" is printed." },
        { "$.claims[12].sameAs", "\"table1/N/Soap#n\"",
            "$.claims[12].sameAs: there is no claim \"table1/N/Soap#n\"; the nearest is \"table1/N/Soup#n\"." },
        { "$.rows[1].column", "\"aged\"", "$.rows[1]: there is no column \"aged\" among the variables; the nearest is \"age\"." },
        { "$.methods.ties", "\"exact\"", "$.methods.ties: \"exact\" was found; one of \"efron\", \"breslow\" was expected." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Ends_with_path_and_reason(string path, string json, string sentence)
    {
        using var folder = new TemporaryFolder();
        folder.Write("study.json", Changed(path, json));
        foreach (string command in Commands)
        {
            CliRun run = await Survkit.Run(command, folder.Place("study.json"));

            Assert.Equal(1, run.ExitCode);
            Assert.Equal("", run.Output);
            string error = Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
            Assert.StartsWith($"survkit: {folder.Place("study.json")}, {sentence}", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "$: the text is no JSON; it breaks off in line 1, column 1.")]
    [InlineData("[]", "$: a list was found; an object was expected.")]
    [InlineData("{\"id\": \"a\", \"id\": \"b\"}", "$.id: the key stands here twice; once was expected.")]
    public async Task A_text_that_is_no_study_is_named(string text, string sentence)
    {
        using var folder = new TemporaryFolder();
        folder.Write("study.json", text);
        foreach (string command in Commands)
        {
            CliRun run = await Survkit.Run(command, folder.Place("study.json"));

            Assert.Equal((1, $"survkit: {folder.Place("study.json")}, {sentence}\n"), (run.ExitCode, run.Error));
        }
    }

    /// <summary>The example of the page "Writing a study file" with a value changed, keys of an object replaced, or ("-") a key
    /// removed.</summary>
    private static string Changed(string path, string json)
    {
        JsonNode root = JsonNode.Parse(StudyFilePageTests.Block("json"))!;
        JsonNode node = root;
        string[] steps = path.Split('.', '[')[1..];
        foreach (string step in steps[..^1])
        {
            node = step.EndsWith(']') ? node[int.Parse(step[..^1], System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!;
        }

        string last = steps[^1];
        if (json == "-")
        {
            node.AsObject().Remove(last);
        }
        else if (last.EndsWith(']'))
        {
            JsonObject target = node[int.Parse(last[..^1], System.Globalization.CultureInfo.InvariantCulture)]!.AsObject();
            foreach ((string key, JsonNode? value) in JsonNode.Parse(json)!.AsObject())
            {
                target[key] = value!.DeepClone();
            }
        }
        else
        {
            node[last] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }
}
