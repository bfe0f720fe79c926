using CSharpNotebook.Cells;

namespace CSharpNotebook.Languages.Page;

/// <summary>
/// <c>#!value --name x</c>: the text below it, or of a file (<c>--from-file</c>), is the value of a variable that other languages can
/// share.
/// </summary>
internal sealed class ValueLanguage : ILanguageKernel
{
    private readonly Dictionary<string, SessionVariable> _values = new(StringComparer.Ordinal);

    public IReadOnlyList<SessionVariable> Variables => [.. _values.Values];

    public async Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken)
    {
        part.Command.Expect(0, "name", "from-file", "mime-type");
        if (part.Command.Option("name") is not { Length: > 0 } name)
        {
            throw CellFailures.Command("#!value does not say --name; it was expected.");
        }

        string text = part.Text.Trim('\n');
        if (part.Command.Option("from-file") is { } file)
        {
            string path = Path.GetFullPath(file, context.WorkingDirectory);
            if (!File.Exists(path))
            {
                throw CellFailures.Command($"#!value names the file {file}, but there is no such file in {context.WorkingDirectory}.");
            }

            text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
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
}
