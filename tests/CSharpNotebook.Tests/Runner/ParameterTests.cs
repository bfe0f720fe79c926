using System.Numerics;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace CSharpNotebook.Tests.Runner;

/// <summary>Values for a run, by papermill's rules.</summary>
public sealed class ParameterTests
{
    private const string Defaults = """
        double alpha = 1; // a comment
        string label = "x";
        var beta = 0.5;
        var counts = new[] { 1, 2 };
        List<double> weights = new() { 1 };
        Dictionary<string, double> prior = new();
        int seed = 1; bool quick = true; decimal price = 1m;
        """;

    [Theory]
    [InlineData("alpha", "2", "double alpha = 2d;")]
    [InlineData("alpha", "2.5", "double alpha = 2.5;")]
    [InlineData("alpha", ".inf", "double alpha = double.PositiveInfinity;")]
    [InlineData("alpha", "null", "double? alpha = null;")]
    [InlineData("beta", "1", "double beta = 1d;")]
    [InlineData("label", "007", "string label = \"007\";")]
    [InlineData("label", "null", "string label = null;")]
    [InlineData("label", "", "string label = \"\";")]
    [InlineData("seed", "7", "int seed = 7;")]
    [InlineData("quick", "false", "bool quick = false;")]
    [InlineData("price", "2.50", "decimal price = 2.5m;")]
    [InlineData("unknown", "7", "var unknown = 7;")]
    [InlineData("unknown", "3000000000", "var unknown = 3000000000L;")]
    [InlineData("unknown", "100000000000000000000", "var unknown = System.Numerics.BigInteger.Parse(\"100000000000000000000\");")]
    [InlineData("unknown", "1e3", "var unknown = 1000d;")]
    [InlineData("unknown", "a \"b\"\\", "var unknown = \"a \\\"b\\\"\\\\\";")]
    [InlineData("unknown", "", "object unknown = null;")]
    [InlineData("class", "true", "var @class = true;")]
    public void What_is_typed_becomes_what_the_parameter_is(string name, string typed, string statement) =>
        Assert.Equal("// Parameters\n" + statement, Injected(new Dictionary<string, object?> { [name] = new ParameterText(typed) }).Source);

    [Theory]
    [InlineData("counts: [3, 4]", "int[] counts = [3, 4];")]
    [InlineData("counts: []", "int[] counts = [];")]
    [InlineData("weights: [3, 4.5]", "List<double> weights = [3d, 4.5];")]
    [InlineData(
        "prior: {a: 1, b: .5}", "Dictionary<string, double> prior = new Dictionary<string, double> { [\"a\"] = 1d, [\"b\"] = 0.5 };")]
    [InlineData("free: [1, 2.5]", "var free = new double[] { 1d, 2.5 };")]
    [InlineData("free: [1, 3000000000]", "var free = new long[] { 1L, 3000000000L };")]
    [InlineData("free: [1, a, null, [true]]", "var free = new object[] { 1, \"a\", null, new bool[] { true } };")]
    [InlineData("free: []", "var free = new object[0];")]
    [InlineData("free: {a: 1, b: x}", "var free = new Dictionary<string, object> { [\"a\"] = 1, [\"b\"] = \"x\" };")]
    [InlineData("label:", "string label = null;")]
    [InlineData("free: '7'", "var free = \"7\";")]
    [InlineData("free: &x [1]\nmore: *x", "var free = new int[] { 1 };\nvar more = new int[] { 1 };")]
    public void Yaml_gives_lists_and_mappings(string yaml, string statements) =>
        Assert.Equal("// Parameters\n" + statements, Injected(ParameterFile.ParseYaml(yaml)).Source);

    [Fact]
    public async Task The_injected_cell_compiles_and_counts()
    {
        Notebook notebook = new([
            new CodeCell(Defaults) { Metadata = Tagged("parameters") },
            new CodeCell("$\"{alpha / 4} {label} {beta} {counts.Sum()} {weights.Count} {prior[\"a\"]} {seed} {quick} {price}\"")
        ]);
        (Notebook injected, _) = NotebookParameters.Inject(notebook, ParameterFile.ParseYaml(
            "alpha: 1\nlabel: 5\nbeta: 2\ncounts: [3, 4]\nweights: [1, 2, 3]\nprior: {a: 2}\nseed: 9\nquick: false\nprice: 3"));
        NotebookRun run = await NotebookRunner.RunAsync(injected, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(run.Succeeded, run.Failure?.ToString());
        Assert.Equal("0.25 5 2 7 3 2 9 False 3", ((ExecuteResultOutput)((CodeCell)run.Notebook.Cells[2]).Outputs[0]).Data["text/plain"]);
    }

    [Fact]
    public void It_comes_after_the_defaults_and_replaces_the_one_of_an_earlier_run()
    {
        Notebook notebook =
            new([new MarkdownCell("# T"), new CodeCell("int a = 1;") { Metadata = Tagged("parameters", "hide") }, new CodeCell("a")]);
        (Notebook first, var warnings) = NotebookParameters.Inject(notebook, new Dictionary<string, object?> { ["a"] = 2L });
        Assert.Empty(warnings);
        Assert.Equal(["# T", "int a = 1;", "// Parameters\nint a = 2;", "a"], first.Cells.Select(cell => cell.Source));
        Assert.Equal(["injected-parameters"], first.Cells[2].Tags);
        (Notebook second, _) = NotebookParameters.Inject(first, new Dictionary<string, object?> { ["a"] = 3L });
        Assert.Equal(["# T", "int a = 1;", "// Parameters\nint a = 3;", "a"], second.Cells.Select(cell => cell.Source));
        Assert.Equal(first.Cells.Select(cell => cell.Id), second.Cells.Select(cell => cell.Id));
        Assert.Same(notebook, NotebookParameters.Inject(notebook, new Dictionary<string, object?>()).Notebook);
    }

    [Fact]
    public void Without_defaults_it_comes_first_and_a_name_that_nobody_assigns_is_told()
    {
        (Notebook injected, var warnings) =
            NotebookParameters.Inject(new([new CodeCell("1")]), new Dictionary<string, object?> { ["a"] = 2L });
        Assert.Equal(["// Parameters\nvar a = 2;", "1"], injected.Cells.Select(cell => cell.Source));
        Assert.Equal(["there is no cell tagged parameters that assigns a."], warnings);
        (injected, warnings) = NotebookParameters.Inject(
            new([new CodeCell("b = 1; int c = 2;") { Metadata = Tagged("parameters") }]), new Dictionary<string, object?>
            {
                ["a"] = 1L,
                ["b"] = 2L,
                ["c"] = 3L
            });
        Assert.Equal(["the cell tagged parameters does not assign a."], warnings);
        Assert.Equal("// Parameters\nvar a = 1;\nb = 2;\nint c = 3;", injected.Cells[1].Source);
    }

    [Theory]
    [InlineData("a: [", "parameters, line 2: this is not YAML")]
    [InlineData("- 1", "parameters: a mapping from names of parameters to values was expected.")]
    [InlineData("a b: 1", "The parameter \"a b\" cannot be a variable; a name of letters, digits and underscores was expected.")]
    [InlineData("? [1]\n: 2", "parameters: a name was expected as the key of a mapping.")]
    [InlineData("a: &a [*a]", "parameters")]
    public void What_is_wrong_is_one_sentence(string yaml, string begin) =>
        Assert.StartsWith(
            begin,
            Assert.Throws<NotebookParameterException>(() => Injected(ParameterFile.ParseYaml(yaml))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_file_of_references_to_references_is_refused()
    {
        string yaml = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + string.Concat(Enumerable.Range(1, 9).Select(
            level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n"));
        Assert.Equal(
            "parameters: the values are nested too deeply, or too many.",
            Assert.Throws<NotebookParameterException>(() => ParameterFile.ParseYaml(yaml)).Message);
    }

    [Fact]
    public void Json_is_read_as_json()
    {
        string path = Path.GetTempFileName() + ".json";
        try
        {
            File.WriteAllText(path, """{"a": 1, "b": [1.5, null], "c": "7", "d": 123456789012345678901234567890, "e": {"x": true}}""");
            IReadOnlyDictionary<string, object?> values = ParameterFile.Read(path);
            Assert.Equal(1L, values["a"]);
            Assert.Equal(new object?[] { 1.5, null }, values["b"]);
            Assert.Equal("7", values["c"]);
            Assert.Equal(
                BigInteger.Parse("123456789012345678901234567890", System.Globalization.CultureInfo.InvariantCulture), values["d"]);
            File.WriteAllText(path, "{\n oops");
            Assert.Equal(
                $"{path}, line 2: this is not JSON.", Assert.Throws<NotebookParameterException>(() => ParameterFile.Read(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
        Assert.Equal(
            $"{path}: there is no such file; parameters in YAML or JSON were expected.",
            Assert.Throws<NotebookParameterException>(() => ParameterFile.Read(path)).Message);
    }

    private static NotebookCell Injected(IReadOnlyDictionary<string, object?> values) =>
        NotebookParameters.Inject(new([new CodeCell(Defaults) { Metadata = Tagged("parameters") }]), values).Notebook.Cells[1];

    private static NotebookMetadata Tagged(params string[] tags) =>
        NotebookMetadata.Empty.With(
            "tags", new System.Text.Json.Nodes.JsonArray([.. tags.Select(tag => (System.Text.Json.Nodes.JsonNode)tag)]));
}
