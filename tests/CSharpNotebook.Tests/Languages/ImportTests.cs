using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Languages;

/// <summary>Files that a cell executes.</summary>
public sealed class ImportTests : SessionTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("csharp-notebook-").FullName;

    public ImportTests() => Options = Options with { WorkingDirectory = _folder };

    public override void Dispose()
    {
        base.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Code_is_executed_in_the_language_of_its_ending()
    {
        Write("part.csx", "int Twice(int x) => 2 * x;");
        Write("part.cs", "public class Box { public int Size = 4; }");
        Write("part.fsx", "let three = 3");
        Write("note.md", "*note*");
        CellResult result = await RunWell(
            "#!import part.csx\n#!import \"part.cs\"\n#!import part.fsx\n#!import note.md\n#!share --from fsharp three\nTwice(new Box().Size) + three");
        Assert.Equal("11", TextOf(result));
        Assert.Equal("<p><em>note</em></p>\n", Assert.IsType<DisplayDataOutput>(result.Outputs[0]).Data["text/html"]);
    }

    [Fact]
    public async Task A_dib_file_is_executed_part_by_part()
    {
        Write(
            "all.dib",
            "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}}\n\n#!csharp\n\nvar x = 20;\n\n#!html\n\n<p>\n\n#!csharp\n\nvar y = x + 1;\n");
        CellResult result = await RunWell("#!import all.dib\ny");
        Assert.Equal("21", TextOf(result));
        Assert.Equal(2, result.Outputs.Length);
    }

    [Fact]
    public async Task A_notebook_is_executed_cell_by_cell()
    {
        Write("other.ipynb", Notebook("\"var z = 5;\"", "\"#!html\\n<p>\"", "\"z += 1;\""));
        Assert.Equal("6", TextOf(await RunWell("#!import other.ipynb\nz")));
    }

    [Fact]
    public async Task A_path_in_a_file_is_meant_from_its_folder()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "inner"));
        Write("inner/a.dib", "#!csharp\n#!import b.csx\n");
        Write("inner/b.csx", "var fromB = 1;");
        Write("c.csx", "var fromC = 2;");
        Assert.Equal("3", TextOf(await RunWell("#!import inner/a.dib\n#!import c.csx\nfromB + fromC")));
    }

    [Fact]
    public async Task A_failure_names_the_file_and_its_line()
    {
        Write("bad.csx", "var a = 1;\nvar b = nothing;");
        CellFailure failure = await RunBadly("\n#!import bad.csx");
        Assert.StartsWith("bad.csx, line 2: The name 'nothing' does not exist", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, failure.Line);
        Write("bad.ipynb", Notebook("\"var z = 5;\"", "\"z +\""));
        Assert.StartsWith("bad.ipynb, cell 2, line 1: ", (await RunBadly("#!import bad.ipynb")).Message, StringComparison.Ordinal);
        Write("broken.ipynb", "{");
        Assert.Contains("broken.ipynb", (await RunBadly("#!import broken.ipynb")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_imported_is_one_sentence()
    {
        Assert.Equal($"#!import names none.csx, but there is no such file in {_folder}.", (await RunBadly("#!import none.csx")).Message);
        Assert.StartsWith(
            "#!import does not know files that end in \".txt\"; ", (await RunBadly("#!import a.txt")).Message, StringComparison.Ordinal);
        Assert.Equal("#!import names no file; #!import FILE was expected.", (await RunBadly("#!import")).Message);
        Write("round.dib", "#!import round.dib\n");
        Assert.EndsWith(
            "#!import goes round in a circle: round.dib is being imported already.",
            (await RunBadly("#!import round.dib")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_value_of_a_file_is_its_text()
    {
        Write("data.txt", "from a file");
        Assert.Equal("from a file", TextOf(await RunWell("#!value --name text --from-file data.txt", "#!share --from value text\ntext")));
    }

    private static string Notebook(params string[] sources) =>
        $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{{string.Join(",", sources.Select((source, index) =>
            $$"""{"cell_type":"code","id":"c{{index}}","metadata":{},"execution_count":null,"outputs":[],"source":{{source}}}"""))}}]}""";

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
