using System.Text.Json.Nodes;

namespace CSharpNotebook.Tests.Jupyter;

/// <summary>Communication between cell and page: input and comms.</summary>
[Collection(nameof(KernelClient))]
public sealed class DialogueTests : IAsyncDisposable
{
    private const string Page = "CSharpNotebook.Jupyter.Comms";

    private readonly KernelClient _client = KernelClient.Start();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void A_cell_that_asks_gets_the_answer()
    {
        string id = _client.Execute("var name = Console.ReadLine(); name", content => content["allow_stdin"] = true);
        ClientMessage question = _client.InputRequest();
        Assert.Equal((id, "false"), (question.ParentId, question.Content["password"]!.ToString()));
        _client.AnswerInput(question, "Ada");
        Assert.Equal("ok", ProtocolTests.Text(_client.ShellReply(id), "status"));
        Assert.Equal(
            "Ada", _client.OutputsOf(id).Single(message => message.Type == "execute_result").Content["data"]!["text/plain"]!.ToString());
    }

    [Fact]
    public void Where_input_is_not_allowed_the_cell_fails_with_a_sentence()
    {
        ClientMessage reply = _client.Run("Console.ReadLine()").Reply;
        Assert.Equal("error", ProtocolTests.Text(reply, "status"));
        Assert.Contains("does not allow input", ProtocolTests.Text(reply, "evalue"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_waits_for_an_answer_can_be_interrupted()
    {
        string id = _client.Execute("Console.ReadLine()", content => content["allow_stdin"] = true);
        _client.InputRequest();
        _client.SendControl("interrupt_request", []);
        Assert.Equal("Interrupted", ProtocolTests.Text(_client.ShellReply(id), "ename"));
    }

    [Fact]
    public void A_channel_lives_from_open_to_close()
    {
        _client.Run($$"""
            {{Page}}.Register("adder", (comm, opening) =>
            {
                comm.Received += data => comm.Send((int)data!["number"]! + (int)opening!["offset"]!);
                comm.Closed += _ => Console.WriteLine("closed");
            });
            """);
        Send("comm_open", new() { ["comm_id"] = "c1", ["target_name"] = "adder", ["data"] = new JsonObject { ["offset"] = 40 } });
        Assert.Equal("adder", Comms("adder")["c1"]!["target_name"]!.ToString());
        Assert.Empty(Comms("other"));
        string id = Send("comm_msg", new() { ["comm_id"] = "c1", ["data"] = new JsonObject { ["number"] = 2 } });
        Assert.Equal("42", _client.NextOutput(message => message.Type == "comm_msg").Content["data"]!.ToString());
        id = Send("comm_close", new() { ["comm_id"] = "c1", ["data"] = new JsonObject() });
        Assert.Contains(_client.OutputsOf(id), message => message.Type == "stream" && ProtocolTests.Text(message, "text") == "closed\n");
        Assert.Empty(Comms(null));
    }

    [Fact]
    public void A_channel_that_nobody_expects_is_closed()
    {
        Send("comm_open", new() { ["comm_id"] = "c2", ["target_name"] = "unknown", ["data"] = new JsonObject() });
        Assert.Equal("c2", _client.NextOutput(message => message.Type == "comm_close").Content["comm_id"]!.ToString());
    }

    [Fact]
    public void A_cell_can_open_a_channel_to_the_page()
    {
        var (_, outputs) = _client.Run($"var comm = {Page}.Open(\"page\", 1); comm.Send(2); comm.Close(); comm.IsClosed");
        Assert.Equal("True", outputs.Single(message => message.Type == "execute_result").Content["data"]!["text/plain"]!.ToString());
    }

    [Fact]
    public void The_page_has_the_variables_in_sight_and_asks_for_the_rows_of_a_frame()
    {
        _client.Run("""
            #r "nuget: Microsoft.Data.Analysis"
            using Microsoft.Data.Analysis;
            var frame = new DataFrame(new Int32DataFrameColumn("time", Enumerable.Range(1, 45)));
            """);
        Send("comm_open", new() { ["comm_id"] = "v1", ["target_name"] = "csharpnotebook.variables", ["data"] = new JsonObject() });
        Assert.Contains("data-variable=\"frame\"", Received("table"), StringComparison.Ordinal);
        _client.Execute("var later = 3;");
        Assert.Contains("data-variable=\"later\"", Received("table"), StringComparison.Ordinal);

        Send("comm_msg", new() { ["comm_id"] = "v1", ["data"] = new JsonObject { ["show"] = "frame", ["start"] = 40 } });
        string rows = Received("value");
        Assert.Contains(">41</td>", rows, StringComparison.Ordinal);
        Assert.Contains("45 rows, 1 column; rows 41 to 45 are shown", rows, StringComparison.Ordinal);
        Send("comm_msg", new() { ["comm_id"] = "v1", ["data"] = new JsonObject { ["show"] = "later" } });
        Assert.Contains("3", Received("value"), StringComparison.Ordinal);
        Send("comm_close", new() { ["comm_id"] = "v1", ["data"] = new JsonObject() });
    }

    private string Received(string name) => _client.NextOutput(message => message.Type == "comm_msg").Content["data"]![name]!.ToString();

    private string Send(string type, JsonObject content) => _client.SendShell(type, content);

    private JsonObject Comms(string? target) =>
        _client.ShellReply(
            _client.SendShell("comm_info_request", target is null ? [] : new() { ["target_name"] = target })).Content["comms"]!.AsObject();
}
