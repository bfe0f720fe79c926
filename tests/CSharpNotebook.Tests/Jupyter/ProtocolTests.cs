using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace CSharpNotebook.Tests.Jupyter;

/// <summary>The behaviours that the kernel-testbed project requires of a kernel, over the protocol.</summary>
[Collection(nameof(KernelClient))]
public sealed class ProtocolTests : IAsyncDisposable
{
    private readonly KernelClient _client = KernelClient.Start();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void Heartbeat_responds()
    {
        using var socket = new RequestSocket($">tcp://127.0.0.1:{_client.Connection.HeartbeatPort}");
        socket.SendFrame("ping");
        Assert.True(socket.TryReceiveFrameString(KernelClient.Patience, out string? answer));
        Assert.Equal("ping", answer);
    }

    [Fact]
    public void Iopub_welcome_tells_each_client_what_it_subscribed_to()
    {
        using var socket = new SubscriberSocket($">tcp://127.0.0.1:{_client.Connection.OutputPort}");
        socket.Subscribe("kernel.");
        List<string> frames = [];
        Assert.True(socket.TryReceiveMultipartStrings(KernelClient.Patience, ref frames!));
        Assert.Equal("kernel.", frames[0]);
        Assert.Equal("iopub_welcome", JsonNode.Parse(frames[3])!["msg_type"]!.ToString());
        Assert.Equal("kernel.", JsonNode.Parse(frames[6])!["subscription"]!.ToString());
    }

    [Fact]
    public void Kernel_info_reply_is_valid_on_both_channels()
    {
        foreach (ClientMessage reply in new[]
        {
            _client.ShellReply(_client.SendShell("kernel_info_request", [])),
            _client.ControlReply(_client.SendControl("kernel_info_request", [])),
        })
        {
            Assert.Equal("kernel_info_reply", reply.Type);
            Assert.Equal("ok", Text(reply, "status"));
            Assert.Equal("5.4", Text(reply, "protocol_version"));
            Assert.Equal("CSharpNotebook", Text(reply, "implementation"));
            JsonObject language = reply.Content["language_info"]!.AsObject();
            Assert.Equal(
                ("C#", "text/x-csharp", ".cs", "csharp"),
                (
                    language["name"]!.ToString(),
                    language["mimetype"]!.ToString(),
                    language["file_extension"]!.ToString(),
                    language["pygments_lexer"]!.ToString()));
        }
    }

    [Fact]
    public void Status_goes_busy_then_idle_and_idle_is_last()
    {
        var (_, outputs) = _client.Run("Console.WriteLine(1); 2");
        Assert.Equal(["status:busy", "execute_input", "stream", "execute_result", "status:idle"], outputs.Select(Name));
    }

    [Fact]
    public void Execute_input_is_broadcast()
    {
        var (reply, outputs) = _client.Run("40 + 2");
        ClientMessage input = outputs.Single(message => message.Type == "execute_input");
        Assert.Equal("40 + 2", Text(input, "code"));
        Assert.Equal(reply.Content["execution_count"]!.ToString(), Text(input, "execution_count"));
    }

    [Fact]
    public void Streams_go_to_their_names()
    {
        var (reply, outputs) = _client.Run("Console.Write(\"o\"); Console.Error.Write(\"e\");");
        Assert.Equal("ok", Text(reply, "status"));
        Assert.Equal(
            [("stdout", "o"), ("stderr", "e")],
            outputs.Where(message => message.Type == "stream").Select(message => (Text(message, "name"), Text(message, "text"))));
    }

    [Fact]
    public void An_error_is_shown_and_answered()
    {
        var (reply, outputs) = _client.Run("throw new InvalidOperationException(\"no\");");
        ClientMessage error = outputs.Single(message => message.Type == "error");
        foreach (ClientMessage message in new[] { reply, error })
        {
            Assert.Equal(("System.InvalidOperationException", "no"), (Text(message, "ename"), Text(message, "evalue")));
            Assert.Contains("cell 1, line 1", message.Content["traceback"]![1]!.ToString(), StringComparison.Ordinal);
        }
        Assert.Equal("error", Text(reply, "status"));
        Assert.Equal("1", Text(reply, "execution_count"));
    }

    [Fact]
    public void Display_data_can_be_updated_under_its_id()
    {
        var (_, outputs) = _client.Run("var shown = display(HTML(\"<i>one</i>\")); shown.Update(HTML(\"<i>two</i>\"));");
        ClientMessage display = outputs.Single(message => message.Type == "display_data");
        ClientMessage update = outputs.Single(message => message.Type == "update_display_data");
        Assert.Equal("<i>one</i>", display.Content["data"]!["text/html"]!.ToString());
        Assert.Equal("<i>two</i>", update.Content["data"]!["text/html"]!.ToString());
        Assert.Equal(Id(display), Id(update));

        ClientMessage later = _client.Run("shown.Update(\"three\");").Outputs.Single(message => message.Type == "update_display_data");
        Assert.Equal(Id(display), Id(later));
        Assert.NotEqual(Id(display), Id(_client.Run("display(1);").Outputs.Single(message => message.Type == "display_data")));

        static string Id(ClientMessage message) => message.Content["transient"]!["display_id"]!.ToString();
    }

    [Fact]
    public void A_result_comes_in_several_representations()
    {
        JsonObject data =
            _client.Run("new[] { 1, 2 }").Outputs.Single(message => message.Type == "execute_result").Content["data"]!.AsObject();
        Assert.Equal(["text/html", "text/plain"], data.Select(pair => pair.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_json_representation_is_json() =>
        Assert.Equal(2, (int)_client.Run("\"{\\\"a\\\": 2}\".DisplayAs(\"application/json\");").Outputs
            .Single(message => message.Type == "display_data").Content["data"]!["application/json"]!["a"]!);

    [Fact]
    public void The_execution_count_goes_up_by_one_and_only_for_what_is_counted()
    {
        Assert.Equal("1", Text(_client.Run("1").Reply, "execution_count"));
        Assert.Equal("1", Text(_client.Run("2", content => content["silent"] = true).Reply, "execution_count"));
        Assert.Equal("1", Text(_client.Run("3", content => content["store_history"] = false).Reply, "execution_count"));
        Assert.Equal("2", Text(_client.Run("throw new Exception();").Reply, "execution_count"));
        Assert.Equal("3", Text(_client.Run("4").Reply, "execution_count"));
    }

    [Fact]
    public void A_silent_execution_shows_no_input_and_no_result() =>
        Assert.Equal(["status:busy", "status:idle"], _client.Run("1", content => content["silent"] = true).Outputs.Select(Name));

    [Fact]
    public void User_expressions_are_answered_each_for_itself()
    {
        JsonNode values = _client.Run("var a = 20;", content => content["user_expressions"] =
            new JsonObject { ["good"] = "a + 1", ["bad"] = "missing" }).Reply.Content["user_expressions"]!;
        Assert.Equal("ok", values["good"]!["status"]!.ToString());
        Assert.Equal("21", values["good"]!["data"]!["text/plain"]!.ToString());
        Assert.Equal("error", values["bad"]!["status"]!.ToString());
        Assert.Equal("CS0103", values["bad"]!["ename"]!.ToString());
    }

    [Fact]
    public void Cells_that_wait_behind_an_error_are_not_run_unless_asked()
    {
        string failing = _client.Execute("System.Threading.Thread.Sleep(300); throw new Exception();");
        string waiting = _client.Execute("var never = 1;");
        Assert.Equal("error", Text(_client.ShellReply(failing), "status"));
        Assert.Equal("aborted", Text(_client.ShellReply(waiting), "status"));
        Assert.Equal("error", Text(_client.Run("never").Reply, "status"));

        failing = _client.Execute(
            "System.Threading.Thread.Sleep(300); throw new Exception();", content => content["stop_on_error"] = false);
        waiting = _client.Execute("var now = 1;");
        Assert.Equal("error", Text(_client.ShellReply(failing), "status"));
        Assert.Equal("ok", Text(_client.ShellReply(waiting), "status"));
    }

    [Fact]
    public void Every_message_names_its_request_under_load()
    {
        string[] ids = [.. Enumerable.Range(0, 50).Select(number => _client.Execute($"Console.WriteLine({number}); {number}"))];
        for (int number = 0; number < ids.Length; number++)
        {
            Assert.Equal("ok", Text(_client.ShellReply(ids[number]), "status"));
            List<ClientMessage> outputs = _client.OutputsOf(ids[number]);
            Assert.Equal($"{number}\n", Text(outputs.Single(message => message.Type == "stream"), "text"));
            Assert.Equal(
                $"{number}", outputs.Single(message => message.Type == "execute_result").Content["data"]!["text/plain"]!.ToString());
        }
    }

    [Fact]
    public void Interrupt_stops_an_endless_loop_and_keeps_the_state()
    {
        string id = _client.Execute("var kept = 6;\nConsole.WriteLine(\"on\");\nwhile (true) { }");
        _client.NextOutput(message => message.Type == "stream");
        Assert.Equal("ok", Text(_client.ControlReply(_client.SendControl("interrupt_request", [])), "status"));
        ClientMessage reply = _client.ShellReply(id);
        Assert.Equal(("error", "Interrupted"), (Text(reply, "status"), Text(reply, "ename")));
        Assert.Equal(
            "42",
            _client.Run("kept * 7").Outputs.Single(message => message.Type == "execute_result").Content["data"]!["text/plain"]!.ToString());
    }

    [Fact]
    public void Control_answers_while_a_cell_runs()
    {
        string id = _client.Execute("Console.WriteLine(1); await Task.Delay(-1);");
        _client.NextOutput(message => message.Type == "stream");
        Assert.Equal("ok", Text(_client.ControlReply(_client.SendControl("kernel_info_request", [])), "status"));
        _client.SendControl("interrupt_request", []);
        Assert.Equal("error", Text(_client.ShellReply(id), "status"));
    }

    [Fact]
    public void History_can_be_had_by_tail_range_and_pattern()
    {
        foreach (string code in new[] { "var first = 1;", "first + 1", "first + 1" })
        {
            _client.Run(code);
        }

        Assert.Equal(["first + 1"], Find(new() { ["hist_access_type"] = "tail", ["n"] = 1 }));
        Assert.Equal(
            ["var first = 1;", "first + 1"], Find(new() { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = 1, ["stop"] = 3 }));
        Assert.Equal(["first + 1", "first + 1"], Find(new() { ["hist_access_type"] = "search", ["pattern"] = "first*" }));
        Assert.Equal(["first + 1"], Find(new() { ["hist_access_type"] = "search", ["pattern"] = "*+ ?", ["unique"] = true }));
        JsonNode entry = Reply(new() { ["hist_access_type"] = "tail", ["n"] = 1, ["output"] = true })[0]!;
        Assert.Equal((1, 3, "2"), ((int)entry[0]!, (int)entry[1]!, entry[2]![1]!.ToString()));

        JsonArray Reply(JsonObject request) =>
            _client.ShellReply(_client.SendShell("history_request", request)).Content["history"]!.AsArray();
        string[] Find(JsonObject request) => [.. Reply(request).Select(found => found![2]!.ToString())];
    }

    [Fact]
    public async Task Shutdown_is_answered_and_ends_the_kernel()
    {
        ClientMessage reply = _client.ControlReply(_client.SendControl("shutdown_request", new JsonObject { ["restart"] = true }));
        Assert.Equal(("shutdown_reply", "ok", "true"), (reply.Type, Text(reply, "status"), Text(reply, "restart")));
        await _client.Ended.WaitAsync(KernelClient.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Shutdown_ends_a_cell_that_runs()
    {
        _client.Execute("Console.WriteLine(1); while (true) { }");
        _client.NextOutput(message => message.Type == "stream");
        _client.SendControl("shutdown_request", new JsonObject { ["restart"] = false });
        await _client.Ended.WaitAsync(KernelClient.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void An_unknown_request_is_an_error_and_an_unknown_message_is_not()
    {
        ClientMessage reply = _client.ShellReply(_client.SendShell("teleport_request", []));
        Assert.Equal(("teleport_reply", "error"), (reply.Type, Text(reply, "status")));
        _client.SendShell("rumour", []);
        Assert.Equal("ok", Text(_client.Run("1").Reply, "status"));
    }

    internal static string Text(ClientMessage message, string name) => message.Content[name]!.ToString();

    private static string Name(ClientMessage message) =>
        message.Type == "status" ? "status:" + Text(message, "execution_state") : message.Type;
}
