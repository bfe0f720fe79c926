using System.Text;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Tests.Jupyter;

/// <summary>Frames that are not a message, or not signed with the key, have no effect except a line in the log.</summary>
[Collection(nameof(KernelClient))]
public sealed class RefusalTests : IAsyncDisposable
{
    private readonly KernelClient _client = KernelClient.Start();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("not a signature")]
    public void A_wrong_signature_is_dropped(string signature)
    {
        byte[][] frames = [.. Request("var stolen = 1;")];
        frames[1] = Encoding.ASCII.GetBytes(signature);
        _client.SendRaw(frames);
        Assert.Equal("CS0103", ProtocolTests.Text(_client.Run("stolen").Reply, "ename"));
        Assert.Contains(_client.Log, line => line.Contains("signature", StringComparison.Ordinal));
    }

    [Fact]
    public void A_signature_of_another_content_is_dropped()
    {
        byte[][] frames = [.. Request("var stolen = 1;")];
        frames[5] = Request("var stolen = 2;")[5];
        _client.SendRaw(frames);
        Assert.Equal("CS0103", ProtocolTests.Text(_client.Run("stolen").Reply, "ename"));
    }

    [Fact]
    public void Malformed_frames_do_no_harm() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++)
        {
            _client.SendRaw(Broken([.. Request("var stolen = 1;")], random));
        }

        Assert.Equal("CS0103", ProtocolTests.Text(_client.Run("stolen").Reply, "ename"));
        Assert.Equal("ok", ProtocolTests.Text(_client.Run("1 + 1").Reply, "status"));
    });

    [Fact]
    public void A_signed_message_of_nonsense_is_answered_or_dropped_and_the_kernel_lives()
    {
        foreach (JsonObject content in new JsonObject[]
        {
            [], new() { ["code"] = 7 }, new()
            {
                ["code"] = new JsonArray()
            }, new() { ["code"] = "1", ["silent"] = "yes", ["user_expressions"] = 3 },
            new() { ["code"] = "1", ["cursor_pos"] = -5 }, new() { ["code"] = "1", ["cursor_pos"] = 99999 }, new()
            {
                ["comm_id"] = 1,
                ["target_name"] = new JsonObject()
            },
        })
        {
            foreach (string type in new[] { "execute_request", "complete_request", "inspect_request", "is_complete_request",
            "history_request", "comm_open", "comm_msg", "comm_info_request" })
            {
                _client.SendShell(type, content.DeepClone().AsObject());
            }
        }
        Assert.Equal("ok", ProtocolTests.Text(_client.Run("1 + 1").Reply, "status"));
    }

    private static IReadOnlyList<byte[]> Request(string code) =>
        KernelClient.Frames(
            "execute_request", new JsonObject { ["code"] = code, ["silent"] = false, ["store_history"] = true }, parent: null, out _);

    /// <summary>
    /// Frames with one thing wrong: dropped, doubled, swapped, cut off, or with a byte changed. The result is never the message that was
    /// signed.
    /// </summary>
    private static byte[][] Broken(byte[][] frames, Random random)
    {
        int at = random.Next(frames.Length);
        byte[] frame = frames[at];
        switch (random.Next(5))
        {
            case 0:
                return [.. frames.Where((_, index) => index != at)];
            case 1:
                return [.. frames[..Math.Min(at, 2)], [.. "x"u8], .. frames[Math.Min(at + 1, 3)..]];
            case 2:
                frames[at] = frame[..(frame.Length / 2)];
                return frames;
            case 3:
                frames[at] = [.. frame, 0xFF];
                return frames;
            default:
                byte[] changed = [.. frame];
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
                frames[at] = changed;
                return frames;
        }
    }
}
