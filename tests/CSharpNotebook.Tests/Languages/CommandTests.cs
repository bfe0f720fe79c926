using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Languages;

/// <summary>The commands of the host, and input from the user.</summary>
public sealed class CommandTests : SessionTest
{
    [Fact]
    public async Task Time_is_shown_at_the_end_of_the_cell()
    {
        CellResult result = await RunWell("#!time\nConsole.WriteLine(1);\n#!html\n<p>");
        Assert.Equal(3, result.Outputs.Length);
        Assert.Matches(@"^Wall time: \d+(\.\d+)?ms$", Assert.IsType<DisplayDataOutput>(result.Outputs[^1]).Data["text/plain"]);
    }

    [Fact]
    public async Task Who_and_whos_show_the_variables_of_the_language()
    {
        await RunWell(
            "var numbers = new List<int> { 1, 2 }; string text = \"<b>\"; var failing = new Failing(); class Failing { public override string ToString() => throw new InvalidOperationException(); }");
        Assert.Equal("Variable\nfailing\nnumbers\ntext", ShownBy(await RunWell("#!who"))["text/plain"]);
        MimeBundle shown = ShownBy(await RunWell("#!whos"));
        Assert.Equal(
            "Variable  Type       Size  Value\nfailing   Failing          (InvalidOperationException)\n"
            + "numbers   List<int>  2     [1, 2]\ntext      string     3     <b>",
            shown["text/plain"]);
        Assert.Contains(">&lt;b&gt;</td>", shown["text/html"], StringComparison.Ordinal);
        Assert.Equal("Variable\nx", ShownBy(await RunWell("#!fsharp\nlet x = 1", "#!fsharp\n#!who"))["text/plain"]);
    }

    [Theory]
    [InlineData("3", "Int32", "3")]
    [InlineData("5000000000", "Int64", "5000000000")]
    [InlineData("-2.5e1", "Double", "-25")]
    [InlineData("true", "Boolean", "True")]
    [InlineData("\"3\"", "String", "3")]
    [InlineData("'two words'", "String", "two words")]
    [InlineData("1.2.3", "String", "1.2.3")]
    [InlineData("@csharp:origin", "Int32", "41")]
    public async Task Set_gives_a_variable_its_value(string written, string type, string text) =>
        Assert.Equal(
            $"{type} {text}",
            TextOf(await RunWell("var origin = 41;", $"#!set --name x --value {written}\n$\"{{x.GetType().Name}} {{x}}\"")));

    [Fact]
    public async Task Set_asks_the_user()
    {
        var input = new Answers("Ada", "secret");
        CellResult result = await RunAsking(
            input, "#!set --name who --value @input:\"Your name, please\"\n#!set --name key --value @password:key\nwho + key");
        Assert.Equal("Adasecret", TextOf(result));
        Assert.Equal([("Your name, please", false), ("key", true)], input.Asked);
    }

    [Fact]
    public async Task A_cell_asks_the_user()
    {
        var input = new Answers("1", "2", "3", "45");
        CellResult result = await RunAsking(
            input,
            "var a = await Kernel.GetInputAsync(\"first\"); var b = await Kernel.GetPasswordAsync(\"second\"); var c = Console.ReadLine(); var d = (char)Console.Read();\na + b.GetClearTextPassword() + b + c + d + Console.ReadLine()");
        Assert.Equal("12********345", TextOf(result));
        Assert.Equal([("first", false), ("second", true), ("", false), ("", false)], input.Asked);
    }

    [Theory]
    [InlineData("Console.ReadLine()")]
    [InlineData("await Kernel.GetInputAsync(\"name\")")]
    [InlineData("#!set --name x --value @input:name")]
    public async Task Where_nobody_answers_the_cell_fails_with_a_sentence(string cell) =>
        Assert.Equal("The cell asks for an input, but nobody is there to answer.", (await RunBadly(cell)).Message);

    [Fact]
    public async Task A_value_is_the_text_below_its_line()
    {
        await RunWell("#!value --name config\n{\n  \"a\": 1\n}");
        Assert.Equal("{\n  \"a\": 1\n}", TextOf(await RunWell("#!share --from value config\nconfig")));
        Assert.Equal("#!value does not say --name; it was expected.", (await RunBadly("#!value\ntext")).Message);
    }

    [Fact]
    public async Task The_outputs_so_far_can_be_cleared()
    {
        CellResult result = await RunWell("Console.WriteLine(1); display(2); Kernel.ClearOutput(); display(3);");
        Assert.Equal("3", ShownBy(result)["text/plain"]);
    }

    [Fact]
    public async Task The_languages_and_commands_are_listed()
    {
        string listed = ShownBy(await RunWell("#!lsmagic"))["text/plain"];
        Assert.Contains("#!share --from LANGUAGE NAME [--as OTHER]", listed, StringComparison.Ordinal);
        Assert.Contains("#!sql [--name RESULT]", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("meta", listed, StringComparison.Ordinal);
        Assert.Contains(".NET 10", ShownBy(await RunWell("#!about"))["text/plain"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!share x", "#!share does not say what to share; #!share --from LANGUAGE NAME [--as OTHER] was expected.")]
    [InlineData("#!share --from cobol x", "#!share names the language cobol, which is not known; csharp, ")]
    [InlineData("#!share --form csharp x", "#!share has no option --form; --from, --as was expected.")]
    [InlineData("#!who are you", "#!who does not know what to do with are; no option was expected.")]
    [InlineData("#!set --name x", "#!set does not say what to set; ")]
    [InlineData("#!set --name 1x --value 1", "1x is not a name in C#.")]
    [InlineData("#!set --name x --value @cobol:y", "#!set takes a value from cobol, which is not known; ")]
    [InlineData("#!tme", "The command #!tme is not known to this host; #!time is the nearest that is.")]
    public async Task A_mistaken_command_is_one_sentence_with_its_line(string command, string message)
    {
        CellFailure failure = await RunBadly("\n" + command);
        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, failure.Line);
    }

    private async Task<CellResult> RunAsking(ICellInput input, string cell)
    {
        CellResult result = await Session.ExecuteAsync(cell, new CellRequest { Input = input }, TestContext.Current.CancellationToken);
        Assert.True(result.Succeeded, result.Failure?.ToString());
        return result;
    }

    private sealed class Answers(params string[] answers) : ICellInput
    {
        private readonly Queue<string> _left = new(answers);

        public List<(string, bool)> Asked { get; } = [];

        public string Ask(string prompt, bool isPassword)
        {
            Asked.Add((prompt, isPassword));
            return _left.Dequeue();
        }
    }
}
