using System.Net;
using System.Text;

namespace SurvivalKit.Sources;

/// <summary>Sends statements to a ClickHouse server by HTTP.</summary>
/// <param name="address">The server.</param>
/// <param name="options">The limits.</param>
internal sealed class ClickHouseConnection(ClickHouseAddress address, SqlOptions options) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // The server stops by itself in time; where it does not, it is not waited for.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        // The headers have the password: they are sent to no other address.
        AllowAutoRedirect = false,
        UseCookies = false,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        UseProxy = !address.Server.IsLoopback,
        ConnectTimeout = Patience,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = Array.MaxLength,
    };

    /// <summary>Sends a statement and reads its whole answer.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="settings">What stands in the address: the settings.</param>
    /// <param name="cancellation">Stops it, in the server too.</param>
    /// <exception cref="SurvivalDataException">There is no whole answer.</exception>
    public byte[] Ask(string text, IEnumerable<(string Name, string Value)> settings, CancellationToken cancellation)
    {
        string id = $"survivalkit-{Guid.NewGuid():N}";
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (options.TimeoutSeconds > 0)
        {
            clock.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds) + Grace);
        }

        try
        {
            // The server gathers the answer and sends it when it has all of it: what goes wrong comes instead of rows, not behind them.
            return Send(text, [.. settings, ("query_id", id), ("wait_end_of_query", "1")], clock.Token);
        }
        catch (OperationCanceledException) when (clock.IsCancellationRequested)
        {
            Stop(id);
            cancellation.ThrowIfCancellationRequested();
            throw new SurvivalDataException($"{address.Name}: {ClickHouseFailure.TooLong(options)}");
        }
        catch (HttpRequestException exception)
        {
            throw new SurvivalDataException(
                exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
                    ? $"{address.Name}: the server cannot be reached; a ClickHouse server with its HTTP interface was expected."
                    : $"{address.Name}: the server broke off before the end of its answer.",
                exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private byte[] Send(string text, (string Name, string Value)[] parameters, CancellationToken cancellation)
    {
        string query = string.Join('&', parameters.Prepend(("database", address.Database))
            .Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2)}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address.Server, "?" + query))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)),
        };
        // A connection that the server closes when it is idle could be taken at that very moment.
        request.Headers.ConnectionClose = true;
        Add("X-ClickHouse-User", address.User);
        Add("X-ClickHouse-Key", address.Password);
        using HttpResponseMessage response = _http.Send(request, cancellation);
        using Stream content = response.Content.ReadAsStream(cancellation);
        using var answer = new MemoryStream();
        content.CopyTo(answer);
        return response.StatusCode == HttpStatusCode.OK && !response.Headers.Contains("X-ClickHouse-Exception-Code")
            ? answer.ToArray()
            : throw ClickHouseFailure.Of(
                address.Name, response.StatusCode, Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length), options);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    // Old servers do not see that nobody waits any more. That it cannot be stopped is no news for who stopped waiting.
    private void Stop(string id)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            Send($"KILL QUERY WHERE query_id = '{id}' ASYNC", [], patience.Token);
        }
        catch (Exception exception) when (exception is SurvivalDataException or HttpRequestException or OperationCanceledException)
        {
        }
    }
}
