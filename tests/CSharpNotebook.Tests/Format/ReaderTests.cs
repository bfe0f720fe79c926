using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Format;

public sealed class ReaderTests
{
    internal const string Rich = """
        {"nbformat": 4, "nbformat_minor": 2, "metadata": {"kernelspec": {"language": "C#", "name": ".net-csharp"}, "custom": {"deep": [1, 2.50, null]}},
         "cells": [
          {"cell_type": "markdown", "metadata": {"x": 1}, "source": ["a\n", "b"], "attachments": {"i.png": {"image/png": "AA=="}}},
          {"cell_type": "code", "execution_count": 3, "metadata": {"tags": ["parameters"]}, "source": "var x = 1;",
           "outputs": [
            {"output_type": "stream", "name": "stderr", "text": ["1\n", "2"]},
            {"output_type": "display_data", "metadata": {"w": 1}, "data": {"text/html": ["<b>", "x</b>"], "application/json": {"k": [1]}}},
            {"output_type": "execute_result", "execution_count": 3, "metadata": {}, "data": {"text/plain": "1"}},
            {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t"]}]},
          {"cell_type": "raw", "metadata": {}, "source": ""}]}
        """;

    [Fact]
    public void Cells_outputs_and_metadata_are_read()
    {
        Notebook notebook = Notebook.Parse(Rich);
        Assert.Equal("C#", notebook.Language);
        Assert.Equal("2.50", notebook.Metadata["custom"].GetProperty("deep")[1].GetRawText());
        var text = Assert.IsType<MarkdownCell>(notebook.Cells[0]);
        Assert.Equal("a\nb", text.Source);
        Assert.Equal("AA==", text.Attachments["i.png"].GetProperty("image/png").GetString());
        var code = Assert.IsType<CodeCell>(notebook.Cells[1]);
        Assert.Equal(["parameters"], code.Tags);
        Assert.Equal(3, code.ExecutionCount);
        Assert.Equal(new StreamOutput("stderr", "1\n2"), code.Outputs[0]);
        var display = Assert.IsType<DisplayDataOutput>(code.Outputs[1]);
        Assert.Equal("<b>x</b>", display.Data["text/html"]);
        Assert.Equal("{\"k\": [1]}", display.Data["application/json"]);
        Assert.Equal(1, display.Metadata["w"].GetInt32());
        Assert.Equal(3, Assert.IsType<ExecuteResultOutput>(code.Outputs[2]).ExecutionCount);
        Assert.Equal(["t"], Assert.IsType<ErrorOutput>(code.Outputs[3]).Traceback);
        Assert.IsType<RawCell>(notebook.Cells[2]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Every_minor_version_of_format_4_is_read(int minor) =>
        Assert.Equal(3, Notebook.Parse(
            Rich.Replace("\"nbformat_minor\": 2", $"\"nbformat_minor\": {minor}", StringComparison.Ordinal)).Cells.Length);

    [Fact]
    public void Missing_malformed_and_repeated_ids_are_replaced_and_always_by_the_same()
    {
        const string Json = """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
             {"cell_type": "raw", "metadata": {}, "source": "a", "id": "keep"},
             {"cell_type": "raw", "metadata": {}, "source": "a", "id": "keep"},
             {"cell_type": "raw", "metadata": {}, "source": "a", "id": "not valid"},
             {"cell_type": "raw", "metadata": {}, "source": "a"}]}
            """;
        string[] ids = [.. Notebook.Parse(Json).Cells.Select(cell => cell.Id)];
        Assert.Equal("keep", ids[0]);
        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id));
        Assert.Equal(ids, Notebook.Parse(Json).Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void A_byte_order_mark_does_not_matter() => Assert.Equal(3, Notebook.Parse("\uFEFF" + Rich).Cells.Length);

    [Theory]
    [InlineData("", "$", "the file is empty")]
    [InlineData("[]", "$", "a list was found, but an object was expected")]
    [InlineData("{}", "$", "the key \"nbformat\" is missing")]
    [InlineData("""{"nbformat": 3}""", "$.nbformat", "the notebook format is 3, but 4 was expected")]
    [InlineData("""{"nbformat": "4"}""", "$.nbformat", "a text was found, but an integer was expected")]
    [InlineData("""{"nbformat": 4, "cells": {}}""", "$.cells", "an object was found, but a list was expected")]
    [InlineData("""{"nbformat": 4, "cells": [1]}""", "$.cells[0]", "a number was found, but an object was expected")]
    [InlineData("""{"nbformat": 4, "cells": [{"cell_type": "code"}]}""", "$.cells[0]", "the key \"source\" is missing")]
    [InlineData("""{"nbformat": 4, "cells": [{"cell_type": "cod", "source": ""}]}""", "$.cells[0].cell_type", "the cell type is 'cod'")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "raw", "source": 3}]}""", "$.cells[0].source", "a text or a list of lines was expected")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "raw", "source": ["a", null]}]}""",
        "$.cells[0].source[1]",
        "null was found, but a text was expected")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "raw", "source": "\ud800"}]}""", "$.cells[0].source", "valid Unicode was expected")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "raw", "source": "", "metadata": []}]}""",
        "$.cells[0].metadata",
        "an object was expected")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "execution_count": "x", "outputs": []}]}""",
        "$.cells[0].execution_count",
        "an integer was expected")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": {}}]}""", "$.cells[0].outputs", "a list was expected")]
    [InlineData("""{"nbformat": 4, "cells": [{"cell_type": "raw", "sou""", "$.cells[0].cell_type", "the file ends too early")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "raw"}, {"source": ["a", "b""", "$.cells[1].source[0]", "the file ends too early")]
    [InlineData("""{"nbformat": 4, "cells": [{"source": nope}]}""", "$.cells[0].source", "the text is not JSON (line 1, byte")]
    [InlineData("# A title", "$", "the text is not JSON (line 1, byte 1); a notebook (.ipynb) was expected")]
    public void A_wrong_file_is_one_sentence_with_file_path_and_expectation(string json, string path, string problem)
    {
        var exception = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(json, "bad.ipynb"));
        Assert.Equal(path, exception.Path);
        Assert.Contains(problem, exception.Problem, StringComparison.Ordinal);
        Assert.Equal($"bad.ipynb: at {path}: {exception.Problem}.", exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void However_a_file_is_cut_off_the_sentence_names_the_file()
    {
        for (int length = 0; length < Rich.Length - 1; length++)
        {
            var exception = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(Rich[..length], "cut.ipynb"));
            Assert.StartsWith("cut.ipynb: at $", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_missing_file_is_one_sentence() =>
        Assert.Equal(
            "nowhere.ipynb: at $: there is no such file; a notebook (.ipynb) was expected.",
            Assert.Throws<NotebookFormatException>(() => Notebook.Read("nowhere.ipynb")).Message);

    [Fact]
    public void Json_that_is_too_deep_does_not_end_the_process() =>
        Assert.Throws<NotebookFormatException>(() => Notebook.Parse("{\"nbformat\": 4, \"metadata\": " + new string('[', 100_000)));
}
