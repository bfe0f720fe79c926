using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>A kind of data file: its ending, and how it is read and written.</summary>
/// <param name="Extension">The ending, as <c>.sav</c>.</param>
/// <param name="Read">Reads a frame out of bytes in which one can go back and forth.</param>
/// <param name="Write">Writes a frame, with a name for it; <see langword="null"/> where that cannot be done.</param>
internal sealed record FileKind(
    string Extension, Func<Stream, string, DataFileOptions, DataFrame> Read, Action<DataFrame, Stream, string>? Write = null)
{
    private static readonly FileKind[] Known =
    [
        Text(".csv"), Text(".tsv", '\t'), Text(".tab", '\t'), Text(".txt"), Text(".dat"), Text(""),
        new(".sav", SpssFile.Read), new(".zsav", SpssFile.Read),
        new(".dta", StataFile.Read),
        new(".xpt", TransportFile.Read, TransportWriter.Write),
        new(".xlsx", WorkbookReader.Read), new(".xls", WorkbookReader.Read), new(".xlsm", WorkbookReader.Read),
        new(
            ".parquet",
            (stream, name, _) => ParquetFrameReader.Read(stream, name),
            (frame, stream, _) => ParquetFrameWriter.Write(frame, stream)),
        Arrow(".arrow"), Arrow(".feather"), Arrow(".ipc"),
    ];

    /// <summary>Whether it is delimited text.</summary>
    public bool IsText { get; private init; }

    /// <summary>The endings of files that can be written.</summary>
    public static string Writable => string.Join(
        ", ", Known.Where(kind => kind.Write is not null && kind.Extension.Length > 0).Select(kind => kind.Extension));

    /// <summary>The kind of a name.</summary>
    /// <exception cref="SurvivalDataException">There is none.</exception>
    public static FileKind Of(string name) => Find(name) ?? throw SurvivalDataException.AtFile(
        name,
        $"files of the kind {Path.GetExtension(Bare(name))} cannot be read; one of "
        + string.Join(", ", Known.Where(kind => kind.Extension.Length > 0).Select(kind => kind.Extension))
        + ", each also with .gz, was expected.");

    /// <summary>The kind of a name; <see langword="null"/> where there is none.</summary>
    public static FileKind? Find(string name) =>
        Array.Find(Known, kind => kind.Extension.Equals(Path.GetExtension(Bare(name)), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a name ends with <c>.gz</c>.</summary>
    public static bool IsGzipped(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>A name without its folder and endings.</summary>
    public static string Stem(string name) => Path.GetFileNameWithoutExtension(Bare(name));

    private static string Bare(string name) => IsGzipped(name) ? name[..^3] : name;

    private static FileKind Arrow(string extension) => new(
        extension,
        (stream, name, _) => ArrowFrameReader.Read(stream, name),
        (frame, stream, _) => ArrowFrameWriter.Write(frame, stream));

    private static FileKind Text(string extension, char separator = ',') => new(
        extension,
        (stream, name, options) => SurvivalData.ReadCsv(stream, name, options.Text),
        (frame, stream, _) => stream.Write(Encoding.UTF8.GetBytes(CsvWriter.Write(frame, separator) + "\n")))
    {
        IsText = true,
    };
}
