using System.IO.Compression;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Reads and writes data sets in the files of other programs; the ending of a name tells which.</summary>
/// <remarks>
/// Read: <c>.csv .tsv .txt .dat</c>, SPSS <c>.sav .zsav</c>, Stata <c>.dta</c> (8 to 18), SAS transport <c>.xpt</c> (5 and 8), Excel
/// <c>.xlsx .xls</c>, <c>.parquet</c>, Arrow <c>.arrow .feather</c>; each also gzipped, as <c>.sav.gz</c>. Written: delimited text,
/// <c>.parquet</c>, <c>.arrow .feather</c>, <c>.xpt</c>. Labels of values become factors in the order of the values, dates become dates,
/// and the labels of variables are those of tables and figures (<see cref="SurvivalData.LabelsOf"/>).
/// </remarks>
/// <example><code>
/// DataFrame trial = DataFile.Read("trial.sav");
/// Console.WriteLine(KaplanMeier.Fit(trial, "Surv(months, status == \"dead\") ~ arm"));
/// DataFile.Write(trial, "trial.parquet");
/// </code></example>
public static class DataFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it; <see langword="null"/>: the documented defaults.</param>
    /// <returns>A frame with a column for each variable, in the order of the file.
    /// <see cref="SurvivalData.NotesOf"/> tells what a reader of the file would not expect.</returns>
    /// <exception cref="SurvivalDataException">There is no such file; its kind is not known; it is damaged or breaks off.</exception>
    public static DataFrame Read(string path, DataFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return FileKind.Of(path).IsText
            ? SurvivalData.ReadCsv(path, options?.Text)
            : OpenedFile.Read(path, file => Read(file, path, options));
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The bytes; read to their end.</param>
    /// <param name="name">A name whose ending tells the kind; error messages use it.</param>
    /// <param name="options">How to read it; <see langword="null"/>: the documented defaults.</param>
    /// <returns>As <see cref="Read(string, DataFileOptions?)"/>.</returns>
    /// <exception cref="SurvivalDataException">The kind is not known; the data are damaged or break off.</exception>
    public static DataFrame Read(Stream stream, string name, DataFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        options ??= new DataFileOptions();
        FileKind kind = FileKind.Of(name);
        if (kind.IsText)
        {
            return SurvivalData.ReadCsv(stream, name, options.Text);
        }

        if (!FileKind.IsGzipped(name))
        {
            return kind.Read(stream.CanSeek ? stream : Whole(stream), name, options);
        }

        byte[] bytes = GzipData.Decompress(Whole(stream).ToArray(), name);
        return kind.Read(new MemoryStream(bytes), name, options);
    }

    /// <summary>Writes a file; an older one of the same name is replaced once the new one is whole.</summary>
    /// <param name="data">The frame.</param>
    /// <param name="path">The file; its ending tells the kind.</param>
    /// <exception cref="SurvivalDataException">The kind cannot be written; a name or value does not fit it; the file cannot be
    /// written.</exception>
    public static void Write(DataFrame data, string path)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(path);
        byte[] bytes = ToBytes(data, path);
        try
        {
            string draft = path + ".new";
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SurvivalDataException.AtFile(path, "the file cannot be written: " + e.Message);
        }
    }

    /// <summary>Writes to a stream.</summary>
    /// <param name="data">The frame.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="name">A name whose ending tells the kind; a transport file calls its data set by it.</param>
    /// <exception cref="SurvivalDataException">The kind cannot be written; or a name or value does not fit it.</exception>
    public static void Write(DataFrame data, Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        stream.Write(ToBytes(data, name));
    }

    /// <summary>Whether the ending of a name is one of those that <see cref="Read(string, DataFileOptions?)"/> knows.</summary>
    /// <param name="name">A file name.</param>
    public static bool IsKnown(string name) => FileKind.Find(name) is not null;

    internal static byte[] ToBytes(DataFrame data, string name)
    {
        FileKind kind = FileKind.Of(name);
        if (kind.Write is null)
        {
            throw SurvivalDataException.AtFile(
                name, $"files of the kind {kind.Extension} cannot be written; one of {FileKind.Writable} was expected.");
        }

        using var buffer = new MemoryStream();
        kind.Write(data, buffer, FileKind.Stem(name));
        if (!FileKind.IsGzipped(name))
        {
            return buffer.ToArray();
        }

        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            zip.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
        }

        return packed.ToArray();
    }

    private static MemoryStream Whole(Stream stream)
    {
        var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        buffer.Position = 0;
        return buffer;
    }
}
