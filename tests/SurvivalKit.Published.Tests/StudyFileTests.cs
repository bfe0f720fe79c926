using System.Text.Json.Nodes;

namespace SurvivalKit.Published.Tests;

public class StudyFileTests
{
    [Fact]
    public void A_study_is_read_with_all_its_parts()
    {
        Study study = Samples.Invented;

        Assert.Equal("invented-trial", study.Id);
        Assert.Equal(40, study.N);
        Assert.Equal("Water", study.ReferenceArm.Name);
        Assert.Equal(["Tea", "Coffee", "Water"], study.Arms.Select(arm => arm.Name));
        Assert.Equal(["Water", "Tea", "Coffee"], study.Variable("drink").Levels);
        Assert.Equal(140, study.Variable("weight").Maximum);
        Assert.Equal(Ties.Efron, study.Methods.Ties);
        Assert.Equal(ClaimRelation.Less, study["table1/Large cup/P#p"].Relation);
        Assert.False(study["text/Visits#n"].Checkable);
        Assert.IsType<CoxMeasure>(study.Rows[^1].Measure);
        Assert.Equal(["table1/Large cup/All#n", "text/Large cup#n"], study.PrintingsOf(study["text/Large cup#n"]).Select(c => c.Id));
    }

    [Fact]
    public void A_study_is_found_by_its_folder_or_its_file() =>
        Assert.Equal(Study.Load(Samples.Folder).Claims.Length, Study.Load(Path.Combine(Samples.Folder, "study.json")).Claims.Length);

    [Fact]
    public void An_unknown_claim_is_an_error_that_names_the_nearest()
    {
        var error = Assert.Throws<SurvivalDataException>(() => Samples.Invented["table1/Large cap/All#n"]);

        Assert.Equal(
            "The study invented-trial has no claim \"table1/Large cap/All#n\"; the nearest is \"table1/Large cup/All#n\".", error.Message);
        Assert.Null(Samples.Invented.Find("table1/Large cap/All#n"));
    }

    [Fact]
    public void A_missing_file_is_an_error() =>
        Assert.EndsWith(
            "there is no such file.",
            Assert.Throws<StudyFileException>(() => Study.Load("no-such-study.json")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Text_that_is_no_json_is_an_error_with_its_line() =>
        Assert.Equal(
            "study.json, $: the text is no JSON; it breaks off in line 2, column 2.",
            Assert.Throws<StudyFileException>(() => Study.Parse("{\n ]}")).Message);

    [Fact]
    public void Bytes_that_are_no_text_are_an_error()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, [.. "{\"title\": \"5 "u8, 0xB1, .. " 2\"}"u8]);
            var error = Assert.Throws<StudyFileException>(() => Study.Load(file));
            Assert.Equal(("$", "the bytes are not UTF-8 text; a file saved as UTF-8 was expected."), (error.JsonPath, error.Reason));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Two_measures_of_a_row_may_differ_but_not_repeat()
    {
        Assert.Equal(2, PlantedTrial.Study.Rows.Count(row => row is { Row: "Age", Measure: MeanSdMeasure or MeanRangeMeasure }));
        Rejected(
            Samples.InventedWith(root => ((JsonArray)root["rows"]!).Add(root["rows"]![1]!.DeepClone())),
            "$.rows[9]",
            "mean-sd of table1, \"Weight\", stands here for the second time; once was expected.");
    }

    [Fact]
    public void A_doubled_key_is_an_error() =>
        Rejected(Samples.InventedText.Replace(
            "\"id\": \"invented-trial\",",
            "\"id\": \"a\", \"id\": \"b\",",
            StringComparison.Ordinal), "$.id", "the key stands here twice; once was expected.");

    public static TheoryData<string, string, string> BadFiles => new()
    {
        { "$.surprise", "1", "the key \"surprise\" is not known here; known are $schema, id, title" },
        { "$.claims[0].colour", "\"red\"", "the key \"colour\" is not known here" },
        { "$.arms[1].n", "null", "null was found; a number was expected." },
        { "$.arms[1].n", "\"15\"", "text was found; a number was expected." },
        { "$.arms[1].n", "1.5", "1.5 was found; a whole number of 1 or more was expected." },
        { "$.title", "\"\"", "an empty text was found" },
        { "$.title", "[]", "a list was found; an object was expected.|a list was found; text was expected." },
        { "$.armColumn", "\"dring\"", "there is no column \"dring\" among the variables; the nearest is \"drink\"." },
        { "$.armColumn", "\"cup\"", "the levels of the column \"cup\" are not the arms" },
        { "$.variables[2].range", "[140, 40]", "a range is two numbers, the smaller one first." },
        { "$.variables[2].kind", "\"number\"", "\"number\" was found; one of \"identifier\", \"category\"" },
        { "$.variables[0].kind", "\"indicator\"", "one column of the kind identifier was expected, the one that names the patients.@$.variables" },
        { "$.rows[3].test", "\"t\"", "the column \"cup\" is of the kind category; continuous was expected.@$.rows[3]" },
        { "$.variables[3].name", "\"weight\"", "\"weight\" stands here for the second time" },
        { "$.endpoints[0].time", "\"days\"", "there is no column \"days\"" },
        { "$.endpoints[0].event", "\"cup\"", "the column \"cup\" is of the kind category; indicator was expected." },
        { "$.endpoints[0].noLaterThan", "\"os\"", "there is no endpoint \"os\"; known are sleep." },
        { "$.tables[0].rows[1].cell", "\"{n} ({percent})\"", "\"percent\" is no aspect" },
        { "$.tables[0].columns[1].name", "\"Beer\"", "\"Beer\" is no column; All, P or an arm was expected." },
        { "$.rows[1].column", "\"wait\"", "there is no column \"wait\" among the variables; the nearest is \"weight\".@$.rows[1]" },
        { "$.rows[2].equals", "\"huge\"", "\"huge\" is no level of the column \"cup\"; its levels are small, large.@$.rows[2]" },
        { "$.rows[2].above", "3", "several of the keys equals, among, missing, atLeast, above, atMost, below stand here; one was expected.@$.rows[2]" },
        { "$.claims[0].value", "1e30", "but \"12\" is printed." },
        { "$.claims[0].relation", "\"<\"", "\"<\" is given, but \"12\" is printed; \"=\" was expected." },
        { "$.claims[11].relation", "\"=\"", "\"=\" is given, but \"<.001\" is printed; \"<\" was expected." },
        { "$.methods.significance", "5", "5 was found; a level between 0 and 1 was expected." },
        { "$.arms[1].name", "\"All\"", "\"All\" is the name of a printed column; the name of an arm was expected." },
        { "$.arms[1].n", "2147483647", "the arms have more than 2147483647 patients in all.@$.arms" },
        { "$.rows[5].row", "\"Spilled\"", "count of table1, \"Spilled\", stands here for the second time; once was expected.@$.rows[5]" },
        { "$.rows[2].of", "\"some\"", "\"some\" was found; one of \"all\", \"known\" was expected." },
        { "$.rows[6].endpoint", "\"death\"", "there is no endpoint \"death\"" },
        { "$.rows[8].term", "\"cup\"", "\"cup\" is none of the covariates drink." },
        { "$.rows[3].test", "\"anova\"", "\"anova\" was found; one of \"t\", \"welch\"" },
        { "$.claims[0].decimals", "1", "1 decimals are given, but \"12\" has 0." },
        { "$.claims[0].value", "13", "13 is given, but \"12\" is printed." },
        { "$.claims[0].printed", "\"few\"", "there is no number in \"few\"." },
        { "$.claims[0].printed", "\"two\"", "12 is given, but \"two\" is printed.@$.claims[0].value" },
        { "$.methods.tests[0].kind", "\"t-test\"", "\"t-test\" was found; one of \"t\", \"anova\"" },
        { "$.methods.tests[0].use", "\"ages\"", "\"ages\" was found; one of \"numbers\", \"counts\", \"times\" was expected." },
        { "$.claims[0].column", "\"Coffee\"", "the id \"table1/N/Tea#n\" does not follow place, row, column and aspect; \"table1/N/Coffee#n\" was expected.@$.claims[0].id" },
        { "$.claims[22].sameAs", "\"table1/Large cup/Al#n\"",
            "there is no claim \"table1/Large cup/Al#n\"; the nearest is \"table1/Large cup/All#n\"." },
        { "$.claims[22].sameAs", "\"text/Large cup#n\"", "\"text/Large cup#n\" is not the claim that is measured" },
        { "$.claims[22].sameAs", "\"table1/Large cup/All#%\"", "is of another aspect; a claim #n was expected." },
        { "$.claims[23].checkable", "true", "a reason is given for a claim that can be checked; none was expected.@$.claims[23].reason" },
        { "$.claims[0].checkable", "false", "the claim cannot be checked; a reason was expected.@$.claims[0].reason" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_bad_value_is_an_error_with_path_and_reason(string path, string json, string reason)
    {
        string[] parts = reason.Split('@');
        Rejected(
            Samples.InventedWith(root => Set(root, path, JsonNode.Parse(json))),
            parts.Length > 1 ? parts[1] : path,
            parts[0].Split('|')[^1]);
    }

    [Theory]
    [InlineData("$.claims", "$")]
    [InlineData("$.arms[0].n", "$.arms[0]")]
    [InlineData("$.rows[8].ties", "$.rows[8]")]
    [InlineData("$.claims[3].printed", "$.claims[3]")]
    public void A_missing_key_is_an_error(string path, string where)
    {
        string key = path[(path.LastIndexOf('.') + 1)..];
        Rejected(Samples.InventedWith(root => Parent(root, path).Remove(key)), where, $"the key \"{key}\" is missing.");
    }

    [Fact]
    public void A_doubled_id_is_an_error() =>
        Rejected(
            Samples.InventedWith(root => ((JsonArray)root["claims"]!).Add(root["claims"]![0]!.DeepClone())),
            "$.claims[24].id",
            "the id \"table1/N/Tea#n\" stands here for the second time; once was expected.");

    [Theory]
    [InlineData(8, "155%", 155, "155 was found; a percentage from 0 to 100 was expected.")]
    [InlineData(11, "<1.001", 1.001, "1.001 was found; a P value from 0 to 1 was expected.")]
    [InlineData(4, "-8.1", -8.1, "-8.1 was found; a standard deviation of 0 or more was expected.")]
    [InlineData(20, "1.22", 1.22, "the ends of the interval are swapped: 1.22 is above 1.14, its upper end.")]
    [InlineData(15, "32", 32, "the ends of the interval are swapped: 32 is above 30, its max end.")]
    public void An_impossible_number_is_an_error(int claim, string printed, double value, string reason) =>
        Rejected(
            Samples.InventedWith(root => (root["claims"]![claim]!["printed"], root["claims"]![claim]!["value"]) = (printed, value)),
            $"$.claims[{claim}].value",
            reason);

    [Fact]
    public void A_claim_that_no_row_measures_is_an_error() =>
        Rejected(
            Samples.InventedWith(root => ((JsonArray)root["rows"]!).RemoveAt(1)),
            "$.claims[3].id",
            "no row measures \"table1/Weight/Tea#mean\"; one in \"rows\", a sameAs, or \"checkable\": false was expected.");

    private static void Rejected(string json, string path, string reason)
    {
        var error = Assert.Throws<StudyFileException>(() => Study.Parse(json));

        Assert.Equal(path, error.JsonPath);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
        Assert.Equal($"study.json, {path}: {error.Reason}", error.Message);
    }

    private static void Set(JsonNode root, string path, JsonNode? value) => Parent(root, path)[path[(path.LastIndexOf('.') + 1)..]] = value;

    private static JsonObject Parent(JsonNode root, string path)
    {
        JsonNode node = root;
        foreach (string step in path.Split('.')[1..^1])
        {
            string[] parts = step.Split('[', ']');
            node = node[parts[0]]!;
            node = parts.Length > 1 ? node[int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)]! : node;
        }

        return (JsonObject)node;
    }
}
