using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Intelligence;

/// <summary>
/// Finds the documentation of one member in XML files by looking for its name in their bytes. The framework's files have 30 MB: to look
/// through them takes milliseconds, to parse them all would take seconds, and memory for as long as the session lasts.
/// </summary>
/// <param name="files">The files; those that do not exist are passed over.</param>
internal sealed class DocumentationFiles(ImmutableArray<string> files) : DocumentationProvider
{
    private readonly ImmutableArray<string> _files = files;

    public override bool Equals(object? obj) => obj is DocumentationFiles other && _files.SequenceEqual(other._files, StringComparer.Ordinal);

    public override int GetHashCode() => _files.IsEmpty ? 0 : StringComparer.Ordinal.GetHashCode(_files[0]);

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default)
    {
        byte[] start = Encoding.UTF8.GetBytes($"<member name=\"{SecurityElement.Escape(documentationMemberID)}\"");
        foreach (string file in _files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Find(file, start) is { } found) return found;
        }
        return null;
    }

    private static string? Find(string file, ReadOnlySpan<byte> start)
    {
        byte[]? buffer = null;
        try
        {
            if (!File.Exists(file)) return null;
            using FileStream stream = File.OpenRead(file);
            buffer = ArrayPool<byte>.Shared.Rent(checked((int)stream.Length));
            ReadOnlySpan<byte> text = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
            int from = text.IndexOf(start);
            if (from < 0) return null;
            text = text[from..];
            int to = text.IndexOf("</member>"u8);
            return to < 0 ? null : Encoding.UTF8.GetString(text[..(to + "</member>".Length)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Documentation that cannot be read is documentation that is not there.
            return null;
        }
        finally
        {
            if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
