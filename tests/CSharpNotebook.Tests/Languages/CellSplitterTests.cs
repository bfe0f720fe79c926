using CSharpNotebook.Cells;
using CSharpNotebook.Directives;
using CSharpNotebook.Languages;

namespace CSharpNotebook.Tests.Languages;

public sealed class CellSplitterTests
{
    [Fact]
    public void A_cell_without_commands_is_one_part() =>
        Assert.Equal("1 csharp: var x = 1;", Describe("var x = 1;"));

    [Fact]
    public void A_language_holds_up_to_the_next_one_and_every_line_stays_where_it_is() =>
        Assert.Equal(
            "1 csharp: var x = 1; | 2 html: \\n\\n<b>\\n</b> | 5 csharp: \\n\\n\\n\\n\\nx",
            Describe("var x = 1;\n#!html\n<b>\n</b>\n#!csharp\nx"));

    [Fact]
    public void A_command_leaves_the_language_as_it_is() =>
        Assert.Equal(
            "2 share in html | 1 html: \\n\\n<i> | 5 share in csharp",
            Describe("#!html\n#!share --from csharp x\n<i>\n#!csharp\n#!share --from html y"));

    [Theory]
    [InlineData("var s = \"\"\"\n#!html\n\"\"\";")]
    [InlineData("/*\n#!html\n*/")]
    [InlineData("#if NEVER\n#!html\n#endif\nvar y = 1;")]
    [InlineData("#!/usr/bin/env dotnet\nvar y = 1;")]
    public void What_the_compiler_takes_for_something_else_does_not_split(string cell) =>
        Assert.StartsWith("1 csharp", Describe(cell), StringComparison.Ordinal);

    [Fact]
    public void What_follows_a_language_does_not_confuse_the_csharp_before_it() =>
        Assert.Equal(
            "1 csharp: var a = 1; | 2 markdown: \\n\\nit's \"\"\" /* | 4 csharp: \\n\\n\\n\\na",
            Describe("var a = 1;\n#!markdown\nit's \"\"\" /*\n#!csharp\na"));

    [Fact]
    public void Markdown_may_have_lines_of_its_own_with_a_hash_and_a_mark() =>
        Assert.Equal("1 markdown: \\n#!neither", Describe("#!markdown\n#!neither"));

    [Theory]
    [InlineData("#!htlm", "The command #!htlm is not known to this host; #!html is the nearest that is.")]
    [InlineData("#!csharpp", "The command #!csharpp is not known to this host; #!csharp is the nearest that is.")]
    [InlineData("#!completelydifferent", "The command #!completelydifferent is not known to this host; #!lsmagic lists those that are.")]
    public void An_unknown_command_is_told_the_nearest_known_one(string command, string message)
    {
        CellFailedException failed = Assert.Throws<CellFailedException>(() => Describe("var x = 1;\n" + command));
        Assert.Equal(message, failed.Failure.Message);
        Assert.Equal(2, failed.Failure.Line);
    }

    [Fact]
    public void A_command_line_is_words_options_and_quoted_texts()
    {
        var command = CommandLine.Parse("#!set  --name x --value @input:\"Your name, please\" --byref --as='a b' plain");
        Assert.Equal("set", command.Name);
        Assert.Equal("x", command.Option("name"));
        Assert.Equal("@input:\"Your name, please\"", command.Options["value"]);
        Assert.Equal("a b", command.Option("as"));
        Assert.Equal("", command.Option("byref"));
        Assert.Equal(["plain"], command.Values);
        Assert.Null(command.Option("other"));
    }

    private static string Describe(string cell) =>
        string.Join(" | ", CellSplitter.Split(cell, LanguageList.CSharp).Select(part => part switch
        {
            TextPart text => $"{text.Line} {text.Language.Name}: {text.Text.Replace("\n", "\\n", StringComparison.Ordinal)}",
            CommandPart command => $"{command.Line} {command.Kind.Name} in {command.Language.Name}",
            _ => "?",
        }));
}
