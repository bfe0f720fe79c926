using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Loads data sets into frames.</summary>
/// <example><code>
/// var lung = SurvivalData.ReadCsv("lung.csv");
/// var kinds = new Dictionary&lt;string, ColumnKind&gt; { ["arm"] = ColumnKind.Factor("control", "treated") };
/// var trial = SurvivalData.ReadCsv("trial.csv", new() { Schema = kinds });
/// </code></example>
public static class SurvivalData
{
    // A frame cannot store its source file, which error messages name.
    private static readonly ConditionalWeakTable<DataFrame, string> Sources = [];

    /// <summary>Reads a comma- or tab-separated file with a header line.</summary>
    /// <param name="path">The file, in UTF-8; a gzipped one is decompressed.</param>
    /// <param name="options">How to read it; <see langword="null"/>: the documented defaults.</param>
    /// <returns>A frame with a column for each name of the header, in that order.</returns>
    /// <remarks>
    /// The kind of a column is inferred over the whole file: whole numbers, numbers, TRUE/FALSE, ISO dates, else text.
    /// Quoted values (RFC 4180), a byte-order mark, and LF or CRLF line ends are understood.
    /// </remarks>
    /// <exception cref="SurvivalDataException">The file is missing or empty, a row has too few or too many values, a name is
    /// missing or repeated, or a value is not of its column's kind: the message names file, row, column, value and what was
    /// expected.</exception>
    public static DataFrame ReadCsv(string path, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            throw new SurvivalDataException("No file was named; a path was expected.");
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            return ReadCsv(file, path, options);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw SurvivalDataException.AtFile(path, "there is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SurvivalDataException.AtFile(path, "the file cannot be read: " + e.Message);
        }
    }

    /// <summary>Reads a stream of delimited UTF-8 text with a header line; a gzipped one is decompressed.</summary>
    /// <param name="stream">The bytes; read to their end.</param>
    /// <param name="name">The name of the data in error messages, usually a file name; its extension, or without one the header line,
    /// decides the separator.</param>
    /// <param name="options">How to read them; <see langword="null"/>: the documented defaults.</param>
    /// <returns>A frame with a column for each name of the header, in that order.</returns>
    /// <exception cref="SurvivalDataException">As for <see cref="ReadCsv(string, CsvOptions?)"/>; or the gzipped data are damaged or
    /// truncated, or the bytes are not UTF-8.</exception>
    public static DataFrame ReadCsv(Stream stream, string name, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        byte[] bytes = buffer.ToArray();
        if (GzipData.IsGzip(bytes) || name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            bytes = GzipData.Decompress(bytes, name);
        }

        options ??= new CsvOptions();
        if (options.Separator is null && !options.DecimalComma && !Path.HasExtension(name))
        {
            // A name without an extension does not give the separator; the header line does.
            ReadOnlySpan<byte> header = bytes.AsSpan()[..(bytes.AsSpan().IndexOf((byte)'\n') is var end and >= 0 ? end : bytes.Length)];
            options = options with { Separator = header.Contains((byte)'\t') && !header.Contains((byte)',') ? '\t' : ',' };
        }

        // Bytes of another encoding are an error; a lenient reader would read wrong characters.
        using var reader = new StreamReader(
            new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        try
        {
            return ReadCsv(reader, name, options);
        }
        catch (DecoderFallbackException)
        {
            throw SurvivalDataException.AtFile(
                name, "the file is not UTF-8 text, which was expected; it may be in an older encoding, or no text at all.");
        }
    }

    /// <summary>Reads delimited text with a header line.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">The name of the text in error messages, usually a file name; its extension decides the separator.</param>
    /// <param name="options">How to read it; <see langword="null"/>: the documented defaults.</param>
    /// <returns>A frame with a column for each name of the header, in that order.</returns>
    /// <exception cref="SurvivalDataException">As for <see cref="ReadCsv(string, CsvOptions?)"/>.</exception>
    public static DataFrame ReadCsv(TextReader reader, string name, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        options ??= new CsvOptions();
        RawTable table = RawTable.Read(reader, name, options);
        var frame = new DataFrame(ColumnReader.ReadAll(table, options));
        Sources.AddOrUpdate(frame, name);
        return frame;
    }

    /// <summary>A frame made of another, which keeps the name of its file.</summary>
    internal static DataFrame Derived(DataFrame frame, DataFrame from)
    {
        if (SourceOf(from) is { } source)
        {
            Sources.AddOrUpdate(frame, source);
        }

        return frame;
    }

    /// <summary>The file a frame was read from, where it was read by this class.</summary>
    internal static string? SourceOf(DataFrame frame) => Sources.TryGetValue(frame, out string? source) ? source : null;
}
