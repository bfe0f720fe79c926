using System.Reflection;
using System.Text.Json.Nodes;
using CSharpNotebook.Export;
using CSharpNotebook.Format;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Tests.Export;

/// <summary>A notebook as a C# file: it compiles as a program does, and prints what the notebook shows.</summary>
public sealed class ScriptTests
{
    // What the SDK adds to a file that is run on its own.
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    [Fact]
    public void It_says_what_the_notebook_said()
    {
        Notebook notebook = new(
        [
            new MarkdownCell("# Sum\n\nof squares"),
            new CodeCell("#r \"nuget: Some.Package, 1.2.3\"\n#i \"nuget: somewhere\"\nusing System.Text;\nusing static System.Math;"),
            new CodeCell("// a comment\nvar x = 2; // two\nx * x // squared"),
            new CodeCell(
                "SELECT 1") { Metadata = NotebookMetadata.Empty.With("polyglot_notebook", new JsonObject { ["kernelName"] = "sql" }) },
            new CodeCell("public record Pair(int A, int B);\npublic static int Twice(int n) => 2 * n;\ndisplay(Twice(x));"),
        ]);
        Assert.Equal(
            """
            #!/usr/bin/env dotnet
            #:package Some.Package@1.2.3
            #:property Nullable=disable
            #:property PublishAot=false

            using System.Collections;
            using System.Text;
            using static System.Math;

            // ---- cell 1, markdown ----
            // # Sum
            //
            // of squares

            // ---- cell 2 ----
            //: #r "nuget: Some.Package, 1.2.3"
            //: #i "nuget: somewhere"
            //: using System.Text;
            //: using static System.Math;

            // ---- cell 3 ----
            // a comment
            var x = 2; // two
            //: value
            display(x * x); // squared

            // ---- cell 4, sql ----
            // SELECT 1

            // ---- cell 5 ----
            //: type Pair
            //: modifiers public static
            int Twice(int n) => 2 * n;
            display(Twice(x));

            // ---- end of the cells ----

            // Prints what a notebook would show.
            static void display(object value, params string[] mimeTypes) =>
                Console.WriteLine(value is IEnumerable items and not string ? string.Join(Environment.NewLine, items.Cast<object>()) : value);

            public record Pair(int A, int B);

            """.ReplaceLineEndings("\n"),
            NotebookScript.Write(notebook));
    }

    [Theory]
    [InlineData("6\n", "var x = 2;", "x * 3")]
    [InlineData("2\ntwo\nTWO\n", "var x = 2;\nx", "var x = \"two\";\nx", "x.ToUpper()")]
    [InlineData("1\n2\n", "int F() => 1;\nF()", "int F() => 2;\nF()")]
    [InlineData(
        "3 4\n",
        "class P { public int x = 3; }\nvar x = 1;",
        "var x = new P { x = 4 };\nvar p = new P();",
        "Console.WriteLine($\"{p.x} {x.x}\")")]
    [InlineData(
        "7 8\n",
        "int.TryParse(\"7\", out var n);\nvar first = n;",
        "int.TryParse(\"8\", out var n);\nConsole.WriteLine(first + \" \" + n);")]
    [InlineData("1\n2\n", "new List<int> { 1, 2 }")]
    [InlineData("done\n", "await Task.Delay(1)", "async Task<string> G() { await Task.Yield(); return \"done\"; }", "await G()")]
    [InlineData("x\n", "\"x\".Display();")]
    [InlineData("<b>\n", "HTML(\"<b>\")")]
    [InlineData("3\n", "public static class E { public static int Plus(this int a, int b) => a + b; }", "1.Plus(2)")]
    [InlineData("Green\n", "enum Colour { Red, Green }", "Colour.Green")]
    public void It_runs_as_a_program_and_prints_what_the_notebook_shows(string printed, params string[] cells)
    {
        Notebook notebook = new(cells.Select(cell => new CodeCell(cell)));
        string script = NotebookScript.Write(notebook);
        Assert.Equal(cells, NotebookScript.Read(script).Cells.Select(cell => cell.Source));
        Assert.Equal(printed, Run(script).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_notebook_in_the_preview_of_the_language_is_a_file_in_it()
    {
        const string Property = "#:property LangVersion=preview\n";
        string[] cells = ["var x = 1;", "#!lang preview\nvar y = 2;"];
        string script = NotebookScript.Write(new Notebook(cells.Select(cell => new CodeCell(cell))));
        Assert.Contains(Property, script, StringComparison.Ordinal);
        Assert.Equal(cells, NotebookScript.Read(script).Cells.Select(cell => cell.Source));
        Assert.DoesNotContain(Property, NotebookScript.Write(new Notebook([new CodeCell(cells[0])])), StringComparison.Ordinal);
        // What was written by hand is kept.
        string other = NotebookScript.Write(new Notebook([new CodeCell(cells[0])]));
        Assert.Contains(
            NotebookScript.Read(other.Replace("\n\nusing", "\n" + Property + "\nusing", StringComparison.Ordinal)).Cells,
            cell => cell.Source.Contains("LangVersion=preview", StringComparison.Ordinal));
    }

    private static string Run(string script)
    {
        CSharpParseOptions options = new(LanguageVersion.Latest);
        string code = string.Join('\n', script.Split('\n').Select(
            line => line.StartsWith("#:", StringComparison.Ordinal) || line.StartsWith("#!", StringComparison.Ordinal) ? "" : line));
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(
                path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "script", [
                CSharpSyntaxTree.ParseText(code, options, cancellationToken: TestContext.Current.CancellationToken),
                CSharpSyntaxTree.ParseText(ImplicitUsings, options, cancellationToken: TestContext.Current.CancellationToken)
            ], references);
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(
            result.Success,
            string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) + "\n" + script);
        MethodInfo main = Assembly.Load(stream.ToArray()).EntryPoint!;
        TextWriter before = Console.Out;
        using var output = new StringWriter();
        try
        {
            Console.SetOut(output);
            main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }
        return output.ToString();
    }
}
