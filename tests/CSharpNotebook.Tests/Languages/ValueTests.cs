using System.Net;
using System.Text;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Tests.Languages;

/// <summary><c>#!value</c> with a text from elsewhere.</summary>
public sealed class ValueTests : SessionTest
{
    [Fact]
    public async Task The_text_may_be_in_the_line() => Assert.Equal(
        "hello world", TextOf(await RunWell("#!value --name v --from-value \"hello world\"", "#!share --from value v\nv")));

    [Fact]
    public async Task The_text_may_be_at_an_address()
    {
        using var server = new HttpListener();
        string address = $"http://localhost:{Random.Shared.Next(20000, 60000)}/";
        server.Prefixes.Add(address);
        server.Start();
        Task answering = AnswerAsync(server);
        Assert.Equal("from afar", TextOf(await RunWell($"#!value --name v --from-url {address}v.txt", "#!share --from value v\nv")));
        CellFailure failure = await RunBadly($"#!value --name v --from-url {address}missing.txt");
        Assert.StartsWith(
            $"#!value --from-url {address}missing.txt: the address cannot be read (", failure.Message, StringComparison.Ordinal);
        Assert.Contains("404", failure.Message, StringComparison.Ordinal);
        server.Stop();
        await answering;
    }

    [Theory]
    [InlineData("--from-url v.txt", "#!value --from-url v.txt: an address that begins with http:// or https:// was expected.")]
    [InlineData("--from-value a --from-file b", "#!value says --from-file and --from-value; one of them was expected.")]
    public async Task What_cannot_be_is_one_sentence(string options, string sentence) =>
        Assert.Equal(sentence, (await RunBadly("#!value --name v " + options)).Message);

    private static async Task AnswerAsync(HttpListener server)
    {
        for (int request = 0; request < 2; request++)
        {
            HttpListenerContext context = await server.GetContextAsync();
            bool isThere = context.Request.Url!.AbsolutePath == "/v.txt";
            context.Response.StatusCode = isThere ? 200 : 404;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(isThere ? "from afar" : ""));
            context.Response.Close();
        }
    }
}
