using System.Collections.Immutable;
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
    // A frame cannot store its source file, which error messages name, nor what its loader has to say.
    private static readonly ConditionalWeakTable<DataFrame, FrameOrigin> Origins = [];

    /// <summary>Reads a delimited file with a header line: comma, semicolon, tab or vertical bar between values.</summary>
    /// <param name="path">The file; a gzipped one is decompressed.</param>
    /// <param name="options">How to read it; <see langword="null"/>: the documented defaults.</param>
    /// <returns>A frame with a column for each name of the header, in that order.</returns>
    /// <remarks>
    /// How the file is written is found: separator, decimal sign, marks of thousands, encoding, order of dates. What differs from a plain
    /// CSV file in UTF-8 is told by <see cref="NotesOf"/>. The kind of a column is inferred over the whole file: whole numbers, numbers,
    /// TRUE/FALSE, dates, else text; codes with leading zeros stay text. A column that is numbers or dates but for a few cells is kept as
    /// it is written, and using it is an error that names them. Quoted values (RFC 4180), a byte-order mark, and LF, CR or CRLF line ends
    /// are understood.
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

        return OpenedFile.Read(path, file => ReadCsv(file, path, options));
    }

    /// <summary>Reads a stream of delimited text with a header line; a gzipped one is decompressed.</summary>
    /// <param name="stream">The bytes; read to their end.</param>
    /// <param name="name">The name of the data in error messages, usually a file name; its extension decides
    /// where the header line may be divided by several separators.</param>
    /// <param name="options">How to read them; <see langword="null"/>: the documented defaults.</param>
    /// <returns>A frame with a column for each name of the header, in that order.</returns>
    /// <exception cref="SurvivalDataException">As for <see cref="ReadCsv(string, CsvOptions?)"/>; or the gzipped data are damaged or
    /// truncated, or the bytes are no text.</exception>
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
        (ReadOnlyMemory<byte> text, string? encoding) = CsvEncoding.Decode(bytes, name, options.Encoding);
        return Read(text, name, options, encoding);
    }

    /// <summary>Reads delimited text with a header line.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">The name of the text in error messages, usually a file name.</param>
    /// <param name="options">How to read it; <see langword="null"/>: the documented defaults.</param>
    /// <returns>A frame with a column for each name of the header, in that order.</returns>
    /// <exception cref="SurvivalDataException">As for <see cref="ReadCsv(string, CsvOptions?)"/>.</exception>
    public static DataFrame ReadCsv(TextReader reader, string name, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        options ??= new CsvOptions();
        return Read(Encoding.UTF8.GetBytes(reader.ReadToEnd().TrimStart('\uFEFF')), name, options, null);
    }

    /// <summary>What the loader did that the file does not say: another separator, encoding or decimal sign than a plain CSV file has,
    /// names given to columns, marks taken as missing; a phrase each. Empty for a frame that this class did not read.</summary>
    /// <param name="data">The frame.</param>
    public static ImmutableArray<string> NotesOf(DataFrame data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Origins.TryGetValue(data, out FrameOrigin? origin) ? origin.Notes : [];
    }

    /// <summary>The labels of a frame's columns, as the files of SPSS, Stata and SAS have them: "Age at diagnosis (years)" of
    /// <c>age</c>. Tables and figures use them where no others are given. Empty where the columns have none.</summary>
    /// <param name="data">The frame.</param>
    public static IReadOnlyDictionary<string, string> LabelsOf(DataFrame data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Origins.TryGetValue(data, out FrameOrigin? origin) ? origin.Labels : ImmutableDictionary<string, string>.Empty;
    }

    /// <summary>Gives the columns of a frame labels, which tables and figures use where no others are given.</summary>
    /// <param name="data">The frame. Frames made of it by this library have the labels too.</param>
    /// <param name="labels">A label for each column that has one.</param>
    /// <exception cref="SurvivalDataException">There is no column of a name.</exception>
    public static void SetLabels(DataFrame data, IReadOnlyDictionary<string, string> labels)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(labels);
        foreach (string name in labels.Keys)
        {
            if (data.Columns.IndexOf(name) < 0)
            {
                throw SurvivalDataException.AtColumn(SourceOf(data), name, "there is no such column to label.");
            }
        }

        FrameOrigin origin = Origins.TryGetValue(data, out FrameOrigin? known) ? known : new FrameOrigin("the data", []);
        Origins.AddOrUpdate(data, origin with { Labels = labels.ToImmutableDictionary(StringComparer.Ordinal) });
    }

    /// <summary>Reads the rows of one parameter of a time-to-event set as CDISC's ADaM defines it (ADTTE).</summary>
    /// <param name="path">The file, as for <see cref="ReadCsv(string, CsvOptions?)"/>.</param>
    /// <param name="parameter">The PARAMCD of the rows, as <c>OS</c>; <see langword="null"/>: the only one there is.</param>
    /// <param name="options">How to read it; <see langword="null"/>: the documented defaults.</param>
    /// <returns>The rows, with all their columns. In formulas over them <c>Surv(AVAL, CNSR)</c> is right: a CNSR of 0 is an event.
    /// <see cref="AdtteOf"/> gives their label and unit.</returns>
    /// <exception cref="SurvivalDataException">The file cannot be read; PARAMCD, AVAL, CNSR or the parameter is not there.</exception>
    public static DataFrame LoadAdtte(string path, string? parameter = null, CsvOptions? options = null) =>
        ChooseParameter(ReadCsv(path, options), parameter);

    /// <summary>The rows of one parameter of an ADTTE set that is a frame already: <see cref="LoadAdtte"/>.</summary>
    /// <param name="data">The whole set.</param>
    /// <param name="parameter">The PARAMCD of the rows; <see langword="null"/>: the only one there is.</param>
    /// <exception cref="SurvivalDataException">PARAMCD, AVAL or CNSR is not there; or the parameter is not.</exception>
    public static DataFrame ChooseParameter(DataFrame data, string? parameter)
    {
        ArgumentNullException.ThrowIfNull(data);
        string? source = SourceOf(data);
        (DataFrame rows, AdtteParameter chosen, bool[] isChosen) = AdtteRows.Choose(data, parameter, source);
        Inherit(rows, data, Array.ConvertAll(isChosen, chosenRow => chosenRow ? (sbyte)1 : (sbyte)0), "PARAMCD " + chosen.Code);
        FrameOrigin origin = Origins.TryGetValue(rows, out FrameOrigin? known)
            ? known
            : new FrameOrigin($"the data (PARAMCD {chosen.Code})", []);
        string note = $"ADTTE, {chosen}: {rows.Rows.Count} of {NumberText.Count(data.Rows.Count, "row")}; a CNSR of 0 is an event";
        Origins.AddOrUpdate(rows, origin with { Adtte = chosen, Notes = [.. origin.Notes, note] });
        return rows;
    }

    /// <summary>The parameter of a frame that <see cref="LoadAdtte"/> read; <see langword="null"/> for any other.</summary>
    /// <param name="data">The frame.</param>
    public static AdtteParameter? AdtteOf(DataFrame data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Origins.TryGetValue(data, out FrameOrigin? origin) ? origin.Adtte : null;
    }

    /// <summary>Whether a frame is an ADTTE set.</summary>
    internal static bool IsAdtte(DataFrame data) => AdtteOf(data) is not null;

    /// <summary>The file a frame was read from, where it was read by this class.</summary>
    internal static string? SourceOf(DataFrame frame) => Origins.TryGetValue(frame, out FrameOrigin? origin) ? origin.Source : null;

    /// <summary>Gives chosen rows of a frame its file and notes, and its columns their marked cells.</summary>
    /// <param name="rows">The chosen rows.</param>
    /// <param name="whole">The frame they were chosen from.</param>
    /// <param name="isChosen">1 for each row that was chosen.</param>
    /// <param name="how">How they were chosen, which messages tell since they count the rows from there on.</param>
    internal static void Inherit(DataFrame rows, DataFrame whole, sbyte[] isChosen, string how)
    {
        for (int c = 0; c < whole.Columns.Count; c++)
        {
            if (MarkedCells.Of(whole.Columns[c]) is { } marked && isChosen[marked.Row - 1] == 1)
            {
                int row = isChosen.AsSpan(0, marked.Row).Count((sbyte)1);
                MarkedCells.Remember(rows.Columns[c], row, marked.Mark);
            }
        }

        if (Origins.TryGetValue(whole, out FrameOrigin? origin))
        {
            Origins.AddOrUpdate(rows, origin with { Source = $"{origin.Source} ({how})" });
        }
    }

    /// <summary>Gives a frame made of rows of another its file, its marked cells, and what there is to tell of how it was made.</summary>
    /// <param name="made">The new frame, whose columns of the same names come from the other.</param>
    /// <param name="whole">The frame that its rows were taken from.</param>
    /// <param name="rows">The row of the other frame that each row was taken from.</param>
    /// <param name="how">How they were made, which messages tell since they count the rows from there on; empty: as those of the other
    /// frame.</param>
    /// <param name="notes">What to tell, a phrase each.</param>
    internal static void Derive(DataFrame made, DataFrame whole, int[] rows, string how, params ReadOnlySpan<string> notes)
    {
        foreach (DataFrameColumn column in whole.Columns)
        {
            if (MarkedCells.Of(column) is { } marked && made.Columns.IndexOf(column.Name) is >= 0 and int place
                && Array.IndexOf(rows, marked.Row - 1) is >= 0 and int row)
            {
                MarkedCells.Remember(made.Columns[place], row + 1, marked.Mark);
            }
        }

        FrameOrigin origin = Origins.TryGetValue(whole, out FrameOrigin? known) ? known : new FrameOrigin("the data", []);
        string source = how.Length == 0 ? origin.Source : $"{origin.Source} ({how})";
        Origins.AddOrUpdate(made, origin with { Source = source, Notes = [.. notes] });
    }

    /// <summary>Says where a frame comes from, what its loader has to tell, and how its columns are labelled.</summary>
    internal static void Describe(
        DataFrame data, string source, IEnumerable<string> notes, IReadOnlyDictionary<string, string> labels) =>
        Origins.AddOrUpdate(
            data, new FrameOrigin(source, [.. notes]) { Labels = labels.ToImmutableDictionary(StringComparer.Ordinal) });

    private static DataFrame Read(ReadOnlyMemory<byte> text, string name, CsvOptions options, string? encoding)
    {
        CsvTable table = CsvTable.Read(text, name, options);
        var frame = new DataFrame(CsvFrame.Columns(table, options));
        Origins.AddOrUpdate(frame, new FrameOrigin(name, [.. Form(table, name, options, encoding), .. table.Notes]));
        return frame;
    }

    /// <summary>A frame made of another, which keeps the name of its file and what its loader has to say.</summary>
    internal static DataFrame Derived(DataFrame frame, DataFrame from)
    {
        if (Origins.TryGetValue(from, out FrameOrigin? origin))
        {
            Origins.AddOrUpdate(frame, origin);
        }

        return frame;
    }

    // What a reader of the name would not expect; a name without an ending promises commas or tabs.
    private static IEnumerable<string> Form(CsvTable table, string name, CsvOptions options, string? encoding)
    {
        byte separator = table.Dialect.Separator;
        bool isPromised = CsvDialect.Promised(name) is { } promised ? separator == promised : separator is (byte)',' or (byte)'\t';
        if (options.Separator is null && !isPromised && table.Header.Length > 1)
        {
            yield return $"separated by {CsvDialect.WordOf(separator)}";
        }

        if (options.DecimalComma is null && table.Dialect.DecimalComma)
        {
            yield return "decimal comma";
        }

        if (encoding is not null)
        {
            yield return $"encoding {encoding}";
        }
    }

    private sealed record FrameOrigin(string Source, ImmutableArray<string> Notes)
    {
        public AdtteParameter? Adtte { get; init; }

        public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;
    }
}
