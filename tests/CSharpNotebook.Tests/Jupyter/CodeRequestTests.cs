using System.Text.Json.Nodes;

namespace CSharpNotebook.Tests.Jupyter;

/// <summary>An editor's requests about code, over the protocol.</summary>
[Collection(nameof(KernelClient))]
public sealed class CodeRequestTests : IAsyncDisposable
{
    private readonly KernelClient _client = KernelClient.Start();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void Complete_knows_the_variables_of_earlier_cells()
    {
        _client.Run("var survivors = new List<int> { 3 };");
        Assert.Equal(["survivors"], Matches("surv", out JsonObject content));
        Assert.Equal((0, 4), ((int)content["cursor_start"]!, (int)content["cursor_end"]!));
        Assert.Contains("AddRange", Matches("survivors.Add", out content));
        Assert.Equal(10, (int)content["cursor_start"]!);
        JsonNode kind = content["metadata"]!["_jupyter_types_experimental"]![0]!;
        Assert.Equal("function", kind["type"]!.ToString());
    }

    [Fact]
    public void Positions_are_counted_in_characters_not_in_halves_of_them()
    {
        const string Code = "var smile = \"\U0001F600\"; Math.Sq";
        int end = Code.EnumerateRunes().Count();
        Assert.Equal(["Sqrt"], Matches(Code, out JsonObject content, end));
        Assert.Equal((end - 2, end), ((int)content["cursor_start"]!, (int)content["cursor_end"]!));
    }

    [Fact]
    public void Inspect_shows_signature_and_documentation()
    {
        JsonObject content = Ask("inspect_request", new() { ["code"] = "Math.Sqrt(2)", ["cursor_pos"] = 7, ["detail_level"] = 0 });
        Assert.Equal("true", content["found"]!.ToString());
        Assert.Contains("double Math.Sqrt(double d)", content["data"]!["text/plain"]!.ToString(), StringComparison.Ordinal);

        content = Ask("inspect_request", new() { ["code"] = "nothingOfTheKind", ["cursor_pos"] = 3, ["detail_level"] = 0 });
        Assert.Equal(("ok", "false"), (content["status"]!.ToString(), content["found"]!.ToString()));
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("class A { }", "complete")]
    [InlineData("if (true)\n{", "incomplete")]
    [InlineData("Console.WriteLine(", "incomplete")]
    [InlineData("class { }}", "invalid")]
    public void Is_complete_judges_the_text_that_was_asked_about(string code, string status) =>
        Assert.Equal(status, Ask("is_complete_request", new() { ["code"] = code })["status"]!.ToString());

    [Fact]
    public void Incomplete_code_gets_the_indent_of_its_next_line() =>
        Assert.Equal("    ", Ask("is_complete_request", new() { ["code"] = "if (true)\n{" })["indent"]!.ToString());

    private string[] Matches(string code, out JsonObject content, int? position = null)
    {
        content = Ask("complete_request", new() { ["code"] = code, ["cursor_pos"] = position ?? code.Length });
        return [.. content["matches"]!.AsArray().Select(match => match!.ToString())];
    }

    private JsonObject Ask(string type, JsonObject content) => _client.ShellReply(_client.SendShell(type, content)).Content;
}
