using CSharpNotebook.Cells;

namespace CSharpNotebook.Languages.Page;

/// <summary>
/// <c>#!value --name x</c>: the text below it, of a file (<c>--from-file</c>), of an address (<c>--from-url</c>) or in the line
/// (<c>--from-value</c>) is the value of a variable that other languages can share.
/// </summary>
internal sealed class ValueLanguage : ILanguageKernel
{
    private const string FromFile = "from-file";
    private const string FromUrl = "from-url";
    private const string FromValue = "from-value";
    private static readonly string[] Sources = [FromFile, FromUrl, FromValue];
    private static readonly HttpClient Web = new();

    private readonly Dictionary<string, SessionVariable> _values = new(StringComparer.Ordinal);

    public IReadOnlyList<SessionVariable> Variables => [.. _values.Values];

    public async Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken)
    {
        part.Command.Expect(0, [.. Sources, "name", "mime-type"]);
        if (part.Command.Option("name") is not { Length: > 0 } name)
        {
            throw CellFailures.Command("#!value does not say --name; it was expected.");
        }

        string[] sources = [.. Sources.Where(source => part.Command.Option(source) is not null)];
        if (sources.Length > 1)
        {
            throw CellFailures.Command($"#!value says --{sources[0]} and --{sources[1]}; one of them was expected.");
        }

        string text = sources switch
        {
            [FromFile] => await ReadFileAsync(part.Command.Option(FromFile)!, context, cancellationToken).ConfigureAwait(false),
            [FromUrl] => await ReadUrlAsync(part.Command.Option(FromUrl)!, cancellationToken).ConfigureAwait(false),
            [FromValue] => part.Command.Option(FromValue)!,
            _ => part.Text.Trim('\n'),
        };
        _values[name] = new SessionVariable(name, typeof(string), text);
        if (part.Command.Option("mime-type") is { Length: > 0 } mimeType)
        {
            context.Sink.AddDisplay(Format.MimeBundle.Empty.With(mimeType, text));
        }

        return null;
    }

    public void SetValue(string name, object? value, Type type, CellContext context) =>
        _values[name] = new SessionVariable(name, type, value);

    public void Dispose()
    {
        // Nothing to dispose.
    }

    private static async Task<string> ReadFileAsync(string file, CellContext context, CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(file, context.WorkingDirectory);
        return File.Exists(path)
            ? await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)
            : throw CellFailures.Command($"#!value names the file {file}, but there is no such file in {context.WorkingDirectory}.");
    }

    private static async Task<string> ReadUrlAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
        {
            throw CellFailures.Command($"#!value --from-url {address}: an address that begins with http:// or https:// was expected.");
        }

        try
        {
            return await Web.GetStringAsync(url, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException
            || exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw CellFailures.Command($"#!value --from-url {address}: the address cannot be read ({exception.Message.TrimEnd('.')}).");
        }
    }
}
