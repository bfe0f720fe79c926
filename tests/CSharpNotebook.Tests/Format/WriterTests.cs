using System.Text;
using System.Text.Json.Nodes;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Format;

public sealed class WriterTests
{
    [Fact]
    public void The_bytes_are_those_that_Jupyter_writes()
    {
        var notebook = new Notebook(
        [
            new MarkdownCell("# Title\n\nüber 😀 \u2028 end") { Id = "a" },
            new CodeCell("1 + 1\r\n\"\\t\"")
            {
                Id = "b",
                ExecutionCount = 1,
                Metadata = NotebookMetadata.Empty.With("tags", new JsonArray("z", "a")).With("Big", JsonNode.Parse("1.50e3")),
                Outputs =
                [
                    new StreamOutput("stdout", "a\nb\n"),
                    new ExecuteResultOutput(1, MimeBundle.Empty.With("text/plain", "2")
                        .With("image/png", "AAAA\n")
                        .With("application/vnd.x+json", "{\"b\":[],\"a\":{}}")),
                    new ErrorOutput("E", "m\u001f", ["l1", "l2"]),
                ],
            },
            new RawCell("") { Id = "c" },
        ])
        {
            Metadata = NotebookMetadata.Empty,
        };
        const string Expected = """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "id": "a",
               "metadata": {},
               "source": [
                "# Title\n",
                "\n",
                "über 😀 LS",
                " end"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": 1,
               "id": "b",
               "metadata": {
                "Big": 1.50e3,
                "tags": [
                 "z",
                 "a"
                ]
               },
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "a\n",
                  "b\n"
                 ]
                },
                {
                 "data": {
                  "application/vnd.x+json": {
                   "a": {},
                   "b": []
                  },
                  "image/png": "AAAA\n",
                  "text/plain": [
                   "2"
                  ]
                 },
                 "execution_count": 1,
                 "metadata": {},
                 "output_type": "execute_result"
                },
                {
                 "ename": "E",
                 "evalue": "m\u001f",
                 "output_type": "error",
                 "traceback": [
                  "l1",
                  "l2"
                 ]
                }
               ],
               "source": [
                "1 + 1\r\n",
                "\"\\t\""
               ]
              },
              {
               "cell_type": "raw",
               "id": "c",
               "metadata": {},
               "source": []
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n").Replace("LS", "\u2028", StringComparison.Ordinal), notebook.ToJson());
    }

    [Fact]
    public void A_new_notebook_says_that_it_is_in_c_sharp()
    {
        var metadata = Notebook.Parse(new Notebook([]).ToJson()).Metadata;
        Assert.Equal(".net-csharp", metadata.Text("kernelspec", "name"));
        Assert.Equal(".NET (C#)", metadata.Text("kernelspec", "display_name"));
        Assert.Equal("C#", metadata.Text("kernelspec", "language"));
        Assert.Equal("C#", metadata.Text("language_info", "name"));
        Assert.Equal("csharp", metadata.Text("polyglot_notebook", "kernelInfo", "defaultKernelName"));
    }

    [Fact]
    public void Reading_and_writing_again_gives_the_same_bytes()
    {
        string once = Notebook.Parse(ReaderTests.Rich).ToJson();
        Assert.Equal(once, Notebook.Parse(once).ToJson());
    }

    [Fact]
    public void A_file_is_utf8_without_a_mark_and_is_replaced_as_a_whole()
    {
        string folder = Directory.CreateTempSubdirectory("csharp-notebook-").FullName;
        try
        {
            string path = Path.Combine(folder, "x.ipynb");
            File.WriteAllText(path, "old");
            var notebook = new Notebook([new MarkdownCell("ü")]);
            notebook.Write(path);
            Assert.Equal(Encoding.UTF8.GetBytes(notebook.ToJson()), File.ReadAllBytes(path));
            Assert.Equal([path], Directory.GetFiles(folder));
            Assert.Equal("ü", Notebook.Read(path).Cells[0].Source);
            Assert.ThrowsAny<IOException>(() => notebook.Write(Path.Combine(folder, "none", "x.ipynb")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Content_under_a_json_type_must_be_json() =>
        Assert.Contains(
            "application/json",
            Assert.Throws<ArgumentException>(() => MimeBundle.Empty.With("application/json", "{")).Message,
            StringComparison.Ordinal);
}
