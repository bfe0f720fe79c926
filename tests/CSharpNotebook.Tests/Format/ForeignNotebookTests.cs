using System.Text;
using CSharpNotebook.Cleaning;
using CSharpNotebook.Export;
using CSharpNotebook.Format;
using CSharpNotebook.Linting;

namespace CSharpNotebook.Tests.Format;

/// <summary>Notebooks as other programs write them, complete and damaged.</summary>
public sealed class ForeignNotebookTests
{
    private const string Jupyter = """
        {"cells": [{"cell_type": "code", "execution_count": 1, "id": "6f2b1c34-0d1e-4c4d-9d53-0a9d1f1e7a11",
          "metadata": {"execution": {"iopub.execute_input": "2025-03-01T10:00:00.123456Z", "iopub.status.busy": "2025-03-01T10:00:00.123456Z",
            "iopub.status.idle": "2025-03-01T10:00:00.223456Z", "shell.execute_reply": "2025-03-01T10:00:00.222456Z"}, "scrolled": true, "trusted": true},
          "outputs": [{"data": {"image/png": "iVBORw0KGgo=\n", "text/plain": ["<Figure size 640x480 with 1 Axes>"]},
            "metadata": {"image/png": {"height": 100}, "needs_background": "light"}, "output_type": "display_data"},
           {"name": "stdout", "output_type": "stream", "text": ["a\r\n", "b\n"]}], "source": ["Console.WriteLine(\"é \ud83d\ude00\");"]},
         {"attachments": {"image.png": {"image/png": "AA=="}}, "cell_type": "markdown", "id": "m", "metadata": {}, "source": ["![](attachment:image.png)"]}],
         "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"},
          "language_info": {"file_extension": ".cs", "mimetype": "text/x-csharp", "name": "C#", "pygments_lexer": "csharp", "version": "12.0"},
          "widgets": {"application/vnd.jupyter.widget-state+json": {"state": {}, "version_major": 2, "version_minor": 0}}},
         "nbformat": 4, "nbformat_minor": 5}
        """;

    private const string Polyglot = """
        {"cells": [
          {"cell_type": "markdown", "metadata": {}, "source": ["# Polyglot"]},
          {"cell_type": "code", "execution_count": null, "metadata": {"dotnet_interactive": {"language": "csharp"}, "polyglot_notebook": {"kernelName": "csharp"},
            "vscode": {"languageId": "polyglot-notebook"}}, "outputs": [{"data": {"text/html": ["<div class=\"dni-plaintext\"><pre>1</pre></div>"]}, "metadata": {}, "output_type": "display_data"}], "source": ["1"]},
          {"cell_type": "code", "execution_count": null, "metadata": {"dotnet_interactive": {"language": "mermaid"}, "polyglot_notebook": {"kernelName": "mermaid"}},
            "outputs": [{"ename": "Error", "evalue": "x", "output_type": "error", "traceback": []}], "source": ["graph LR\n", "A --> B"]}],
         "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"},
          "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "csharp", "items": [{"aliases": [], "name": "csharp"}, {"aliases": [], "languageName": "Mermaid", "name": "mermaid"}]}}},
         "nbformat": 4, "nbformat_minor": 2}
        """;

    private const string Colab = """
        {"nbformat": 4, "nbformat_minor": 0, "metadata": {"colab": {"name": "x.ipynb", "provenance": [], "collapsed_sections": ["a"]},
          "kernelspec": {"name": "python3", "display_name": "Python 3"}, "language_info": {"name": "python"}, "accelerator": "GPU"},
         "cells": [
          {"cell_type": "markdown", "source": ["# Title"], "metadata": {"id": "Xq1_abc"}},
          {"cell_type": "code", "source": ["x = 1\n", "x"], "metadata": {"id": "aaa", "colab": {"base_uri": "https://localhost:8080/", "height": 35},
            "executionInfo": {"status": "ok", "timestamp": 1700000000000, "user_tz": -60, "elapsed": 3, "user": {"displayName": "A", "userId": "1"}}, "outputId": "0b1c"},
           "execution_count": 4, "outputs": [{"output_type": "execute_result", "data": {"text/plain": ["1"], "application/vnd.google.colaboratory.intrinsic+json": {"type": "string"}}, "metadata": {}, "execution_count": 4}]}]}
        """;

    public static TheoryData<string> All => [Jupyter, Polyglot, Colab];

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_read_written_looked_at_cleaned_and_exported(string json)
    {
        Notebook notebook = Notebook.Parse(json);
        Notebook again = Notebook.Parse(notebook.ToJson());
        Assert.Equal(notebook.ToJson(), again.ToJson());
        Assert.NotEmpty(NotebookHtml.Page(notebook));
        Assert.NotEmpty(NotebookMarkdown.Render(notebook).Text);
        Assert.NotEmpty(NotebookScript.Write(notebook));
        Assert.All(NotebookLint.Check(notebook), finding => Assert.Contains(finding.Rule, LintRules.All));
        Assert.False(NotebookCleaner.IsClean(notebook));
        Assert.True(NotebookCleaner.IsClean(NotebookCleaner.Clean(notebook)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Cut_off_anywhere_it_is_one_sentence(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json.TrimEnd());
        string path = Path.GetTempFileName();
        try
        {
            for (int length = 0; length < bytes.Length; length += length % 64 == 0 ? 1 : 3)
            {
                File.WriteAllBytes(path, bytes[..length]);
                var exception = Assert.Throws<NotebookFormatException>(() => Notebook.Read(path));
                Assert.StartsWith($"{path}: at $", exception.Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void With_any_value_in_another_kind_it_is_read_or_one_sentence(string json)
    {
        // Every value of the notebook in turn is replaced by another.
        string[] others = ["null", "[]", "{}", "\"x\"", "-1.5", "true", "[[\"x\"]]", "\"\\ud800\""];
        int refused = 0;
        foreach ((int start, int length) in Values(json))
        {
            foreach (string other in others)
            {
                string changed = string.Concat(json.AsSpan(0, start), other, json.AsSpan(start + length));
                try
                {
                    Notebook notebook = Notebook.Parse(changed);
                    _ = notebook.ToJson();
                    _ = NotebookHtml.Page(notebook);
                    _ = NotebookMarkdown.Render(notebook, "files");
                    _ = NotebookLint.Check(notebook);
                    _ = NotebookCleaner.Clean(notebook);
                }
                catch (NotebookFormatException exception)
                {
                    Assert.StartsWith("notebook: at $", exception.Message, StringComparison.Ordinal);
                    refused++;
                }
            }
        }
        Assert.NotEqual(0, refused);
    }

    [Theory]
    [InlineData("""{"\ud800": 1, "cells": [], "metadata": {}, "nbformat": 4}""", "$")]
    [InlineData("""{"cells": [], "metadata": {"a": {"b\udc00": 1}}, "nbformat": 4}""", "$.metadata.a")]
    [InlineData("""{"cells": [], "metadata": {"a": [0, "\ud800"]}, "nbformat": 4}""", "$.metadata.a[1]")]
    public void Half_a_character_is_found_wherever_it_is(string json, string path) => Assert.Equal(
        $"notebook: at {path}: half a surrogate pair was found, but valid Unicode was expected.", Assert.Throws<NotebookFormatException>(
            () => Notebook.Parse(json)).Message);

    [Fact]
    public void Bytes_that_are_no_text_are_one_sentence()
    {
        string path = Path.GetTempFileName();
        try
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Jupyter);
            bytes[Jupyter.IndexOf("Console", StringComparison.Ordinal)] = 0xFF;
            File.WriteAllBytes(path, bytes);
            Assert.Equal(
                $"{path}: at $: the text is not UTF-8, as a notebook (.ipynb) is.",
                Assert.Throws<NotebookFormatException>(() => Notebook.Read(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The positions of the values in a JSON text, in characters.</summary>
    private static List<(int Start, int Length)> Values(string json)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new System.Text.Json.Utf8JsonReader(utf8);
        var found = new List<(int, int)>();
        var open = new Stack<int>();
        while (reader.Read())
        {
            int start = Encoding.UTF8.GetCharCount(utf8, 0, (int)reader.TokenStartIndex);
            int end = Encoding.UTF8.GetCharCount(utf8, 0, (int)reader.BytesConsumed);
            switch (reader.TokenType)
            {
                case System.Text.Json.JsonTokenType.StartObject or System.Text.Json.JsonTokenType.StartArray:
                    open.Push(start);
                    break;
                case System.Text.Json.JsonTokenType.EndObject or System.Text.Json.JsonTokenType.EndArray:
                    int begin = open.Pop();
                    found.Add((begin, end - begin));
                    break;
                case System.Text.Json.JsonTokenType.PropertyName:
                    break;
                default:
                    found.Add((start, end - start));
                    break;
            }
        }
        return found;
    }
}
