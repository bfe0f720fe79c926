using System.Diagnostics;

namespace CSharpNotebook.Tests.Jupyter;

/// <summary>A cell that ends its kernel's process: the client gets its reply, and sees the process end.</summary>
[Collection(nameof(KernelClient))]
public sealed class ExitTests : IDisposable
{
    private const string BusyPool =
        "for (int i = 0; i < 30; i++) { _ = Task.Run(() => System.Threading.Thread.Sleep(4000)); } ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csharp-notebook-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Console.WriteLine(\"last\"); Environment.Exit(3);")]
    [InlineData("Console.WriteLine(\"last\"); await Task.Run(() => Environment.Exit(3));")]
    [InlineData(BusyPool + "Console.WriteLine(\"last\"); Environment.Exit(3);")]
    public async Task Environment_exit_is_answered_and_ends_the_process(string cell)
    {
        (KernelClient client, Process process) = KernelClient.StartProcess(_folder.FullName);
        using (process)
        {
            await using (client)
            {
                Assert.Equal("ok", ProtocolTests.Text(client.Run("var x = 1;").Reply, "status"));
                (ClientMessage reply, List<ClientMessage> outputs) = client.Run(cell);
                const string Message = "The cell ended its process with Environment.Exit(3), and the kernel with it.";
                Assert.Equal("error", ProtocolTests.Text(reply, "status"));
                Assert.Equal("Environment.Exit", ProtocolTests.Text(reply, "ename"));
                Assert.Equal(Message, ProtocolTests.Text(reply, "evalue"));
                Assert.Equal(2, reply.Content["execution_count"]!.GetValue<int>());
                Assert.Equal(
                    ["status", "execute_input", "stream", "error", "status"], outputs.Select(message => message.Type));
                Assert.Equal("last\n", ProtocolTests.Text(outputs[2], "text"));
                Assert.Equal(Message, ProtocolTests.Text(outputs[3], "evalue"));
                await client.Ended.WaitAsync(KernelClient.Patience, TestContext.Current.CancellationToken);
            }

            Assert.Equal(3, process.ExitCode);
        }
    }

    [Fact]
    public async Task A_kernel_that_is_shut_down_ends_without_an_error()
    {
        (KernelClient client, Process process) = KernelClient.StartProcess(_folder.FullName);
        using (process)
        {
            await using (client)
            {
                Assert.Equal("ok", ProtocolTests.Text(client.Run("1 + 1").Reply, "status"));
            }

            Assert.Equal(0, process.ExitCode);
        }
    }
}
