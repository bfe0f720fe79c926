using System.CommandLine;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary>The argument DATA and what it loads.</summary>
internal static class DataSource
{
    private const string StandardInput = "standard input";

    // Not supported; reading them as text would give an unclear error.
    private static readonly string[] OtherFormats =
    [
        ".PARQUET", ".ARROW", ".FEATHER", ".XLSX", ".XLS", ".SAV", ".DTA", ".XPT", ".SAS7BDAT", ".RDS", ".RDATA", ".JSON", ".ZIP"
    ];

    public static Argument<string> Argument() => new("DATA")
    {
        Description = "A .csv, .tsv or other delimited file with a header line, optionally gzipped (.gz), or - for standard input.",
    };

    /// <summary>Loads a data set.</summary>
    /// <param name="data">A path, or <c>-</c>.</param>
    /// <param name="streams">The streams, for standard input.</param>
    /// <param name="options">How a delimited file is read; <see langword="null"/>: as it is found to be written.</param>
    /// <exception cref="SurvivalDataException">It cannot be read as a table.</exception>
    public static DataFrame Load(string data, CliStreams streams, CsvOptions? options = null)
    {
        if (data == "-")
        {
            return SurvivalData.ReadCsv(streams.Input, StandardInput, options);
        }

        if (Directory.Exists(data))
        {
            throw new CommandException($"{data}: this is a folder; a .csv or .tsv file was expected.");
        }

        string extension = Path.GetExtension(data);
        return OtherFormats.Contains(extension.ToUpperInvariant())
            ? throw new CommandException(
                $"{data}: files of the kind {extension} cannot be read; a .csv or .tsv file, optionally gzipped, was expected.")
            : SurvivalData.ReadCsv(data, options);
    }

    /// <summary>Runs an analysis of a data set; an error without a file name is reported with that of the data set.</summary>
    public static T Analyse<T>(string data, Func<T> analysis)
    {
        try
        {
            return analysis();
        }
        catch (SurvivalDataException e) when (e is not FormulaException && e.File is null)
        {
            throw new CommandException($"{NameOf(data)}: {char.ToLowerInvariant(e.Message[0])}{e.Message[1..]}");
        }
    }

    /// <summary>The name of a data set in messages.</summary>
    public static string NameOf(string data) => data == "-" ? StandardInput : data;
}
