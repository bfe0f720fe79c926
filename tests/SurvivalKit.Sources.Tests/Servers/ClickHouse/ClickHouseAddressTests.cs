using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>Addresses of ClickHouse servers, and servers that answer with something else.</summary>
public class ClickHouseAddressTests
{
    [Theory]
    [InlineData("clickhouse://db.example", "http://db.example:8123/", "clickhouse://db.example:8123/d", null, null)]
    [InlineData("http://db.example:8124/", "http://db.example:8124/", "clickhouse://db.example:8124/d", null, null)]
    [InlineData("https://db.example", "https://db.example/", "clickhouse://db.example:443/d", null, null)]
    [InlineData("clickhouse://me:p%40ss%3A@[::1]:99", "http://[::1]:99/", "clickhouse://[::1]:99/d", "me", "p@ss:")]
    [InlineData("http://me@db.example", "http://db.example/", "clickhouse://db.example:80/d", "me", null)]
    public void An_address_has_a_name_without_a_user(string text, string server, string name, string? user, string? password)
    {
        var address = ClickHouseAddress.Of(new Uri(text), "d", null, null);

        Assert.Equal(new Uri(server), address.Server);
        Assert.Equal(name, address.Name);
        Assert.Equal(name, address.ToString());
        Assert.Equal(user, address.User);
        Assert.Equal(password, address.Password);
    }

    [Fact]
    public void What_is_given_goes_before_the_address()
    {
        var address = ClickHouseAddress.Of(new Uri("clickhouse://me:there@db"), "d", "you", "here");

        Assert.Equal(("you", "here"), (address.User, address.Password));
    }

    [Fact]
    public void An_address_of_another_kind_is_a_sentence_without_it()
    {
        var error = Assert.Throws<SurvivalDataException>(() => ClickHouseAddress.Of(new Uri("postgres://me:secret@db"), "d", null, null));

        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc", "the server broke off before the end of its answer.")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nabc", "the server broke off before the end of its answer.")]
    [InlineData("HTTP/1.1 200", "the server broke off before the end of its answer.")]
    [InlineData("", "the server broke off before the end of its answer.")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\u0001\u0002", "the answer cannot be read: it breaks off.")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>", "the answer cannot be read: it breaks off.")]
    [InlineData(
        "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 24\r\n\r\n<html><b>No\nway</b>.\n\n\n\n", "the server answered 502: No way.")]
    [InlineData(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "the server answered 302.")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nX-ClickHouse-Exception-Code: 47\r\nContent-Length: 60\r\n\r\n"
        + "Code: 47. DB::Exception: No x. (UNKNOWN) (version 24.8 (o))\n",
        "the statement was refused: No x. (UNKNOWN).")]
    public async Task An_answer_that_is_none_is_a_sentence(string answer, string expected)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = Task.Run(async () =>
        {
            using TcpClient client = await listener.AcceptTcpClientAsync();
            byte[] request = new byte[1 << 16];
            int read = await client.GetStream().ReadAsync(request);
            while (!Encoding.ASCII.GetString(request, 0, read).EndsWith("Native", StringComparison.Ordinal))
            {
                read += await client.GetStream().ReadAsync(request.AsMemory(read));
            }

            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
        }, TestContext.Current.CancellationToken);
        using var engine = new ClickHouseEngine(
            new Uri($"http://{listener.LocalEndpoint}"), "d", "me", ClickHouseConfiguration.Password, new SqlOptions());
        string message = Sentence.Of(engine, "SELECT 1");
        await serving;

        Assert.Equal($"{engine.Name}: {expected}", message);
    }
}
