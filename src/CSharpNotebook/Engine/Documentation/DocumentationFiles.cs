using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Engine.Documentation;

/// <summary>
/// Finds the documentation of one member in XML files by searching their bytes for its name. The framework's files have 30 MB: searching
/// them takes milliseconds, parsing them all would take seconds, and memory for the duration of the session.
/// </summary>
/// <param name="files">The files; those that do not exist are skipped.</param>
internal sealed class DocumentationFiles(ImmutableArray<string> files) : DocumentationProvider
{
    // The compiler shares symbols among references that are equal in this; references of different sessions must not be equal.
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    protected override string? GetDocumentationForSymbol(
        string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default)
    {
        foreach (string file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FindIn(file, documentationMemberID) is { } found)
            {
                return found;
            }
        }
        return null;
    }

    /// <summary>Finds the element of a member.</summary>
    /// <param name="xml">The text of a documentation file.</param>
    /// <param name="member">The name of the member, such as <c>M:System.Math.Sqrt(System.Double)</c>.</param>
    /// <returns>The element; null when there is none.</returns>
    public static string? Find(ReadOnlySpan<byte> xml, string member)
    {
        int from = xml.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{SecurityElement.Escape(member)}\""));
        if (from < 0)
        {
            return null;
        }

        xml = xml[from..];
        int to = xml.IndexOf("</member>"u8);
        return to < 0 ? null : Encoding.UTF8.GetString(xml[..(to + "</member>".Length)]);
    }

    private static string? FindIn(string file, string member)
    {
        byte[]? buffer = null;
        try
        {
            if (!File.Exists(file))
            {
                return null;
            }

            using FileStream stream = File.OpenRead(file);
            buffer = ArrayPool<byte>.Shared.Rent(checked((int)stream.Length));
            return Find(buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)), member);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Documentation that cannot be read counts as missing.
            return null;
        }
        finally
        {
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }
}
