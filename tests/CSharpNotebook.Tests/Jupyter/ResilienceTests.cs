using System.Text.Json.Nodes;

namespace CSharpNotebook.Tests.Jupyter;

/// <summary>What a user can do to a kernel without ending it.</summary>
[Collection(nameof(KernelClient))]
public sealed class ResilienceTests : IAsyncDisposable
{
    private readonly KernelClient _client = KernelClient.Start();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void What_earlier_cells_left_running_lives_on_when_a_cell_is_interrupted()
    {
        _client.Run("var ticks = 0;\nvar timer = new System.Threading.Timer(_ => { for (int i = 0; i < 2; i++) ticks++; }, null, 0, 20);");
        _client.Run("var turns = 0;\nvar work = Task.Run(async () => { while (turns >= 0) { turns++; await Task.Delay(5); } });");
        InterruptAfterText("Console.WriteLine(1); while (true) { }");
        _client.Run("var seen = (ticks, turns); await Task.Delay(600);");
        Assert.Equal("True", Result("ticks > seen.ticks && turns > seen.turns && !work.IsCompleted"));
        _client.Run("timer.Dispose(); turns = int.MinValue;");
    }

    [Theory]
    [InlineData("Enumerable.Range(0, int.MaxValue).All(i => { Console.WriteLine(i); return true; });")]
    [InlineData("Enumerable.Range(0, int.MaxValue).All(i => { display(i); return true; });")]
    public void A_flood_can_be_interrupted_and_the_next_cells_print(string flood)
    {
        for (int time = 0; time < 3; time++)
        {
            InterruptAfterText("Console.WriteLine(\"on\");\n" + flood);
        }

        Assert.Contains(_client.Run("Console.WriteLine(\"still here\");").Outputs, message => message.Type == "stream"
            && ProtocolTests.Text(message, "text") == "still here\n");
    }

    [Fact]
    public void User_expressions_and_comms_can_be_interrupted_and_may_fail()
    {
        string id = _client.Execute(
            "1", content => content["user_expressions"] = new JsonObject { ["endless"] = "new Func<int>(() => { while (true) { } })()" });
        _client.NextOutput(message => message.Type == "execute_result");
        Interrupt();
        Assert.Equal("Interrupted", _client.ShellReply(id).Content["user_expressions"]!["endless"]!["ename"]!.ToString());

        _client.Run("CSharpNotebook.Jupyter.Comms.Register(\"bad\", (comm, data) => throw new TaskCanceledException());");
        _client.Run("CSharpNotebook.Jupyter.Comms.Register(\"endless\", (comm, data) => { Console.WriteLine(\"on\"); while (true) { } });");
        _client.SendShell("comm_open", new() { ["comm_id"] = "c1", ["target_name"] = "bad", ["data"] = new JsonObject() });
        _client.SendShell("comm_open", new() { ["comm_id"] = "c2", ["target_name"] = "endless", ["data"] = new JsonObject() });
        _client.NextOutput(message => message.Type == "stream");
        Interrupt();
        Assert.Equal("2", Result("1 + 1"));
    }

    [Fact]
    public void A_signed_message_with_half_a_character_is_no_end()
    {
        _client.SendShell("rumour", []);
        _client.SendRaw([.. KernelClient.Frames("execute_request", new JsonObject { ["code"] = "1" }, parent: null, out _, content =>
            content.Replace("\"1\"", "\"\\ud800\"", StringComparison.Ordinal))]);
        Assert.Equal("2", Result("1 + 1"));
    }

    [Fact]
    public void A_question_after_the_end_of_the_cell_is_refused()
    {
        _client.Run(
            "var late = Task.Run(async () => { await Task.Delay(300); return Console.ReadLine(); });",
            content => content["allow_stdin"] = true);
        Assert.Equal("ended", Result(
            "await Task.WhenAny(late, Task.Delay(20000)); late.Exception!.InnerException!.Message.Split(' ').Single(word => word == \"ended,\").TrimEnd(',')"));
    }

    private void Interrupt() => _client.ControlReply(_client.SendControl("interrupt_request", []));

    private void InterruptAfterText(string code)
    {
        string id = _client.Execute(code);
        _client.NextOutput(message => message.Type == "stream" && message.ParentId == id);
        Interrupt();
        Assert.Equal("Interrupted", ProtocolTests.Text(_client.ShellReply(id), "ename"));
    }

    private string Result(string code) =>
        _client.Run(code).Outputs.Single(message => message.Type == "execute_result").Content["data"]!["text/plain"]!.ToString();
}
