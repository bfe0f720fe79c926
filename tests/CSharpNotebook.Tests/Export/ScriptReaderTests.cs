using CSharpNotebook.Export;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Export;

/// <summary>A C# file as a notebook.</summary>
public sealed class ScriptReaderTests
{
    [Fact]
    public void The_cells_come_back_as_they_were()
    {
        Notebook notebook = new(
        [
            new MarkdownCell("# Title  \n\n- a\n  - b\n\n"),
            new CodeCell(
                "#r \"nuget: A, 1.0\"\n#r \"nuget: B\"\n#!time\n\nusing System.Text; // why\nusing static System.Math;\n\nvar x = 1;"),
            new CodeCell("SELECT *\n  FROM t") { Metadata = Notebook.ParseDib("#!sql\n1").Cells[0].Metadata },
            new RawCell("raw"),
            new CodeCell(
                "// head\n\n/// <summary>A pair.</summary>\npublic record Pair<T>(T A);\npublic record Pair(int A); // trailing\n\n"
                + "enum E { A,\n  B }\n\npublic static async Task<int> F()\n{\n    return 1;\n}\n\nprivate int y = 3, z = 4;\nconst int k = 1;"),
            new CodeCell("int x = 2;\nnew Pair(x) { }\n    .ToString() // text\n// end\n"),
            new CodeCell("display(x);"),
            new CodeCell("display(x)"),
            new CodeCell("record Pair(int B);\nvar x = new Pair(1);\nConsole.WriteLine(x)"),
            new CodeCell("var r = @\"\n// not a comment\n\";\n\n\nr"),
            new CodeCell("namespace N { class C { } }\ndelegate int D(int a);"),
        ]);
        string script = NotebookScript.Write(notebook);
        Notebook back = NotebookScript.Read(script);
        Assert.Equal(
            notebook.Cells.Select(cell => (cell.GetType(), cell.Source)), back.Cells.Select(cell => (cell.GetType(), cell.Source)));
        Assert.Equal("sql", back.Cells[2].Metadata.Text("polyglot_notebook", "kernelName"));
        Assert.Equal(script, NotebookScript.Write(back));
        Assert.Equal(script, NotebookScript.Write(NotebookScript.Read(script.ReplaceLineEndings("\r\n"))));
    }

    public static TheoryData<string> Notebooks =>
        [.. Directory.GetFiles(RepositoryFolder("notebooks"), "*.ipynb", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryFolder("notebooks"), file))];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void The_notebooks_of_the_repository_come_back(string file)
    {
        Notebook notebook = Notebook.Read(Path.Combine(RepositoryFolder("notebooks"), file));
        Assert.Equal(
            notebook.Cells.Where(cell => cell.Source.Length > 0).Select(cell => (cell.GetType(), cell.Source)),
            NotebookScript.Read(NotebookScript.Write(notebook)).Cells.Select(cell => (cell.GetType(), cell.Source)));
    }

    [Fact]
    public void What_was_added_by_hand_comes_too()
    {
        string script = NotebookScript.Write(new Notebook([new CodeCell("#r \"nuget: A, 1.0\"\nclass P { }\nvar x = 1;\nx")]))
            .Replace("#:package A@1.0\n", "#:package A@1.0\n#:package B@2.0\n#:package C\n#:sdk X\n", StringComparison.Ordinal)
            .Replace("using System.Text;\n", "using System.Text;\nusing System.IO;\n", StringComparison.Ordinal)
            .Replace("class P { }", "class P { int a; }\n\nclass Q { }", StringComparison.Ordinal)
            .Replace("var x = 1;", "var x = 2;\nx++;", StringComparison.Ordinal);
        Assert.Equal(
            [
                "// #:sdk X\n#r \"nuget: B, 2.0\"\n#r \"nuget: C\"\nusing System.IO;\nclass Q { }",
                "#r \"nuget: A, 1.0\"\nclass P { int a; }\nvar x = 2;\nx++;\nx",
            ],
            NotebookScript.Read(script).Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void Another_file_is_a_cell_of_packages_and_one_of_code() => Assert.Equal(
        [
            "// #:property LangVersion=preview\n#r \"nuget: Humanizer, 2.14.1\"\n"
            + "using System.IO;\nusing System.Net.Http;\nusing System.Threading;",
            "using Humanizer;\n\nConsole.WriteLine(1);\n\nclass A { }",
        ],
        NotebookScript.Read(
            "#!/usr/bin/env dotnet\n#:package Humanizer@2.14.1\n#:property LangVersion=preview\n\nusing Humanizer;\n\nConsole.WriteLine(1);\n\nclass A { }\n")
            .Cells.Select(cell => cell.Source));

    private static string RepositoryFolder(string name)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SurvivalKit.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, name);
    }
}
